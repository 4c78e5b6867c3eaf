#pragma once

#include <cstdint>
#include <mutex>
#include <string>

namespace retailor::ui {

// How far work on another thread is: it writes, the window reads now and then. Newest wins.
class NewestWord {
 public:
  struct Word {
    std::string what;  // the part or file at work
    std::uintmax_t have = 0;
    std::uintmax_t all = 0;
  };

  void put(Word word) {
    const std::lock_guard lock(m_mutex);
    m_word = std::move(word);
  }
  Word get() const {
    const std::lock_guard lock(m_mutex);
    return m_word;
  }

 private:
  mutable std::mutex m_mutex;
  Word m_word;
};

}  // namespace retailor::ui
