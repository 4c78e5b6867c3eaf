# The manifests of resources/bundles as a source of texts, so that no program can be installed without them.
file(GLOB manifests CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/resources/bundles/*.json")
set(rows "")
foreach(manifest IN LISTS manifests)
  cmake_path(GET manifest STEM name)
  file(READ "${manifest}" text)
  string(APPEND rows "    BundleText{\"${name}\", R\"bundle(${text})bundle\"},\n")
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${manifest}")
endforeach()
file(CONFIGURE OUTPUT "${CMAKE_CURRENT_BINARY_DIR}/bundle_texts.cpp" @ONLY CONTENT [[
#include "core/methods/models/bundle_texts.h"

#include <array>

namespace retailor::models {

std::span<const BundleText> bundleTexts() {
  static constexpr std::array texts{
@rows@  };
  return texts;
}

}  // namespace retailor::models
]])
target_sources(core_methods_models PRIVATE "${CMAKE_CURRENT_BINARY_DIR}/bundle_texts.cpp")
