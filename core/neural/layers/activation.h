#pragma once

#include <ATen/core/Tensor.h>

#include <optional>
#include <string>

#include "core/neural/tensor/placement.h"

namespace retailor::neural {

// The non-linear functions that settings name.
enum class Activation { Gelu, GeluTanh, QuickGelu, Silu, Relu };

// "gelu", "quick_gelu", … as config.json spells them; none for another word.
std::optional<Activation> activationNamed(const std::string& word);

// In place; returns x. Gelu is the exact one, with the error function; QuickGelu is x·σ(1.702·x).
at::Tensor activate(at::Tensor x, Activation activation);

// x [.., 2n]: first half · Gelu(second half) [.., n] (Shazeer 2020).
at::Tensor gatedByGelu(const at::Tensor& x, Operators operators = Operators::Fast);

}  // namespace retailor::neural
