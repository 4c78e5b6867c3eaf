#pragma once

#include <cstdint>

#include "core/image/geometry.h"
#include "core/mask/mask.h"

namespace retailor::composite {

// The part of the photo that a method works on, and the size it works at.
struct CropWindow {
  image::Rect rect;         // within the photo
  image::Size workingSize;  // rect scaled by one factor, rounded
  double scale() const { return rect.width > 0 ? static_cast<double>(workingSize.width) / rect.width : 1.0; }
};

struct ContextRule {
  double factor = 1.5;  // window side over mask box side
  int minimum = 64;     // pixels of context each side, at least
  int multipleOf = 8;   // both working sides; 1 for none
  double aspect = 0;    // width over height the window should have; 0: as it comes
  double maxScale = 2;  // a tiny hole gets more context instead of more enlargement
};

// Window around the support of `mask`, grown for context, shifted (then shrunk) to stay inside the photo. `workingArea` in pixels (512² …);
// the window is never enlarged past maxScale. The mask must not be empty.
CropWindow windowAround(const mask::Mask& mask, std::int64_t workingArea, const ContextRule& rule = {});

// The whole photo at a working size.
CropWindow wholeWindow(image::Size photo, image::Size workingSize);

// Photo pixel coordinates <-> working coordinates, half-pixel centres.
double toWorking(double photo, int origin, double scale);
double toPhoto(double working, int origin, double scale);

}  // namespace retailor::composite
