#pragma once

// A standing person of boxes and discs, labelled as a scheme would.

#include <cmath>
#include <functional>

#include "core/regions/maps/label_map.h"

namespace retailor::tests {

// What the figure wears.
enum class Dressed { TopAndTrousers, Dress };

// x and y are shares of the picture's sides.
inline regions::BodyPart figurePart(double x, double y, Dressed dressed) {
  using enum regions::BodyPart;
  const double side = std::abs(x - 0.5);
  if (std::hypot((x - 0.5) / 0.8, y - 0.14) < 0.055) return Face;
  if (std::hypot((x - 0.5) / 0.8, y - 0.11) < 0.09 && y < 0.15) return Hair;
  if (y > 0.23 && y < 0.50 && side < 0.17) return dressed == Dressed::Dress ? WholeBody : UpperClothes;
  if (y > 0.25 && y < 0.52 && side < 0.24 && side > 0.19) return Arms;
  if (y > 0.55 && y < 0.68 && side > 0.26 && side < 0.36 && x > 0.5) return Carried;
  if (y >= 0.50 && y < 0.88 && side < 0.15 && side > 0.02)
    return dressed == Dressed::Dress && y < 0.7 ? WholeBody : dressed == Dressed::Dress ? Skin : LowerClothes;
  if (y >= 0.50 && y < 0.55 && side <= 0.02) return dressed == Dressed::Dress ? WholeBody : LowerClothes;
  if (y >= 0.89 && y < 0.95 && side < 0.16 && side > 0.02) return Shoes;
  return None;
}

// One class of the scheme for each part; the one that `preferred` names where several fit.
inline std::uint32_t classFor(const regions::ParsingScheme& scheme, regions::BodyPart part,
                              const std::vector<std::string>& preferred = {}) {
  std::uint32_t id = 0;
  bool found = false;
  for (const regions::ParsingClass& one : scheme.classes) {
    if (one.part != part) continue;
    const bool wanted = std::ranges::find(preferred, one.name) != preferred.end();
    if (!found || wanted) id = one.id;
    found = true;
    if (wanted) break;
  }
  return id;
}

inline regions::LabelMap drawnMap(image::Size size, const std::function<std::uint32_t(double, double)>& idAt) {
  regions::LabelMap map{"map.png", size, {}};
  for (int y = 0; y < size.height; ++y)
    for (int x = 0; x < size.width; ++x) map.ids.push_back(idAt((x + 0.5) / size.width, (y + 0.5) / size.height));
  return map;
}

inline regions::LabelMap figureMap(const regions::ParsingScheme& scheme, image::Size size, Dressed dressed = Dressed::TopAndTrousers,
                                   const std::vector<std::string>& preferred = {}) {
  return drawnMap(size, [&](double x, double y) { return classFor(scheme, figurePart(x, y, dressed), preferred); });
}

}  // namespace retailor::tests
