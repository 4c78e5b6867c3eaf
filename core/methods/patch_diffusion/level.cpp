#include "core/methods/patch_diffusion/level.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/methods/patch_diffusion/crew.h"

namespace retailor::patch_diffusion {

namespace {

Pixel averageOf(const Plane& plane, int left, int top) {
  Pixel sum;
  int inside = 0;
  for (int y = top; y < std::min(top + 2, plane.height()); ++y)
    for (int x = left; x < std::min(left + 2, plane.width()); ++x, ++inside) {
      const Pixel& p = plane(x, y);
      sum.r += p.r * p.usable, sum.g += p.g * p.usable, sum.b += p.b * p.usable, sum.usable += p.usable;
    }
  if (sum.usable <= 0) return {};
  const float scale = 1 / sum.usable;
  return {sum.r * scale, sum.g * scale, sum.b * scale, sum.usable / static_cast<float>(inside)};
}

// The label most of the 2 x 2 hole pixels carry; the lowest where they tie.
Label commonLabel(const Level& level, int left, int top) {
  std::array<int, 32> votes{};
  for (int y = top; y < std::min(top + 2, level.label.height()); ++y)
    for (int x = left; x < std::min(left + 2, level.label.width()); ++x)
      if (level.kind(x, y) == Kind::Hole) ++votes[level.label(x, y) & 31];
  return static_cast<Label>(std::max_element(votes.begin(), votes.end()) - votes.begin());
}

Plane binarised(const Plane& shares, Crew& crew) {
  Plane plane = shares;
  crew.overRows(plane.height(), [&](int y) {
    for (int x = 0; x < plane.width(); ++x) plane(x, y).usable = plane(x, y).usable >= 0.5f ? 1.0f : 0.0f;
  });
  return plane;
}

// `hides` says of an unknown pixel whether something lies before it.
template <class Hides>
void markKinds(Level& level, const Hides& hides) {
  level.kind = Grid<Kind>(level.photo.width(), level.photo.height());
  for (int y = 0; y < level.photo.height(); ++y)
    for (int x = 0; x < level.photo.width(); ++x) {
      level.kind(x, y) = level.photo(x, y).usable > 0 ? Kind::Known : hides(x, y) ? Kind::Outside : Kind::Hole;
      if (level.kind(x, y) == Kind::Hole) level.active = image::united(level.active, {x, y, 1, 1});
    }
  level.active = image::intersected(image::grown(level.active, Plane::kMargin), {0, 0, level.photo.width(), level.photo.height()});
}

bool holeBelow(const Level& finer, int left, int top) {
  for (int y = top; y < std::min(top + 2, finer.kind.height()); ++y)
    for (int x = left; x < std::min(left + 2, finer.kind.width()); ++x)
      if (finer.kind(x, y) == Kind::Hole) return true;
  return false;
}

void inheritLabels(Level& level, const Level& finer) {
  level.label = Grid<Label>(level.kind.width(), level.kind.height());
  for (int y = 0; y < level.kind.height(); ++y)
    for (int x = 0; x < level.kind.width(); ++x)
      if (level.kind(x, y) == Kind::Hole) level.label(x, y) = commonLabel(finer, 2 * x, 2 * y);
}

// Usable shares survive from level to level; only what the denoiser sees is made yes or no.
struct Shares {
  Plane photo;
  std::vector<Plane> references;
};

Shares halvedShares(const Plane& photo, const std::vector<Plane>& references, Crew& crew) {
  Shares half{halved(photo, crew), {}};
  for (const Plane& reference : references) half.references.push_back(halved(reference, crew));
  return half;
}

Level levelOf(const Shares& shares, const Level& finer, Crew& crew) {
  Level level;
  level.photo = binarised(shares.photo, crew);
  for (const Plane& reference : shares.references) level.references.push_back(binarised(reference, crew));
  markKinds(level, [&finer](int x, int y) { return !holeBelow(finer, 2 * x, 2 * y); });
  inheritLabels(level, finer);
  return level;
}

}  // namespace

Plane halved(const Plane& plane, Crew& crew) {
  Plane half((plane.width() + 1) / 2, (plane.height() + 1) / 2);
  crew.overRows(half.height(), [&](int y) {
    for (int x = 0; x < half.width(); ++x) half(x, y) = averageOf(plane, 2 * x, 2 * y);
  });
  return half;
}

Level finestLevel(Plane photo, Grid<Label> label, std::vector<Plane> references, const Grid<std::uint8_t>& hidden) {
  Level level{.photo = std::move(photo), .kind = {}, .label = std::move(label), .references = std::move(references), .active = {}};
  markKinds(level, [&hidden](int x, int y) { return !hidden.empty() && hidden(x, y) != 0; });
  return level;
}

std::vector<Level> pyramidOf(Level finest, int smallestSide, Crew& crew) {
  std::vector<Level> levels;
  levels.push_back(std::move(finest));
  Shares shares;
  while (std::min(levels.back().photo.width(), levels.back().photo.height()) >= 2 * smallestSide && !crew.stopped()) {
    const bool first = levels.size() == 1;
    shares = first ? halvedShares(levels[0].photo, levels[0].references, crew) : halvedShares(shares.photo, shares.references, crew);
    levels.push_back(levelOf(shares, levels.back(), crew));
  }
  return levels;
}

}  // namespace retailor::patch_diffusion
