#include "ui/fitting/fit_work.h"

#include <algorithm>
#include <cmath>

#include "core/document/paint_target.h"
#include "core/garment/placing/placed_garment.h"
#include "ui/canvas/bitmap_to_qimage.h"

namespace retailor::ui {

using completion::BodyRegion;

namespace {

// Without hashes, and the layers not flattened in: a mesh needs neither.
completion::CompletionRequest meshRequest(const document::DocumentState& state) {
  completion::CompletionRequest request;
  request.photo = state.photo;
  request.photoName = state.photoName;
  if (!state.mask.isEmpty()) request.mask = std::make_shared<const mask::Mask>(state.mask);
  request.regions = state.regions;
  for (const document::Reference& reference : state.references) request.references.push_back(reference.tagged);
  request.settings = state.settings;
  return request;
}

quint32 premultiplied(const float* rgb, int alpha) {
  const auto level = [&](float value) { return static_cast<int>(std::lround(std::clamp(value, 0.0F, 1.0F) * static_cast<float>(alpha))); };
  return qRgba(level(rgb[0]), level(rgb[1]), level(rgb[2]), alpha);
}

QImage clothImage(const garment::PlacedGarment& placed) {
  QImage cloth(placed.window.width, placed.window.height, QImage::Format_ARGB32_Premultiplied);
  const auto picture = placed.picture.view<float>();
  for (int y = 0; y < cloth.height(); ++y) {
    auto* out = reinterpret_cast<quint32*>(cloth.scanLine(y));
    const std::uint8_t* coverage = placed.coverage.row(y);
    for (int x = 0; x < cloth.width(); ++x) out[x] = coverage[x] ? premultiplied(picture.pixel(x, y), coverage[x]) : 0;
  }
  return cloth;
}

}  // namespace

Result<completion::FitStart> startedFit(const document::DocumentState& state, document::Id reference, std::stop_token stop) {
  const auto found = std::ranges::find(state.references, reference, &document::Reference::id);
  if (found == state.references.end()) return badInput("The reference is no longer there.");
  return completion::startFit(meshRequest(state), static_cast<std::size_t>(found - state.references.begin()), std::move(stop));
}

Result<DrawnFit> drawnFit(const image::Bitmap& photo, std::shared_ptr<const garment::GarmentCut> cut,
                          std::shared_ptr<const garment::WornGarment> worn, const garment::FitSettings& settings, std::stop_token stop) {
  const auto session = garment::FitSession::begin(cut, worn, settings, stop);
  if (!session) return session.failure();
  if (stop.stop_requested()) return DrawnFit{};
  const auto placed = garment::placedGarment(photo, *cut, *worn, *session, stop);
  if (!placed) return placed.failure();
  if (placed->picture.empty()) return DrawnFit{};
  const image::Rect& window = placed->window;
  return DrawnFit{{window.x, window.y, window.width, window.height}, clothImage(*placed), coverageImage(placed->rest), placed->warnings};
}

bool wornIsMarked(const completion::PhotoRegions& regions, BodyRegion tag) {
  const auto marked = [&](BodyRegion region) { return document::markedIn(regions, document::PaintTarget::wornAt(region)) != nullptr; };
  return marked(tag) || (tag == BodyRegion::WholeBody && (marked(BodyRegion::UpperClothes) || marked(BodyRegion::LowerClothes)));
}

garment::FitSettings turnedOver(garment::FitSettings settings) {
  const std::vector<garment::FitPin> before = settings.pins;
  settings.flipped = !settings.flipped;
  std::erase_if(settings.pins, [&](garment::FitPin& pin) {
    if (!pin.landmark) {
      pin.garment.x = 1 - pin.garment.x;
      return false;
    }
    const auto other = std::ranges::find(before, std::optional(garment::mirrored(*pin.landmark)), &garment::FitPin::landmark);
    if (other != before.end()) pin.garment = other->garment;
    return other == before.end();
  });
  return settings;
}

}  // namespace retailor::ui
