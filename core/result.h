#pragma once

#include <optional>
#include <utility>
#include <variant>

#include "core/failure.h"

namespace retailor {

// A value, or the Failure that stands in its place. Used for everything a user's input or machine can make go wrong.
// Reading value() of a failed result, or failure() of a good one, is a mistake of ours and throws std::bad_variant_access.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
  Result(Failure failure) : m_state(std::in_place_index<1>, std::move(failure)) {}

  bool ok() const { return m_state.index() == 0; }
  explicit operator bool() const { return ok(); }

  const T& value() const& { return std::get<0>(m_state); }
  T& value() & { return std::get<0>(m_state); }
  T&& value() && { return std::get<0>(std::move(m_state)); }
  const T& operator*() const { return value(); }
  T& operator*() { return value(); }
  const T* operator->() const { return &value(); }
  T* operator->() { return &value(); }

  const Failure& failure() const { return std::get<1>(m_state); }

 private:
  std::variant<T, Failure> m_state;
};

// Success without a value, or a Failure. `return {};` means success.
template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Failure failure) : m_failure(std::move(failure)) {}

  bool ok() const { return !m_failure.has_value(); }
  explicit operator bool() const { return ok(); }
  const Failure& failure() const { return m_failure.value(); }

 private:
  std::optional<Failure> m_failure;
};

}  // namespace retailor
