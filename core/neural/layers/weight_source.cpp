#include "core/neural/layers/weight_source.h"

#include <deque>
#include <memory>
#include <sstream>

#include "core/neural/tensor/network_failure.h"
#include "core/neural/tensor/weight_tensor.h"

namespace retailor::neural {
namespace {

at::IntArrayRef withoutTrailingOnes(at::IntArrayRef shape) {
  while (!shape.empty() && shape.back() == 1) shape = shape.slice(0, shape.size() - 1);
  return shape;
}

std::string shown(at::IntArrayRef shape) {
  std::ostringstream text;
  text << shape;
  return text.str();
}

}  // namespace

WeightSource WeightSource::of(const weights::WeightMap& map, Placement placement) {
  // A layer has copied its parameters when the ones of the layer after the next are asked for: a network then takes the memory of its
  // weights once, not twice.
  constexpr std::size_t mostOfOneLayer = 4;
  const auto lookup = [&map, handedOut = std::make_shared<std::deque<const weights::TensorView*>>()](const std::string& name,
                                                                                                     at::IntArrayRef) {
    if (handedOut->size() == mostOfOneLayer) {
      handedOut->front()->letGo();
      handedOut->pop_front();
    }
    const weights::TensorView* view = map.find(name);
    if (view != nullptr) handedOut->push_back(view);
    return view != nullptr && weights::isFloating(view->element) ? sharedTensor(*view) : at::Tensor();
  };
  return {lookup, placement, map.file.string()};
}

WeightSource WeightSource::changedBy(const Change& change) const {
  WeightSource changed = *this;
  if (change)
    changed.m_lookup = [before = m_lookup, change](const std::string& name, at::IntArrayRef shape) {
      const at::Tensor weight = before(name, shape);
      return weight.defined() ? change(name, weight) : weight;
    };
  return changed;
}

WeightSource WeightSource::operator/(std::string_view name) const {
  WeightSource below = *this;
  below.m_prefix.append(name).append(".");
  return below;
}

at::Tensor WeightSource::lent(std::string_view name, at::IntArrayRef shape) const {
  const std::string path = m_prefix + std::string(name);
  const at::Tensor found = m_lookup(path, shape);
  if (!found.defined()) throw RefusedModel("The weights in " + m_owner + " lack the tensor " + path + ". Download the file again.");
  if (withoutTrailingOnes(found.sizes()) != withoutTrailingOnes(shape))
    throw RefusedModel("The tensor " + path + " in " + m_owner + " has the shape " + shown(found.sizes()) +
                       ", but the model's settings ask for " + shown(shape) +
                       ". The weights and config.json do not belong together; download both again.");
  return found.view(shape);
}

at::Tensor WeightSource::take(std::string_view name, at::IntArrayRef shape) const {
  const at::Tensor found = lent(name, shape);
  return found.to(m_placement.device, m_placement.type, /*non_blocking=*/false, /*copy=*/true);
}

}  // namespace retailor::neural
