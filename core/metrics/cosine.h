#pragma once

#include <span>

#include "core/result.h"

namespace retailor::metrics {

// The cosine of the angle between two embeddings, -1..1. BadInput: they differ in length, one is all zeros or holds no numbers.
Result<double> cosine(std::span<const float> one, std::span<const float> other);

}  // namespace retailor::metrics
