#include "core/garment/landmarks/garment_landmarks.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <vector>

namespace retailor::garment {
namespace {

constexpr double kBeyondTorso = 1.3;   // half widths: from here out it is a sleeve
constexpr double kSleeveShare = 0.06;  // of the outline on each side that must lie out there

// Where the garment's middle is and how wide its torso.
struct Build {
  image::Rect box;
  double middle = 0;
  double torsoHalf = 1;
};

template <class Value>
Value quantile(std::vector<Value> values, double share) {
  if (values.empty()) return {};
  const auto at = values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
  std::ranges::nth_element(values, at);
  return *at;
}

bool inside(const mask::Mask& coverage, int x, int y) { return coverage.bounds().contains(x, y) && coverage.at(x, y) >= 128; }

double runThrough(const mask::Mask& coverage, int x, int y) {
  if (!inside(coverage, x, y)) return 0;
  int left = x, right = x;
  while (inside(coverage, left - 1, y)) --left;
  while (inside(coverage, right + 1, y)) ++right;
  return right - left + 1;
}

Build buildOf(const mask::Mask& coverage) {
  Build build{coverage.support(), 0, 1};
  std::vector<int> columns;
  for (int y = build.box.y + build.box.height * 35 / 100; y < build.box.y + build.box.height * 75 / 100; ++y)
    for (int x = build.box.x; x < build.box.right(); ++x)
      if (inside(coverage, x, y)) columns.push_back(x);
  build.middle = quantile(columns, 0.5) + 0.5;
  std::vector<double> runs;
  for (int y = build.box.y + build.box.height * 60 / 100; y < build.box.y + build.box.height * 90 / 100; ++y)
    if (const double run = runThrough(coverage, static_cast<int>(build.middle), y); run > 0) runs.push_back(run);
  build.torsoHalf = runs.empty() ? build.box.width / 2.0 : quantile(runs, 0.3) / 2;
  return build;
}

enum class Side { Left, Right };

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

  bool sleevesOn(Side side) const {
    const auto far = std::ranges::count_if(m_outline, [&](Point p) { return lateral(p, side) > kBeyondTorso * m_build.torsoHalf; });
    return static_cast<double>(far) > kSleeveShare * static_cast<double>(m_outline.size());
  }

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

  // The outline's points clockwise from one place to another.
  std::vector<Point> pathBetween(Point from, Point to) const {
    std::vector<Point> path;
    const std::size_t last = nearestIndex(m_outline, to);
    for (std::size_t i = nearestIndex(m_outline, from);; i = (i + 1) % m_outline.size()) {
      path.push_back(m_outline[i]);
      if (i == last) return path;
    }
  }
  // From the top of the garment outwards and down, on either side.
  std::vector<Point> pathDown(Point upper, Point lower, Side side) const {
    if (side == Side::Right) return pathBetween(upper, lower);
    std::vector<Point> path = pathBetween(lower, upper);
    std::ranges::reverse(path);
    return path;
  }

  void findTop(GarmentKind kind) {
    const bool sleeves = hasSleeves(kind);
    for (const Side side : {Side::Left, Side::Right}) {
      const bool right = side == Side::Right;
      const double pull = sleeves ? 0.15 : -0.25;
      const auto neck =
          best([&](Point p) { return lateral(p, side) > 0 && fromTop(p) < 0.3; }, [&](Point p) { return -p.y + pull * lateral(p, side); });
      const double widest = (sleeves ? 1.25 : 10) * m_build.torsoHalf;
      const auto hem = best([&](Point p) { return lateral(p, side) > 0 && lateral(p, side) < widest && fromTop(p) > 0.4; },
                            [&](Point p) { return p.y + 0.5 * lateral(p, side); });
      put(right ? Landmark::NeckRight : Landmark::NeckLeft, neck);
      put(right ? Landmark::HemRight : Landmark::HemLeft, hem);
      if (!neck || !hem) continue;
      if (sleeves)
        findSleeve(*neck, *hem, side);
      else
        put(right ? Landmark::ShoulderRight : Landmark::ShoulderLeft,
            best([&](Point p) { return lateral(p, side) > 0 && p.y < neck->y + 0.2 * m_build.box.height; },
                 [&](Point p) { return 0.6 * lateral(p, side) - p.y; }));
    }
    findNeckBottom();
  }

  void findSleeve(Point neck, Point hem, Side side) {
    const bool right = side == Side::Right;
    const std::vector<Point> path = pathDown(neck, hem, side);
    const std::vector<std::size_t> corners = pathCorners(path, 4);
    if (corners.size() < 4) return;
    put(right ? Landmark::ShoulderRight : Landmark::ShoulderLeft, path[corners[0]]);
    put(right ? Landmark::CuffOuterRight : Landmark::CuffOuterLeft, path[corners[1]]);
    put(right ? Landmark::CuffInnerRight : Landmark::CuffInnerLeft, path[corners[2]]);
    put(right ? Landmark::ArmpitRight : Landmark::ArmpitLeft, path[corners[3]]);
  }

  void findNeckBottom() {
    if (!m_places.contains(Landmark::NeckLeft) || !m_places.contains(Landmark::NeckRight)) return;
    const std::vector<Point> line = pathBetween(m_places[Landmark::NeckLeft], m_places[Landmark::NeckRight]);
    const double lowest = std::ranges::max_element(line, [](Point a, Point b) { return a.y < b.y; })->y;
    // A round neckline has no lowest point to speak of: the middle of what is as low as that.
    std::vector<Point> low;
    std::ranges::copy_if(line, std::back_inserter(low), [&](Point p) { return p.y > lowest - 0.01 * m_build.box.height; });
    m_places[Landmark::NeckBottom] = low[low.size() / 2];
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
    const std::vector<Point> lower = pathBetween(*right, *left);
    return *std::ranges::min_element(lower, [](Point a, Point b) { return a.y < b.y; });
  }

  void findLegs() {
    const Point crotch = crotchPlace();
    m_places[Landmark::Crotch] = crotch;
    for (const Side side : {Side::Left, Side::Right}) {
      const bool right = side == Side::Right;
      const auto hem = m_places.find(right ? Landmark::HemRight : Landmark::HemLeft);
      if (hem == m_places.end()) continue;
      const std::vector<Point> inseam = right ? pathBetween(hem->second, crotch) : pathBetween(crotch, hem->second);
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

bool plausible(const Build& build, GarmentRow row) {
  const double tall = static_cast<double>(build.box.height) / std::max(1, build.box.width);
  return tall > (row == GarmentRow::Whole ? 0.7 : 0.3) && tall < 6;
}

}  // namespace

ReadOutline readOutline(const mask::Mask& coverage, const Outline& outline, GarmentRow row, std::optional<GarmentKind> wished) {
  const Build build = buildOf(coverage);
  ReadOutline read;
  read.kind = wished.value_or(kindOf(LandmarkFinder(outline, build), row));
  read.landmarks = LandmarkFinder(outline, build).find(read.kind);
  if (!inOrder(outline, read.landmarks, read.kind)) {
    read.kind = simpler(read.kind);
    read.landmarks = LandmarkFinder(outline, build).find(read.kind);
  }
  read.convincing = plausible(build, row) && inOrder(outline, read.landmarks, read.kind);
  return read;
}

}  // namespace retailor::garment
