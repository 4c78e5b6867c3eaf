#include "core/image/load_file.h"

#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/image/sentences.h"

namespace retailor::image {
namespace {

class Descriptor {
 public:
  // O_NONBLOCK: a pipe without a writer would otherwise hold us for ever.
  explicit Descriptor(const std::filesystem::path& file) : m_value(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (m_value >= 0) ::close(m_value);
  }
  int value() const { return m_value; }

 private:
  int m_value;
};

Failure notOpened(const std::filesystem::path& file, int error) {
  switch (error) {
    case ENOENT:
    case ENOTDIR: return badInput(quotedWhole(file) + " does not exist. Check the name, or choose another file.");
    case EACCES:
    case EPERM: return badInput(quotedWhole(file) + " can't be read: you are not allowed to open it. Change its permissions or copy it.");
    default: return badInput(quotedWhole(file) + " can't be read (" + std::generic_category().message(error) + "). Choose another file.");
  }
}

Result<void> checkStat(const std::filesystem::path& file, const struct stat& status, const ReadBudget& budget) {
  if (S_ISDIR(status.st_mode)) return badInput(quotedWhole(file) + " is a folder. Choose a picture inside it.");
  if (!S_ISREG(status.st_mode)) return badInput(quotedWhole(file) + " is not an ordinary file. Choose a picture file.");
  if (status.st_size == 0) return badInput(quoted(file) + " is empty. Copy it again from its source.");
  if (status.st_size <= budget.maxFileBytes) return {};
  return badInput(quoted(file) + " has " + std::to_string(status.st_size >> 20) + " MiB; at most " +
                  std::to_string(budget.maxFileBytes >> 20) + " MiB can be opened. Make it smaller in another program first.");
}

// The number of bytes read, less than asked for when the file ends early; -1 with errno set on an error.
ssize_t readAll(int descriptor, Bytes& bytes) {
  std::size_t have = 0;
  while (have < bytes.size()) {
    const ssize_t got = ::read(descriptor, bytes.data() + have, bytes.size() - have);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return -1;
    if (got == 0) break;
    have += static_cast<std::size_t>(got);
  }
  return static_cast<ssize_t>(have);
}

}  // namespace

Result<Bytes> loadFile(const std::filesystem::path& file, const ReadBudget& budget) {
  struct stat status {};
  if (::stat(file.c_str(), &status) != 0) return notOpened(file, errno);
  if (auto checked = checkStat(file, status, budget); !checked) return checked.failure();
  const Descriptor descriptor(file);
  if (descriptor.value() < 0) return notOpened(file, errno);
  Bytes bytes(static_cast<std::size_t>(status.st_size));
  const ssize_t have = readAll(descriptor.value(), bytes);
  if (have < 0) return notOpened(file, errno);
  bytes.resize(static_cast<std::size_t>(have));
  return bytes;
}

}  // namespace retailor::image
