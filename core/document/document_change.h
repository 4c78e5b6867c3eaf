#pragma once

#include "core/document/paint_target.h"
#include "core/document/reference.h"
#include "core/image/geometry.h"

namespace retailor::document {

// What just changed, for whoever shows it.
struct DocumentChange {
  enum class What { Mask, Regions, References, Pose, Layers, Candidates, Settings };
  What what = What::Mask;
  image::Rect rect{};    // photo pixels concerned (Mask, Regions, Layers); empty means all
  Id id = 0;             // the one reference, layer or candidate concerned; 0: several, or the list itself
  PaintTarget target{};  // which region (Regions)
};

}  // namespace retailor::document
