#include "core/methods/patch_diffusion/placing/motion_blocks.h"

#include <algorithm>
#include <cmath>

#include "core/methods/patch_diffusion/crew.h"

namespace retailor::patch_diffusion {

namespace {

constexpr int kSide = 8;
constexpr double kLeastNoise = 0.01;  // standard deviation of a fit nobody should believe to be better

struct Contrast {
  double r = 1, g = 1, b = 1;
  double noise = kLeastNoise;
};

double gain(double both, double own) { return own > 0 ? std::clamp(both / own, 0.3, 3.0) : 1.0; }

Contrast contrastOf(const Overlap& overlap) {
  double bothR = 0, bothG = 0, bothB = 0, ownR = 0, ownG = 0, ownB = 0, error = 0;
  for (int y = 0; y < overlap.where.height; ++y)
    for (int x = 0; x < overlap.where.width; ++x) {
      const Pixel &p = overlap.photo(x, y), &q = overlap.reference(x, y);
      if (p.usable <= 0) continue;
      bothR += p.r * q.r, bothG += p.g * q.g, bothB += p.b * q.b;
      ownR += q.r * q.r, ownG += q.g * q.g, ownB += q.b * q.b;
      error += std::abs(p.r - q.r) + std::abs(p.g - q.g) + std::abs(p.b - q.b);
    }
  return {gain(bothR, ownR), gain(bothG, ownG), gain(bothB, ownB), std::max(kLeastNoise, error / std::max(overlap.pixels, 1) / 2)};
}

class BlockSummer {
 public:
  BlockSummer(const Overlap& overlap, const Contrast& contrast) : m_overlap(overlap), m_contrast(contrast) {}

  MotionBlock blockAt(int left, int top) const {
    MotionBlock block;
    block.centre = {m_overlap.where.x + left + kSide / 2.0, m_overlap.where.y + top + kSide / 2.0};
    for (int y = std::max(top, 1); y < std::min(top + kSide, m_overlap.where.height - 1); ++y)
      for (int x = std::max(left, 1); x < std::min(left + kSide, m_overlap.where.width - 1); ++x)
        if (surrounded(x, y)) addPixel(x, y, block);
    return block;
  }

 private:
  bool surrounded(int x, int y) const {
    const Plane& p = m_overlap.photo;
    return p(x, y).usable > 0 && p(x - 1, y).usable > 0 && p(x + 1, y).usable > 0 && p(x, y - 1).usable > 0 && p(x, y + 1).usable > 0;
  }

  void addPixel(int x, int y, MotionBlock& block) const {
    const Plane &p = m_overlap.photo, &q = m_overlap.reference;
    double xx = 0, xy = 0, yy = 0, bx = 0, by = 0, error = 0;
    const auto channel = [&](float Pixel::*c, double contrast) {
      const double gx = (p(x + 1, y).*c - p(x - 1, y).*c + contrast * (q(x + 1, y).*c - q(x - 1, y).*c)) / 4;
      const double gy = (p(x, y + 1).*c - p(x, y - 1).*c + contrast * (q(x, y + 1).*c - q(x, y - 1).*c)) / 4;
      const double residual = p(x, y).*c - contrast * (q(x, y).*c);
      xx += gx * gx, xy += gx * gy, yy += gy * gy, bx += gx * residual, by += gy * residual, error += residual * residual;
    };
    channel(&Pixel::r, m_contrast.r), channel(&Pixel::g, m_contrast.g), channel(&Pixel::b, m_contrast.b);
    const double variance = m_contrast.noise * m_contrast.noise, misfit = 1 + error / (3 * variance);
    const double w = 1 / (misfit * misfit * variance);
    block.xx += w * xx, block.xy += w * xy, block.yy += w * yy, block.x += w * bx, block.y += w * by;
  }

  const Overlap& m_overlap;
  const Contrast& m_contrast;
};

void rescale(MotionBlock& block, double shrink) {
  const double square = shrink * shrink;
  block.centre.x *= shrink, block.centre.y *= shrink;
  block.x /= shrink, block.y /= shrink;
  block.xx /= square, block.xy /= square, block.yy /= square;
}

}  // namespace

std::vector<MotionBlock> motionBlocks(const Overlap& overlap, double shrink, Crew& crew) {
  const Contrast contrast = contrastOf(overlap);
  const BlockSummer summer(overlap, contrast);
  const int columns = (overlap.where.width + kSide - 1) / kSide, rows = (overlap.where.height + kSide - 1) / kSide;
  std::vector<MotionBlock> blocks(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows));
  crew.overRange(rows, 1, [&](std::ptrdiff_t first, std::ptrdiff_t) {
    for (int column = 0; column < columns; ++column)
      blocks[static_cast<std::size_t>(first * columns + column)] = summer.blockAt(column * kSide, static_cast<int>(first) * kSide);
  });
  std::erase_if(blocks, [](const MotionBlock& block) { return block.xx + block.yy <= 0; });
  for (MotionBlock& block : blocks) rescale(block, shrink);
  return blocks;
}

}  // namespace retailor::patch_diffusion
