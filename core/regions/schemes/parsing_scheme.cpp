#include "core/regions/schemes/parsing_scheme.h"

#include <algorithm>

namespace retailor::regions {

const ParsingClass* ParsingScheme::classOf(std::uint32_t id) const {
  const auto found = std::ranges::find(classes, id, &ParsingClass::id);
  return found == classes.end() ? nullptr : &*found;
}

std::uint32_t ParsingScheme::largestId() const {
  return classes.empty() ? 0 : std::ranges::max_element(classes, {}, &ParsingClass::id)->id;
}

bool isOfFaces(const ParsingScheme& scheme) {
  const auto knows = [&scheme](BodyPart part) {
    return std::ranges::find(scheme.classes, part, &ParsingClass::part) != scheme.classes.end();
  };
  return knows(BodyPart::Face) && !knows(BodyPart::LowerClothes) && !knows(BodyPart::WholeBody) && !knows(BodyPart::Shoes);
}

bool goesNowhere(const ParsingScheme& scheme) {
  return std::ranges::all_of(scheme.classes, [](const ParsingClass& one) { return one.part == BodyPart::None; });
}

const ParsingScheme* schemeNamed(std::string_view key) {
  const auto found = std::ranges::find(knownSchemes(), key, &ParsingScheme::key);
  return found == knownSchemes().end() ? nullptr : &*found;
}

std::string knownSchemeKeys() {
  std::string keys;
  for (const ParsingScheme& scheme : knownSchemes()) keys += (keys.empty() ? "" : ", ") + scheme.key;
  return keys;
}

std::uint32_t vocColour(std::uint32_t label) {
  std::uint32_t colour = 0;
  for (int bit = 7; bit >= 0 && label != 0; --bit, label >>= 3)
    for (std::uint32_t channel = 0; channel < 3; ++channel)
      colour |= ((label >> channel) & 1) << (static_cast<std::uint32_t>(bit) + 16 - 8 * channel);
  return colour;
}

namespace {

LabelPalette vocPalette() {
  LabelPalette palette{"Pascal VOC", {}};
  for (std::uint32_t label = 0; label < 64; ++label) palette.colours.push_back(vocColour(label));
  return palette;
}

}  // namespace

const std::vector<LabelPalette>& knownPalettes() {
  static const std::vector<LabelPalette> palettes{
      {"LIP and CIHP", {0x000000, 0x800000, 0xff0000, 0x005500, 0xaa0033, 0xff5500, 0x000055, 0x0077dd, 0x555500, 0x005555,
                        0x553300, 0x345680, 0x008000, 0x0000ff, 0x33aadd, 0x00ffff, 0x55ffaa, 0xaaff55, 0xffff00, 0xffaa00}},
      vocPalette(),
      {"Retailor", {0x000000, 0xffcc99, 0x663300, 0x3366cc, 0x009966, 0x993399, 0xcc3333, 0x808080}, true}};
  return palettes;
}

}  // namespace retailor::regions
