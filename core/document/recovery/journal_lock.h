#pragma once

#include <filesystem>
#include <optional>

namespace retailor::document {

// Says that a journal's writer lives. The kernel holds it (flock), so it ends with the process however that ends, and no number of a dead
// process can be mistaken for a living one.
class JournalLock {
 public:
  // Nothing when another holds it, here or in another process, or the file cannot be made.
  static std::optional<JournalLock> take(const std::filesystem::path& file);

  JournalLock(JournalLock&& other) noexcept;
  JournalLock& operator=(JournalLock&&) = delete;
  ~JournalLock();

 private:
  explicit JournalLock(int descriptor) : m_descriptor(descriptor) {}

  int m_descriptor;
};

}  // namespace retailor::document
