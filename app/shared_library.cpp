#include "app/shared_library.h"

#include <dlfcn.h>

#include <filesystem>
#include <system_error>

namespace retailor::app {
namespace {

// A library finds its own dependencies' symbols before the program's: OpenCV brings the system's BLAS into the program, with which libtorch
// would compute instead of its own. Sanitizers refuse it.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr int ownSymbolsFirst = 0;
#else
constexpr int ownSymbolsFirst = RTLD_DEEPBIND;
#endif

std::filesystem::path found(const std::string& fileName) {
  std::error_code ignored;
  const std::filesystem::path folder = std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path();
  const std::filesystem::path installed = folder.parent_path() / "lib" / "retailor" / fileName;
  return std::filesystem::exists(installed, ignored) ? installed : folder / fileName;
}

Failure broken(const std::filesystem::path& file) {
  const char* problem = dlerror();  // NOLINT(concurrency-mt-unsafe): glibc keeps it per thread
  return {FailureKind::Internal, "Retailor's library “" + file.string() + "” cannot be used (" +
                                     (problem != nullptr ? problem : "no reason given") + "); install or build Retailor again."};
}

}  // namespace

Result<void*> functionOf(const std::string& fileName, const char* symbol) {
  const std::filesystem::path file = found(fileName);
  // Never closed: what the library gives out holds code inside it.
  void* library = dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE | ownSymbolsFirst);
  if (library == nullptr) return broken(file);
  void* function = dlsym(library, symbol);
  if (function == nullptr) return broken(file);
  return function;
}

}  // namespace retailor::app
