#include "core/regions/suggestions/suggested_parts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include <opencv2/imgproc.hpp>

#include "core/image/opencv_bitmap.h"

namespace retailor::regions {

namespace {

constexpr double kFacePixels = 20;    // the face's width in the small picture whose colours are compared
constexpr float kLightness = 0.6F;    // counts less than hue: folds are the same cloth
constexpr double kAlike = 9;          // ΔE: one colour, with its grain
constexpr double kLeastShare = 0.01;  // of the colours under a part's strokes: fewer that are alike say nothing
constexpr double kMoreOften = 3;      // than under the strokes that speak against it
constexpr double kColumnStep = 0.25;  // widths of the face between strokes
constexpr double kRowStep = 0.06;     // heights of the face
constexpr std::size_t kLeastRun = 5;  // rows
constexpr double kThin = 0.04;        // a stroke's radius in widths of the face

using Colours = std::vector<cv::Vec3f>;

// What of the photo lies near someone with this face, small. Places are in widths and heights of the face's box.
class Surroundings {
 public:
  Surroundings(const image::Bitmap& photo, const image::Rect& box) : m_face(box) {
    const auto reach = [](int from, int side, double share) { return from + static_cast<int>(std::lround(side * share)); };
    const int left = reach(box.x, box.width, -2.6), top = reach(box.y, box.height, -0.9);
    m_region = image::intersected({left, top, reach(box.x, box.width, 3.6) - left, reach(box.y, box.height, 9.6) - top}, photo.bounds());
    cv::Mat rgb = image::toCv(photo)({m_region.x, m_region.y, m_region.width, m_region.height});
    if (rgb.channels() == 4) cv::cvtColor(rgb, rgb, cv::COLOR_RGBA2RGB);
    m_scale = std::min(1.0, kFacePixels / box.width);
    cv::resize(rgb, m_lab, {std::max(1, cvRound(rgb.cols * m_scale)), std::max(1, cvRound(rgb.rows * m_scale))}, 0, 0, cv::INTER_AREA);
    m_lab.convertTo(m_lab, CV_32F, 1.0 / 255);
    cv::cvtColor(m_lab, m_lab, cv::COLOR_RGB2Lab);
    m_lab.forEach<cv::Vec3f>([](cv::Vec3f& colour, const int*) { colour[0] *= kLightness; });
  }

  mask::Point placeOf(double x, double y) const { return {m_face.x + x * m_face.width, m_face.y + y * m_face.height}; }
  bool holds(mask::Point at) const {
    return at.x >= m_region.x && at.y >= m_region.y && at.x < m_region.right() && at.y < m_region.bottom();
  }
  const cv::Vec3f& at(mask::Point place) const { return m_lab.at<cv::Vec3f>(small(place)); }

  // The colours under a stroke go to `colours`.
  void add(const PartStroke& stroke, Colours& colours) const {
    cv::Mat under = cv::Mat::zeros(m_lab.size(), CV_8U);
    for (std::size_t i = 0; i < stroke.path.size(); ++i)
      cv::line(under, small(stroke.path[i > 0 ? i - 1 : 0]), small(stroke.path[i]), 255, std::max(1, cvRound(2 * stroke.radius * m_scale)));
    for (int y = 0; y < under.rows; ++y)
      for (int x = 0; x < under.cols; ++x)
        if (under.at<std::uint8_t>(y, x)) colours.push_back(m_lab.at<cv::Vec3f>(y, x));
  }

 private:
  cv::Point small(mask::Point at) const {
    return {std::clamp(cvFloor((at.x - m_region.x) * m_scale), 0, m_lab.cols - 1),
            std::clamp(cvFloor((at.y - m_region.y) * m_scale), 0, m_lab.rows - 1)};
  }

  image::Rect m_face, m_region;
  double m_scale = 1;
  cv::Mat m_lab;
};

std::size_t countLike(const Colours& colours, const cv::Vec3f& colour) {
  return static_cast<std::size_t>(
      std::ranges::count_if(colours, [&](const cv::Vec3f& other) { return cv::norm(other - colour) <= kAlike; }));
}

// Where strokes of a part are looked for, in widths and heights of the face: from its middle line outwards, from its top downwards.
struct Zone {
  BodyPart part;
  double inner, outer, top, bottom;
};
constexpr std::array kZones{Zone{BodyPart::None, 1.15, 2.7, 1.2, 4.2}, Zone{BodyPart::None, 0.9, 2.7, 4.2, 9.2},
                            Zone{BodyPart::UpperClothes, 0, 2, 1.7, 3.6}, Zone{BodyPart::LowerClothes, 0, 0.9, 4.3, 7.4}};

// Tells parts from nobody by the colours under strokes that are known.
class ByColour {
 public:
  ByColour(const Surroundings& around, const std::vector<PartStroke>& known) : m_around(around) {
    for (const PartStroke& stroke : known) around.add(stroke, m_seen[stroke.part]);
  }

  // Runs of the zone's part down one column, `out` from the middle line.
  void addColumn(const Zone& zone, double out, double radius, std::vector<PartStroke>& strokes) const {
    PartStroke run{zone.part, radius, {}};
    const auto end = [&] {
      if (run.path.size() >= kLeastRun) strokes.push_back(run);
      run.path.clear();
    };
    for (double y = zone.top; y < zone.bottom; y += kRowStep) {
      const mask::Point at = m_around.placeOf(0.5 + out, y);
      m_around.holds(at) && looksLike(zone.part, m_around.at(at)) ? run.path.push_back(at) : end();
    }
    end();
  }

 private:
  // All parts speak against nobody, but only nobody against a part: shirt and trousers may well be of one cloth.
  bool looksLike(BodyPart part, const cv::Vec3f& colour) const {
    const auto own = m_seen.find(part);
    if (own == m_seen.end()) return false;
    std::size_t against = 0, alike = 0;
    for (const auto& [other, colours] : m_seen)
      if (other != part && (part == BodyPart::None || other == BodyPart::None))
        against += colours.size(), alike += countLike(colours, colour);
    const double share = static_cast<double>(countLike(own->second, colour)) / static_cast<double>(own->second.size());
    return share >= kLeastShare && share * static_cast<double>(against) >= kMoreOften * static_cast<double>(alike);
  }

  const Surroundings& m_around;
  std::map<BodyPart, Colours> m_seen;
};

}  // namespace

std::vector<PartStroke> suggestedParts(const image::Bitmap& photo, const image::Rect& face, std::stop_token stop) {
  std::vector<PartStroke> strokes = bodyPrior(face, photo.size());
  if (image::intersected(face, photo.bounds()).empty()) return strokes;
  const Surroundings around(photo, face);
  const ByColour colours(around, strokes);
  std::vector<PartStroke> more;
  for (const Zone& zone : kZones)
    for (double out = zone.inner; out <= zone.outer && !stop.stop_requested(); out += kColumnStep) {
      colours.addColumn(zone, out, kThin * face.width, more);
      if (out > 0) colours.addColumn(zone, -out, kThin * face.width, more);
    }
  if (!stop.stop_requested()) strokes.insert(strokes.end(), more.begin(), more.end());
  return strokes;
}

}  // namespace retailor::regions
