#include "core/garment/matching/garment_pose.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numbers>

namespace retailor::garment {
namespace {

constexpr double kHanging = 8 * std::numbers::pi / 180;  // from straight down: how an arm hangs

struct Sleeve {
  Landmark shoulder, outer, inner, armpit, hem;
  double turn;  // 1 right, -1 left
};
constexpr std::array<Sleeve, 2> kSleeves{
    {{Landmark::ShoulderLeft, Landmark::CuffOuterLeft, Landmark::CuffInnerLeft, Landmark::ArmpitLeft, Landmark::HemLeft, -1},
     {Landmark::ShoulderRight, Landmark::CuffOuterRight, Landmark::CuffInnerRight, Landmark::ArmpitRight, Landmark::HemRight, 1}}};

bool canMove(const LandmarkPlaces& places, const Sleeve& sleeve) {
  return places.contains(sleeve.outer) && places.contains(sleeve.inner) &&
         armpitHeight(places.at(sleeve.shoulder), places.at(sleeve.armpit), places.at(sleeve.hem)) < kTrueArmpit;
}

// Indices from `from` clockwise to `to`, both included.
std::vector<std::size_t> way(std::size_t from, std::size_t to, std::size_t size) {
  std::vector<std::size_t> indices{from};
  while (indices.back() != to) indices.push_back((indices.back() + 1) % size);
  return indices;
}

// Moves one garment's outline point by point, so that landmarks can be followed by their indices.
class Poser {
 public:
  Poser(const Outline& outline, const LandmarkPlaces& landmarks) : m_own(outline), m_outline(outline) {
    for (const auto& [landmark, place] : landmarks) m_at[landmark] = nearestIndex(outline, place);
  }

  void moveSleeve(const Sleeve& sleeve, const SleevePose& pose) {
    const Point root = between(own(sleeve.shoulder), own(sleeve.armpit), 0.5);
    const Point axis = between(own(sleeve.outer), own(sleeve.inner), 0.5) - root;
    const double square = std::max(1e-9, dot(axis, axis));
    const double fromDown = std::atan2(sleeve.turn * axis.x, axis.y);  // 0 hanging, a quarter turn held out
    const double turn = sleeve.turn * pose.lowered * std::max(0.0, fromDown - kHanging);
    for (const std::size_t i : between(sleeve, sleeve.shoulder, sleeve.armpit)) {
      const Point off = m_own[i] - root;
      const double along = dot(off, axis) / square, across = cross(axis, off) / square;
      if (along <= 0) continue;
      const double angle = turn * std::min(along, 1.0), c = std::cos(angle), s = std::sin(angle);
      const Point grown = (pose.length * along) * axis + across * Point{-axis.y, axis.x};
      m_outline[i] = root + Point{c * grown.x - s * grown.y, s * grown.x + c * grown.y};
    }
    if (pose.onTorso) closeGap(sleeve);
  }

  void cutAt(double height) {
    for (Point& p : m_outline) p.y = std::min(p.y, height);
  }

  PosedGarment result() const {
    PosedGarment posed;
    for (const auto& [landmark, index] : m_at) posed.landmarks[landmark] = m_outline[index];
    posed.outline = resampled(m_outline, static_cast<int>(m_outline.size()));
    return posed;
  }

 private:
  Point own(Landmark landmark) const { return m_own[m_at.at(landmark)]; }
  static Point between(Point a, Point b, double share) { return garment::between(a, b, share); }

  // From one landmark to the other down the sleeve's side of the garment, whichever way round that is.
  std::vector<std::size_t> between(const Sleeve& sleeve, Landmark from, Landmark to) const {
    const std::size_t a = m_at.at(from), b = m_at.at(to);
    std::vector<std::size_t> indices = sleeve.turn > 0 ? way(a, b, m_own.size()) : way(b, a, m_own.size());
    if (sleeve.turn < 0) std::ranges::reverse(indices);
    return indices;
  }

  // From the inner cuff straight to where it touches the torso, or to the hem.
  void closeGap(const Sleeve& sleeve) {
    const Point cuff = m_outline[m_at.at(sleeve.inner)];
    const std::vector<std::size_t> torso = between(sleeve, sleeve.armpit, sleeve.hem);
    std::size_t joint = 0;
    while (joint + 1 < torso.size() && m_outline[torso[joint]].y < cuff.y) ++joint;
    std::vector<std::size_t> gap = between(sleeve, sleeve.inner, sleeve.armpit);
    gap.insert(gap.end(), torso.begin() + 1, torso.begin() + static_cast<std::ptrdiff_t>(joint) + 1);
    const Point end = m_outline[gap.back()];
    for (std::size_t i = 0; i < gap.size(); ++i)
      m_outline[gap[i]] = between(cuff, end, static_cast<double>(i) / static_cast<double>(std::max<std::size_t>(1, gap.size() - 1)));
    m_at.erase(sleeve.armpit);
  }

  const Outline& m_own;
  Outline m_outline;
  std::map<Landmark, std::size_t> m_at;
};

}  // namespace

double armpitHeight(Point shoulder, Point armpit, Point hem) { return (armpit.y - shoulder.y) / std::max(1.0, hem.y - shoulder.y); }

std::vector<SleevePose> likelySleeves(const LandmarkPlaces& landmarks) {
  std::vector<SleevePose> poses{{}};
  if (!canMove(landmarks, kSleeves[0]) || !canMove(landmarks, kSleeves[1])) return poses;
  for (const double length : {1.0, 0.4, 0.65, 1.4, 1.9, 2.4, 2.9, 3.5}) {
    for (const double lowered : {0.0, 0.5, 1.0})
      if (length != 1 || lowered != 0) poses.push_back({length, lowered, false});
    poses.push_back({length, 1.0, true});
  }
  return poses;
}

PosedGarment posed(const Outline& outline, const LandmarkPlaces& landmarks, const GarmentPose& pose) {
  Poser poser(outline, landmarks);
  for (std::size_t side = 0; side < 2; ++side)
    if (canMove(landmarks, kSleeves[side])) poser.moveSleeve(kSleeves[side], pose.sleeves[side]);
  const auto [top, bottom] = std::ranges::minmax(outline, {}, &Point::y);
  if (pose.shown < 1) poser.cutAt(top.y + pose.shown * (bottom.y - top.y));
  return poser.result();
}

}  // namespace retailor::garment
