#include "core/methods/library_entry.h"

#include "core/methods/method_list.h"

extern "C" __attribute__((visibility("default"))) bool retailor_methods(const char* stamp, const retailor::methods::NetworkDoor& door,
                                                                        retailor::methods::MethodList* list) {
  if (stamp == nullptr || list == nullptr || stamp != retailor::completion::libraryStamp()) return false;
  *list = retailor::methods::allMethods(door);
  return true;
}
