# The libraries we did not write, under short names that the rooms use.
find_package(nlohmann_json 3.11 QUIET)
if(nlohmann_json_FOUND)
  add_library(outside_json ALIAS nlohmann_json::nlohmann_json)
else()  # the header alone will do: -DRETAILOR_JSON=folder with nlohmann/json.hpp
  find_path(RETAILOR_JSON nlohmann/json.hpp REQUIRED)
  add_library(outside_json INTERFACE)
  target_include_directories(outside_json SYSTEM INTERFACE "${RETAILOR_JSON}")
endif()
if(NOT RETAILOR_ENGINE_ONLY)
  include(desktop_libraries)
endif()

# libtorch comes from the unpacked wheel. Its CMake package demands a CUDA toolkit, so the two libraries are named here. Its parallel_for is
# a template that stays on one thread wherever OpenMP is not switched on; the threads are those of the OpenMP library beside libtorch.
if(RETAILOR_LIBTORCH)
  add_library(outside_torch INTERFACE)
  target_include_directories(outside_torch SYSTEM INTERFACE
    "${RETAILOR_LIBTORCH}/include" "${RETAILOR_LIBTORCH}/include/torch/csrc/api/include")
  target_compile_options(outside_torch INTERFACE -fopenmp)
  target_link_directories(outside_torch INTERFACE "${RETAILOR_LIBTORCH}/lib")
  target_link_libraries(outside_torch INTERFACE torch_cpu c10 -l:libgomp.so.1)
  target_link_options(outside_torch INTERFACE "-Wl,-rpath,${RETAILOR_LIBTORCH}/lib" "-Wl,--allow-shlib-undefined")
endif()
