#include "core/regions/reading/read_label_map.h"

#include <algorithm>
#include <cstdio>
#include <limits>

#include "core/image/load_file.h"
#include "core/image/read_labels.h"
#include "core/regions/reading/drop_ringing.h"
#include "core/regions/reading/mask_folder.h"
#include "core/regions/reading/mask_pages.h"
#include "core/regions/reading/read_npy.h"
#include "core/regions/reading/read_rle_json.h"

namespace retailor::regions {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostColours = 256;  // more, and it is a photo
constexpr std::size_t kMostNewColours = 64;
constexpr std::int64_t kMostJsonBytes = 64 << 20;
constexpr int kSurfaceParts = 24;  // of a person's surface in IUV maps

template <class T>
LabelMap fromIndices(const image::Bitmap& samples, const std::string& name) {
  const auto view = samples.view<T>();
  const std::size_t count = static_cast<std::size_t>(samples.width()) * static_cast<std::size_t>(samples.height());
  return {name, samples.size(), std::vector<std::uint32_t>(view.data, view.data + count)};
}

LabelMap fromColours(const image::Bitmap& samples, const std::string& name) {
  std::vector<std::uint32_t> ids(static_cast<std::size_t>(samples.width()) * static_cast<std::size_t>(samples.height()));
  const std::uint8_t* p = samples.view<std::uint8_t>().data;
  for (std::uint32_t& id : ids) {
    id = static_cast<std::uint32_t>(p[0]) << 16 | static_cast<std::uint32_t>(p[1]) << 8 | p[2];
    p += 3;
  }
  return {name, samples.size(), std::move(ids)};
}

// Grey stored as three equal channels is an index picture.
bool isGrey(const std::map<std::uint32_t, std::size_t>& colours) {
  return std::ranges::all_of(colours, [](const auto& one) { return (one.first & 0xff) * 0x010101 == one.first; });
}

// Part number, then two surface coordinates: any of the channels may hold the first.
bool looksLikeSurface(const std::map<std::uint32_t, std::size_t>& colours) {
  for (const int shift : {0, 8, 16}) {
    std::uint32_t most = 0;
    for (const auto& [colour, pixels] : colours) most = std::max(most, colour >> shift & 0xff);
    if (most > 0 && most <= kSurfaceParts) return true;
  }
  return false;
}

int colourDistance(std::uint32_t a, std::uint32_t b) {
  int sum = 0;
  for (const int shift : {0, 8, 16}) {
    const int d = static_cast<int>(a >> shift & 0xff) - static_cast<int>(b >> shift & 0xff);
    sum += d * d;
  }
  return sum;
}

std::uint32_t nearestLabel(const LabelPalette& palette, std::uint32_t colour) {
  const auto distance = [colour](std::uint32_t other) { return colourDistance(colour, other); };
  return static_cast<std::uint32_t>(std::ranges::min_element(palette.colours, {}, distance) - palette.colours.begin());
}

using Translation = std::map<std::uint32_t, std::uint32_t>;  // colour to label

// Exact matches only; nothing when a colour is missing. White at the border is "do not care".
std::optional<Translation> exactly(const LabelPalette& palette, const std::map<std::uint32_t, std::size_t>& colours) {
  Translation translation;
  for (const auto& [colour, pixels] : colours) {
    const std::uint32_t label = nearestLabel(palette, colour);
    if (palette.colours[label] == colour)
      translation[colour] = label;
    else if (colour == 0xffffff || colour == 0xe0e0c0)
      translation[colour] = kVoid;
    else
      return std::nullopt;
  }
  return translation;
}

Translation nearest(const LabelPalette& palette, const std::map<std::uint32_t, std::size_t>& colours) {
  Translation translation;
  for (const auto& [colour, pixels] : colours) translation[colour] = nearestLabel(palette, colour);
  return translation;
}

double misfit(const LabelPalette& palette, const std::map<std::uint32_t, std::size_t>& colours) {
  double sum = 0;
  for (const auto& [colour, pixels] : colours)
    sum += static_cast<double>(pixels) * colourDistance(colour, palette.colours[nearestLabel(palette, colour)]);
  return sum;
}

LabelMap translated(LabelMap map, const Translation& translation, const LabelPalette& palette) {
  std::uint32_t last = 0, label = translation.contains(0) ? translation.at(0) : kVoid;
  for (std::uint32_t& id : map.ids) {
    if (id != last) label = translation.at(id), last = id;
    id = label;
  }
  if (palette.ownScheme) map.own = *schemeNamed("retailor");
  return map;
}

void mendJpeg(LabelMap& map) {
  dropRinging(map);
  if (map.notes.empty())
    map.notes.push_back("“" + map.name +
                        "” is a JPEG, and JPEG changes labels: stray ones along edges were given to their neighbours, and "
                        "thin parts may be lost; export it as a PNG.");
}

Result<LabelMap> fromPalette(LabelMap map, bool lossy) {
  const auto colours = map.counts();
  if (isGrey(colours)) {
    for (std::uint32_t& id : map.ids) id &= 0xff;
    return map;
  }
  for (const LabelPalette& palette : knownPalettes())
    if (const auto translation = exactly(palette, colours)) return translated(std::move(map), *translation, palette);
  if (lossy) {
    const auto& palette = *std::ranges::min_element(knownPalettes(), {}, [&](const LabelPalette& one) { return misfit(one, colours); });
    if (misfit(palette, colours) < 900.0 * static_cast<double>(map.ids.size())) {
      map.notes.push_back("“" + map.name + "” is a JPEG: its colours were taken to the nearest of the palette of " + palette.title +
                          ", and its edges may be off by a pixel or two. Export it as a PNG.");
      return translated(std::move(map), nearest(palette, colours), palette);
    }
  }
  const std::string name = "“" + map.name + "” ";
  if (colours.size() > kMostColours && looksLikeSurface(colours))
    return badInput(name + "looks like a map of body surfaces (IUV), which knows no clothes; use a map of clothes and body parts.");
  if (colours.size() > kMostColours)
    return badInput(name + "has " + std::to_string(colours.size()) + " colours: it is a photo rather than a parsing map; choose the map.");
  return badInput(name + "uses " + std::to_string(colours.size()) +
                  " colours that none of the known palettes (LIP and CIHP, Pascal VOC, Retailor) has; export the map as an index PNG, or "
                  "give a scheme file with its colours.");
}

}  // namespace

Result<LabelMap> readLabelMap(const fs::path& file, bool coloursAreIds) {
  std::error_code ignored;
  if (fs::is_directory(file, ignored)) return readMaskFolder(file);
  const std::string name = file.filename().string();
  if (file.extension() == ".npy") {
    const Result<image::Bytes> bytes = image::loadFile(file, {});
    if (!bytes) return bytes.failure();
    if (!isNpy(*bytes)) return badInput("“" + name + "” is not a NumPy array, whatever its name says. Save it again from its source.");
    return readNpy(*bytes, name);
  }
  if (file.extension() == ".json") {
    const Result<image::Bytes> bytes = image::loadFile(file, {.maxFileBytes = kMostJsonBytes});
    return bytes ? readRleJson(*bytes, name) : Result<LabelMap>(bytes.failure());
  }
  Result<std::vector<image::LabelPage>> pages = image::readLabelPages(file);
  if (!pages) return pages.failure();
  if (!pages->empty()) return mapOfPages(std::move(*pages), name);
  Result<image::LabelPicture> picture = image::readLabelPicture(file);
  if (!picture) return picture.failure();
  const image::Bitmap& samples = picture->samples;
  if (samples.channels() != 1 && coloursAreIds) return fromColours(samples, name);
  Result<LabelMap> map = samples.channels() != 1                          ? fromPalette(fromColours(samples, name), picture->lossy)
                         : samples.sampleType() == image::SampleType::U16 ? fromIndices<std::uint16_t>(samples, name)
                                                                          : fromIndices<std::uint8_t>(samples, name);
  if (map && picture->lossy) mendJpeg(*map);
  return map;
}

Result<LabelMap> readUnknownColours(const fs::path& file) {
  Result<LabelMap> map = readLabelMap(file, true);
  if (!map) return map;
  const auto colours = map->counts();
  if (map->own || colours.size() > kMostNewColours)
    return badInput("“" + map->name + "” has too many colours for a map whose colours are classes; export it as an index PNG.");
  map->own = ParsingScheme{map->name, "Colours of “" + map->name + "”", {}};
  for (const auto& [colour, pixels] : colours) {
    char name[8];
    std::snprintf(name, sizeof name, "#%06x", static_cast<unsigned>(colour & 0xffffff));
    map->own->classes.push_back({colour, name, BodyPart::None});
  }
  map->notes.push_back("Nobody is known who draws maps in the colours of “" + map->name + "”; say which part each colour shows.");
  return map;
}

}  // namespace retailor::regions
