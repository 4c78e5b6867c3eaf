#pragma once

#include <memory>

#include "core/garment/fit_session.h"
#include "tests/core/garment/drawn_garments.h"

namespace retailor::tests {

// A drawn garment and the same one worn: bent, turned and scaled on a photo of the same size.
struct FittedPair {
  static constexpr image::Size size{480, 560};
  DrawnGarment flat, onPerson;
  std::shared_ptr<const garment::GarmentCut> cut;
  std::shared_ptr<const garment::WornGarment> worn;
};

template <class Move>
FittedPair fittedPair(const DrawnGarment& drawn, const Move& move, garment::GarmentRow row, const mask::Mask* inFront = nullptr) {
  FittedPair pair{moved(drawn, SmoothWarp(1, 0, 0, 1)), moved(drawn, move), nullptr, nullptr};
  const garment::FitSettings settings{.collarCut = false};
  const image::Bitmap picture = pictureOf(maskOf(pair.flat, FittedPair::size));
  pair.cut = std::make_shared<const garment::GarmentCut>(*garment::cutGarment(picture, nullptr, row, settings, "shirt.png"));
  pair.worn = std::make_shared<const garment::WornGarment>(*garment::wornGarment(maskOf(pair.onPerson, FittedPair::size), inFront));
  return pair;
}

// The same with the outline known exactly.
template <class Move>
FittedPair exactPair(const DrawnGarment& drawn, const Move& move, garment::GarmentRow row) {
  FittedPair pair = fittedPair(drawn, move, row);
  const mask::Mask outline = maskOf(pair.flat, FittedPair::size);
  pair.cut = std::make_shared<const garment::GarmentCut>(
      *garment::cutGarment(pictureOf(outline), &outline, row, {.collarCut = false}, "shirt.png"));
  return pair;
}

inline garment::FitSession sessionOf(const FittedPair& pair, const garment::FitSettings& settings = {.collarCut = false}) {
  return std::move(*garment::FitSession::begin(pair.cut, pair.worn, settings));
}

// Mean distance of the placed mesh from where the true movement takes it.
template <class Move>
double meshError(const garment::FitMesh& mesh, const Move& move) {
  double sum = 0;
  for (std::size_t i = 0; i < mesh.rest.size(); ++i) sum += distance(mesh.placed[i], move(mesh.rest[i]));
  return sum / static_cast<double>(mesh.rest.size());
}

// The same error of a naive paste, which stretches the garment's box to the worn one's.
template <class Move>
double boxError(const FittedPair& pair, const garment::FitMesh& mesh, const Move& move) {
  const image::Rect from = pair.cut->coverage.support(), to = pair.worn->box;
  double sum = 0;
  for (const Point& p : mesh.rest)
    sum += distance(move(p), {to.x + (p.x - from.x) * to.width / from.width, to.y + (p.y - from.y) * to.height / from.height});
  return sum / static_cast<double>(mesh.rest.size());
}

inline garment::GarmentRow rowOf(const DrawnGarment& drawn) {
  if (drawn.landmarks.contains(Landmark::Crotch)) return garment::GarmentRow::Lower;
  return drawn.landmarks.contains(Landmark::CuffOuterLeft) ? garment::GarmentRow::Upper : garment::GarmentRow::Whole;
}

}  // namespace retailor::tests
