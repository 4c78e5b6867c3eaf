#pragma once

#include <span>

#include "core/image/geometry.h"
#include "core/mask/labels.h"

namespace retailor::regions {

// Takes the neck off faces: of each piece of BodyPart::Face that holds most of a detected face, what lies more than 5 % of its box's height
// below the box becomes skin. `faces`: boxes in the plane's pixels whose lower edge is the chin, as of frontal cascades. A piece with
// several of them is cut at the lowest. Tells whether anything was cut.
bool trimFaces(mask::Labels& parts, std::span<const image::Rect> faces);

}  // namespace retailor::regions
