#include "core/document/project/document_outline.h"

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>

#include "core/completion/fit_file.h"
#include "core/completion/request_limits.h"
#include "core/document/project/project_entries.h"

namespace retailor::document {

namespace {

using Json = nlohmann::json;

// Thrown inside this file only, and caught in documentOutline: deep readers stay short.
struct NotADocument {
  std::string what;
};

// A place in the JSON that knows its way from the root, for the sentence.
class Place {
 public:
  Place(const Json& json, std::string path) : m_json(json), m_path(std::move(path)) {}

  [[noreturn]] void refuse(const std::string& what) const { throw NotADocument{"“" + m_path + "” " + what}; }

  bool has(const char* key) const { return m_json.is_object() && m_json.contains(key); }
  Place operator[](const char* key) const {
    if (!has(key)) refuse(std::string("has no “") + key + "”");
    return {m_json[key], m_path + "." + key};
  }
  std::vector<Place> items() const {
    if (!m_json.is_array() || m_json.size() > ProjectLimits::entries) refuse("is not a list, or too long");
    std::vector<Place> items;
    for (const Json& item : m_json) items.emplace_back(item, m_path + "[" + std::to_string(items.size()) + "]");
    return items;
  }
  std::string text() const {
    if (!m_json.is_string()) refuse("is not a text");
    return m_json.get<std::string>();
  }
  bool truth() const {
    if (!m_json.is_boolean()) refuse("is neither true nor false");
    return m_json.get<bool>();
  }
  double number(double least, double most) const {
    if (!m_json.is_number() || !completion::inRange(m_json.get<double>(), least, most)) refuse("is not a number in its range");
    return m_json.get<double>();
  }
  int whole(int least, int most) const {
    if (!m_json.is_number_integer()) refuse("is not a whole number");
    const double value = number(least, most);  // ints are exact in a double
    return static_cast<int>(value);
  }
  Id id(Id least = 1) const {
    if (!m_json.is_number_unsigned() || m_json.get<Id>() < least || m_json.get<Id>() > ProjectLimits::lastId) refuse("is not an id");
    return m_json.get<Id>();
  }
  std::string sha256() const {
    std::string hex = text();
    const bool good = hex.empty() || (hex.size() == 64 && hex.find_first_not_of("0123456789abcdef") == hex.npos);
    if (!good) refuse("is not a SHA-256 in lower-case hex");
    return hex;
  }
  std::string dump() const { return m_json.dump(); }

 private:
  const Json& m_json;
  std::string m_path;
};

constexpr int maxSide = 60'000;  // image::ReadBudget's

image::Size readSize(const Place& place) { return {place["width"].whole(1, maxSide), place["height"].whole(1, maxSide)}; }

void readPhoto(const Place& photo, DocumentOutline& outline) {
  outline.photoSize = readSize(photo);
  outline.state.photoName = photo["name"].text();
  for (const char* part : {"profile", "exif", "iptc", "xmp"})
    if (photo[part].truth()) outline.photoParts.insert(part);
}

// One that no run can use does not keep a project closed: the method finds another.
void readPlacement(const Place& place, completion::TaggedReference& reference, DocumentOutline& outline) {
  constexpr double far = std::numeric_limits<double>::max();
  const auto side = [&](const char* key) { return place[key].number(-far, far); };
  const completion::Placement placement{side("x"), side("y"), side("width"), side("height"), side("degrees")};
  if (completion::usable(placement))
    reference.placement = placement;
  else
    outline.notes.push_back("The placement of the reference “" + reference.name + "” can't be used; it was left out.");
}

completion::BodyRegion readRegion(const Place& place) {
  const auto region = completion::regionFromKey(place.text());
  if (!region) place.refuse("is not a body region");
  return *region;
}

// Like a placement: a fit that cannot be used is left out, and the garment can be fitted anew.
void readFit(const Place& place, completion::TaggedReference& reference, DocumentOutline& outline) {
  Result<garment::FitSettings> fit = completion::fitFromJson(place.dump());
  if (fit)
    reference.fit = std::move(fit).value();
  else
    outline.notes.push_back("The fit of the reference “" + reference.name + "” can't be used; it was left out. " + fit.failure().sentence);
}

// Projects saved before there were regions have none.
void readRegions(const Place& place, DocumentOutline& outline) {
  for (const Place& item : place.items()) {
    const auto target = targetFromKey(item.text());
    if (!target) item.refuse("is not a region of the photo");
    if (std::ranges::find(outline.regions, *target) != outline.regions.end()) item.refuse("is there twice");
    outline.regions.push_back(*target);
  }
}

void readReference(const Place& place, DocumentOutline& outline) {
  Reference reference;
  reference.id = place["id"].id();
  reference.tagged.name = place["name"].text();
  reference.tagged.sha256 = place["sha256"].sha256();
  reference.tagged.maskSha256 = place["mask-sha256"].sha256();
  reference.tagged.region = readRegion(place["region"]);
  reference.tagged.weight = place["weight"].number(0, 2);
  if (place.has("placement")) readPlacement(place["placement"], reference.tagged, outline);
  if (place.has("fit")) readFit(place["fit"], reference.tagged, outline);
  if (place["mask"].truth()) outline.maskedReferences.insert(reference.id);
  outline.referenceSizes[reference.id] = readSize(place);
  outline.state.references.push_back(std::move(reference));
}

void readPose(const Place& place, DocumentOutline& outline) {
  outline.hasPose = true;
  outline.state.pose.name = place["name"].text();
  outline.state.pose.sha256 = place["sha256"].sha256();
}

image::Rect readWindow(const Place& place, image::Size photo) {
  const image::Rect window{place["x"].whole(0, maxSide), place["y"].whole(0, maxSide), place["width"].whole(1, maxSide),
                           place["height"].whole(1, maxSide)};
  if (window.right() > photo.width || window.bottom() > photo.height) place.refuse("does not lie within the photo");
  return window;
}

// A result is of use without its recipe; it only cannot be made again.
completion::Recipe readRecipe(const Place& place, DocumentOutline& outline) {
  Result<completion::Recipe> recipe = completion::recipeFromJson(place.dump());
  if (recipe) return std::move(recipe).value();
  outline.notes.push_back("The recipe of one result can't be used; the result itself is there. " + recipe.failure().sentence);
  return {};
}

completion::Candidate readResult(const Place& place, DocumentOutline& outline) {
  completion::Candidate result;
  result.window = readWindow(place["window"], outline.photoSize);
  result.recipe = readRecipe(place["recipe"], outline);
  const std::string blend = place["blend"].text();
  if (blend != "in-alpha" && blend != "apart") place["blend"].refuse("is neither “in-alpha” nor “apart”");
  if (blend == "apart") outline.resultsKeptApart.insert(place["id"].id());
  return result;
}

void readLayer(const Place& place, DocumentOutline& outline) {
  Layer layer{place["id"].id(), place["name"].text(), readResult(place, outline), place["opacity"].number(0, 1), place["visible"].truth()};
  outline.state.layers.push_back(std::move(layer));
}

void readCandidate(const Place& place, DocumentOutline& outline) {
  outline.state.candidates.push_back({place["id"].id(), readResult(place, outline)});
}

// Recipes are read by their own room, so the settings are put into an empty one.
void readSettings(const Place& place, DocumentOutline& outline) {
  Json recipe = Json::parse(completion::toJson(completion::Recipe{}));
  recipe["settings"] = Json::parse(place.dump());
  const Result<completion::Recipe> read = completion::recipeFromJson(recipe.dump());
  if (read)
    outline.state.settings = read->settings;
  else
    outline.notes.push_back("The settings of the project can't be used; the usual ones are set. " + read.failure().sentence);
}

void checkIds(const DocumentState& state) {
  std::set<Id> seen;
  const auto check = [&](Id id) {
    if (id > state.lastId || !seen.insert(id).second)
      throw NotADocument{"the id " + std::to_string(id) + " is used twice or never given out"};
  };
  for (const Reference& reference : state.references) check(reference.id);
  for (const Layer& layer : state.layers) check(layer.id);
  for (const StagedCandidate& candidate : state.candidates) check(candidate.id);
}

DocumentOutline readOutline(const Place& root) {
  if (root["retailor-project"].whole(0, std::numeric_limits<int>::max()) > projectVersion)
    throw NotADocument{"it was saved by a newer Retailor, which is needed to open it"};
  DocumentOutline outline;
  readPhoto(root["photo"], outline);
  if (root.has("regions")) readRegions(root["regions"], outline);
  for (const Place& reference : root["references"].items()) readReference(reference, outline);
  if (root.has("pose")) readPose(root["pose"], outline);
  for (const Place& layer : root["layers"].items()) readLayer(layer, outline);
  for (const Place& candidate : root["candidates"].items()) readCandidate(candidate, outline);
  readSettings(root["settings"], outline);
  outline.state.lastId = root["last-id"].id(0);
  checkIds(outline.state);
  return outline;
}

Json parsed(std::span<const std::byte> text) {
  constexpr int deepest = 16;
  bool tooDeep = false;
  const auto watch = [&](int depth, Json::parse_event_t, Json&) {
    tooDeep = tooDeep || depth > deepest;
    return !tooDeep;
  };
  const auto* begin = reinterpret_cast<const char*>(text.data());
  Json json = Json::parse(begin, begin + text.size(), watch, false);
  if (json.is_discarded() || tooDeep) throw NotADocument{"it is not well-formed"};
  return json;
}

}  // namespace

Result<DocumentOutline> documentOutline(std::span<const std::byte> json, const std::string& file) {
  try {
    const Json root = parsed(json);
    return readOutline({root, "document"});
  } catch (const NotADocument& reason) {
    return badInput(file + " can't be opened: in retailor/document.json " + reason.what + ". Copy the file again from its source.");
  }
}

}  // namespace retailor::document
