#include "core/mask/stroke.h"

#include <algorithm>
#include <cmath>

namespace retailor::mask {

namespace {

constexpr double kPressureSteps = 0.1;  // of the radius: how often at most it changes along a piece of varying pressure

int pixelFloor(double position, int low, int high) { return static_cast<int>(std::clamp(std::floor(position), double(low), double(high))); }

}  // namespace

Stroke::Stroke(Mask& mask, BrushTip tip, PaintMode mode) : m_mask(mask), m_tip(tip), m_mode(mode) {}

image::Rect Stroke::moveTo(double x, double y, double pressure) {
  if (!std::isfinite(x) || !std::isfinite(y)) return {};
  const Place to{x, y, std::max(0.5, m_tip.radius * std::clamp(pressure, 0.0, 1.0))};
  const Place from = m_started ? m_place : to;
  const double length = std::hypot(to.x - from.x, to.y - from.y);
  const double most = std::min(length / (kPressureSteps * std::max(from.radius, to.radius)), 1000.0);
  const int pieces = std::max(1, static_cast<int>(std::min(std::abs(to.radius - from.radius), most)));
  image::Rect changed;
  Place last = from;
  for (int i = 1; i <= pieces; ++i) {
    const double t = static_cast<double>(i) / pieces;
    const Place next{std::lerp(from.x, to.x, t), std::lerp(from.y, to.y, t), std::lerp(from.radius, to.radius, t)};
    changed = united(changed, sweep(last, next));
    last = next;
  }
  m_place = to;
  m_started = true;
  m_changed = united(m_changed, changed);
  return changed;
}

// The strongest of all dabs along a straight piece is the dab at the distance to that piece, so one pass paints them all. A row is
// read only over the part of the piece that comes within the dab's reach of it.
image::Rect Stroke::sweep(const Place& from, const Place& to) {
  const DabProfile profile({to.radius, m_tip.hardness, m_tip.opacity});
  const double reach = profile.outer, rise = to.y - from.y;
  const int top = pixelFloor(std::min(from.y, to.y) - reach, 0, m_mask.height());
  const int bottom = pixelFloor(std::max(from.y, to.y) + reach + 1, 0, m_mask.height());
  image::Rect changed;
  for (int y = top; y < bottom; ++y) {
    const double t0 = rise == 0 ? 0 : std::clamp((y + 0.5 - reach - from.y) / rise, 0.0, 1.0);
    const double t1 = rise == 0 ? 1 : std::clamp((y + 0.5 + reach - from.y) / rise, 0.0, 1.0);
    const double x0 = std::lerp(from.x, to.x, t0), x1 = std::lerp(from.x, to.x, t1);
    const int begin = pixelFloor(std::min(x0, x1) - reach, 0, m_mask.width());
    const int end = pixelFloor(std::max(x0, x1) + reach + 1, 0, m_mask.width());
    changed = united(changed, paintRow(y, begin, end, from, to, profile));
  }
  return changed;
}

image::Rect Stroke::paintRow(int y, int left, int right, const Place& from, const Place& to, const DabProfile& profile) {
  const double dx = to.x - from.x, dy = to.y - from.y, squared = dx * dx + dy * dy;
  const double inner = profile.inner * profile.inner, outer = profile.outer * profile.outer;
  const double py = y + 0.5 - from.y;
  std::uint8_t* row = m_mask.row(y);
  int first = right, last = left - 1;
  for (int x = left; x < right; ++x) {
    const double px = x + 0.5 - from.x;
    const double t = squared > 0 ? std::clamp((px * dx + py * dy) / squared, 0.0, 1.0) : 0.0;
    const double ex = px - t * dx, ey = py - t * dy, distance = ex * ex + ey * ey;
    if (distance >= outer) continue;
    const std::uint8_t dab = distance <= inner ? profile.full : profile.at(std::sqrt(distance));
    const std::uint8_t value = m_mode == PaintMode::Add ? std::max(row[x], dab) : std::min<std::uint8_t>(row[x], 255 - dab);
    if (value == row[x]) continue;
    row[x] = value;
    first = std::min(first, x);
    last = x;
  }
  return last < first ? image::Rect{} : image::Rect{first, y, last - first + 1, 1};
}

}  // namespace retailor::mask
