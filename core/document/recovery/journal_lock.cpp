#include "core/document/recovery/journal_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <utility>

namespace retailor::document {

std::optional<JournalLock> JournalLock::take(const std::filesystem::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (descriptor < 0) return std::nullopt;
  JournalLock lock(descriptor);
  if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) return std::nullopt;
  return lock;
}

JournalLock::JournalLock(JournalLock&& other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}

JournalLock::~JournalLock() {
  if (m_descriptor >= 0) ::close(m_descriptor);
}

}  // namespace retailor::document
