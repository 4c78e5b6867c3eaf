#include "core/neural/models/clip_layers.h"

namespace retailor::neural {

ClipStack ClipStack::read(const ModelSettings& settings, const ClipStack& absent) {
  ClipStack stack;
  stack.width = settings.count("hidden_size", absent.width);
  stack.hidden = settings.count("intermediate_size", absent.hidden);
  stack.layers = settings.count("num_hidden_layers", absent.layers);
  stack.heads = settings.count("num_attention_heads", absent.heads);
  stack.epsilon = settings.real("layer_norm_eps", absent.epsilon);
  const std::string named = settings.word("hidden_act", "quick_gelu");
  const auto activation = activationNamed(named);
  if (!activation) settings.refuse("it names the activation “" + named + "”, which Retailor does not know");
  stack.activation = *activation;
  return stack;
}

ClipLayer::ClipLayer(const WeightSource& source, const ClipStack& stack, Sight sight)
    : m_activation(stack.activation),
      m_norm1(source / "layer_norm1", stack.width, stack.epsilon),
      m_norm2(source / "layer_norm2", stack.width, stack.epsilon),
      m_attention(source / "self_attn",
                  {.width = stack.width, .heads = stack.heads, .bias = Bias::With, .sight = sight, .names = clipAttentionNames}),
      m_first(source / "mlp" / "fc1", stack.width, stack.hidden),
      m_second(source / "mlp" / "fc2", stack.hidden, stack.width) {}

at::Tensor ClipLayer::operator()(const at::Tensor& x) const {
  const at::Tensor h = m_attention.addedTo(x, m_norm1(x));
  return m_second.addedTo(h, activate(m_first(m_norm2(h)), m_activation));
}

std::vector<ClipLayer> clipLayers(const WeightSource& encoder, const ClipStack& stack, Sight sight) {
  std::vector<ClipLayer> layers;
  for (std::int64_t i = 0; i < stack.layers; ++i) layers.emplace_back(encoder / "layers" / i, stack, sight);
  return layers;
}

}  // namespace retailor::neural
