#include "core/composite/crop_window.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace retailor::composite {

namespace {

constexpr double kNearlyOne = 0.04;  // a scale this close to 1 becomes 1, so that nothing is resampled

struct Extent {
  double width = 0, height = 0;
};

struct Side {
  int length = 0;   // photo pixels
  int working = 0;  // working pixels, a multiple
  double scale() const { return static_cast<double>(working) / length; }
};

// The window one would like, were the photo endless.
Extent wantedExtent(const image::Rect& box, double workingArea, const ContextRule& rule) {
  Extent wanted{std::max(box.width * rule.factor, box.width + 2.0 * rule.minimum),
                std::max(box.height * rule.factor, box.height + 2.0 * rule.minimum)};
  const double least = workingArea / (rule.maxScale * rule.maxScale);  // in photo pixels
  const double more = std::max(1.0, std::sqrt(least / (wanted.width * wanted.height)));
  wanted.width *= more;
  wanted.height *= more;
  if (rule.aspect > 0) {
    const double width = std::max(wanted.width, wanted.height * rule.aspect);
    wanted = {width, width / rule.aspect};
  }
  return wanted;
}

// Step 4, the shrinking. A wanted aspect is kept by giving up context on the other side, never by cutting the mask's box.
Extent shrunkInto(Extent wanted, image::Size photo, const image::Rect& box, double aspect) {
  wanted.width = std::min(wanted.width, static_cast<double>(photo.width));
  wanted.height = std::min(wanted.height, static_cast<double>(photo.height));
  if (aspect > 0) {
    const Extent whole = wanted;
    wanted.width = std::max<double>(box.width, std::min(whole.width, whole.height * aspect));
    wanted.height = std::max<double>(box.height, std::min(whole.height, whole.width / aspect));
  }
  return wanted;
}

double workingScale(const Extent& window, double workingArea, double maxScale) {
  const double scale = std::min(std::sqrt(workingArea / (window.width * window.height)), maxScale);
  return std::abs(scale - 1) < kNearlyOne && maxScale >= 1 ? 1.0 : scale;
}

// The side nearest to `wanted` whose working length is a multiple, between the mask's side and the photo's. Where no multiple fits at this
// scale the whole photo side is taken and the working length rounded.
Side fittedSide(double wanted, double scale, int multiple, int least, int most) {
  const auto lengthOf = [&](long units) { return std::lround(std::ceil(static_cast<double>(units * multiple) / scale - 0.5)); };
  long units = std::max(1L, std::lround(wanted * scale / multiple));
  while (units > 1 && lengthOf(units) > most) --units;
  while (lengthOf(units) < least) ++units;
  long length = lengthOf(units);
  if (length > most) {
    length = most;
    units = std::max(1L, std::lround(most * scale / multiple));
  }
  return {static_cast<int>(length), static_cast<int>(units * multiple)};
}

bool keepsScale(const Side& side, double scale) { return std::abs(side.working / scale - side.length) <= 0.5 + 1e-9; }

// Rounding must not lift the scale past the limit; one more pixel of context brings it back.
void holdScale(Side& side, double maxScale, int most) {
  if (side.scale() > maxScale + 1e-9 && side.length < most) ++side.length;
}

int shiftedInto(int boxBegin, int boxLength, int length, int photoLength) {
  const int centred = boxBegin - (length - boxLength) / 2;
  return std::clamp(centred, 0, photoLength - length);
}

}  // namespace

CropWindow windowAround(const mask::Mask& mask, std::int64_t workingArea, const ContextRule& rule) {
  const image::Rect box = mask.support();
  assert(!box.empty() && workingArea > 0 && rule.multipleOf >= 1 && rule.maxScale > 0);
  const image::Size photo = mask.size();
  const auto area = static_cast<double>(workingArea);
  const Extent wanted = shrunkInto(wantedExtent(box, area, rule), photo, box, rule.aspect);
  const auto fit = [&](bool width, double scale) {
    Side side = width ? fittedSide(wanted.width, scale, rule.multipleOf, box.width, photo.width)
                      : fittedSide(wanted.height, scale, rule.multipleOf, box.height, photo.height);
    holdScale(side, rule.maxScale, width ? photo.width : photo.height);
    return side;
  };
  // The shorter side's rounding sets the factor for both: half a pixel of the longer one is the smaller error.
  const bool narrow = wanted.width < wanted.height;
  Side shorter = fit(narrow, workingScale(wanted, area, rule.maxScale));
  const Side longer = fit(!narrow, shorter.scale());
  if (!keepsScale(longer, shorter.scale())) shorter = fit(narrow, longer.scale());  // the photo dictates the longer side
  const Side &across = narrow ? shorter : longer, &down = narrow ? longer : shorter;
  const int x = shiftedInto(box.x, box.width, across.length, photo.width);
  const int y = shiftedInto(box.y, box.height, down.length, photo.height);
  return {{x, y, across.length, down.length}, {across.working, down.working}};
}

CropWindow wholeWindow(image::Size photo, image::Size workingSize) { return {{0, 0, photo.width, photo.height}, workingSize}; }

double toWorking(double photo, int origin, double scale) { return (photo - origin + 0.5) * scale - 0.5; }

double toPhoto(double working, int origin, double scale) { return (working + 0.5) / scale - 0.5 + origin; }

}  // namespace retailor::composite
