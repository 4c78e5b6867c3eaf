#pragma once

#include <string>
#include <vector>

#include "core/mask/mask.h"
#include "core/regions/maps/label_map.h"

namespace retailor::regions {

// A class of which a file says where it is and what it is called.
struct ClassMask {
  std::string name;
  BodyPart part = BodyPart::None;
  mask::Mask mask;       // half coverage and more counts
  std::string source{};  // as notes call it: a file, a page; else by its name
};

// One map of masks that may overlap: the smaller ones lie on top. Ids count from 1 by falling size; the map brings the scheme that tells
// them apart, called `title`, and a note for each mask that loses pixels to others or covers none by half. `masks`: at least one, all of
// one size.
LabelMap layered(const std::string& name, const std::string& title, std::vector<ClassMask> masks);

}  // namespace retailor::regions
