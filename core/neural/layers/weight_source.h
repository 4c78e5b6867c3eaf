#pragma once

#include <ATen/core/Tensor.h>

#include <functional>
#include <string>
#include <string_view>

#include "core/neural/tensor/placement.h"
#include "core/neural/weights/weight_map.h"

namespace retailor::neural {

// Where a layer takes its parameters from while it is built: named tensors below a prefix. Layers ask for the shape their settings call
// for, so a file that does not fit its settings is refused before anything is computed. A value; used on the thread that builds the
// network.
class WeightSource {
 public:
  // The tensor of that name, or an undefined one. It may share memory with a file and be of any floating type. The shape asked for is told,
  // so that weights can be made up where there are none; for a file it is only a wish.
  using Lookup = std::function<at::Tensor(const std::string& name, at::IntArrayRef shape)>;

  // `owner` names the file in sentences.
  WeightSource(Lookup lookup, Placement placement, std::string owner = "the model")
      : m_lookup(std::move(lookup)), m_placement(placement), m_owner(std::move(owner)) {}
  // `map` must outlive the source.
  static WeightSource of(const weights::WeightMap& map, Placement placement);

  // A parameter on its way into a network: the same one, or another of its shape. For low-rank changes that are merged into the weights.
  using Change = std::function<at::Tensor(const std::string& name, const at::Tensor& weight)>;
  WeightSource changedBy(const Change& change) const;

  // The names below "name.": WeightSource::operator/ so that a path reads as it is written in the file.
  WeightSource operator/(std::string_view name) const;
  WeightSource operator/(std::int64_t index) const { return *this / std::to_string(index); }

  // The parameter on the placement's device in its type; trailing sizes of 1 may differ from the file's. Throws RefusedModel naming the
  // tensor when there is none or its shape is another.
  at::Tensor take(std::string_view name, at::IntArrayRef shape) const;
  // The same as it lies in the file, in the file's type: for a layer that makes its own packed copy.
  at::Tensor lent(std::string_view name, at::IntArrayRef shape) const;

  const Placement& placement() const { return m_placement; }
  const std::string& owner() const { return m_owner; }

 private:
  Lookup m_lookup;
  Placement m_placement;
  std::string m_owner;
  std::string m_prefix;
};

}  // namespace retailor::neural
