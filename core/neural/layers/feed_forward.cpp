#include "core/neural/layers/feed_forward.h"

#include "core/neural/layers/activation.h"

namespace retailor::neural {

GatedFeedForward::GatedFeedForward(const WeightSource& source, std::int64_t width)
    : m_operators(source.placement().operators),
      m_widen(source / "net.0.proj", width, 8 * width),
      m_narrow(source / "net.2", 4 * width, width) {}

at::Tensor GatedFeedForward::addedTo(const at::Tensor& residual, const at::Tensor& x) const {
  return m_narrow.addedTo(residual, gatedByGelu(m_widen(x), m_operators));
}

}  // namespace retailor::neural
