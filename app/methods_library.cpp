#include "app/methods_library.h"

#include <dlfcn.h>

#include <system_error>

#include "core/methods/library_entry.h"

namespace retailor::app {
namespace {

constexpr const char* fileName = "libretailor-methods.so";

Failure broken(const std::filesystem::path& file, const std::string& why) {
  return {FailureKind::Internal, "The completion methods' library " + file.string() + " " + why + "; install Retailor again."};
}

std::string lastProblem() {
  const char* problem = dlerror();  // NOLINT(concurrency-mt-unsafe): glibc keeps it per thread
  return problem != nullptr ? problem : "no reason given";
}

std::filesystem::path foundLibrary() {
  std::error_code ignored;
  const std::filesystem::path folder = std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path();
  const std::filesystem::path beside = folder / fileName;
  const std::filesystem::path installed = folder.parent_path() / "lib" / "retailor" / fileName;
  return std::filesystem::exists(beside, ignored) || !std::filesystem::exists(installed, ignored) ? beside : installed;
}

}  // namespace

Result<Methods> openMethodsLibrary() { return openMethodsLibrary(foundLibrary()); }

Result<Methods> openMethodsLibrary(const std::filesystem::path& file) {
  std::error_code ignored;
  if (!std::filesystem::exists(file, ignored)) return broken(file, "is missing");
  // Never closed: methods given out hold code inside it.
  void* library = dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
  if (library == nullptr) return broken(file, "cannot be opened (" + lastProblem() + ")");
  const auto entry = reinterpret_cast<methods::LibraryEntry>(dlsym(library, methods::libraryEntryName));
  if (entry == nullptr) return broken(file, "is not one of Retailor's (" + lastProblem() + ")");
  Methods list;
  if (!entry(methods::libraryStamp().c_str(), &list)) return broken(file, "belongs to another build of Retailor");
  return list;
}

}  // namespace retailor::app
