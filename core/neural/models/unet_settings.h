#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/neural/layers/residual_block.h"
#include "core/neural/layers/spatial_transformer.h"
#include "core/neural/layers/time_embedding.h"
#include "core/neural/models/model_settings.h"

namespace retailor::neural {

// One level of the U-Net: its width and what is in it. Levels count from the largest map to the smallest.
struct UnetLevel {
  std::int64_t width = 320;
  std::int64_t residuals = 2;  // on the way down; one more on the way up
  std::int64_t heads = 8;
  std::int64_t transformerBlocks = 1;
  bool attendsDown = true;
  bool attendsUp = true;
};

// The architecture of a conditional U-Net of the Stable Diffusion 1 and 2 family, as its config.json gives it.
struct UnetSettings {
  std::int64_t in = 4;
  std::int64_t out = 4;
  std::int64_t groups = 32;
  double epsilon = 1e-5;
  std::int64_t outside = 768;      // width of the tokens that cross-attention looks at
  std::int64_t timeCondition = 0;  // width of the guidance embedding of distilled networks; 0: none
  std::int64_t sampleSize = 64;    // latent pixels a side the network was made for
  bool projectsByMatrix = false;   // transformers lead in and out by matrices, not by 1×1 filters
  bool padsDownsampling = true;    // zeros all round, or right and bottom only
  TimeWaves waves;
  std::vector<UnetLevel> levels;

  // Throws RefusedModel where the settings ask for what is not computed here.
  static UnetSettings read(const ModelSettings& settings);

  std::int64_t widest() const;
  // The level whose transformers are the last to run; none where nothing attends on the way up and the middle's is the last.
  std::optional<std::size_t> lastLevelAttendingUp() const;

  std::int64_t timeWidth() const { return 4 * levels.front().width; }
  // The two largest levels have many pixels for every weight.
  static MapSize mapsOf(std::size_t level) { return level < 2 ? MapSize::Large : MapSize::Small; }
  ResidualBlockOptions residual(std::int64_t blockIn, std::int64_t blockOut, std::size_t level) const;
  SpatialTransformerOptions transformer(const UnetLevel& level) const;
};

}  // namespace retailor::neural
