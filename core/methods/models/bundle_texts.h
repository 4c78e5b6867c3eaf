#pragma once

#include <span>

namespace retailor::models {

struct BundleText {
  const char* name;  // the file's, without ".json"
  const char* json;
};

// The files of resources/bundles: packaging/cmake/bundle_texts.cmake writes them into the program.
std::span<const BundleText> bundleTexts();

}  // namespace retailor::models
