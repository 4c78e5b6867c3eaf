#pragma once

#include "tests/support/name_seeded_weights.h"

namespace retailor::parity {

// The weights of make_parser_goldens.py: a variance is not below nothing.
inline at::Tensor parserWeight(const std::string& name, at::IntArrayRef shape) {
  const at::Tensor made = support::nameSeeded(name, shape);
  return name.ends_with("running_var") ? 1 + made.abs() : made;
}

}  // namespace retailor::parity
