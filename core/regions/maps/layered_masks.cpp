#include "core/regions/maps/layered_masks.h"

#include <algorithm>

namespace retailor::regions {

LabelMap layered(const std::string& name, const std::string& title, std::vector<ClassMask> masks) {
  std::ranges::stable_sort(masks, std::greater(), [](const ClassMask& one) { return one.mask.share(); });
  LabelMap map{name, masks.front().mask.size(), {}};
  map.ids.resize(static_cast<std::size_t>(map.size.width) * static_cast<std::size_t>(map.size.height));
  map.own = ParsingScheme{name, title, {{0, "background", BodyPart::None}}};
  for (const ClassMask& one : masks) {
    const auto id = static_cast<std::uint32_t>(map.own->classes.size());
    map.own->classes.push_back({id, one.name, one.part});
    for (std::size_t i = 0; i < map.ids.size(); ++i)
      if (one.mask.row(0)[i] >= 128) map.ids[i] = id;
  }
  return map;
}

}  // namespace retailor::regions
