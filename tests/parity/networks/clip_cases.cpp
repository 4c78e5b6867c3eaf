#include "core/neural/models/clip_text.h"
#include "core/neural/models/clip_vision.h"
#include "core/neural/models/paint_by_example_encoder.h"
#include "tests/parity/networks/golden_case.h"

namespace retailor::parity {
namespace {

using support::nameSeededSource;
using support::normal;

at::Tensor ids() {
  const at::Tensor made = (at::arange(77, at::kLong) * 7 % 500).repeat({2, 1});
  made[0][40] = 511;
  return made;
}

neural::ClipText text(const std::string& name) { return {nameSeededSource(), neural::ClipTextSettings::read(settingsOf(name))}; }

Outputs read(const std::string& name) {
  const auto states = text(name).forward(ids());
  return {{"last_hidden_state", states.last}, {"pooler_output", states.pooled}};
}

at::Tensor pixels() { return normal(108, {2, 3, 56, 56}); }

Outputs seen(const std::string& name) {
  const neural::ClipVision vision(nameSeededSource(), neural::ClipVisionSettings::read(settingsOf(name)));
  const auto states = vision.forward(pixels());
  return {{"image_embeds", states.embedding}, {"penultimate", states.hidden[states.hidden.size() - 2]}, {"first", states.hidden.front()}};
}

Outputs example() {
  const neural::PaintByExampleEncoder encoder(nameSeededSource(), neural::ClipVisionSettings::read(settingsOf("paint-by-example")));
  return {{"latent_states", encoder.forward(pixels())}, {"uncond_vector", encoder.unconditional()}};
}

}  // namespace

CaseTable clipCases() {
  CaseTable table;
  for (const std::string name : {"text", "text-mistaken-end", "text-gelu"}) table[name] = [=] { return read(name); };
  table["text-skipping-one"] = [] { return Outputs{{"last_hidden_state", text("text").forward(ids(), 1).last}}; };
  for (const std::string name : {"vision-gelu", "vision-quick_gelu"}) table[name] = [=] { return seen(name); };
  table["paint-by-example"] = example;
  return table;
}

}  // namespace retailor::parity
