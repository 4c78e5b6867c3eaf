#include "core/mask/grab_cut.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include <opencv2/imgproc.hpp>

#include "core/image/opencv_bitmap.h"
#include "core/mask/connected_pieces.h"
#include "core/mask/guided_edge.h"
#include "core/mask/opencv_mask.h"

namespace retailor::mask {

namespace {

constexpr double kMargin = 0.15;  // of the box, each side: background to learn from
constexpr int kLongSide = 512;    // GrabCut's time grows faster than its pixels
constexpr int kIterations = 3;
constexpr int kRadius = 8;                 // of the guided filter, at least
constexpr double kHoleShare = 0.002;       // of the region: smaller holes are filled
constexpr std::uint64_t kSeed = 20040801;  // the colour models start from OpenCV's random numbers

// What GrabCut works on: a region round the box, and the same made small.
struct Scene {
  image::Rect region;
  cv::Mat rgb, small;
  double scale() const { return static_cast<double>(small.cols) / rgb.cols; }
};

Scene sceneAround(const image::Bitmap& picture, const image::Rect& box) {
  const int across = static_cast<int>(std::ceil(kMargin * box.width)), down = static_cast<int>(std::ceil(kMargin * box.height));
  Scene scene;
  scene.region = intersected({box.x - across, box.y - down, box.width + 2 * across, box.height + 2 * down}, picture.bounds());
  scene.rgb = image::toCv(picture)(toCv(scene.region));
  if (scene.rgb.channels() == 4) cv::cvtColor(scene.rgb, scene.rgb, cv::COLOR_RGBA2RGB);
  const double scale = std::min(1.0, static_cast<double>(kLongSide) / std::max(scene.rgb.cols, scene.rgb.rows));
  const cv::Size size(std::max(1, cvRound(scene.rgb.cols * scale)), std::max(1, cvRound(scene.rgb.rows * scale)));
  cv::resize(scene.rgb, scene.small, size, 0, 0, cv::INTER_AREA);
  return scene;
}

// Every small pixel that a stroke touches at all: thin strokes must not vanish.
cv::Mat strokesIn(const std::optional<Mask>& strokes, const Scene& scene) {
  if (!strokes) return cv::Mat::zeros(scene.small.size(), CV_8U);
  cv::Mat small, whole;
  binarised(*strokes, scene.region, 128).convertTo(whole, CV_32F);
  cv::resize(whole, small, scene.small.size(), 0, 0, cv::INTER_AREA);
  return small > 0;
}

cv::Mat firstLabels(const Scene& scene, const image::Rect& box, const GrabCutHints& hints) {
  cv::Mat labels(scene.small.size(), CV_8U, cv::Scalar(cv::GC_BGD));
  const double scale = scene.scale();
  const cv::Point from(cvFloor((box.x - scene.region.x) * scale), cvFloor((box.y - scene.region.y) * scale));
  const cv::Point to(cvCeil((box.right() - scene.region.x) * scale), cvCeil((box.bottom() - scene.region.y) * scale));
  labels(cv::Rect(from, to) & cv::Rect({0, 0}, labels.size())) = cv::GC_PR_FGD;
  labels.setTo(cv::GC_FGD, strokesIn(hints.inside, scene));
  labels.setTo(cv::GC_BGD, strokesIn(hints.outside, scene));
  return labels;
}

// Non-zero where a label says object, surely or probably.
cv::Mat objectIn(const cv::Mat& labels) { return (labels & 1) != 0; }

bool hasBothSides(const cv::Mat& labels) {
  const int object = cv::countNonZero(objectIn(labels));
  return object > 0 && object < static_cast<int>(labels.total());
}

// One iteration a call, so that stopping is noticed in between.
void cut(const cv::Mat& rgb, cv::Mat& labels, std::stop_token stop) {
  cv::Mat background, object;
  cv::theRNG().state = kSeed;
  for (int i = 0; i < kIterations && !stop.stop_requested(); ++i) {
    if (!hasBothSides(labels)) return;  // nothing left to tell apart
    cv::grabCut(rgb, labels, {}, background, object, 1, i == 0 ? cv::GC_INIT_WITH_MASK : cv::GC_EVAL);
  }
}

void applyHints(cv::Mat& object, const Scene& scene, const image::Rect& box, const GrabCutHints& hints) {
  cv::Mat beyond(object.size(), CV_8U, cv::Scalar(255));
  beyond(cv::Rect(box.x - scene.region.x, box.y - scene.region.y, box.width, box.height)) = 0;
  object.setTo(0, beyond);
  if (hints.inside) object.setTo(255, binarised(*hints.inside, scene.region, 128));
  if (hints.outside) object.setTo(0, binarised(*hints.outside, scene.region, 128));
}

// With strokes: the pieces they touch. Without: the largest, and any at least half as large, since shoes come in pairs.
void keepWanted(cv::Mat& object, const Scene& scene, const std::optional<Mask>& inside) {
  const ConnectedPieces pieces(object, 8);
  std::vector<char> touched(static_cast<std::size_t>(pieces.count()));
  int largest = 0;
  for (int piece = 1; piece < pieces.count(); ++piece) largest = std::max(largest, pieces.area(piece));
  const cv::Mat strokes = inside ? binarised(*inside, scene.region, 128) : cv::Mat();
  const bool stroked = inside && cv::countNonZero(strokes & object) > 0;
  for (int y = 0; stroked && y < object.rows; ++y) {
    for (int x = 0; x < object.cols; ++x) {
      if (strokes.at<std::uint8_t>(y, x)) touched[static_cast<std::size_t>(pieces.at(x, y))] = true;
    }
  }
  pieces.assign(object, 0,
                [&](int piece) { return stroked ? !touched[static_cast<std::size_t>(piece)] : 2 * pieces.area(piece) < largest; });
}

cv::Mat refined(const Scene& scene, const cv::Mat& labels, const image::Rect& box, const GrabCutHints& hints, std::stop_token stop) {
  cv::Mat object;
  cv::resize(objectIn(labels), object, scene.rgb.size(), 0, 0, cv::INTER_LINEAR);
  const int radius = std::max(kRadius, cvRound(1.5 / scene.scale()));
  object = guidedEdge(object, separatingGuide(scene.rgb, object >= 128), radius, stop);
  applyHints(object, scene, box, hints);
  keepWanted(object, scene, hints.inside);
  fillHoles(object, static_cast<int>(kHoleShare * static_cast<double>(object.total())));
  if (hints.outside) object.setTo(0, binarised(*hints.outside, scene.region, 128));
  return object;
}

Result<Mask> cutOut(const image::Bitmap& picture, const GrabCutHints& hints, std::stop_token stop) {
  const image::Rect box = intersected(hints.box, picture.bounds());
  if (box.empty()) return badInput("The box has no pixels of the picture in it; draw it round the object.");
  const Scene scene = sceneAround(picture, box);
  cv::Mat labels = firstLabels(scene, box, hints);
  if (!hasBothSides(labels)) {
    return badInput(
        "There is nothing to tell the object from its background; draw the box a little wider than the object, or mark some of each.");
  }
  Mask mask(picture.size());
  cut(scene.small, labels, stop);
  if (stop.stop_requested()) return mask;
  const cv::Mat object = refined(scene, labels, box, hints, stop);
  if (!stop.stop_requested()) object.copyTo(writableMat(mask)(toCv(scene.region)));
  return mask;
}

}  // namespace

Result<Mask> grabCut(const image::Bitmap& picture, const GrabCutHints& hints, std::stop_token stop) {
  assert(picture.sampleType() == image::SampleType::U8 && picture.channels() >= 3);
  assert((!hints.inside || hints.inside->size() == picture.size()) && (!hints.outside || hints.outside->size() == picture.size()));
  try {
    return cutOut(picture, hints, stop);
  } catch (const cv::Exception& e) {
    if (e.code == cv::Error::StsNoMem)
      return Failure{FailureKind::OutOfMemory, "There is not enough memory to find the object; draw a smaller box."};
    return Failure{FailureKind::Internal, "The object could not be found: " + e.err + "."};
  } catch (const std::bad_alloc&) {
    return Failure{FailureKind::OutOfMemory, "There is not enough memory to find the object; draw a smaller box."};
  }
}

}  // namespace retailor::mask
