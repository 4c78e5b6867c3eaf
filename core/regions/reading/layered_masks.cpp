#include "core/regions/reading/layered_masks.h"

#include <algorithm>
#include <map>

namespace retailor::regions {

namespace {

constexpr std::uint8_t kHalf = 128;

// How a mask fared among the others.
struct Laid {
  std::size_t pixels = 0, covered = 0;
  std::map<std::size_t, std::size_t> by;  // pixels covered by which mask
};

std::string quotedName(const ClassMask& mask) { return "“" + (mask.source.empty() ? mask.name : mask.source) + "”"; }

std::string noteOn(const ClassMask& mask, const Laid& laid, const std::vector<ClassMask>& masks) {
  const std::uint8_t* first = mask.mask.row(0);
  const int most = *std::max_element(first, first + static_cast<std::ptrdiff_t>(mask.mask.width()) * mask.mask.height());
  if (most > 0 && most < kHalf)
    return quotedName(mask) + " covers no pixel by half (its values reach " + std::to_string(most) +
           " of 255), so that nothing of it counts.";
  if (laid.covered == 0) return {};
  std::string others;
  for (const auto& [other, pixels] : laid.by) others += (others.empty() ? "" : ", ") + quotedName(masks[other]);
  if (laid.covered == laid.pixels) return quotedName(mask) + " lies wholly under " + others + "; nothing of it is left.";
  return quotedName(mask) + " lies under " + others + " in " + std::to_string(laid.covered) + " pixels, which count as the smaller mask's.";
}

}  // namespace

LabelMap layered(const std::string& name, const std::string& title, std::vector<ClassMask> masks) {
  std::ranges::stable_sort(masks, std::greater(), [](const ClassMask& one) { return one.mask.share(); });
  LabelMap map{name, masks.front().mask.size(), {}};
  map.ids.resize(static_cast<std::size_t>(map.size.width) * static_cast<std::size_t>(map.size.height));
  map.own = ParsingScheme{name, title, {{kBackground, "background", BodyPart::None}}};
  std::vector<Laid> laid(masks.size());
  for (std::size_t top = 0; top < masks.size(); ++top) {
    const auto id = static_cast<std::uint32_t>(top + 1);
    map.own->classes.push_back({id, masks[top].name, masks[top].part});
    for (std::size_t i = 0; i < map.ids.size(); ++i) {
      if (masks[top].mask.row(0)[i] < kHalf) continue;
      ++laid[top].pixels;
      if (map.ids[i] != kBackground) ++laid[map.ids[i] - 1].covered, ++laid[map.ids[i] - 1].by[top];
      map.ids[i] = id;
    }
  }
  for (std::size_t i = 0; i < masks.size(); ++i)
    if (std::string note = noteOn(masks[i], laid[i], masks); !note.empty()) map.notes.push_back(std::move(note));
  return map;
}

}  // namespace retailor::regions
