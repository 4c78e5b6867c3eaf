#pragma once

#include "core/regions/maps/label_map.h"

namespace retailor::regions {

// Of a map that was a JPEG: labels along edges are mere ringing. Those stay that fill a window of 3 × 3 pixels, of ids that do so in at
// least two per mille of the map; every other pixel takes the label of the nearest that stays. Thin parts are lost. False, and the map as
// it was, where less than half of it would stay: then it is no drawing of even areas; or where there is no memory for it.
bool dropRinging(LabelMap& map);

}  // namespace retailor::regions
