#include "core/garment/landmarks/garment_landmarks.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <vector>

namespace retailor::garment {
namespace {

constexpr double kSleeveBay = 0.05;      // of the height: as deep the gap between sleeve and torso must be at least
constexpr double kTopsBay = 0.09;        // of the height: gaps that deep on both sides are those below sleeves
constexpr double kNarrowNeck = 0.03;     // of the garment's half width: nearer to the middle a neck point cannot be
constexpr double kAsLow = 0.05;          // of the neck's width
constexpr double kCuffSlant = 0.6;       // how much going sideways counts beside going along the sleeve
constexpr double kLeastLikeness = 0.65;  // of a garment to its own mirror image
constexpr double kMiddle = 0.15;         // of the width: no gap between legs is farther from the middle
constexpr double kTopEnd = 0.03;         // of the height
constexpr double kLeastWaist = 0.25;     // of the width: a top's neck is narrower
constexpr double kTopsCrotch = 0.35;     // of the height: a gap in the middle that deep is one between legs
constexpr double kSuitsCrotch = 0.58;    // and below no torso

// Where the garment lies and where its middle is.
struct Build {
  image::Rect box;
  double middle = 0;
  double likeness = 0;  // share of the garment that lies where its mirror image does, 0..1
};

template <class Value>
Value quantile(std::vector<Value> values, double share) {
  if (values.empty()) return {};
  const auto at = values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
  std::ranges::nth_element(values, at);
  return *at;
}

bool inside(const mask::Mask& coverage, int x, int y) { return coverage.bounds().contains(x, y) && coverage.at(x, y) >= 128; }

double likenessToMirror(const mask::Mask& coverage, const image::Rect& box, double middle) {
  double both = 0, all = 0;
  for (int y = box.y; y < box.bottom(); y += 2)
    for (int x = box.x; x < box.right(); x += 2) {
      if (!inside(coverage, x, y)) continue;
      ++all, both += inside(coverage, static_cast<int>(std::floor(2 * middle - x)), y);
    }
  return all > 0 ? both / all : 0;
}

Build buildOf(const mask::Mask& coverage) {
  Build build{coverage.support(), 0, 0};
  std::vector<int> columns;
  for (int y = build.box.y + build.box.height * 35 / 100; y < build.box.y + build.box.height * 75 / 100; ++y)
    for (int x = build.box.x; x < build.box.right(); ++x)
      if (inside(coverage, x, y)) columns.push_back(x);
  build.middle = quantile(columns, 0.5) + 0.5;
  build.likeness = likenessToMirror(coverage, build.box, build.middle);
  return build;
}

// The gap between sleeve and torso: where it ends, and how deep it is.
struct Bay {
  Point armpit;
  double depth = 0;
};

enum class Side { Left, Right };

// The outline's points clockwise from one place to another.
std::vector<Point> pathBetween(const Outline& outline, Point from, Point to) {
  std::vector<Point> path;
  const std::size_t last = nearestIndex(outline, to);
  for (std::size_t i = nearestIndex(outline, from);; i = (i + 1) % outline.size()) {
    path.push_back(outline[i]);
    if (i == last) return path;
  }
}

// A round neckline has no lowest point to speak of: the middle of what is as low as that.
void putNeckBottom(LandmarkPlaces& places, const Outline& outline) {
  if (!places.contains(Landmark::NeckLeft) || !places.contains(Landmark::NeckRight)) return;
  const std::vector<Point> line = pathBetween(outline, places[Landmark::NeckLeft], places[Landmark::NeckRight]);
  const double lowest = std::ranges::max_element(line, {}, &Point::y)->y;
  std::vector<Point> low;
  std::ranges::copy_if(line, std::back_inserter(low), [&](Point p) { return p.y > lowest - kAsLow * distance(line.front(), line.back()); });
  places[Landmark::NeckBottom] = low[low.size() / 2];
}

// Finds landmarks on one outline; left and right by the sign of the distance from the middle.
class LandmarkFinder {
 public:
  LandmarkFinder(const Outline& outline, const Build& build) : m_outline(outline), m_build(build) {}

  LandmarkPlaces find(GarmentKind kind) {
    if (hasNeck(kind))
      findTop(kind);
    else
      findBottom(kind);
    return m_places;
  }

  bool sleevesOn(Side side) const { return bayOn(side).depth > kSleeveBay * m_build.box.height; }

  double leastBay() const { return std::min(bayOn(Side::Left).depth, bayOn(Side::Right).depth); }

  // How far the gap between the legs reaches up, as a share of the height; 0 when there is none.
  double crotchHeight() const {
    const Point crotch = crotchPlace();
    return (m_build.box.bottom() - crotch.y) / m_build.box.height;
  }

 private:
  using Where = std::function<bool(Point)>;
  using Score = std::function<double(Point)>;

  double lateral(Point p, Side side) const { return side == Side::Right ? p.x - m_build.middle : m_build.middle - p.x; }
  double fromTop(Point p) const { return (p.y - m_build.box.y) / m_build.box.height; }

  std::optional<Point> best(const Where& where, const Score& score) const {
    std::optional<Point> found;
    for (const Point& p : m_outline)
      if (where(p) && (!found || score(p) > score(*found))) found = p;
    return found;
  }
  void put(Landmark landmark, const std::optional<Point>& place) {
    if (place) m_places[landmark] = *place;
  }

  // From the top of the garment outwards and down, on either side.
  std::vector<Point> pathDown(Point upper, Point lower, Side side) const {
    if (side == Side::Right) return pathBetween(m_outline, upper, lower);
    std::vector<Point> path = pathBetween(m_outline, lower, upper);
    std::ranges::reverse(path);
    return path;
  }

  // The outline's point on the garment's middle line, at its lower or upper end.
  Point onMiddle(bool low) const {
    const double far = 10.0 * m_build.box.height;
    return *best([](Point) { return true; },
                 [&](Point p) { return -std::abs(p.x - m_build.middle) - (low == (fromTop(p) > 0.5) ? 0 : far); });
  }

  // The gap below a sleeve: where it opens downwards, its highest place; below a sleeve held out, the place farthest inside the line from
  // the sleeve's tip to the middle of the hem.
  Bay bayOn(Side side) const {
    const Point low = onMiddle(true);
    const std::vector<Point> path = pathDown(onMiddle(false), low, side);
    const Bay open = openBay(path);
    return open.depth > kSleeveBay * m_build.box.height ? open : heldBay(path, side);
  }

  static Bay openBay(const std::vector<Point>& path) {
    std::vector<double> lowestAfter(path.size());
    for (std::size_t i = path.size(); i-- > 0;) lowestAfter[i] = i + 1 < path.size() ? std::max(path[i].y, lowestAfter[i + 1]) : path[i].y;
    Bay bay;
    double lowestBefore = path.front().y;
    for (std::size_t i = 0; i < path.size(); ++i) {
      lowestBefore = std::max(lowestBefore, path[i].y);
      if (const double depth = std::min(lowestBefore, lowestAfter[i]) - path[i].y; depth > bay.depth) bay = {path[i], depth};
    }
    return bay;
  }

  static Bay heldBay(const std::vector<Point>& path, Side side) {
    const double turn = side == Side::Right ? 1 : -1;
    Bay bay;
    for (std::size_t tip = 0; tip + 1 < path.size(); ++tip) {
      const Point chord = path.back() - path[tip];
      const double size = std::max(1e-9, length(chord));
      for (std::size_t i = tip + 1; i < path.size(); ++i)
        if (const double depth = turn * cross(chord, path[i] - path[tip]) / size; depth > bay.depth) bay = {path[i], depth};
    }
    return bay;
  }

  // Beside a neckline that dips, its inner corner; else the place from which the outline falls to the shoulder.
  std::optional<Point> neckOn(Side side, bool sleeves) const {
    std::optional<Point> neck;
    for (const double pull : sleeves ? std::vector{0.15} : std::vector{-0.25, 0.0, 0.15}) {
      neck =
          best([&](Point p) { return lateral(p, side) > 0 && fromTop(p) < 0.3; }, [&](Point p) { return -p.y + pull * lateral(p, side); });
      if (neck && lateral(*neck, side) > kNarrowNeck * m_build.box.width / 2) return neck;
    }
    return neck;
  }

  void findTop(GarmentKind kind) {
    for (const Side side : {Side::Left, Side::Right}) {
      const bool right = side == Side::Right;
      const auto neck = neckOn(side, hasSleeves(kind));
      if (!neck) continue;
      put(right ? Landmark::NeckRight : Landmark::NeckLeft, neck);
      const Point armpit = hasSleeves(kind) ? bayOn(side).armpit : *neck;
      const std::vector<Point> torso = pathDown(armpit, onMiddle(true), side);
      put(right ? Landmark::HemRight : Landmark::HemLeft,
          highest(torso, [&](Point p) { return (fromTop(p) > 0.4 ? 0 : -1e9) + p.y + 0.5 * lateral(p, side); }));
      if (hasSleeves(kind))
        findSleeve(*neck, armpit, side);
      else
        put(right ? Landmark::ShoulderRight : Landmark::ShoulderLeft,
            best([&](Point p) { return lateral(p, side) > 0 && p.y < neck->y + 0.2 * m_build.box.height; },
                 [&](Point p) { return 0.6 * lateral(p, side) - p.y; }));
    }
    putNeckBottom(m_places, m_outline);
  }

  static Point highest(const std::vector<Point>& path, const Score& score) {
    return *std::ranges::max_element(path, [&](Point a, Point b) { return score(a) < score(b); });
  }

  // The cuff's corners lie farthest along the sleeve, one to its outer and one to its inner side.
  void findSleeve(Point neck, Point armpit, Side side) {
    const bool right = side == Side::Right;
    const double turn = right ? 1 : -1;
    const std::vector<Point> path = pathDown(neck, armpit, side);
    const auto beyond = [&](Point from, Point to) { return highest(path, [&](Point p) { return -turn * cross(to - from, p - from); }); };
    const Point middle = between(neck, armpit, 0.5);
    Point outer = highest(path, [&](Point p) { return distance(middle, p); }), inner = outer;
    const Point shoulder = beyond(neck, outer);
    for (int round = 0; round < 3; ++round) {
      const Point along = between(outer, inner, 0.5) - between(shoulder, armpit, 0.5);
      const Point outward = turn * Point{along.y, -along.x};
      outer = highest(path, [&](Point p) { return dot(p, along) + kCuffSlant * dot(p, outward); });
      inner = highest(path, [&](Point p) { return dot(p, along) - kCuffSlant * dot(p, outward); });
    }
    put(right ? Landmark::ShoulderRight : Landmark::ShoulderLeft, beyond(neck, outer));
    put(right ? Landmark::CuffOuterRight : Landmark::CuffOuterLeft, outer);
    put(right ? Landmark::CuffInnerRight : Landmark::CuffInnerLeft, inner);
    put(right ? Landmark::ArmpitRight : Landmark::ArmpitLeft, armpit);
  }

  void findBottom(GarmentKind kind) {
    for (const Side side : {Side::Left, Side::Right}) {
      const bool right = side == Side::Right;
      put(right ? Landmark::WaistRight : Landmark::WaistLeft,
          best([&](Point p) { return lateral(p, side) > 0 && fromTop(p) < 0.3; }, [&](Point p) { return -p.y + 0.5 * lateral(p, side); }));
      put(right ? Landmark::HemRight : Landmark::HemLeft,
          best([&](Point p) { return lateral(p, side) > 0 && fromTop(p) > 0.5; }, [&](Point p) { return p.y + 0.6 * lateral(p, side); }));
    }
    if (kind == GarmentKind::Trousers) findLegs();
  }

  Point crotchPlace() const {
    const auto low = best([&](Point p) { return fromTop(p) > 0.5; }, [](Point p) { return p.y; });
    const auto left = best([&](Point p) { return lateral(p, Side::Left) > 0 && fromTop(p) > 0.5; },
                           [&](Point p) { return p.y + 0.6 * lateral(p, Side::Left); });
    const auto right = best([&](Point p) { return lateral(p, Side::Right) > 0 && fromTop(p) > 0.5; },
                            [&](Point p) { return p.y + 0.6 * lateral(p, Side::Right); });
    if (!low || !left || !right) return {m_build.middle, static_cast<double>(m_build.box.bottom())};
    const std::vector<Point> lower = pathBetween(m_outline, *right, *left);
    const auto height = [&](Point p) {
      return p.y +
             (lateral(p, Side::Right) < kMiddle * m_build.box.width && lateral(p, Side::Left) < kMiddle * m_build.box.width ? 0 : 1e9);
    };
    return *std::ranges::min_element(lower, {}, height);
  }

  void findLegs() {
    const Point crotch = crotchPlace();
    m_places[Landmark::Crotch] = crotch;
    for (const Side side : {Side::Left, Side::Right}) {
      const bool right = side == Side::Right;
      const auto hem = m_places.find(right ? Landmark::HemRight : Landmark::HemLeft);
      if (hem == m_places.end()) continue;
      const std::vector<Point> inseam = right ? pathBetween(m_outline, hem->second, crotch) : pathBetween(m_outline, crotch, hem->second);
      put(right ? Landmark::HemInnerRight : Landmark::HemInnerLeft, *std::ranges::max_element(inseam, [&](Point a, Point b) {
            return a.y - 0.6 * std::abs(a.x - crotch.x) < b.y - 0.6 * std::abs(b.x - crotch.x);
          }));
    }
  }

  const Outline& m_outline;
  const Build& m_build;
  LandmarkPlaces m_places;
};

GarmentKind kindOf(const LandmarkFinder& finder, GarmentRow row) {
  if (row == GarmentRow::Lower) return finder.crotchHeight() > 0.2 ? GarmentKind::Trousers : GarmentKind::Skirt;
  const bool sleeves = finder.sleevesOn(Side::Left) && finder.sleevesOn(Side::Right);
  if (row == GarmentRow::Whole) return sleeves ? GarmentKind::SleevedDress : GarmentKind::SleevelessDress;
  return sleeves ? GarmentKind::Sleeved : GarmentKind::Sleeveless;
}

// Clockwise in the order of landmarksOf(), each within the picture's shape that its kind has.
bool inOrder(const Outline& outline, const LandmarkPlaces& places, GarmentKind kind) {
  std::vector<std::size_t> indices;
  for (const Landmark landmark : landmarksOf(kind)) {
    if (!places.contains(landmark)) return false;
    indices.push_back(nearestIndex(outline, places.at(landmark)));
  }
  int wraps = 0;
  for (std::size_t i = 0; i < indices.size(); ++i)
    if (indices[(i + 1) % indices.size()] <= indices[i]) ++wraps;
  return wraps == 1;
}

// A sleeved reading that does not hold together is read again without sleeves, trousers as a skirt.
GarmentKind simpler(GarmentKind kind) {
  if (kind == GarmentKind::Sleeved) return GarmentKind::Sleeveless;
  if (kind == GarmentKind::SleevedDress) return GarmentKind::SleevelessDress;
  return kind == GarmentKind::Trousers ? GarmentKind::Skirt : kind;
}

// Width of the garment's upper end, as a share of its whole width.
double topWidth(const Outline& outline, const Build& build) {
  double left = build.box.right(), right = build.box.x;
  for (const Point& p : outline)
    if (p.y < build.box.y + kTopEnd * build.box.height) left = std::min(left, p.x), right = std::max(right, p.x);
  return (right - left) / build.box.width;
}

bool plausible(const Outline& outline, const Build& build, GarmentRow row) {
  const LandmarkFinder finder(outline, build);
  const double tall = static_cast<double>(build.box.height) / std::max(1, build.box.width);
  if (tall < (row == GarmentRow::Whole ? 0.7 : 0.3) || tall > 6) return false;
  if (row == GarmentRow::Lower) return finder.leastBay() < kTopsBay * build.box.height && topWidth(outline, build) > kLeastWaist;
  return finder.crotchHeight() <= (row == GarmentRow::Upper ? kTopsCrotch : kSuitsCrotch) && build.likeness > kLeastLikeness;
}

}  // namespace

ReadOutline readOutline(const mask::Mask& coverage, const Outline& outline, GarmentRow row, std::optional<GarmentKind> wished) {
  const Build build = buildOf(coverage);
  ReadOutline read;
  read.likeness = build.likeness;
  read.kind = wished.value_or(kindOf(LandmarkFinder(outline, build), row));
  read.landmarks = LandmarkFinder(outline, build).find(read.kind);
  if (!inOrder(outline, read.landmarks, read.kind)) {
    read.kind = simpler(read.kind);
    read.landmarks = LandmarkFinder(outline, build).find(read.kind);
  }
  read.convincing = plausible(outline, build, row) && inOrder(outline, read.landmarks, read.kind);
  return read;
}

LandmarkPlaces movedOnto(const Outline& outline, const LandmarkPlaces& places) {
  LandmarkPlaces moved;
  for (const auto& [landmark, place] : places) moved[landmark] = outline[nearestIndex(outline, place)];
  if (moved.contains(Landmark::NeckBottom)) putNeckBottom(moved, outline);
  return moved;
}

}  // namespace retailor::garment
