#include <cerrno>
#include <cstdlib>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/image/sentences.h"
#include "core/image/write_photo.h"

namespace retailor::image {
namespace {

namespace fs = std::filesystem;

std::string reason(int error) {
  switch (error) {
    case ENOSPC: return "the disk is full. Free some space or choose another folder.";
    case EDQUOT: return "your disk quota is used up. Free some space or choose another folder.";
    case EFBIG: return "the file would be larger than this disk or account allows. Choose another folder.";
    case EROFS: return "the disk is read-only. Choose another folder.";
    case EACCES:
    case EPERM: return "you are not allowed to write there. Choose another folder.";
    case ENOENT: return "the folder does not exist. Create it or choose another one.";
    case ENOTDIR: return "that is not a folder. Choose another one.";
    case ENAMETOOLONG: return "the file name is too long. Choose a shorter one.";
    default: return std::generic_category().message(error) + ". Choose another folder.";
  }
}

Failure refused(const fs::path& file, int error) {
  return cannotWrite(quoted(file) + " can't be written to " + quotedWhole(folderOf(file)) + ": " + reason(error));
}

// A temporary file that is gone again unless it was renamed into place.
class TemporaryFile {
 public:
  explicit TemporaryFile(const fs::path& beside) : m_path((folderOf(beside) / ".retailor-XXXXXX").string()) {
    m_descriptor = ::mkostemp(m_path.data(), O_CLOEXEC);
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() {
    if (m_descriptor < 0) return;
    ::close(m_descriptor);
    if (!m_renamed) ::unlink(m_path.c_str());
  }

  bool opened() const { return m_descriptor >= 0; }

  bool write(std::span<const std::byte> bytes) const {
    while (!bytes.empty()) {
      const ssize_t written = ::write(m_descriptor, bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) return false;
      bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    return true;
  }

  bool settle(mode_t permissions) const { return ::fchmod(m_descriptor, permissions) == 0 && ::fsync(m_descriptor) == 0; }

  bool renameTo(const fs::path& file) {
    m_renamed = ::rename(m_path.c_str(), file.c_str()) == 0;
    return m_renamed;
  }

 private:
  std::string m_path;
  int m_descriptor = -1;
  bool m_renamed = false;
};

// What a file made by an ordinary program would get. The mask can be read only by setting it, so that is done once.
mode_t permissionsOfNewFiles() {
  static const mode_t mask = [] {
    const mode_t current = ::umask(022);
    ::umask(current);
    return current;
  }();
  return 0666 & ~mask;
}

// After a rename, only a synced folder remembers it through a power cut. Not all file systems can; that is no failure.
void syncFolder(const fs::path& folder) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  ::fsync(descriptor);
  ::close(descriptor);
}

// A link stays a link: what it points to is replaced.
fs::path behindLinks(const fs::path& file) {
  std::error_code ignored;
  if (!fs::is_symlink(file, ignored)) return file;
  const fs::path target = fs::canonical(file, ignored);
  return target.empty() ? file : target;
}

Result<void> checkTarget(const fs::path& file, const struct stat& existing) {
  if (S_ISDIR(existing.st_mode)) return cannotWrite(quoted(file) + " is a folder. Choose a file name inside it.");
  if (!S_ISREG(existing.st_mode)) return cannotWrite(quoted(file) + " is a device, not a file. Choose another file name.");
  if (::access(file.c_str(), W_OK) != 0) return cannotWrite(quoted(file) + " is write-protected. Choose another file name.");
  return {};
}

}  // namespace

Result<void> writeWhole(const fs::path& named, std::span<const std::byte> bytes) {
  const fs::path file = behindLinks(named);
  struct stat existing {};
  const bool replaces = ::stat(file.c_str(), &existing) == 0;
  if (replaces) {
    if (auto checked = checkTarget(file, existing); !checked) return checked;
  }
  TemporaryFile temporary(file);
  const mode_t permissions = replaces ? existing.st_mode & 07777 : permissionsOfNewFiles();
  const bool done = temporary.opened() && temporary.write(bytes) && temporary.settle(permissions) && temporary.renameTo(file);
  if (!done) return refused(file, errno);
  syncFolder(folderOf(file));
  return {};
}

}  // namespace retailor::image
