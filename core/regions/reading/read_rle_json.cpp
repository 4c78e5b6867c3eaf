#include "core/regions/reading/read_rle_json.h"

#include <algorithm>
#include <numeric>

#include <nlohmann/json.hpp>

#include "core/regions/reading/run_lengths.h"
#include "core/regions/schemes/class_names.h"

namespace retailor::regions {

namespace {

using RleJson = nlohmann::json;

constexpr std::int64_t kMostRlePixels = 200'000'000;
constexpr std::int64_t kMostRleSide = 60'000;
constexpr std::size_t kMostAnnotations = 2000;
constexpr std::uint64_t kMostPainted = 2'000'000'000;  // pixels of all masks together

struct RleMask {
  std::uint32_t id = 1;
  std::string name;  // may be empty
  image::Size size;
  RunLengths lengths;
  std::uint64_t area = 0;
};

Failure unusableRle(const std::string& name, const std::string& what) {
  return badInput("“" + name + "” " + what + ". Save the masks as COCO's run lengths, or the labels as an index PNG.");
}

const RleJson* memberOf(const RleJson& json, const char* key) {
  const auto found = json.is_object() ? json.find(key) : json.end();
  return json.is_object() && found != json.end() ? &*found : nullptr;
}

std::optional<std::int64_t> wholeNumber(const RleJson* json) {
  return json && json->is_number_integer() ? std::optional(json->get<std::int64_t>()) : std::nullopt;
}

Result<image::Size> sizeIn(const RleJson& rle, const std::string& name) {
  const RleJson* size = memberOf(rle, "size");
  if (!size || !size->is_array() || size->size() != 2) return unusableRle(name, "does not tell a mask's size");
  const auto height = wholeNumber(&(*size)[0]), width = wholeNumber(&(*size)[1]);
  if (!height || !width || *height <= 0 || *width <= 0 || *height > kMostRleSide || *width > kMostRleSide ||
      *height * *width > kMostRlePixels)
    return unusableRle(name, "declares a mask of a size that no picture has");
  return image::Size{static_cast<int>(*width), static_cast<int>(*height)};
}

std::optional<RunLengths> listedLengths(const RleJson& counts, std::uint32_t most) {
  RunLengths lengths;
  for (const RleJson& one : counts) {
    const auto length = wholeNumber(&one);
    if (!length || *length < 0 || *length > most) return std::nullopt;
    lengths.push_back(static_cast<std::uint32_t>(*length));
  }
  return lengths;
}

Result<RleMask> maskIn(const RleJson& rle, const std::string& name) {
  const RleJson* counts = memberOf(rle, "counts");
  if (!counts) return unusableRle(name, rle.is_array() ? "holds outlines (polygons), not run lengths" : "has a mask without \"counts\"");
  const Result<image::Size> size = sizeIn(rle, name);
  if (!size) return size.failure();
  const auto pixels = static_cast<std::uint32_t>(size->width) * static_cast<std::uint32_t>(size->height);
  auto lengths = counts->is_string()  ? runLengthsIn(counts->get_ref<const std::string&>(), pixels)
                 : counts->is_array() ? listedLengths(*counts, pixels)
                                      : std::nullopt;
  if (!lengths) return unusableRle(name, "has run lengths that cannot be read");
  RleMask mask{1, {}, *size, std::move(*lengths)};
  for (std::size_t i = 1; i < mask.lengths.size(); i += 2) mask.area += mask.lengths[i];
  if (std::accumulate(mask.lengths.begin(), mask.lengths.end(), std::uint64_t{0}) != pixels)
    return unusableRle(name, "has run lengths that do not fill the mask's size");
  return mask;
}

using CategoryNames = std::map<std::int64_t, std::string>;

CategoryNames categoriesIn(const RleJson& file) {
  CategoryNames names;
  const RleJson* list = memberOf(file, "categories");
  if (list && list->is_array())
    for (const RleJson& one : *list)
      if (const RleJson* name = memberOf(one, "name"); name && name->is_string() && wholeNumber(memberOf(one, "id")))
        names[*wholeNumber(memberOf(one, "id"))] = name->get<std::string>();
  return names;
}

std::string nameOf(const RleJson& annotation, const CategoryNames& names) {
  for (const char* key : {"category_name", "label", "class", "name"})
    if (const RleJson* name = memberOf(annotation, key); name && name->is_string()) return plainClassName(name->get<std::string>());
  const auto id = wholeNumber(memberOf(annotation, "category_id"));
  return id && names.contains(*id) ? plainClassName(names.at(*id)) : std::string();
}

Result<RleMask> annotationIn(const RleJson& annotation, const CategoryNames& names, const std::string& name) {
  const RleJson* segmentation = memberOf(annotation, "segmentation");
  Result<RleMask> mask = maskIn(segmentation ? *segmentation : annotation, name);
  if (!mask) return mask;
  mask->name = nameOf(annotation, names);
  const auto id = wholeNumber(memberOf(annotation, "category_id"));
  if (id && (*id < 0 || *id > 0xffff)) return unusableRle(name, "has a category number that is none");
  mask->id = static_cast<std::uint32_t>(id.value_or(1));
  return mask;
}

Result<std::vector<RleMask>> masksIn(const RleJson& file, const std::string& name) {
  const CategoryNames names = categoriesIn(file);
  const RleJson* listed = file.is_array() ? &file : memberOf(file, "annotations");
  const RleJson alone = RleJson::array({listed ? RleJson() : file});
  if (!listed) listed = &alone;
  if (!listed->is_array() || listed->empty()) return unusableRle(name, "holds no masks");
  if (listed->size() > kMostAnnotations) return unusableRle(name, "holds more than 2000 masks");
  std::vector<RleMask> masks;
  const auto picture = wholeNumber(memberOf(listed->front(), "image_id"));
  for (const RleJson& one : *listed) {
    if (wholeNumber(memberOf(one, "image_id")) != picture)
      return unusableRle(name, "holds the masks of several pictures; take out those of the photo's");
    Result<RleMask> mask = annotationIn(one, names, name);
    if (!mask) return mask.failure();
    if (mask->size != (masks.empty() ? mask->size : masks.front().size)) return unusableRle(name, "holds masks of different sizes");
    masks.push_back(std::move(*mask));
  }
  return masks;
}

// Runs go down the columns.
void paint(const RleMask& mask, LabelMap& map) {
  const auto width = static_cast<std::size_t>(map.size.width), height = static_cast<std::size_t>(map.size.height);
  std::size_t at = 0;
  for (std::size_t i = 0; i < mask.lengths.size(); ++i) {
    const std::size_t end = at + mask.lengths[i];
    for (; i % 2 == 1 && at < end; ++at) map.ids[at % height * width + at / height] = mask.id;
    at = end;
  }
}

// A class for each name, ids by first appearance.
void bringScheme(std::vector<RleMask>& masks, LabelMap& map) {
  map.own = ParsingScheme{map.name, "Masks in “" + map.name + "”", {{0, "background", BodyPart::None}}};
  auto& classes = map.own->classes;
  std::string unknown;
  for (RleMask& mask : masks) {
    auto found = std::ranges::find(classes.begin() + 1, classes.end(), mask.name, &ParsingClass::name);
    if (found == classes.end()) {
      const auto part = partOfClassNamed(mask.name);
      if (!part) unknown += (unknown.empty() ? "" : ", ") + mask.name;
      found = classes.insert(classes.end(), {static_cast<std::uint32_t>(classes.size()), mask.name, part.value_or(BodyPart::None)});
    }
    mask.id = found->id;
  }
  if (!unknown.empty())
    map.notes.push_back("“" + map.name + "” has classes that are named after no known part (" + unknown + "); say which part each shows.");
}

Result<LabelMap> mapOf(std::vector<RleMask> masks, const std::string& name) {
  std::uint64_t painted = 0;
  for (const RleMask& mask : masks) painted += mask.area;
  if (painted > kMostPainted) return unusableRle(name, "holds more large masks than can be laid over each other");
  LabelMap map{name, masks.front().size, {}};
  if (std::ranges::any_of(masks, [](const RleMask& mask) { return mask.name.empty(); })) {
    if (masks.size() == 1) map.notes.push_back("“" + name + "” does not say what its mask shows; say which part it is.");
    if (masks.size() == 1) map.own = ParsingScheme{name, "The mask in “" + name + "”", {{0, "background"}, {masks[0].id, "mask"}}};
  } else {
    bringScheme(masks, map);
  }
  std::ranges::stable_sort(masks, std::greater(), &RleMask::area);
  map.ids.resize(static_cast<std::size_t>(map.size.width) * static_cast<std::size_t>(map.size.height));
  for (const RleMask& mask : masks) paint(mask, map);
  return map;
}

}  // namespace

Result<LabelMap> readRleJson(std::span<const std::byte> file, const std::string& name) {
  const char* text = reinterpret_cast<const char*>(file.data());
  const RleJson json = RleJson::parse(text, text + file.size(), nullptr, false);
  if (json.is_discarded() || !(json.is_object() || json.is_array())) return unusableRle(name, "is not JSON");
  Result<std::vector<RleMask>> masks = masksIn(json, name);
  return masks ? mapOf(std::move(*masks), name) : Result<LabelMap>(masks.failure());
}

}  // namespace retailor::regions
