#include "core/garment/silhouette/garment_cut.h"

#include <algorithm>

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
constexpr int kCollarSide = 768;  // the longer side of the picture a collar is looked for in
constexpr double kRim = 3.5;      // pixels inside the edge that still show backdrop, in a picture of a megapixel

void mirror(GarmentCut& cut) {
  cv::Mat colour = image::toCv(cut.colour), coverage = mask::writableMat(cut.coverage);
  cv::flip(colour, colour, 1);
  cv::flip(coverage, coverage, 1);
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

std::vector<Point> scaled(const std::vector<Point>& path, double by) {
  std::vector<Point> result;
  for (const Point& p : path) result.push_back(by * p);
  return result;
}

// Finds the collar in a smaller copy; coordinates come back at full size.
std::vector<Point> collarOf(const GarmentCut& cut, Point left, Point right, int deeper) {
  const cv::Mat full = image::toCv(cut.colour);
  const double scale = std::min(1.0, static_cast<double>(kCollarSide) / std::max(full.cols, full.rows));
  cv::Mat small, lab, coverage;
  cv::resize(full, small, {std::max(1, cvRound(full.cols * scale)), std::max(1, cvRound(full.rows * scale))}, 0, 0, cv::INTER_AREA);
  cv::resize(mask::readableMat(cut.coverage), coverage, small.size(), 0, 0, cv::INTER_AREA);
  small.convertTo(small, CV_32F, 1.0 / 255);
  cv::GaussianBlur(small, small, {}, 1.0);
  cv::cvtColor(small, lab, cv::COLOR_RGB2Lab);
  return scaled(collarPath(lab, coverage, scale * left, scale * right, deeper), 1 / scale);
}

void cutCollar(GarmentCut& cut, const FitSettings& settings) {
  const auto left = cut.landmarks.find(Landmark::NeckLeft), right = cut.landmarks.find(Landmark::NeckRight);
  if (!settings.collarCut || left == cut.landmarks.end() || right == cut.landmarks.end()) return;
  cut.collar = collarOf(cut, left->second, right->second, settings.collarEdge);
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
  Result<Silhouette> silhouette = silhouetteOf(picture, given, settings, name, stop);
  if (!silhouette) return silhouette.failure();
  GarmentCut cut;
  if (stop.stop_requested()) return cut;
  cut.colour = threeChannels(picture);
  cut.coverage = std::move(silhouette->coverage);
  cut.warnings = std::move(silhouette->warnings);
  cut.flipped = settings.flipped;
  if (cut.flipped) mirror(cut);
  if (const Result<void> good = read(cut, row, settings, name); !good) return good.failure();
  cutCollar(cut, settings);
  if (stop.stop_requested()) return cut;
  const double rim = kRim * std::max(1.0, std::sqrt(static_cast<double>(picture.width()) * picture.height() / 1e6));
  cut.colour = image::fromCv(bledOutward(image::toCv(cut.colour), mask::readableMat(cut.coverage), rim));
  return cut;
}

}  // namespace retailor::garment
