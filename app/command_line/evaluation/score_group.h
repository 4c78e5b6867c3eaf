#pragma once

#include <optional>
#include <stop_token>

#include "app/command_line/evaluation/group_run.h"
#include "core/evaluation/group_score.h"
#include "core/image/bitmap.h"
#include "core/mask/mask.h"
#include "core/metrics/network_metrics.h"

namespace retailor::command_line {

struct ShownReference {
  image::Bitmap picture;
  std::optional<mask::Mask> mask;  // which of its pixels count
};

// A group's pictures as they are compared and shown.
struct ScoredPictures {
  image::Bitmap source;
  mask::Mask mask;
  std::vector<ShownReference> references;
  image::Bitmap result;
};

// Measures a picture against its group's source; `networks` may be null. BadInput names the file that cannot be read or does not fit.
Result<evaluation::GroupScore> scoreGroup(const evaluation::EvaluationGroup& group, const GroupPicture& made,
                                          metrics::NetworkMetrics* networks, ScoredPictures& pictures, const std::stop_token& stop);

}  // namespace retailor::command_line
