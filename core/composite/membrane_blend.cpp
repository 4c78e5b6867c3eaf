#include <algorithm>
#include <array>
#include <cassert>

#include "core/composite/feather_seam.h"
#include "core/composite/membrane_solver.h"

namespace retailor::composite {

namespace {

constexpr int kHalf = 128;

bool isKnown(const mask::Mask& hole, int x, int y) { return hole.bounds().contains(x, y) && hole.at(x, y) < kHalf; }

image::Rect boxOf(const mask::Mask& hole) {
  image::Rect box;
  for (int y = 0; y < hole.height(); ++y) {
    const std::uint8_t *row = hole.row(y), *end = row + hole.width();
    const auto inside = [](std::uint8_t coverage) { return coverage >= kHalf; };
    const auto first = std::find_if(row, end, inside);
    if (first == end) continue;
    const auto last = std::find_if(std::reverse_iterator(end), std::reverse_iterator(row), inside).base();
    box = united(box, {static_cast<int>(first - row), y, static_cast<int>(last - first), 1});
  }
  return box;
}

// The hole's equations, before they are solved: which pixels are unknown, how many known neighbours each has, and the sum of their values.
struct Problem {
  Problem(const image::Rect& hole) : box(hole), stride(static_cast<std::size_t>(hole.width) + 2) {
    const std::size_t cells = stride * (static_cast<std::size_t>(hole.height) + 2);
    unknown.resize(cells), rimFaces.resize(cells), given.resize(cells, Cell::Zero());
  }
  std::size_t index(int x, int y) const {
    return static_cast<std::size_t>(y - box.y + 1) * stride + static_cast<std::size_t>(x - box.x + 1);
  }

  image::Rect box;
  std::size_t stride;
  std::vector<char> unknown, rimFaces;
  Cells given;
  bool hasRim = false;
};

Cell limitedDifference(const float* photo, const float* fill, float limit) {
  const Cell difference(photo[0] - fill[0], photo[1] - fill[1], photo[2] - fill[2], 0.0f);
  return difference.max(-limit).min(limit);
}

Problem problemOf(const image::Bitmap& fill, const image::Bitmap& photo, const mask::Mask& hole, float limit) {
  constexpr std::array<std::array<int, 2>, 4> kSides{{{1, 0}, {-1, 0}, {0, 1}, {0, -1}}};
  const auto known = photo.view<float>(), filled = fill.view<float>();
  Problem problem(boxOf(hole));
  for (int y = problem.box.y; y < problem.box.bottom(); ++y) {
    for (int x = problem.box.x; x < problem.box.right(); ++x) {
      if (hole.at(x, y) < kHalf) continue;
      const std::size_t i = problem.index(x, y);
      problem.unknown[i] = 1;
      for (const auto& [across, down] : kSides) {
        const int nx = x + across, ny = y + down;
        if (!isKnown(hole, nx, ny)) continue;
        ++problem.rimFaces[i];
        problem.given[i] += limitedDifference(known.pixel(nx, ny), filled.pixel(nx, ny), limit);
        problem.hasRim = true;
      }
    }
  }
  return problem;
}

void addInside(image::Bitmap& picture, const Problem& problem, const Cells& correction, float strength) {
  const auto samples = picture.span<float>();
  for (int y = problem.box.y; y < problem.box.bottom(); ++y) {
    for (int x = problem.box.x; x < problem.box.right(); ++x) {
      const std::size_t i = problem.index(x, y);
      if (!problem.unknown[i]) continue;
      float* pixel = samples.pixel(x, y);
      for (int c = 0; c < 3; ++c) pixel[c] += strength * correction[i][c];
    }
  }
}

}  // namespace

image::Bitmap membraneBlend(const image::Bitmap& fill, const image::Bitmap& photo, const mask::Mask& hole, double limit, double strength) {
  assert(fill.size() == photo.size() && fill.size() == hole.size() && fill.channels() == 3 && photo.channels() == 3);
  image::Bitmap result = fill;
  const Problem problem = problemOf(fill, photo, hole, static_cast<float>(limit));
  if (!problem.hasRim) return result;  // nothing inside, or nothing known to go by
  MembraneSolver solver(MembraneLevel(problem.box.width, problem.box.height, problem.unknown, problem.rimFaces));
  addInside(result, problem, solver.solve(problem.given), static_cast<float>(strength));
  return result;
}

}  // namespace retailor::composite
