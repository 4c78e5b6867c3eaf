#include "core/neural/weights/new_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <system_error>
#include <utility>

#include "core/neural/weights/refusal.h"

namespace retailor::weights {
namespace {

Failure notWritten(const std::filesystem::path& file, int error) {
  return cannotWrite(quoted(file) + " can't be written: " + std::generic_category().message(error) +
                     ". Choose another folder, or make room.");
}

// What a file made by an ordinary program would get. The mask can be read only by setting it, so that is done once.
mode_t permissionsOfNewFiles() {
  static const mode_t mask = [] {
    const mode_t current = ::umask(022);
    ::umask(current);
    return current;
  }();
  return 0666 & ~mask;
}

}  // namespace

Result<NewFile> NewFile::create(const std::filesystem::path& target) {
  std::error_code ignored;
  if (std::filesystem::is_directory(target, ignored)) return cannotWrite(quoted(target) + " is a folder. Choose a file name inside it.");
  if (std::filesystem::exists(target, ignored) && !std::filesystem::is_regular_file(target, ignored))
    return cannotWrite(quoted(target) + " is a device, not a file. Choose another file name.");
  std::string temporary = (target.has_parent_path() ? target.parent_path() : ".") / ".retailor-XXXXXX";
  const int descriptor = ::mkostemp(temporary.data(), O_CLOEXEC);
  if (descriptor < 0) return notWritten(target, errno);
  return NewFile(target, std::move(temporary), descriptor);
}

NewFile::NewFile(std::filesystem::path target, std::string temporary, int descriptor)
    : m_target(std::move(target)), m_temporary(std::move(temporary)), m_descriptor(descriptor) {}

NewFile::NewFile(NewFile&& other) noexcept
    : m_target(std::move(other.m_target)),
      m_temporary(std::exchange(other.m_temporary, {})),
      m_descriptor(std::exchange(other.m_descriptor, -1)) {}

NewFile::~NewFile() {
  if (m_descriptor >= 0) ::close(m_descriptor);
  if (!m_temporary.empty()) ::unlink(m_temporary.c_str());
}

Result<void> NewFile::write(std::span<const std::byte> bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(m_descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return notWritten(m_target, errno);
    bytes = bytes.subspan(static_cast<std::size_t>(written));
  }
  return {};
}

Result<void> NewFile::finish() {
  if (::fchmod(m_descriptor, permissionsOfNewFiles()) != 0 || ::fsync(m_descriptor) != 0 ||
      ::rename(m_temporary.c_str(), m_target.c_str()) != 0)
    return notWritten(m_target, errno);
  m_temporary.clear();
  return {};
}

}  // namespace retailor::weights
