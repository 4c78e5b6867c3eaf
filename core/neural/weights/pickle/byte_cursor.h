#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string_view>

namespace retailor::weights {

// Reads little-endian numbers and runs of bytes one after another, never past the end: nothing when there are too few left.
class ByteCursor {
 public:
  explicit ByteCursor(std::span<const std::byte> bytes, std::uint64_t at = 0)
      : m_bytes(bytes), m_at(at < bytes.size() ? at : bytes.size()) {}

  std::size_t at() const { return m_at; }
  std::size_t left() const { return m_bytes.size() - m_at; }

  template <class Number>
  std::optional<Number> take() {
    if (left() < sizeof(Number)) return std::nullopt;
    Number number{};
    std::memcpy(&number, m_bytes.data() + m_at, sizeof number);
    m_at += sizeof number;
    return number;
  }

  std::optional<std::string_view> takeText(std::uint64_t length) {
    if (length > left()) return std::nullopt;
    const std::string_view text(reinterpret_cast<const char*>(m_bytes.data()) + m_at, length);
    m_at += length;
    return text;
  }

  // Up to the next line feed, which is passed over.
  std::optional<std::string_view> takeLine() {
    const std::string_view rest(reinterpret_cast<const char*>(m_bytes.data()) + m_at, left());
    const std::size_t end = rest.find('\n');
    if (end == std::string_view::npos) return std::nullopt;
    m_at += end + 1;
    return rest.substr(0, end);
  }

 private:
  std::span<const std::byte> m_bytes;
  std::size_t m_at;
};

}  // namespace retailor::weights
