#include "core/composite/feather_seam.h"

#include "core/mask/grow_shrink.h"

namespace retailor::composite {

mask::Mask blendMask(const mask::Mask& hole, double pixels) { return mask::featheredInward(hole, pixels); }

}  // namespace retailor::composite
