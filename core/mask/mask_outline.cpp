#include "core/mask/mask_outline.h"

#include <cstring>

namespace retailor::mask {

namespace {

struct Step {
  int x, y;
};

// East, south, west, north: a turn to the right is one further.
constexpr Step kSteps[4] = {{1, 0}, {0, 1}, {-1, 0}, {0, -1}};
// The pixel ahead on the right hand of a walker who stands on a corner between pixels; the one on the left is that of a turn to the left.
constexpr Step kRightAhead[4] = {{0, 0}, {-1, 0}, {-1, -1}, {0, -1}};

// Walks along pixel edges with the mask on the right hand. Every border has an upper edge walked eastwards, which is where walks begin.
class OutlineWalk {
 public:
  OutlineWalk(const Mask& mask, const image::Rect& rect)
      : m_mask(mask), m_rect(rect), m_walked(static_cast<std::size_t>(rect.width) * static_cast<std::size_t>(rect.height)) {}

  std::vector<std::vector<Point>> all() {
    std::vector<std::vector<Point>> found;
    for (int y = m_rect.y; y < m_rect.bottom(); ++y) {
      for (int x = nextUpperEdge(m_rect.x, y); x < m_rect.right(); x = nextUpperEdge(x + 1, y)) {
        if (!m_walked[index(x, y)]) found.push_back(from(x, y));
      }
    }
    return found;
  }

 private:
  bool inside(int x, int y) const { return m_rect.contains(x, y) && m_mask.at(x, y) >= 128; }
  bool ahead(int x, int y, int direction) const { return inside(x + kRightAhead[direction].x, y + kRightAhead[direction].y); }
  std::size_t index(int x, int y) const {
    return static_cast<std::size_t>(y - m_rect.y) * static_cast<std::size_t>(m_rect.width) + static_cast<std::size_t>(x - m_rect.x);
  }

  // Coverage >= 128 is the top bit, so eight pixels are compared with the eight above at once.
  int nextUpperEdge(int x, int y) const {
    constexpr std::uint64_t kTopBits = 0x8080808080808080u;
    const std::uint8_t* row = m_mask.row(y);
    const std::uint8_t* above = y > m_rect.y ? m_mask.row(y - 1) : nullptr;
    for (std::uint64_t here = 0, up = 0; x + 8 <= m_rect.right(); x += 8) {
      std::memcpy(&here, row + x, 8);
      if (above) std::memcpy(&up, above + x, 8);
      if ((here & ~up & kTopBits) != 0) break;
    }
    while (x < m_rect.right() && !(row[x] >= 128 && !(above && above[x] >= 128))) ++x;
    return x;
  }

  std::vector<Point> from(int startX, int startY) {
    std::vector<Point> corners;
    int x = startX, y = startY, direction = 0;
    do {
      if (direction == 0) m_walked[index(x, y)] = true;
      x += kSteps[direction].x;
      y += kSteps[direction].y;
      const int left = (direction + 3) % 4;
      const int next = ahead(x, y, left) ? left : ahead(x, y, direction) ? direction : (direction + 1) % 4;
      if (next != direction) corners.push_back({static_cast<double>(x), static_cast<double>(y)});
      direction = next;
    } while (x != startX || y != startY || direction != 0);
    return corners;
  }

  const Mask& m_mask;
  image::Rect m_rect;
  std::vector<bool> m_walked;
};

}  // namespace

std::vector<std::vector<Point>> outlines(const Mask& mask, const image::Rect& rect) {
  const image::Rect seen = intersected(rect, mask.bounds());
  if (seen.empty()) return {};
  return OutlineWalk(mask, seen).all();
}

}  // namespace retailor::mask
