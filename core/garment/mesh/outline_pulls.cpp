#include "core/garment/mesh/outline_pulls.h"

#include <algorithm>
#include <cmath>

namespace retailor::garment {
namespace {

constexpr double kFollowing = 4, kCarried = 2, kPinned = 24, kHidden = 1.5;
constexpr double kWinding = 1.6;     // how much more than the garment's own arc the worn one may wind and still be the same edge
constexpr double kLongSleeve = 0.6;  // of the way from armpit to hem
constexpr double kHiddenOverlap = 2;
constexpr double kLooseShare = 0.1;

struct RimPin {
  std::size_t pin;
  double along;  // index into the garment's outline
};

// One stretch of the rim between two pins, clockwise.
struct Segment {
  const PixelPin& from;
  const PixelPin& to;
  double first, last;  // indices into the garment's outline; last > first
};

enum class Way { Follow, Carry, Hide };

bool sideOf(const PixelPin& a, const PixelPin& b, Landmark one, Landmark other) {
  return (a.landmark == one && b.landmark == other) || (a.landmark == other && b.landmark == one);
}

bool isEnd(const PixelPin& a, const PixelPin& b) {  // neckline, hem, cuff or waist: looseness leaves them alone
  using enum Landmark;
  return sideOf(a, b, NeckLeft, NeckBottom) || sideOf(a, b, NeckBottom, NeckRight) || sideOf(a, b, HemLeft, HemRight) ||
         sideOf(a, b, CuffOuterLeft, CuffInnerLeft) || sideOf(a, b, CuffOuterRight, CuffInnerRight) ||
         sideOf(a, b, WaistLeft, WaistRight) || sideOf(a, b, HemInnerLeft, HemLeft) || sideOf(a, b, HemInnerRight, HemRight) ||
         sideOf(a, b, NeckLeft, ShoulderLeft) || sideOf(a, b, NeckRight, ShoulderRight);
}

class PullMaker {
 public:
  PullMaker(const Sheet& sheet, const Outline& garment, const WornOutline& worn, const std::vector<PixelPin>& pins,
            const PullWishes& wishes)
      : m_sheet(sheet), m_garment(garment), m_worn(worn), m_pins(pins), m_wishes(wishes), m_snap(worn.snap) {
    m_step = perimeter(worn.points) / static_cast<double>(worn.points.size());
    m_loose = kLooseShare * wishes.looseness * worn.width / 2;
  }

  std::vector<Pull> make() {
    const std::vector<RimPin> rim = rimPins();
    const auto n = static_cast<double>(m_garment.size());
    for (std::size_t k = 0; k < rim.size(); ++k) {
      const RimPin& next = rim[(k + 1) % rim.size()];
      addSegment({m_pins[rim[k].pin], m_pins[next.pin], rim[k].along, next.along > rim[k].along ? next.along : next.along + n});
    }
    for (const PixelPin& pin : m_pins) addPin(pin);
    return std::move(m_pulls);
  }

 private:
  std::vector<RimPin> rimPins() const {
    std::vector<RimPin> rim;
    for (std::size_t i = 0; i < m_pins.size(); ++i)
      if (m_pins[i].landmark) rim.push_back({i, nearestPosition(m_garment, m_pins[i].garment)});
    std::ranges::sort(rim, {}, &RimPin::along);
    return rim;
  }

  bool onOutline(Point p) const { return distance(pointAt(m_worn.points, nearestPosition(m_worn.points, p)), p) <= m_snap; }

  const PixelPin* pinAt(Landmark landmark) const {
    const auto found = std::ranges::find(m_pins, std::optional(landmark), &PixelPin::landmark);
    return found == m_pins.end() ? nullptr : &*found;
  }

  // Where a long sleeve that lies on the torso and the torso's side part again: at the cuff, or at the hem where the sleeve is longer.
  std::optional<Point> joint(const Segment& s) const {
    const bool left = s.from.landmark == Landmark::ArmpitLeft || s.to.landmark == Landmark::ArmpitLeft;
    const PixelPin *cuff = pinAt(left ? Landmark::CuffInnerLeft : Landmark::CuffInnerRight),
                   *hem = pinAt(left ? Landmark::HemLeft : Landmark::HemRight),
                   *armpit = pinAt(left ? Landmark::ArmpitLeft : Landmark::ArmpitRight);
    if (!cuff || !hem || !armpit) return std::nullopt;
    if (cuff->garment.y - armpit->garment.y < kLongSleeve * (hem->garment.y - armpit->garment.y)) return std::nullopt;
    return cuff->person.y < hem->person.y ? cuff->person : hem->person;
  }

  // Along the hidden edge, from the armpit over the joint to the other end, a little beyond it so that sleeve and torso overlap.
  Point hiddenPlace(const Segment& s, double share) const {
    const bool down = s.from.landmark == Landmark::ArmpitLeft || s.from.landmark == Landmark::ArmpitRight;
    const Point armpit = down ? s.from.person : s.to.person, end = down ? s.to.person : s.from.person;
    const Point by = joint(s).value_or(end);
    const double upper = distance(armpit, by), lower = distance(by, end), at = (down ? share : 1 - share) * (upper + lower);
    const Point onEdge =
        at <= upper ? between(armpit, by, at / std::max(1e-9, upper)) : between(by, end, (at - upper) / std::max(1e-9, lower));
    const Point along = s.to.person - s.from.person;
    return onEdge + (at <= upper ? kHiddenOverlap / std::max(1e-9, length(along)) : 0.0) * Point{along.y, -along.x};
  }

  bool hidden(const Segment& s) const {
    const auto armpit = [](const PixelPin& pin, Landmark which) { return pin.landmark == which; };
    return (m_wishes.armDown[0] && (armpit(s.from, Landmark::ArmpitLeft) || armpit(s.to, Landmark::ArmpitLeft))) ||
           (m_wishes.armDown[1] && (armpit(s.from, Landmark::ArmpitRight) || armpit(s.to, Landmark::ArmpitRight)));
  }

  // The worn outline from one pin clockwise to the other, if that is the same edge of the garment; else nothing.
  std::optional<std::pair<double, double>> wornArc(const Segment& s) const {
    if (!onOutline(s.from.person) || !onOutline(s.to.person)) return std::nullopt;
    const auto n = static_cast<double>(m_worn.points.size());
    const double first = nearestPosition(m_worn.points, s.from.person);
    double last = nearestPosition(m_worn.points, s.to.person);
    if (last < first) last += n;
    const double ownStep = perimeter(m_garment) / static_cast<double>(m_garment.size());
    const double own = (s.last - s.first) * ownStep / std::max(1.0, distance(s.from.garment, s.to.garment));
    const double worn = (last - first) * m_step / std::max(1.0, distance(s.from.person, s.to.person));
    if (worn > kWinding * own) return std::nullopt;
    return std::pair(first, last);
  }

  // Both pictures' similarity that takes the segment's ends from the garment to the person.
  static Point carried(const Segment& s, Point p) {
    const Point from = s.to.garment - s.from.garment, to = s.to.person - s.from.person, off = p - s.from.garment;
    const double square = std::max(1e-9, dot(from, from));
    const double a = dot(from, to) / square, b = cross(from, to) / square;
    return s.from.person + Point{a * off.x - b * off.y, b * off.x + a * off.y};
  }

  Point followed(const std::pair<double, double>& arc, double share, double outward) const {
    const double at = arc.first + share * (arc.second - arc.first);
    const Point along = pointAt(m_worn.points, at + 2) - pointAt(m_worn.points, at - 2);
    const double size = std::max(1e-9, length(along));
    return pointAt(m_worn.points, at) + (outward / size) * Point{along.y, -along.x};
  }

  void addSegment(const Segment& s) {
    const auto arc = hidden(s) ? std::nullopt : wornArc(s);
    const Way way = hidden(s) ? Way::Hide : arc ? Way::Follow : Way::Carry;
    const double outward = isEnd(s.from, s.to) ? 0 : m_loose;
    const auto n = static_cast<double>(m_garment.size());
    for (std::size_t corner = 0; corner < m_sheet.rim; ++corner) {
      double along = m_sheet.along[corner];
      if (along < s.first) along += n;
      if (along <= s.first + 1e-9 || along >= s.last - 1e-9) continue;
      const Point own = carried(s, m_sheet.corners[corner]);
      const double share = (along - s.first) / (s.last - s.first);
      Point target = own;
      double weight = kCarried;
      if (way == Way::Follow) {
        target = between(own, followed(*arc, share, outward), m_wishes.followOutline);
        weight = kCarried + (kFollowing - kCarried) * m_wishes.followOutline;
      } else if (way == Way::Hide) {
        target = hiddenPlace(s, share);
        weight = kHidden;
      }
      m_pulls.push_back({{static_cast<int>(corner), 0, 0}, {1, 0, 0}, target, weight / m_wishes.stiffness});
    }
  }

  void addPin(const PixelPin& pin) {
    const OnTriangle at = locate(m_sheet.corners, m_sheet.triangles, pin.garment);
    if (at.triangle < 0) return;
    m_pulls.push_back({m_sheet.triangles[static_cast<std::size_t>(at.triangle)], at.shares, pin.person, kPinned, true});
  }

  const Sheet& m_sheet;
  const Outline& m_garment;
  const WornOutline& m_worn;
  const std::vector<PixelPin>& m_pins;
  const PullWishes& m_wishes;
  double m_snap, m_step = 1, m_loose = 0;
  std::vector<Pull> m_pulls;
};

}  // namespace

std::vector<Pull> pullsOf(const Sheet& sheet, const Outline& garment, const WornOutline& worn, const std::vector<PixelPin>& pins,
                          const PullWishes& wishes) {
  return PullMaker(sheet, garment, worn, pins, wishes).make();
}

}  // namespace retailor::garment
