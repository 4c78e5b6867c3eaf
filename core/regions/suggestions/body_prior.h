#pragma once

#include <vector>

#include "core/image/geometry.h"
#include "core/mask/shapes.h"
#include "core/regions/body_part.h"

namespace retailor::regions {

// A stroke on what probably is a part of someone.
struct PartStroke {
  BodyPart part = BodyPart::None;  // None: surely nobody
  double radius = 1;               // photo pixels
  std::vector<mask::Point> path;   // photo pixels
};

// Where the parts of someone upright are likely to be, from a face detector's box: in heights of the box below its top the chin lies at
// 0.98, shoulders at 1.5, the waist at 3.4, hips at 4.2, soles at 8.8; nobody is beside the head and above the shoulders, and beyond the
// reach of arms. Strokes are clipped to the photo, those beyond it left out. True for people who stand and look at the camera, a first
// guess for others: never to be used unseen.
std::vector<PartStroke> bodyPrior(const image::Rect& faceBox, image::Size photo);

}  // namespace retailor::regions
