#include "core/regions/maps/map_turn.h"

#include <cmath>

namespace retailor::regions {

namespace {

constexpr double kShapeSlack = 0.01;

bool sameShape(image::Size a, image::Size b) {
  const double across = static_cast<double>(a.width) / b.width, down = static_cast<double>(a.height) / b.height;
  return std::abs(across / down - 1) <= kShapeSlack;
}

// Where the pixel at (x, y) of a map comes to lie.
std::pair<int, int> placeAfter(MapTurn turn, image::Size map, int x, int y) {
  switch (turn) {
    case MapTurn::QuarterRight: return {map.height - 1 - y, x};
    case MapTurn::QuarterLeft: return {y, map.width - 1 - x};
    case MapTurn::UpsideDown: return {map.width - 1 - x, map.height - 1 - y};
    default: return {x, y};
  }
}

}  // namespace

image::Size turned(image::Size map, MapTurn turn) {
  return turn == MapTurn::QuarterRight || turn == MapTurn::QuarterLeft ? image::Size{map.height, map.width} : map;
}

LabelMap turned(const LabelMap& map, MapTurn turn) {
  LabelMap result = map;
  result.size = turned(map.size, turn);
  for (int y = 0; y < map.size.height; ++y)
    for (int x = 0; x < map.size.width; ++x) {
      const auto [toX, toY] = placeAfter(turn, map.size, x, y);
      result.ids[static_cast<std::size_t>(toY) * static_cast<std::size_t>(result.size.width) + static_cast<std::size_t>(toX)] =
          map.ids[static_cast<std::size_t>(y) * static_cast<std::size_t>(map.size.width) + static_cast<std::size_t>(x)];
    }
  return result;
}

bool fitsShape(image::Size map, image::Size picture, MapTurn turn) {
  const bool onItsSide = turn == MapTurn::FoundOut && sameShape(turned(map, MapTurn::QuarterRight), picture);
  return onItsSide || sameShape(turned(map, turn), picture);
}

std::vector<MapTurn> judgedTurns(image::Size map, image::Size picture, MapTurn told) {
  const bool sideways = !sameShape(map, picture) && fitsShape(map, picture, MapTurn::QuarterRight);
  switch (told) {
    case MapTurn::FoundOut:
      if (!sideways) return {MapTurn::AsItLies};
      [[fallthrough]];
    case MapTurn::QuarterRight:
    case MapTurn::QuarterLeft: return {MapTurn::QuarterRight, MapTurn::QuarterLeft};
    case MapTurn::UpsideDown: return {MapTurn::UpsideDown, MapTurn::AsItLies};
    default: return {MapTurn::AsItLies};
  }
}

}  // namespace retailor::regions
