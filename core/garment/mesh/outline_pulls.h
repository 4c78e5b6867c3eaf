#pragma once

#include "core/garment/matching/automatic_pins.h"
#include "core/garment/mesh/shape_solver.h"
#include "core/garment/mesh/sheet.h"

namespace retailor::garment {

// What a fit asks of its mesh.
struct PullWishes {
  double followOutline = 1;
  double looseness = 0;
  double stiffness = 1;
  std::array<bool, 2> armDown{};
};

// The outline to follow.
struct WornOutline {
  const Outline& points;
  int width;    // of the worn garment, photo pixels
  double snap;  // as near it a pin counts as lying on it
};

// Where the pins and the worn outline pull the sheet: between two pins that lie on the worn outline its rim follows that outline, by equal
// shares of arc length; elsewhere the garment's own arc is carried over by the similarity of its two ends. Pins pull harder. The order and
// the corners of the pulls depend on the pins' garment places only, so that a drag keeps the solver's factor as long as no segment changes
// its kind.
std::vector<Pull> pullsOf(const Sheet& sheet, const Outline& garment, const WornOutline& worn, const std::vector<PixelPin>& pins,
                          const PullWishes& wishes);

}  // namespace retailor::garment
