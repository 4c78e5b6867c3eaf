#include "core/garment/silhouette/garment_cut.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>

#include <opencv2/imgproc.hpp>

#include "core/garment/landmarks/garment_landmarks.h"
#include "core/garment/silhouette/collar_path.h"
#include "core/garment/silhouette/colour_bleed.h"
#include "core/garment/silhouette/silhouette.h"
#include "core/image/opencv_bitmap.h"
#include "core/mask/opencv_mask.h"

namespace retailor::garment {
namespace {

constexpr int kOutlinePoints = 600;
constexpr double kPaleLikeness = 0.85;
constexpr int kCollarSide = 768;                        // the longer side of the picture a collar is looked for in
constexpr double kBacksNeck = 0.15, kBacksBand = 0.27;  // widths of the neck: a neckline and a band's seam below it no deeper are a back's
constexpr double kRim = 3.5;                            // pixels inside the edge that still show backdrop, in a picture of a megapixel

// Which way round a picture is worked on: a mirrored one is turned back, so that it is cut as the other's mirror image to the last bit.
bool leansLeft(const image::Bitmap& picture) {
  const cv::Mat all = image::toCv(picture);
  std::int64_t lean = 0;
  for (int y = 0; y < all.rows; ++y) {
    const std::uint8_t* row = all.ptr<std::uint8_t>(y);
    for (int x = 0; x < all.cols; ++x)
      for (int c = 0; c < all.channels(); ++c) lean += std::int64_t{2 * x - all.cols + 1} * row[x * all.channels() + c];
  }
  return lean < 0;
}

image::Bitmap mirrored(const image::Bitmap& picture) {
  cv::Mat turned;
  cv::flip(image::toCv(picture), turned, 1);
  return image::fromCv(turned);
}

mask::Mask mirrored(const mask::Mask& mask) {
  mask::Mask turned(mask.size());
  cv::Mat out = mask::writableMat(turned);
  cv::flip(mask::readableMat(mask), out, 1);
  return turned;
}

void mirror(GarmentCut& cut) {
  const double width = cut.colour.width();
  cut.colour = mirrored(cut.colour);
  cut.coverage = mirrored(cut.coverage);
  cut.outline = mirroredOutline(cut.outline, width);
  LandmarkPlaces landmarks;
  for (const auto& [landmark, place] : cut.landmarks) landmarks[mirrored(landmark)] = {width - place.x, place.y};
  cut.landmarks = std::move(landmarks);
  for (Point& p : cut.collar) p.x = width - p.x;
  std::ranges::reverse(cut.collar);
}

// Everything above the collar's path, between the neck points, is the inside of the back.
void takeAwayAbove(mask::Mask& coverage, const std::vector<Point>& path, double margin) {
  std::vector<cv::Point> region;
  for (const Point& p : path) region.emplace_back(cvRound(p.x), cvRound(p.y));
  const double top = std::min(path.front().y, path.back().y) - margin;
  region.emplace_back(cvRound(path.back().x), cvRound(top));
  region.emplace_back(cvRound(path.front().x), cvRound(top));
  cv::Mat above = cv::Mat::zeros(coverage.height(), coverage.width(), CV_8U);
  cv::fillPoly(above, std::vector<std::vector<cv::Point>>{region}, 255, cv::LINE_AA);
  cv::Mat cloth = mask::writableMat(coverage);
  cv::subtract(cloth, above, cloth);
}

// Finds the collar in a smaller copy; coordinates come back at full size.
CollarPath collarOf(const GarmentCut& cut, Point left, Point right, int deeper) {
  const cv::Mat full = image::toCv(cut.colour);
  const double scale = std::min(1.0, static_cast<double>(kCollarSide) / std::max(full.cols, full.rows));
  cv::Mat small, lab, coverage;
  cv::resize(full, small, {std::max(1, cvRound(full.cols * scale)), std::max(1, cvRound(full.rows * scale))}, 0, 0, cv::INTER_AREA);
  cv::resize(mask::readableMat(cut.coverage), coverage, small.size(), 0, 0, cv::INTER_AREA);
  small.convertTo(small, CV_32F, 1.0 / 255);
  cv::GaussianBlur(small, small, {}, 1.0);
  cv::cvtColor(small, lab, cv::COLOR_RGB2Lab);
  CollarPath path = collarPath(lab, coverage, scale * left, scale * right, deeper);
  for (Point& p : path.points) p = (1 / scale) * p;
  return path;
}

// A front shows the inside of its back, down to where the collar's edge hangs; a back shows no more than a band round the neck.
bool fromBehind(const LandmarkPlaces& places, const CollarPath& collar) {
  const Point left = places.at(Landmark::NeckLeft), right = places.at(Landmark::NeckRight);
  const double dip = places.at(Landmark::NeckBottom).y - (left.y + right.y) / 2;
  return !collar.points.empty() && collar.depth < kBacksBand && dip < kBacksNeck * distance(left, right);
}

void cutCollar(GarmentCut& cut, const FitSettings& settings) {
  const auto left = cut.landmarks.find(Landmark::NeckLeft), right = cut.landmarks.find(Landmark::NeckRight);
  if (!settings.collarCut || left == cut.landmarks.end() || right == cut.landmarks.end()) return;
  CollarPath collar = collarOf(cut, left->second, right->second, settings.collarEdge);
  if (settings.collarEdge == 0 && fromBehind(cut.landmarks, collar)) {
    cut.warnings.push_back(
        {FitConcern::MaybeBehind, 100 * collar.depth,
         "The neck of the garment is closed as high as a back's: if the picture shows it from behind, use one of its front."});
    return;
  }
  cut.collar = std::move(collar.points);
  if (cut.collar.empty()) return;
  takeAwayAbove(cut.coverage, cut.collar, 0.4 * distance(left->second, right->second));
  cut.outline = outlineOf(cut.coverage, kOutlinePoints);
  cut.landmarks = movedOnto(cut.outline, cut.landmarks);
}

Failure wrongKind(const std::string& name, GarmentRow row) {
  const std::string expected = row == GarmentRow::Lower ? "trousers or a skirt" : row == GarmentRow::Whole ? "a dress or a suit" : "a top";
  return badInput("The outline in '" + name + "' is not that of " + expected +
                  "; drop it on the row it belongs to, or mark the garment alone.");
}

// Pale cloth before a pale backdrop: what was found may be any part of it.
bool pale(const GarmentCut& cut) {
  return std::ranges::any_of(cut.warnings, [](const FitWarning& one) { return one.concern == FitConcern::LowContrast; });
}

Failure hardlyVisible(const std::string& name) {
  return badInput("The garment in '" + name + "' hardly differs from its backdrop, so its outline cannot be found; mark it with a mask.");
}

Result<void> read(GarmentCut& cut, GarmentRow row, const FitSettings& settings, const std::string& name) {
  cut.outline = outlineOf(cut.coverage, kOutlinePoints);
  if (cut.outline.empty()) return wrongKind(name, row);
  ReadOutline found = readOutline(cut.coverage, cut.outline, row, settings.kind);
  cut.kind = found.kind;
  cut.landmarks = std::move(found.landmarks);
  if (pale(cut) && found.likeness < kPaleLikeness) return hardlyVisible(name);
  if (!found.convincing) return wrongKind(name, row);
  return {};
}

image::Bitmap threeChannels(const image::Bitmap& picture) {
  if (picture.channels() == 3) return picture;
  cv::Mat rgb;
  cv::cvtColor(image::toCv(picture), rgb, cv::COLOR_RGBA2RGB);
  return image::fromCv(rgb);
}

}  // namespace

bool sameCut(const FitSettings& a, const FitSettings& b) {
  return a.kind == b.kind && a.flipped == b.flipped && a.sensitivity == b.sensitivity && a.seeThroughGaps == b.seeThroughGaps &&
         a.collarCut == b.collarCut && a.collarEdge == b.collarEdge;
}

Result<GarmentCut> cutGarment(const image::Bitmap& picture, const mask::Mask* given, GarmentRow row, const FitSettings& settings,
                              const std::string& name, std::stop_token stop) {
  const bool turned = leansLeft(picture);
  const image::Bitmap worked = turned ? mirrored(picture) : picture;
  const std::optional<mask::Mask> mask = given ? std::optional(turned ? mirrored(*given) : *given) : std::nullopt;
  Result<Silhouette> silhouette = silhouetteOf(worked, mask ? &*mask : nullptr, settings, name, stop);
  if (!silhouette) return silhouette.failure();
  GarmentCut cut;
  if (stop.stop_requested()) return cut;
  cut.colour = threeChannels(worked);
  cut.coverage = std::move(silhouette->coverage);
  cut.warnings = std::move(silhouette->warnings);
  if (const Result<void> good = read(cut, row, settings, name); !good) return good.failure();
  cutCollar(cut, settings);
  if (stop.stop_requested()) return cut;
  const double rim = kRim * std::max(1.0, std::sqrt(static_cast<double>(picture.width()) * picture.height() / 1e6));
  cut.colour = image::fromCv(bledOutward(image::toCv(cut.colour), mask::readableMat(cut.coverage), rim));
  cut.flipped = settings.flipped;
  if (cut.flipped != turned) mirror(cut);
  return cut;
}

}  // namespace retailor::garment
