#include "app/methods_library.h"

#include "app/networks_library.h"
#include "app/shared_library.h"
#include "core/methods/library_entry.h"

namespace retailor::app {

Result<Methods> openMethodsLibrary() {
  const Result<void*> function = functionOf("libretailor-methods.so", methods::libraryEntryName);
  if (!function) return function.failure();
  Methods list;
  if (!reinterpret_cast<methods::LibraryEntry>(*function)(completion::libraryStamp().c_str(), {runNetwork, prepareForNetwork}, &list))
    return Failure{FailureKind::Internal,
                   "The completion methods' library belongs to another build of Retailor; install or build Retailor again."};
  return list;
}

}  // namespace retailor::app
