#pragma once

#include "core/mask/labels.h"

namespace retailor::regions {

// Of heads labelled whole as faces: what lies outside the ellipse that a face fills of a head seen from the front becomes hair. Each head
// that hangs together for itself, specks left alone. In place; whether there was one.
bool splitHeads(mask::Labels& parts);

}  // namespace retailor::regions
