#include "core/garment/silhouette/silhouette.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "core/garment/silhouette/backdrop.h"
#include "core/image/opencv_bitmap.h"
#include "core/mask/alpha_mask.h"
#include "core/mask/grab_cut.h"
#include "core/mask/opencv_mask.h"

namespace retailor::garment {
namespace {

constexpr int kWorkingSide = 1024;
constexpr double kPlainShare = 0.55;                   // of the border strip: more than a garment cut by the frame leaves
constexpr double kSmoothing = 2, kFaintSmoothing = 6;  // pixels at working size
constexpr double kLeastShare = 0.004, kMostShare = 0.985;
constexpr double kPaleThreshold = 3;  // Lab; with darker cloth it would take in the backdrop's unevenness
constexpr double kSkinOnTop = 0.35;
constexpr float kFaintCloth = 4;  // Lab distance between cloth and backdrop

cv::Mat rgbOf(const image::Bitmap& picture) {
  const cv::Mat all = image::toCv(picture);
  if (all.channels() == 3) return all;
  cv::Mat rgb;
  cv::cvtColor(all, rgb, cv::COLOR_RGBA2RGB);
  return rgb;
}

cv::Mat labOf(const cv::Mat& rgb) {
  cv::Mat unit, lab;
  rgb.convertTo(unit, CV_32F, 1.0 / 255);
  cv::cvtColor(unit, lab, cv::COLOR_RGB2Lab);
  return lab;
}

cv::Mat working(const cv::Mat& rgb) {
  const double scale = std::min(1.0, static_cast<double>(kWorkingSide) / std::max(rgb.cols, rgb.rows));
  if (scale == 1) return rgb;
  cv::Mat small;
  cv::resize(rgb, small, {std::max(1, cvRound(rgb.cols * scale)), std::max(1, cvRound(rgb.rows * scale))}, 0, 0, cv::INTER_AREA);
  return small;
}

// A smooth outline with a soft edge about one pixel and a half wide at full size.
mask::Mask smoothCoverage(const cv::Mat& object, image::Size full, double smoothing) {
  cv::Mat level;
  object.convertTo(level, CV_32F, 1.0 / 255);
  cv::GaussianBlur(level, level, {}, smoothing, smoothing, cv::BORDER_REPLICATE);
  const double scale = static_cast<double>(full.width) / object.cols;
  cv::resize(level, level, {full.width, full.height}, 0, 0, cv::INTER_LINEAR);
  const double gain = 0.7 * scale * smoothing * std::sqrt(2 * CV_PI);
  mask::Mask coverage(full);
  cv::Mat out = mask::writableMat(coverage);
  level.convertTo(out, CV_8U, 255 * gain, 255 * (0.5 - 0.5 * gain));
  return coverage;
}

void warn(FitWarnings& warnings, FitConcern concern, double measure, std::string sentence) {
  warnings.push_back({concern, measure, std::move(sentence)});
}

std::string percent(double share) { return std::to_string(std::lround(100 * share)) + " %"; }

Failure nothingFound(const std::string& name) {
  return badInput("No garment can be told from its background in '" + name +
                  "'; mark it with a mask, or use a picture on a plain backdrop.");
}

class PictureCutter {
 public:
  PictureCutter(const image::Bitmap& picture, const FitSettings& settings, const std::string& name)
      : m_picture(picture), m_settings(settings), m_name(name), m_rgb(working(rgbOf(picture))) {}

  Result<Silhouette> cut(std::stop_token stop) {
    Backdrop backdrop = backdropOf(labOf(m_rgb));
    if (m_settings.sensitivity > 0) backdrop.threshold = m_settings.sensitivity;
    const bool plain = backdrop.plainShare >= kPlainShare || m_settings.sensitivity > 0;
    return plain ? byBackdrop(backdrop) : byGrabCut(stop);
  }

 private:
  Result<Silhouette> byBackdrop(Backdrop& backdrop) {
    cv::Mat object = objectBefore(backdrop);
    if (shareOf(object) < kLeastShare && m_settings.sensitivity <= 0) {
      backdrop.threshold = 2;  // white on white: look closer before giving up
      object = objectBefore(backdrop);
    }
    if (m_settings.sensitivity <= 0 && faint(object, backdrop)) {
      backdrop.threshold = kPaleThreshold;
      object = objectBefore(backdrop);
    }
    if (shareOf(object) < kLeastShare || shareOf(object) > kMostShare) return nothingFound(m_name);
    settleRim(object, labOf(m_rgb), backdrop);
    trimRim(object, backdrop);
    if (m_settings.seeThroughGaps) object.setTo(0, gapsIn(object, backdrop));
    Silhouette found{smoothCoverage(object, m_picture.size(), faint(object, backdrop) ? kFaintSmoothing : kSmoothing), {}};
    if (distanceOfCloth(backdrop, object, 0.5) < kFaintCloth)
      warn(found.warnings, FitConcern::LowContrast, distanceOfCloth(backdrop, object, 0.5),
           "The garment and its backdrop have nearly the same colour: check its outline, or mark it with a mask.");
    return found;
  }

  Result<Silhouette> byGrabCut(std::stop_token stop) {
    const image::Rect all = m_picture.bounds();
    const int across = std::max(1, all.width / 40), down = std::max(1, all.height / 40);
    mask::GrabCutHints hints{{across, down, all.width - 2 * across, all.height - 2 * down}, mask::Mask(m_picture.size()), {}};
    cv::Mat sure = mask::writableMat(*hints.inside);
    cv::ellipse(sure, {all.width / 2, all.height / 2}, {std::max(1, all.width / 9), std::max(1, all.height / 8)}, 0, 0, 360, 255,
                cv::FILLED);
    Result<mask::Mask> object = mask::grabCut(m_picture, hints, stop);
    if (!object || (!stop.stop_requested() && object->share() < kLeastShare)) return nothingFound(m_name);
    Silhouette found{std::move(*object), {}};
    warn(found.warnings, FitConcern::BusyBackdrop, 0,
         "The garment's background is not plain: its outline was guessed. Check it, or mark the garment with a mask.");
    return found;
  }

  static double shareOf(const cv::Mat& object) {
    return static_cast<double>(cv::countNonZero(object)) / static_cast<double>(object.total());
  }

  const image::Bitmap& m_picture;
  const FitSettings& m_settings;
  const std::string& m_name;
  cv::Mat m_rgb;
};

// Share of the frame's length on which the garment lies.
double cutByFrame(const cv::Mat& coverage) {
  const int right = coverage.cols - 1, bottom = coverage.rows - 1;
  const int on = cv::countNonZero(coverage.row(0) >= 128) + cv::countNonZero(coverage.row(bottom) >= 128) +
                 cv::countNonZero(coverage.col(0) >= 128) + cv::countNonZero(coverage.col(right) >= 128);
  return static_cast<double>(on) / (2.0 * (coverage.cols + coverage.rows));
}

// Colours of skin under ordinary light: a wedge of hue in Cb and Cr (after Chai and Ngan 1999). Cloth may have them too, so only the middle
// of the top counts, where a wearer's head and neck would be.
double skinShare(const cv::Mat& rgb, const cv::Mat& coverage) {
  cv::Mat yCrCb, like, inside;
  cv::cvtColor(rgb, yCrCb, cv::COLOR_RGB2YCrCb);
  cv::inRange(yCrCb, cv::Scalar(60, 138, 85), cv::Scalar(245, 173, 125), like);
  cv::resize(coverage, inside, rgb.size(), 0, 0, cv::INTER_NEAREST);
  inside = inside >= 128;
  const cv::Rect box = cv::boundingRect(inside);
  const cv::Rect top(box.x + box.width / 4, box.y, std::max(1, box.width / 2), std::max(1, box.height / 5));
  const int all = cv::countNonZero(inside(top)), skin = cv::countNonZero(like(top) & inside(top));
  const bool everywhere = cv::countNonZero(like & inside) > cv::countNonZero(inside) / 2;  // then it is the cloth's own colour
  return all > 0 && !everywhere ? static_cast<double>(skin) / all : 0.0;
}

void addDoubts(Silhouette& found, const image::Bitmap& picture) {
  const cv::Mat coverage = mask::readableMat(found.coverage);
  if (const double on = cutByFrame(coverage); on > 0.02)
    warn(found.warnings, FitConcern::CutByFrame, 100 * on,
         "The picture does not show the whole garment: what it cuts off cannot be drawn.");
  const double skin = skinShare(working(rgbOf(picture)), coverage);
  if (skin > kSkinOnTop)
    warn(found.warnings, FitConcern::MaybePerson, 100 * skin,
         percent(skin) +
             " of the top of what was cut out has the colour of skin: if a person wears the garment, mark the garment alone with a mask.");
}

}  // namespace

Result<Silhouette> silhouetteOf(const image::Bitmap& picture, const mask::Mask* given, const FitSettings& settings, const std::string& name,
                                std::stop_token stop) {
  if (given) {
    if (given->isEmpty()) return badInput("The mask of '" + name + "' is empty; mark the garment.");
    return Silhouette{*given, {}};
  }
  if (std::optional<mask::Mask> alpha = mask::alphaMask(picture)) {
    if (alpha->share() < kLeastShare / 4) return nothingFound(name);
    Silhouette found{std::move(*alpha), {}};
    addDoubts(found, picture);
    return found;
  }
  Result<Silhouette> found = PictureCutter(picture, settings, name).cut(stop);
  if (found && !stop.stop_requested()) addDoubts(*found, picture);
  return found;
}

}  // namespace retailor::garment
