#include "ui/fitting/fit_work.h"

#include <QPainter>
#include <algorithm>
#include <cmath>
#include <utility>

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

// Hatching, so that what will be filled is told apart from any cloth without relying on colour. As coarse as the picture is large.
QBrush hatching(const QImage& picture) {
  const int side = std::max(6, std::max(picture.width(), picture.height()) / 40);
  QImage tile(side, side, QImage::Format_ARGB32_Premultiplied);
  tile.fill(QColor(20, 20, 24, 110));
  QPainter painter(&tile);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(QColor(255, 220, 90, 230), side / 5.0));
  for (const int shift : {-side, 0, side}) painter.drawLine(shift, side, shift + side, 0);
  return tile;
}

QImage restImage(const mask::Mask& rest) {
  QImage hatched(rest.width(), rest.height(), QImage::Format_ARGB32_Premultiplied);
  hatched.fill(Qt::transparent);
  QPainter painter(&hatched);
  painter.fillRect(hatched.rect(), hatching(hatched));
  painter.setCompositionMode(QPainter::CompositionMode_DestinationIn);
  painter.drawImage(0, 0, coverageImage(rest));
  return hatched;
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

PictureLevels clothOverRest(const garment::PlacedGarment& placed) {
  QImage both = restImage(placed.rest);
  QPainter(&both).drawImage(0, 0, clothImage(placed));
  return PictureLevels(both);
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
  return DrawnFit{{window.x, window.y, window.width, window.height}, clothOverRest(*placed), placed->warnings};
}

bool wornIsMarked(const completion::PhotoRegions& regions, BodyRegion tag) {
  const auto marked = [&](BodyRegion region) { return document::markedIn(regions, document::PaintTarget::wornAt(region)) != nullptr; };
  return marked(tag) || (tag == BodyRegion::WholeBody && (marked(BodyRegion::UpperClothes) || marked(BodyRegion::LowerClothes)));
}

garment::FitSettings turnedOver(garment::FitSettings settings) {
  const std::vector<garment::FitPin> before = std::exchange(settings.pins, {});
  settings.flipped = !settings.flipped;
  for (garment::FitPin pin : before) {
    // What is the left cuff now was the right one: its place on the garment goes with its name.
    const auto other = pin.landmark ? std::ranges::find(before, std::optional(garment::mirrored(*pin.landmark)), &garment::FitPin::landmark)
                                    : before.end();
    if (pin.landmark && other == before.end()) continue;
    pin.garment = pin.landmark ? other->garment : garment::Point{1 - pin.garment.x, pin.garment.y};
    settings.pins.push_back(pin);
  }
  return settings;
}

}  // namespace retailor::ui
