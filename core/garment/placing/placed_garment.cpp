#include "core/garment/placing/placed_garment.h"

#include <algorithm>
#include <cmath>

#include <opencv2/imgproc.hpp>

#include "core/garment/light/worn_light.h"
#include "core/garment/placing/mesh_map.h"
#include "core/garment/placing/same_cloth.h"
#include "core/garment/placing/uncovered_rest.h"
#include "core/image/colour.h"
#include "core/image/opencv_bitmap.h"
#include "core/mask/opencv_mask.h"

namespace retailor::garment {
namespace {

constexpr int kStrip = 64;                                        // rows drawn between two looks at the stop token
constexpr double kReach = 0.25;                                   // of the mesh's spacing, beyond its rim
constexpr double kAntialias = 0.4;                                // drawn pixels of blur before shrinking
constexpr double kSpread = 1.4, kSpreadGain = 2.4;                // photo pixels of blur; together they move the edge out by 1.1
constexpr double kRimDepth = 0.18, kRimWidth = 2.2, kUnit = 330;  // cloth turns away at its edge; pixels on a garment of that size
constexpr double kDarkCloth = 0.5;

image::Rect boxOf(const FitMesh& mesh) {
  image::Rect box;
  for (const Point& p : mesh.placed) {
    // Pins may lie far outside the photo; such places do not matter but must not overflow.
    const auto clipped = [](double v) { return static_cast<int>(std::floor(std::clamp(v, -1e6, 1e6))); };
    box = image::united(box, {clipped(p.x), clipped(p.y), 1, 1});
  }
  return box;
}

double spacingOf(const FitMesh& mesh) {
  double area = 0;
  for (const auto& t : mesh.triangles) {
    const auto at = [&](std::size_t k) { return mesh.placed[static_cast<std::size_t>(t[k])]; };
    area += std::abs(cross(at(1) - at(0), at(2) - at(0))) / 2;
  }
  return std::sqrt(2.3 * area / std::max<std::size_t>(1, mesh.triangles.size()));
}

// The cloth as it is read while drawing: colours blurred just enough that shrinking does not flicker, coverage reaching a pixel of the
// photo beyond the outline, so that no fringe of the old cloth shows.
struct Texture {
  cv::Mat colour, coverage;
};

Texture textureFor(const GarmentCut& cut, double enlargement) {
  Texture texture{image::toCv(cut.colour), {}};
  if (enlargement < 0.9) {
    const double sigma = kAntialias / enlargement;
    cv::GaussianBlur(texture.colour, texture.colour, {}, sigma, sigma, cv::BORDER_REPLICATE);
  }
  cv::GaussianBlur(mask::readableMat(cut.coverage), texture.coverage, {}, kSpread / enlargement, kSpread / enlargement,
                   cv::BORDER_CONSTANT);
  texture.coverage.convertTo(texture.coverage, CV_8U, kSpreadGain);
  return texture;
}

// An edge that was enlarged is as sharp as the photo's again.
void steepen(cv::Mat coverage, double enlargement) {
  if (enlargement > 1) coverage.convertTo(coverage, CV_8U, enlargement, 127.5 * (1 - enlargement));
}

struct Cloth {
  cv::Mat colour;    // 8UC3
  cv::Mat coverage;  // 8U
};

Cloth drawn(const GarmentCut& cut, const MeshMap& map, const std::stop_token& stop) {
  const Texture texture = textureFor(cut, map.enlargement());
  Cloth cloth{cv::Mat::zeros(map.size(), CV_8UC3), cv::Mat::zeros(map.size(), CV_8U)};
  for (int y = 0; y < map.size().height && !stop.stop_requested(); y += kStrip) {
    const int last = std::min(y + kStrip, map.size().height);
    const cv::Mat places = map.sources(y, last);
    cv::remap(texture.colour, cloth.colour.rowRange(y, last), places, {}, cv::INTER_CUBIC, cv::BORDER_REPLICATE);
    cv::remap(texture.coverage, cloth.coverage.rowRange(y, last), places, {}, cv::INTER_LINEAR, cv::BORDER_CONSTANT, 0);
  }
  steepen(cloth.coverage, map.enlargement());
  return cloth;
}

// What is in front stays: none of it at half coverage and more, less and less below.
void keepFront(cv::Mat coverage, const mask::Mask& inFront, const image::Rect& window) {
  if (inFront.size() == image::Size{}) return;
  const cv::Mat front = mask::readableMat(inFront)(mask::toCv(window));
  for (int y = 0; y < coverage.rows; ++y)
    for (int x = 0; x < coverage.cols; ++x) {
      const int before = std::max(0, 128 - front.at<std::uint8_t>(y, x));
      coverage.at<std::uint8_t>(y, x) = static_cast<std::uint8_t>(coverage.at<std::uint8_t>(y, x) * before / 128);
    }
}

// Gains for red, green and blue in linear light.
cv::Vec3f gainsOf(const FitSettings& settings) {
  const double light = std::exp2(settings.exposure), warm = 0.18 * settings.warmth;
  return {static_cast<float>(light * (1 + warm)), static_cast<float>(light), static_cast<float>(light * (1 - warm))};
}

// Distance from the cloth's edge makes it turn away from the light.
cv::Mat rimFactor(const cv::Mat& coverage, double unit) {
  cv::Mat depth, factor;
  cv::distanceTransform(coverage >= 128, depth, cv::DIST_L2, cv::DIST_MASK_5);
  cv::exp(depth * (-1 / (kRimWidth * unit)), factor);
  return 1 - kRimDepth * factor;
}

image::Bitmap lit(const Cloth& cloth, const cv::Mat& factor, const cv::Vec3f& gains, const std::stop_token& stop) {
  image::Bitmap picture({cloth.colour.cols, cloth.colour.rows}, 3, image::SampleType::F32);
  cv::Mat out = image::toCv(picture);
  float curve[256];
  for (int i = 0; i < 256; ++i) curve[i] = image::srgbToLinear(static_cast<float>(i) / 255);
  for (int y = 0; y < out.rows; ++y) {
    if (y % kStrip == 0 && stop.stop_requested()) return {};
    for (int x = 0; x < out.cols; ++x) {
      if (cloth.coverage.at<std::uint8_t>(y, x) == 0) continue;
      const cv::Vec3b p = cloth.colour.at<cv::Vec3b>(y, x);
      const float f = factor.at<float>(y, x);
      for (int c = 0; c < 3; ++c) out.at<cv::Vec3f>(y, x)[c] = image::linearToSrgb(std::clamp(curve[p[c]] * f * gains[c], 0.0f, 1.0f));
    }
  }
  return picture;
}

cv::Mat rgbPart(const image::Bitmap& photo, const image::Rect& window) {
  const cv::Mat part = image::toCv(photo)(mask::toCv(window));
  if (part.channels() == 3) return part;
  cv::Mat rgb;
  cv::cvtColor(part, rgb, cv::COLOR_RGBA2RGB);
  return rgb;
}

void warnOfLight(const WornLight& light, FitWarnings& warnings) {
  if (light.reliability < kDarkCloth)
    warnings.push_back({FitConcern::DarkCloth, 100 * light.reliability, "The worn garment is so dark that its folds are hardly readable."});
}

}  // namespace

Result<PlacedGarment> placedGarment(const image::Bitmap& photo, const GarmentCut& cut, const WornGarment& worn, const FitSession& session,
                                    std::stop_token stop) {
  try {
    const FitSettings settings = session.settings();
    const double spacing = spacingOf(session.mesh());
    PlacedGarment placed;
    const image::Rect cloth = image::grown(boxOf(session.mesh()), static_cast<int>(spacing));
    placed.window = image::intersected(image::united(cloth, image::grown(worn.box, 4)), photo.bounds());
    const cv::Mat rgb = rgbPart(photo, placed.window);
    const FitMesh mesh = inRegister(session.mesh(), cut, worn, rgb, placed.window, settings.sleeveOverTorso);
    if (stop.stop_requested()) return PlacedGarment{};
    const MeshMap map(mesh, placed.window, 1, settings.sleeveOverTorso, kReach * spacing);
    const Cloth drawing = drawn(cut, map, stop);
    if (stop.stop_requested()) return PlacedGarment{};
    const WornLight light = wornLight(rgb, placed.window, worn, stop);
    if (stop.stop_requested()) return PlacedGarment{};
    cv::Mat factor;
    cv::resize(shadeFactor(light, settings.followFolds), factor, map.size(), 0, 0, cv::INTER_LINEAR);
    factor = factor.mul(rimFactor(drawing.coverage, std::max(worn.box.width, worn.box.height) / kUnit));
    placed.picture = lit(drawing, factor, gainsOf(settings), stop);
    if (stop.stop_requested()) return PlacedGarment{};
    placed.coverage = mask::Mask(placed.window.size());
    drawing.coverage.copyTo(mask::writableMat(placed.coverage));
    keepFront(mask::writableMat(placed.coverage), worn.inFront, placed.window);
    placed.rest = uncoveredRest(worn, placed.window, placed.coverage, {settings.uncovered, session.oldCuffs()}, placed.warnings);
    if (settings.followFolds > 0) warnOfLight(light, placed.warnings);
    return placed;
  } catch (const cv::Exception& problem) {
    if (problem.code == cv::Error::StsNoMem)
      return Failure{FailureKind::OutOfMemory, "There is not enough memory to draw the garment; use smaller pictures."};
    return Failure{FailureKind::Internal, "The garment could not be drawn: " + problem.err + "."};
  }
}

image::Bitmap clothPreview(const GarmentCut& cut, const FitMesh& mesh, const FitSettings& settings, const image::Rect& window,
                           double scale) {
  const MeshMap map(mesh, window, scale, settings.sleeveOverTorso, 0);
  image::Bitmap preview({map.size().width, map.size().height}, 4, image::SampleType::U8);
  cv::Mat colour, coverage, out = image::toCv(preview);
  const cv::Mat places = map.sources(0, map.size().height);
  cv::remap(image::toCv(cut.colour), colour, places, {}, cv::INTER_LINEAR, cv::BORDER_REPLICATE);
  cv::remap(mask::readableMat(cut.coverage), coverage, places, {}, cv::INTER_LINEAR, cv::BORDER_CONSTANT, 0);
  std::vector<cv::Mat> planes;
  cv::split(colour, planes);
  planes.push_back(coverage);
  cv::merge(planes, out);
  return preview;
}

}  // namespace retailor::garment
