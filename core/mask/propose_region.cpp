#include "core/mask/propose_region.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "core/image/opencv_bitmap.h"
#include "core/mask/connected_pieces.h"
#include "core/mask/grab_cut.h"
#include "core/mask/opencv_mask.h"

namespace retailor::mask {

namespace {

constexpr int kSide = 384;              // the picture the first look is taken at
constexpr double kClose = 14;           // Lab: colours of one cloth under light and shade
constexpr double kShade = 0.45;         // lightness counts less than hue: folds are the same cloth
constexpr int kAround = 3;              // pixels of that picture round a click whose colours count
constexpr double kRoom = 0.18;          // of the found part's size, left around it for what differs in colour
constexpr double kStrokeShare = 0.012;  // of the picture's longer side: what a click surely means

// How wide and high a part may be, in multiples of the photo's shorter side: a click on a wall must not take the wall.
struct Reach {
  double width, height;
};

Reach reachOf(RegionPrior prior) {
  switch (prior) {
    case RegionPrior::Face: return {0.5, 0.6};
    case RegionPrior::Hair: return {0.6, 0.7};
    case RegionPrior::UpperClothes: return {0.95, 1.0};
    case RegionPrior::LowerClothes: return {0.8, 1.2};
    case RegionPrior::WholeBody: return {0.95, 1.6};
    case RegionPrior::Shoes: return {0.5, 0.4};
  }
  return {1, 1};
}

cv::Mat softenedLab(const cv::Mat& picture, const cv::Size& size) {
  cv::Mat small, lab;
  cv::resize(picture, small, size, 0, 0, cv::INTER_AREA);
  if (small.channels() == 4) cv::cvtColor(small, small, cv::COLOR_RGBA2RGB);
  cv::bilateralFilter(small.clone(), small, 7, 30, 5);
  small.convertTo(lab, CV_32F, 1.0 / 255);
  cv::cvtColor(lab, lab, cv::COLOR_RGB2Lab);
  return lab;
}

// What hangs together with the click and has one of the colours around it.
cv::Mat likeClick(const cv::Mat& lab, cv::Point click, int around) {
  const cv::Rect all({0, 0}, lab.size());
  const cv::Mat patch = lab(cv::Rect(click.x - around, click.y - around, 2 * around + 1, 2 * around + 1) & all);
  const cv::Scalar mean = cv::mean(patch);
  cv::Mat like(lab.size(), CV_8U);
  for (int y = 0; y < lab.rows; ++y)
    for (int x = 0; x < lab.cols; ++x) {
      const auto& p = lab.at<cv::Vec3f>(y, x);
      const double off = std::hypot(kShade * (static_cast<double>(p[0]) - mean[0]), static_cast<double>(p[1]) - mean[1],
                                    static_cast<double>(p[2]) - mean[2]);
      like.at<std::uint8_t>(y, x) = off <= kClose ? 255 : 0;
    }
  cv::circle(like, click, around, 255, cv::FILLED);
  const ConnectedPieces pieces(like, 4);
  const int own = pieces.at(click.x, click.y);
  pieces.assign(like, 0, [own](int piece) { return piece != own; });
  return like;
}

class Proposal {
 public:
  Proposal(const image::Bitmap& photo, RegionPrior prior)
      : m_photo(photo), m_prior(prior), m_scale(std::min(1.0, static_cast<double>(kSide) / std::max(photo.width(), photo.height()))) {
    const cv::Size size(std::max(1, cvRound(photo.width() * m_scale)), std::max(1, cvRound(photo.height() * m_scale)));
    m_lab = softenedLab(image::toCv(photo), size);
    m_like = cv::Mat::zeros(size, CV_8U);
    m_unlike = cv::Mat::zeros(size, CV_8U);
  }

  void add(Point click) {
    const cv::Point at = shrunken(click);
    m_inside.push_back(at);
    cv::Mat like = likeClick(m_lab, at, kAround);
    cv::Mat beyond(like.size(), CV_8U, cv::Scalar(255));
    const cv::Rect within = room(at);
    beyond(within) = 0;
    like.setTo(0, beyond);
    m_like |= like;
  }

  // After every add: what is like a click beside the part, unless it runs into a click on it.
  void addBeside(Point click) {
    const cv::Mat like = likeClick(m_lab, shrunken(click), kAround);
    if (std::ranges::any_of(m_inside, [&](const cv::Point& at) { return like.at<std::uint8_t>(at) != 0; })) return;
    m_unlike |= like;
    m_like.setTo(0, like);
    for (const cv::Point& at : m_inside) cv::circle(m_like, at, kAround, 255, cv::FILLED);
  }

  // Where the part may be: what was found, and some room round it.
  image::Rect box() const {
    const cv::Rect found = cv::boundingRect(m_like);
    const int across = cvRound(kRoom * found.width) + 4, down = cvRound(kRoom * found.height) + 4;
    const auto full = [this](int v) { return static_cast<int>(std::lround(v / m_scale)); };
    return image::intersected({full(found.x - across), full(found.y - down), full(found.width + 2 * across), full(found.height + 2 * down)},
                              m_photo.bounds());
  }

  Mask surelyPart() const { return wellInside(m_like); }
  Mask surelyNot() const { return wellInside(m_unlike); }

 private:
  Mask wellInside(const cv::Mat& found) const {
    cv::Mat inner;
    const int shrink = std::max(1, cvRound(std::sqrt(static_cast<double>(cv::countNonZero(found))) / 12));
    cv::erode(found, inner, cv::getStructuringElement(cv::MORPH_ELLIPSE, {2 * shrink + 1, 2 * shrink + 1}), {-1, -1}, 1,
              cv::BORDER_CONSTANT, 0);
    Mask mask(m_photo.size());
    cv::Mat out = writableMat(mask);
    cv::resize(inner, out, out.size(), 0, 0, cv::INTER_NEAREST);
    return mask;
  }

  cv::Point shrunken(Point click) const {
    return {std::min(static_cast<int>(click.x * m_scale), m_lab.cols - 1), std::min(static_cast<int>(click.y * m_scale), m_lab.rows - 1)};
  }

  cv::Rect room(cv::Point at) const {
    const Reach reach = reachOf(m_prior);
    const int shorter = std::min(m_lab.cols, m_lab.rows);
    const cv::Size size(std::max(8, cvRound(2 * reach.width * shorter)), std::max(8, cvRound(2 * reach.height * shorter)));
    return cv::Rect(at.x - size.width / 2, at.y - size.height / 2, size.width, size.height) & cv::Rect({0, 0}, m_lab.size());
  }

  const image::Bitmap& m_photo;
  RegionPrior m_prior;
  double m_scale;
  cv::Mat m_lab, m_like, m_unlike;
  std::vector<cv::Point> m_inside;
};

void drawClicks(Mask& mask, std::span<const Point> clicks) {
  const int radius = std::max(1, cvRound(kStrokeShare * std::max(mask.width(), mask.height()) / 2));
  cv::Mat out = writableMat(mask);
  for (const Point& click : clicks) cv::circle(out, {static_cast<int>(click.x), static_cast<int>(click.y)}, radius, 255, cv::FILLED);
}

}  // namespace

Result<Mask> proposedRegion(const image::Bitmap& photo, std::span<const Point> inside, std::span<const Point> outside, RegionPrior prior,
                            std::stop_token stop) {
  assert(photo.sampleType() == image::SampleType::U8 && photo.channels() >= 3);
  const auto onPhoto = [&](const Point& p) { return p.x >= 0 && p.y >= 0 && p.x < photo.width() && p.y < photo.height(); };
  if (inside.empty() || !std::ranges::all_of(inside, onPhoto) || !std::ranges::all_of(outside, onPhoto))
    return badInput("The click lies beside the photo; click on the garment.");
  try {
    Proposal proposal(photo, prior);
    for (const Point& click : inside) proposal.add(click);
    for (const Point& click : outside) proposal.addBeside(click);
    if (stop.stop_requested()) return Mask(photo.size());
    GrabCutHints hints{proposal.box(), proposal.surelyPart(), proposal.surelyNot()};
    drawClicks(*hints.inside, inside);
    drawClicks(*hints.outside, outside);
    return grabCut(photo, hints, stop);
  } catch (const cv::Exception& problem) {
    return Failure{FailureKind::Internal, "The region could not be found: " + problem.err + "."};
  }
}

}  // namespace retailor::mask
