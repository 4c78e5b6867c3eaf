#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "core/garment/point.h"

namespace retailor::garment {

enum class ClothLayer : std::uint8_t { Torso, LeftSleeve, RightSleeve };

// The garment as a sheet of triangles: where its corners are in the garment's picture (as GarmentCut holds it) and where on the photo.
struct FitMesh {
  std::vector<Point> rest;    // garment picture pixels
  std::vector<Point> placed;  // photo pixels
  std::vector<std::array<int, 3>> triangles;
  std::vector<ClothLayer> layers;  // of each triangle: decides what lies on top where sleeve and torso overlap
};

// How many triangles are turned over. A sound fit has none.
int turnedOver(const FitMesh& mesh);

}  // namespace retailor::garment
