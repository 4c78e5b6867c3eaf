#pragma once

#include <algorithm>

namespace retailor::inpaint {

// One number, 0..2, for how closely a result follows the references, whichever way the method listens to them. At 1 nothing is changed, to
// the bit; at 0 no reference is seen.
struct Similarity {
  double value = 1;

  // Times the bundle's share of what self-attention answers with the references in sight: below 1 the answer without them comes in.
  double blend() const { return std::min(1.0, value); }
  // Times a reference's weight: above 1 its tokens count value² times. At 2 that raises their scores by ln 4, the most that StyleAligned
  // (Hertz et al. 2024) found useful.
  double tokens() const { return std::max(1.0, value * value); }
  // Times the scale of an IP-Adapter.
  double imagePrompt() const { return value; }
  // Of a model whose only condition is what references show, an example, their states or one on the canvas: what guidance adds to 1.
  double guidance(double scale) const { return value == 1 ? scale : 1 + (scale - 1) * value; }
};

}  // namespace retailor::inpaint
