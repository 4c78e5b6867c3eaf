#include "core/mask/shapes.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>

namespace retailor::mask {

namespace {

constexpr int kLines = 16;  // sample lines a pixel row; along each line coverage is exact

struct Edge {
  double top, bottom, x, slope;  // x at top; top < bottom
};

bool isFinite(const Point& p) { return std::isfinite(p.x) && std::isfinite(p.y); }

// Sorted by where they start.
std::vector<Edge> edgesOf(std::span<const Point> outline) {
  std::vector<Edge> edges;
  for (std::size_t i = 0; i < outline.size(); ++i) {
    Point a = outline[i], b = outline[(i + 1) % outline.size()];
    if (!isFinite(a) || !isFinite(b) || a.y == b.y) continue;
    if (a.y > b.y) std::swap(a, b);
    edges.push_back({a.y, b.y, a.x, (b.x - a.x) / (b.y - a.y)});
  }
  std::sort(edges.begin(), edges.end(), [](const Edge& a, const Edge& b) { return a.top < b.top; });
  return edges;
}

// Where the line at height y crosses the edges, from left to right, within 0..width.
void findCrossings(const std::vector<Edge>& edges, double y, double width, std::vector<double>& crossings) {
  crossings.clear();
  for (const Edge& e : edges) {
    if (e.top <= y && y < e.bottom) crossings.push_back(std::clamp(e.x + (y - e.top) * e.slope, 0.0, width));
  }
  std::sort(crossings.begin(), crossings.end());
}

// Adds the covered length of [from, to) to each pixel; `change` holds differences from one pixel to the next.
void addSpan(std::vector<float>& change, double from, double to) {
  const auto addUpTo = [&change](double end, float sign) {  // [0, end) minus whole pixels to its right
    const auto pixel = static_cast<std::size_t>(end);
    const float part = static_cast<float>(end - static_cast<double>(pixel));
    change[pixel] += sign * (1 - part);
    change[pixel + 1] += sign * part;
  };
  addUpTo(from, 1);
  addUpTo(to, -1);
}

void writeRow(const std::vector<float>& change, std::uint8_t* row, int width) {
  float sum = 0;
  for (int x = 0; x < width; ++x) {
    sum += change[static_cast<std::size_t>(x)];
    row[x] = static_cast<std::uint8_t>(std::clamp(sum * (255.0f / kLines) + 0.5f, 0.0f, 255.0f));
  }
}

// The edges that reach into one pixel row, kept up to date from row to row.
class ActiveEdges {
 public:
  explicit ActiveEdges(std::vector<Edge> sorted) : m_waiting(std::move(sorted)) {}

  const std::vector<Edge>& inRow(int y) {
    std::erase_if(m_active, [y](const Edge& e) { return e.bottom <= y; });
    for (; m_next < m_waiting.size() && m_waiting[m_next].top < y + 1; ++m_next) {
      if (m_waiting[m_next].bottom > y) m_active.push_back(m_waiting[m_next]);
    }
    return m_active;
  }

 private:
  std::vector<Edge> m_waiting;
  std::vector<Edge> m_active;
  std::size_t m_next = 0;
};

}  // namespace

Mask polygonMask(image::Size size, std::span<const Point> outline) {
  Mask result(size);
  ActiveEdges edges(edgesOf(outline));
  std::vector<float> change(static_cast<std::size_t>(size.width) + 2);
  std::vector<double> crossings;
  for (int y = 0; y < size.height; ++y) {
    const std::vector<Edge>& active = edges.inRow(y);
    if (active.empty()) continue;
    std::fill(change.begin(), change.end(), 0.0f);
    for (int line = 0; line < kLines; ++line) {
      findCrossings(active, y + (line + 0.5) / kLines, size.width, crossings);
      for (std::size_t i = 0; i + 1 < crossings.size(); i += 2) addSpan(change, crossings[i], crossings[i + 1]);
    }
    writeRow(change, result.row(y), size.width);
  }
  return result;
}

Mask rectangleMask(image::Size size, const image::Rect& rect) {
  Mask result(size);
  const image::Rect inside = intersected(rect, result.bounds());
  for (int y = inside.y; y < inside.bottom(); ++y) std::fill_n(result.row(y) + inside.x, inside.width, std::uint8_t{255});
  return result;
}

Mask ellipseMask(image::Size size, const image::Rect& around) {
  const double rx = around.width / 2.0, ry = around.height / 2.0;
  const int corners = std::clamp(static_cast<int>(2 * (rx + ry)), 24, 2000);  // a chord leaves the arc by far less than a pixel
  std::vector<Point> outline;
  for (int i = 0; i < corners; ++i) {
    const double angle = 2 * std::numbers::pi * i / corners;
    outline.push_back({around.x + rx + rx * std::cos(angle), around.y + ry + ry * std::sin(angle)});
  }
  return polygonMask(size, outline);
}

}  // namespace retailor::mask
