#include "core/neural/tensor/network_failure.h"

#include <c10/util/Exception.h>

#include <new>
#include <string_view>

namespace retailor::neural {
namespace {

Failure outOfMemory(const std::string& doing) {
  return {FailureKind::OutOfMemory, doing + " needs more memory than is free. Close other programs, or choose a smaller size."};
}

// libtorch's CPU allocator throws a plain c10::Error; only its words tell.
bool tellsOfMemory(std::string_view words) {
  return words.find("DefaultCPUAllocator") != std::string_view::npos || words.find("out of memory") != std::string_view::npos;
}

}  // namespace

void requireInput(bool fits, const std::string& owner, const std::string& what) {
  if (!fits)
    throw RefusedModel("The network in " + owner + " cannot take " + what +
                       ": the parts of the model do not belong together. Download the whole model again, or choose another one.");
}

Failure failureBeingHandled(const std::string& doing) {
  try {
    throw;
  } catch (const RefusedModel& refused) {
    return {FailureKind::MissingWeights, refused.what()};
  } catch (const std::bad_alloc&) {
    return outOfMemory(doing);
  } catch (const c10::OutOfMemoryError&) {
    return outOfMemory(doing);
  } catch (const c10::Error& error) {
    if (tellsOfMemory(error.what_without_backtrace())) return outOfMemory(doing);
    return {FailureKind::Internal, doing + " failed: " + error.what_without_backtrace()};
  } catch (const std::exception& error) {
    return {FailureKind::Internal, doing + " failed: " + error.what()};
  }
}

}  // namespace retailor::neural
