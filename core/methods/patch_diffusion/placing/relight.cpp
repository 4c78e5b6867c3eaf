#include "core/methods/patch_diffusion/placing/relight.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "core/methods/patch_diffusion/crew.h"

namespace retailor::patch_diffusion {

namespace {

constexpr std::size_t kFewestPairs = 200;
constexpr std::size_t kMostPairs = 6000;
constexpr double kScale = 0.06;  // differences much larger than this are other things, not other light
constexpr double kGainPull = 4;  // the pull toward no change, in fully trusted pairs
constexpr double kBiasPull = 40;
constexpr int kReweightings = 6;

using Pair = std::array<std::array<double, 3>, 2>;  // reference, photo

// Mean over 5 x 5 usable pixels; a channel near white has lost what it was and is left out by the caller.
bool meanPair(const Plane& photo, const RegionPicture& placed, Evidence evidence, int x, int y, Pair& pair) {
  double count = 0;
  pair = {};
  for (int dy = -2; dy <= 2; ++dy)
    for (int dx = -2; dx <= 2; ++dx) {
      const Pixel &p = photo(x + dx, y + dy), &q = placed.colour(x + dx, y + dy);
      if (p.usable <= 0 || q.usable <= 0 || (evidence == Evidence::Region && placed.region(x + dx, y + dy) < 0.5f)) continue;
      pair[0][0] += q.r, pair[0][1] += q.g, pair[0][2] += q.b, pair[1][0] += p.r, pair[1][1] += p.g, pair[1][2] += p.b;
      ++count;
    }
  for (auto& side : pair)
    for (double& channel : side) channel /= std::max(count, 1.0);
  return count >= 15;
}

std::vector<Pair> pairsOf(const Plane& photo, const RegionPicture& placed, Evidence evidence, const image::Rect& where) {
  const double area = static_cast<double>(where.width) * where.height;
  const int step = std::max(1, static_cast<int>(std::sqrt(area / static_cast<double>(kMostPairs))));
  std::vector<Pair> pairs;
  for (int y = where.y; y < where.bottom(); y += step)
    for (int x = where.x; x < where.right(); x += step)
      if (Pair pair; photo(x, y).usable > 0 && meanPair(photo, placed, evidence, x, y, pair)) pairs.push_back(pair);
  return pairs;
}

bool informative(const Pair& pair, std::size_t channel) { return pair[0][channel] < 0.98 && pair[1][channel] < 0.98; }

double weightOf(double error) {
  const double t = 1 + error * error / (kScale * kScale);
  return 1 / (t * t);
}

// Fits gain and bias of one channel for a given gamma; returns the cost, which is bounded for each pair.
double fitChannel(const std::vector<Pair>& pairs, std::size_t channel, double gamma, double& gain, double& bias) {
  std::vector<std::array<double, 2>> points;
  for (const Pair& pair : pairs)
    if (informative(pair, channel)) points.push_back({std::pow(pair[0][channel], gamma), pair[1][channel]});
  gain = 1, bias = 0;
  for (int round = 0; round < kReweightings; ++round) {
    double sxx = kGainPull, sx = 0, s = kBiasPull, sxy = kGainPull, sy = 0;
    for (const auto& [x, y] : points) {
      const double w = weightOf(gain * x + bias - y);
      sxx += w * x * x, sx += w * x, s += w, sxy += w * x * y, sy += w * y;
    }
    const double determinant = sxx * s - sx * sx;
    gain = std::clamp((sxy * s - sx * sy) / determinant, 0.5, 2.0);
    bias = std::clamp((sy - gain * sx) / s, -0.2, 0.2);
  }
  double cost = 0;
  for (const auto& [x, y] : points) {
    const double error = gain * x + bias - y;
    cost += error * error / (error * error + kScale * kScale);
  }
  return cost + kGainPull * (gain - 1) * (gain - 1) / 4 + kBiasPull * bias * bias;
}

double fitAll(const std::vector<Pair>& pairs, Relight& light) {
  double cost = 20 * std::log(light.gamma) * std::log(light.gamma);
  for (std::size_t channel = 0; channel < 3; ++channel)
    cost += fitChannel(pairs, channel, light.gamma, light.gain[channel], light.bias[channel]);
  return cost;
}

}  // namespace

Pixel Relight::operator()(const Pixel& p) const {
  const auto lit = [&](float v, std::size_t c) {
    return static_cast<float>(std::clamp(gain[c] * std::pow(static_cast<double>(v), gamma) + bias[c], 0.0, 1.0));
  };
  return {lit(p.r, 0), lit(p.g, 1), lit(p.b, 2), p.usable};
}

void Relight::apply(Plane& plane, Crew& crew) const {
  crew.overRows(plane.height(), [&](int y) {
    for (int x = 0; x < plane.width(); ++x)
      if (plane(x, y).usable > 0) plane(x, y) = (*this)(plane(x, y));
  });
}

Relight fittedRelight(const Plane& photo, const RegionPicture& placed, Evidence evidence, const image::Rect& where, Crew& crew) {
  const std::vector<Pair> pairs = pairsOf(photo, placed, evidence, where);
  if (pairs.size() < kFewestPairs) return {};
  std::vector<Relight> tries;
  for (int i = -6; i <= 6; ++i) tries.push_back({.gain = {1, 1, 1}, .bias = {0, 0, 0}, .gamma = std::pow(1.06, i)});
  std::vector<double> costs(tries.size());
  crew.overRange(static_cast<std::ptrdiff_t>(tries.size()), 1, [&](std::ptrdiff_t i, std::ptrdiff_t) {
    costs[static_cast<std::size_t>(i)] = fitAll(pairs, tries[static_cast<std::size_t>(i)]);
  });
  return tries[static_cast<std::size_t>(std::min_element(costs.begin(), costs.end()) - costs.begin())];
}

}  // namespace retailor::patch_diffusion
