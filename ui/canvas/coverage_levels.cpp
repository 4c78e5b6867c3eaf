#include "ui/canvas/coverage_levels.h"

#include <algorithm>
#include <cmath>

namespace retailor::ui {

namespace {

image::Rect halfOf(const image::Rect& rect) {
  const int x = rect.x / 2, y = rect.y / 2;
  return {x, y, (rect.right() + 1) / 2 - x, (rect.bottom() + 1) / 2 - y};
}

void reduceRow(const std::uint8_t* upper, const std::uint8_t* lower, std::uint8_t* out, int from, int to, int sourceWidth) {
  const int whole = std::min(to, sourceWidth / 2);
  for (int x = from; x < whole; ++x)
    out[x] = static_cast<std::uint8_t>((upper[2 * x] + upper[2 * x + 1] + lower[2 * x] + lower[2 * x + 1] + 2) / 4);
  if (whole < to) out[whole] = static_cast<std::uint8_t>((upper[sourceWidth - 1] + lower[sourceWidth - 1] + 1) / 2);
}

void reduce(const mask::Mask& source, mask::Mask& half, const image::Rect& part) {
  for (int y = part.y; y < part.bottom(); ++y)
    reduceRow(source.row(2 * y), source.row(std::min(2 * y + 1, source.height() - 1)), half.row(y), part.x, part.right(), source.width());
}

// Where a device column or row reads: a cell, the next one, and the share of the next in 256ths. -1 marks one beyond the mask.
struct Tap {
  int first = -1;
  int second = -1;
  int share = 0;
};

std::vector<Tap> taps(int from, int count, double origin, double scale, int length, int fullLength, double reduction, bool nearest) {
  std::vector<Tap> result(static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) {
    const double photo = (from + i + 0.5 - origin) / scale;
    if (photo < 0 || photo >= fullLength) continue;
    const double cell = nearest ? std::floor(photo) : photo / reduction - 0.5;
    const int first = static_cast<int>(std::floor(cell));
    const int share = static_cast<int>((cell - first) * 256);
    result[static_cast<std::size_t>(i)] = {std::clamp(first, 0, length - 1), std::clamp(first + 1, 0, length - 1), share};
  }
  return result;
}

void sampleRow(const std::uint8_t* upper, const std::uint8_t* lower, int rowShare, const std::vector<Tap>& columns, std::uint8_t* out) {
  for (const Tap& tap : columns) {
    int value = 0;
    if (tap.first >= 0) {
      const int above = upper[tap.first] * (256 - tap.share) + upper[tap.second] * tap.share;
      const int below = lower[tap.first] * (256 - tap.share) + lower[tap.second] * tap.share;
      value = (above * (256 - rowShare) + below * rowShare + 32768) >> 16;
    }
    *out++ = static_cast<std::uint8_t>(value);
  }
}

}  // namespace

void CoverageLevels::rebuild(const mask::Mask& mask) {
  m_size = mask.size();
  m_halves.clear();
  for (image::Size size = m_size; std::max(size.width, size.height) > 64;) {
    size = {(size.width + 1) / 2, (size.height + 1) / 2};
    m_halves.emplace_back(size);
  }
  update(mask, mask.bounds());
}

void CoverageLevels::update(const mask::Mask& mask, const image::Rect& changed) {
  const mask::Mask* source = &mask;
  image::Rect part = image::intersected(changed, mask.bounds());
  for (mask::Mask& half : m_halves) {
    part = image::intersected(halfOf(part), half.bounds());
    reduce(*source, half, part);
    source = &half;
  }
}

void CoverageLevels::sample(const mask::Mask& mask, const ZoomPan& zoom, QPoint offset, const QRect& device,
                            std::vector<std::uint8_t>& out) const {
  const double scale = zoom.scale();
  const auto wanted = static_cast<std::size_t>(scale < 1 ? std::floor(-std::log2(scale) + 1e-6) : 0.0);
  const std::size_t chosen = std::min(wanted, m_halves.size());
  const mask::Mask& level = chosen == 0 ? mask : m_halves[chosen - 1];
  const double reduction = std::ldexp(1.0, static_cast<int>(chosen));
  const QPointF origin = zoom.deviceOrigin() + QPointF(offset) * scale;
  const bool nearest = zoom.showsPixels();
  const auto columns = taps(device.x(), device.width(), origin.x(), scale, level.width(), mask.width(), reduction, nearest);
  const auto rows = taps(device.y(), device.height(), origin.y(), scale, level.height(), mask.height(), reduction, nearest);
  out.assign(static_cast<std::size_t>(device.width()) * static_cast<std::size_t>(device.height()), 0);
  for (std::size_t y = 0; y < rows.size(); ++y)
    if (rows[y].first >= 0)
      sampleRow(level.row(rows[y].first), level.row(rows[y].second), rows[y].share, columns, out.data() + y * columns.size());
}

}  // namespace retailor::ui
