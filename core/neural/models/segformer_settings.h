#pragma once

#include <vector>

#include "core/neural/models/model_settings.h"

namespace retailor::neural {

struct SegformerStage {
  std::int64_t in = 3;         // channels of the map before it
  std::int64_t width = 32;     // channels of its tokens
  std::int64_t depth = 2;      // blocks
  std::int64_t heads = 1;      // of attention
  std::int64_t reduction = 8;  // how many times smaller, each way, the map is that keys and values come from
  std::int64_t patch = 7;      // side of the overlapping patches, odd
  std::int64_t stride = 4;
  std::int64_t ratio = 4;  // hidden width of the feed-forward layer by `width`
};

// The sizes of a SegFormer. As they come: MiT-B0.
struct SegformerSettings {
  std::vector<SegformerStage> stages{
      {3, 32, 2, 1, 8, 7, 4, 4}, {32, 64, 2, 2, 4, 3, 2, 4}, {64, 160, 2, 5, 2, 3, 2, 4}, {160, 256, 2, 8, 1, 3, 2, 4}};
  std::int64_t decoderWidth = 256;
  std::int64_t classes = 2;

  // A SegformerForSemanticSegmentation's config.json with transformers' defaults; the classes are those of its id2label, 2 where it has
  // none. Throws RefusedModel naming the setting.
  static SegformerSettings read(const ModelSettings& settings);
  std::int64_t blocks() const;  // of all stages
};

}  // namespace retailor::neural
