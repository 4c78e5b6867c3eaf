#include "core/neural/models/segformer_settings.h"

#include <numeric>

namespace retailor::neural {
namespace {

constexpr std::int64_t mostDepth = 64;  // B5, the largest, has 40 blocks in its third stage
constexpr std::int64_t mostPatch = 31;

void check(const SegformerStage& stage, const ModelSettings& settings) {
  if (stage.width % stage.heads != 0) settings.refuse("“num_attention_heads” does not divide “hidden_sizes”");
  if (stage.depth > mostDepth) settings.refuse("“depths” asks for more than 64 blocks in a stage");
  if (stage.patch % 2 == 0 || stage.patch > mostPatch) settings.refuse("“patch_sizes” holds an even or very large number");
  if (stage.stride > stage.patch) settings.refuse("“strides” holds a number above its patch size, so that pixels would be left out");
}

}  // namespace

SegformerSettings SegformerSettings::read(const ModelSettings& settings) {
  settings.require("hidden_act", "gelu");
  if (!settings.flag("reshape_last_stage", true)) settings.refuse("“reshape_last_stage” is false, which Retailor does not compute");
  const SegformerSettings usual;
  const std::size_t count = usual.stages.size();
  if (settings.count("num_encoder_blocks", 4) != 4) settings.refuse("“num_encoder_blocks” is not 4");
  if (settings.count("num_channels", 3) != 3) settings.refuse("“num_channels” is not 3");
  const auto listed = [&](const char* name, std::int64_t SegformerStage::*member) {
    std::vector<std::int64_t> absent;
    for (const SegformerStage& stage : usual.stages) absent.push_back(stage.*member);
    std::vector<std::int64_t> list = settings.counts(name, absent);
    if (list.size() != count) settings.refuse(std::string("“") + name + "” does not have one number for each of the four stages");
    return list;
  };
  SegformerSettings read = usual;
  const auto fill = [&](const char* name, std::int64_t SegformerStage::*member) {
    const std::vector<std::int64_t> list = listed(name, member);
    for (std::size_t i = 0; i < count; ++i) read.stages[i].*member = list[i];
  };
  fill("hidden_sizes", &SegformerStage::width);
  fill("depths", &SegformerStage::depth);
  fill("num_attention_heads", &SegformerStage::heads);
  fill("sr_ratios", &SegformerStage::reduction);
  fill("patch_sizes", &SegformerStage::patch);
  fill("strides", &SegformerStage::stride);
  fill("mlp_ratios", &SegformerStage::ratio);
  for (std::size_t i = 0; i < count; ++i) {
    read.stages[i].in = i == 0 ? 3 : read.stages[i - 1].width;
    check(read.stages[i], settings);
  }
  read.decoderWidth = settings.count("decoder_hidden_size", usual.decoderWidth);
  read.classes = settings.entries("id2label", usual.classes);
  return read;
}

std::int64_t SegformerSettings::blocks() const {
  return std::accumulate(stages.begin(), stages.end(), std::int64_t{0},
                         [](std::int64_t sum, const auto& stage) { return sum + stage.depth; });
}

}  // namespace retailor::neural
