#include "app/command_line/reference_argument.h"

#include <array>
#include <string_view>

#include "app/command_line/exact_number.h"
#include "core/completion/photo_regions.h"

namespace retailor::command_line {
namespace {

using completion::BodyRegion;

constexpr std::array<std::string_view, 4> kReferenceKeys{",mask=", ",at=", ",fit=", ",weight="};

struct FoundKey {
  std::size_t at = std::string_view::npos;
  std::string_view key;
};

FoundKey nextKey(std::string_view text) {
  FoundKey first;
  for (const std::string_view key : kReferenceKeys)
    if (const std::size_t at = text.find(key); at < first.at) first = {at, key};
  return first;
}

Failure wrong(const std::string& text, const std::string& why) { return badInput("--reference " + text + ": " + why); }

std::string regionList() {
  std::string list;
  for (const BodyRegion region : completion::allRegions) list.append(list.empty() ? "" : ", ").append(completion::regionKey(region));
  return list;
}

std::optional<completion::Placement> parsePlacement(std::string_view text) {
  const auto numbers = exactNumbers<double>(text);
  if (!numbers || numbers->size() < 4 || numbers->size() > 5) return std::nullopt;
  const std::vector<double>& n = *numbers;
  if (n[2] <= 0 || n[3] <= 0) return std::nullopt;
  return completion::Placement{n[0], n[1], n[2], n[3], n.size() == 5 ? n[4] : 0.0};
}

// Takes one ",key=value" into the argument; an empty sentence means it was good.
std::string takePart(ReferenceArgument& argument, std::string_view key, std::string_view value) {
  if (key == ",mask=") {
    if (argument.mask || value.empty()) return "mask= wants one file name.";
    argument.mask = std::string(value);
  } else if (key == ",at=") {
    if (argument.placement) return "at= is given twice.";
    argument.placement = parsePlacement(value);
    if (!argument.placement) return "at= wants x:y:w:h or x:y:w:h:degrees in photo pixels, with a positive width and height.";
  } else if (key == ",fit=") {
    if (argument.fit || value.empty()) return "fit= wants auto or one file name.";
    argument.fit = std::string(value);
  } else {
    const std::optional<double> weight = exactNumber<double>(value);
    if (!weight || *weight < 0 || *weight > 2) return "weight= wants a number from 0 to 2.";
    argument.weight = *weight;
  }
  return {};
}

}  // namespace

completion::LoraChoice parseLora(const std::string& text) {
  const std::size_t equals = text.rfind('=');
  const auto scale = equals == std::string::npos ? std::nullopt : exactNumber<double>(text.substr(equals + 1));
  return scale ? completion::LoraChoice{text.substr(0, equals), *scale} : completion::LoraChoice{text};
}

Result<RegionArgument> parseRegion(const std::string& text) {
  const std::size_t equals = text.find('=');
  const std::string key = text.substr(0, equals);
  if (equals == std::string::npos || equals + 1 == text.size())
    return badInput("--region " + text + ": write it as REGION=FILE, for instance upper-clothes=worn.png.");
  if (key != completion::inFrontKey && !completion::regionFromKey(key))
    return badInput("--region " + text + ": there is no region '" + key + "'; use one of " + regionList() + ", " +
                    std::string(completion::inFrontKey) + ".");
  return RegionArgument{key, text.substr(equals + 1)};
}

Result<ReferenceArgument> parseReference(const std::string& text) {
  const std::size_t equals = text.find('=');
  if (equals == std::string::npos) return wrong(text, "write it as REGION=FILE, for instance upper-clothes=shirt.png.");
  const std::string regionText = text.substr(0, equals);
  const std::optional<BodyRegion> region = completion::regionFromKey(regionText);
  if (!region) return wrong(text, "there is no body region '" + regionText + "'; use one of " + regionList() + ".");

  std::string_view rest = std::string_view(text).substr(equals + 1);
  FoundKey found = nextKey(rest);
  ReferenceArgument argument;
  argument.region = *region;
  argument.file = std::string(rest.substr(0, found.at));
  if (argument.file.empty()) return wrong(text, "the file's name is missing after the equals sign.");
  while (found.at != std::string_view::npos) {
    rest.remove_prefix(found.at + found.key.size());
    const FoundKey next = nextKey(rest);
    if (const std::string why = takePart(argument, found.key, rest.substr(0, next.at)); !why.empty()) return wrong(text, why);
    found = next;
  }
  if (argument.fit && argument.placement) return wrong(text, "a fitted garment finds its own place; give either fit= or at=.");
  return argument;
}

}  // namespace retailor::command_line
