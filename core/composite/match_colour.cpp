#include "core/composite/match_colour.h"

#include <Eigen/Dense>
#include <algorithm>
#include <cassert>
#include <vector>

#include "core/mask/grow_shrink.h"

namespace retailor::composite {

namespace {

using Colour = Eigen::Vector3d;

constexpr int kFewest = 64;             // pixels, below which statistics say too little
constexpr double kFlatness = 1e-4;      // of the mean variance: what flat areas are taken to vary by
constexpr double kNoVariance = 1e-10;   // 0..1 squared, where both are perfectly flat
constexpr double kMostContrast = 10.0;  // no direction of colour is stretched or squeezed further

struct Statistics {
  int count = 0;
  Colour mean = Colour::Zero();
  Eigen::Matrix3d covariance = Eigen::Matrix3d::Zero();
};

Colour colourAt(const image::View<const float>& picture, int x, int y) {
  const float* sample = picture.pixel(x, y);
  return {sample[0], sample[1], sample[2]};
}

template <class Visit>
void overPixels(const mask::Mask& where, const Visit& visit) {
  for (int y = 0; y < where.height(); ++y) {
    const std::uint8_t* coverage = where.row(y);
    for (int x = 0; x < where.width(); ++x) {
      if (coverage[x] >= 128) visit(x, y);
    }
  }
}

// Two passes: the mean first, so that nothing cancels.
Statistics statisticsOf(const image::Bitmap& picture, const mask::Mask& where) {
  const auto view = picture.view<float>();
  Statistics result;
  overPixels(where, [&](int x, int y) {
    result.mean += colourAt(view, x, y);
    ++result.count;
  });
  if (result.count == 0) return result;
  result.mean /= result.count;
  overPixels(where, [&](int x, int y) {
    const Colour from = colourAt(view, x, y) - result.mean;
    result.covariance += from * from.transpose();
  });
  result.covariance /= result.count;
  return result;
}

// f of a symmetric matrix, applied to its eigenvalues.
template <class Function>
Eigen::Matrix3d ofEigenvalues(const Eigen::Matrix3d& matrix, const Function& f) {
  const Eigen::SelfAdjointEigenSolver<Eigen::Matrix3d> solver(matrix);
  const Eigen::Vector3d values = solver.eigenvalues().unaryExpr(f);
  return solver.eigenvectors() * values.asDiagonal() * solver.eigenvectors().transpose();
}

// A = S^-1/2 (S^1/2 T S^1/2)^1/2 S^-1/2, the linear map of least transport. Both covariances get the same small multiple
// of the identity, so that equal statistics give the identity exactly as far as rounding goes.
Eigen::Matrix3d transportMap(const Eigen::Matrix3d& source, const Eigen::Matrix3d& target) {
  const double flat = kFlatness * (source.trace() + target.trace()) / 6 + kNoVariance;
  const Eigen::Matrix3d s = source + flat * Eigen::Matrix3d::Identity(), t = target + flat * Eigen::Matrix3d::Identity();
  const auto root = [](double v) { return std::sqrt(std::max(v, 0.0)); };
  const Eigen::Matrix3d up = ofEigenvalues(s, root), down = ofEigenvalues(s, [](double v) { return 1 / std::sqrt(v); });
  const Eigen::Matrix3d map = down * ofEigenvalues(up * t * up, root) * down;
  return ofEigenvalues(map, [](double v) { return std::clamp(v, 1 / kMostContrast, kMostContrast); });
}

void applyMap(image::Bitmap& picture, const Eigen::Matrix3f& map, const Eigen::Vector3f& offset) {
  const auto samples = picture.span<float>();
  for (int y = 0; y < samples.height; ++y) {
    float* row = samples.row(y);
    for (int x = 0; x < samples.width; ++x, row += 3) {
      Eigen::Map<Eigen::Vector3f> pixel(row);
      pixel = (map * pixel + offset).eval();
    }
  }
}

}  // namespace

image::Bitmap matchColours(const image::Bitmap& fill, const image::Bitmap& target, const mask::Mask& where, double strength) {
  assert(fill.size() == target.size() && fill.size() == where.size());
  assert(fill.channels() == 3 && target.channels() == 3);
  image::Bitmap result = fill;
  const Statistics from = statisticsOf(fill, where);
  if (from.count < kFewest || strength == 0) return result;
  const Statistics to = statisticsOf(target, where);
  const Eigen::Matrix3d map = transportMap(from.covariance, to.covariance);
  const Eigen::Matrix3d part = Eigen::Matrix3d::Identity() + strength * (map - Eigen::Matrix3d::Identity());
  const Colour offset = strength * (to.mean - map * from.mean);
  applyMap(result, part.cast<float>(), offset.cast<float>());
  return result;
}

image::Bitmap matchRing(const image::Bitmap& fill, const image::Bitmap& photo, const mask::Mask& hole, int width, double strength) {
  mask::Mask ring = mask::grown(hole, width);
  for (int y = 0; y < ring.height(); ++y) {
    const std::uint8_t* inside = hole.row(y);
    std::uint8_t* row = ring.row(y);
    for (int x = 0; x < ring.width(); ++x) row[x] = inside[x] >= 128 ? 0 : row[x];
  }
  return matchColours(fill, photo, ring, strength);
}

}  // namespace retailor::composite
