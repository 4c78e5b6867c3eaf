#pragma once

#include "core/mask/mask.h"

namespace retailor::mask {

// Grows by a positive, shrinks by a negative number of pixels, by exact distance of the mask binarised at 128. Beyond the picture's frame
// counts as the nearest pixel, so shrinking does not eat the frame. Soft edges become hard; 0 returns the mask as it is.
Mask grown(const Mask& mask, double pixels);

// Softens the edge over `pixels` each side: smoothstep of the signed distance (centred form) to the edge of the mask
// binarised at 128. 0 returns the mask as it is.
Mask feathered(const Mask& mask, double pixels);

// Inward only: 0 outside the mask stays 0 (strict), and nothing gets more coverage than it had. 0 returns the mask as it is.
Mask featheredInward(const Mask& mask, double pixels);

// Fills holes and removes islands of fewer than `pixels` pixels. An island is what hangs together above coverage 0 (corners count), a hole
// what hangs together below 255 (corners do not) and does not reach the picture's frame.
Mask cleaned(const Mask& mask, int pixels);

}  // namespace retailor::mask
