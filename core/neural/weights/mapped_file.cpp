#include "core/neural/weights/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "core/neural/weights/refusal.h"

namespace retailor::weights {
namespace {

Failure notOpened(const std::filesystem::path& file, int error) {
  std::error_code ignored;
  if (error == ENOENT && std::filesystem::is_symlink(file, ignored))
    return refused(file, "it is a link to a file that is not there, as an unfinished download leaves it");
  if (error == ENOENT || error == ENOTDIR) return missing(file, "Check the name, or download the model again.");
  if (error == ELOOP) return refused(file, "it is a link that leads in a circle");
  if (error == EACCES || error == EPERM) return refused(file, "you are not allowed to open it");
  return refused(file, "it cannot be read (" + std::generic_category().message(error) + ")");
}

Failure notAFile(const std::filesystem::path& file, const struct stat& status) {
  return refused(file, S_ISDIR(status.st_mode) ? "it is a folder where a weight file should be" : "it is a device or a pipe, not a file");
}

}  // namespace

Result<std::shared_ptr<const MappedFile>> MappedFile::open(const std::filesystem::path& file) {
  // O_NONBLOCK: a pipe without a writer would otherwise hold us for ever.
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor < 0) return notOpened(file, errno);
  std::shared_ptr<MappedFile> mapped(new MappedFile(descriptor, {}));
  struct stat status {};
  if (::fstat(descriptor, &status) != 0) return notOpened(file, errno);
  if (!S_ISREG(status.st_mode)) return notAFile(file, status);
  if (status.st_size == 0) return std::shared_ptr<const MappedFile>(mapped);
  const auto size = static_cast<std::size_t>(status.st_size);
  void* start = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0);
  if (start == MAP_FAILED) return notOpened(file, errno);
  mapped->m_bytes = {static_cast<const std::byte*>(start), size};
  return std::shared_ptr<const MappedFile>(mapped);
}

MappedFile::~MappedFile() {
  if (!m_bytes.empty()) ::munmap(const_cast<std::byte*>(m_bytes.data()), m_bytes.size());
  ::close(m_descriptor);
}

}  // namespace retailor::weights
