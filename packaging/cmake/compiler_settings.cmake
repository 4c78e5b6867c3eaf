# How every file of ours is compiled: C++20, warnings are errors, the same floating point everywhere.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")
set(CMAKE_LIBRARY_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

find_program(RETAILOR_CCACHE ccache)
if(RETAILOR_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${RETAILOR_CCACHE}")
endif()

# Files of a room compiled eight at a time share the reading of their headers: a third of the time for a build from nothing, but a longer one after
# a change, so `dev` and the sanitizers go without, which also finds the #include that a file had from its neighbour.
option(RETAILOR_UNITY "Compile the files of a room eight at a time" OFF)
if(RETAILOR_UNITY)
  add_compile_options(-Wno-subobject-linkage)  # a hidden State of hidden parts: GCC takes the file for a header
endif()

# -ffp-contract=off: the same request gives the same bytes whichever instruction set a function was compiled for.
add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Werror -ffp-contract=off)
# GCC 12 warns falsely about "literal" + std::string at -O3 (GCC bug 105651).
add_compile_options(-Wno-restrict)
add_compile_definitions(QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII)
if(RETAILOR_SANITIZER)
  # With a sanitizer's checks in between, GCC no longer sees that members are set (std::regex, std::function).
  add_compile_options(-Wno-maybe-uninitialized)
  add_compile_options(-fsanitize=${RETAILOR_SANITIZER} -fno-sanitize-recover=all -fno-omit-frame-pointer -g1)
  add_link_options(-fsanitize=${RETAILOR_SANITIZER})
endif()

# Through a precompiled header GCC 12 forgets that <string> is not ours, and warns falsely there too (GCC bug 105329).
function(retailor_trust_precompiled_string target)
  target_compile_options(${target} PRIVATE -Wno-stringop-overflow -Wno-array-bounds)
endfunction()

# The precompiled <ATen/ATen.h> of core_neural for more targets: with it a file on tensors compiles in a fifth of the time. (<torch/torch.h>, twice
# as big, saves nothing.) It is position-independent as a library's, so executables that share it are too.
function(retailor_share_tensor_header)
  foreach(target IN LISTS ARGN)
    set_target_properties(${target} PROPERTIES POSITION_INDEPENDENT_CODE OFF)
    target_compile_options(${target} PRIVATE -fPIC)
    retailor_trust_precompiled_string(${target})
    target_precompile_headers(${target} REUSE_FROM core_neural)
  endforeach()
endfunction()
