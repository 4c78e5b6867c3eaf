#pragma once

#include "core/mask/brush_dab.h"
#include "core/mask/mask.h"

namespace retailor::mask {

enum class PaintMode { Add, Subtract };

// One press-to-release of brush or eraser. Between two pointer positions the dab is swept without gaps; within a stroke coverage
// does not build up (the strongest dab wins), as opacity does in Photoshop and Krita: adding makes coverage at least the dab's, subtracting
// at most 255 - the dab's. Pressure 0..1 scales the radius. Paints straight into the mask it was given, which must outlive it.
class Stroke {
 public:
  Stroke(Mask& mask, BrushTip tip, PaintMode mode);
  // Goes on to (x, y) in photo pixels (pixel centres at .5); returns the box of the pixels that changed, empty when none did. Cost: the
  // dabs of this piece only.
  image::Rect moveTo(double x, double y, double pressure = 1.0);
  image::Rect changed() const { return m_changed; }  // union since the start

 private:
  struct Place {
    double x = 0, y = 0, radius = 0;
  };
  image::Rect sweep(const Place& from, const Place& to);  // at to.radius all along
  image::Rect paintRow(int y, int left, int right, const Place& from, const Place& to, const DabProfile& profile);

  Mask& m_mask;
  BrushTip m_tip;
  PaintMode m_mode;
  bool m_started = false;
  Place m_place;
  image::Rect m_changed;
};

}  // namespace retailor::mask
