#include "core/regions/maps/label_map.h"

namespace retailor::regions {

std::map<std::uint32_t, std::size_t> LabelMap::counts() const {
  std::map<std::uint32_t, std::size_t> counts;
  // Neighbours mostly are alike: a look into the tree for each run, not for each pixel.
  for (std::size_t i = 0; i < ids.size();) {
    std::size_t end = i + 1;
    while (end < ids.size() && ids[end] == ids[i]) ++end;
    counts[ids[i]] += end - i;
    i = end;
  }
  return counts;
}

}  // namespace retailor::regions
