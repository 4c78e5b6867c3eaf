#include "core/completion/recipe.h"

#include <filesystem>
#include <nlohmann/json.hpp>

#include "core/completion/fit_json.h"
#include "core/completion/settings_fields.h"

namespace retailor::completion {
namespace {

using OrderedJson = nlohmann::ordered_json;

// Where a file lies on one machine is of no use on another, and nobody's business.
std::string nameOf(const std::string& file) { return std::filesystem::path(file).filename().string(); }

class SettingsWriter {
 public:
  template <class Field>
  void operator()(const char* key, const Field& field) {
    m_json[key] = field;
  }
  template <class Choice>
  void operator()(const char* key, const Choice& choice, const std::array<std::string_view, 3>& names) {
    m_json[key] = names.at(static_cast<std::size_t>(choice));
  }
  void operator()(const char* key, const std::vector<LoraChoice>& loras) {
    m_json[key] = OrderedJson::array();
    for (const LoraChoice& lora : loras) m_json[key].push_back({{"file", nameOf(lora.file)}, {"scale", lora.scale}});
  }
  void operator()(const char* key, const image::Rect& rect) { m_json[key] = {rect.x, rect.y, rect.width, rect.height}; }
  void operator()(const char* key, const image::Size& size) { m_json[key] = {size.width, size.height}; }

  OrderedJson json() && { return std::move(m_json); }

 private:
  OrderedJson m_json = OrderedJson::object();
};

OrderedJson placementJson(const Placement& placement) {
  return {{"x", placement.x}, {"y", placement.y}, {"width", placement.width}, {"height", placement.height}, {"degrees", placement.degrees}};
}

OrderedJson referenceJson(const RecipeReference& reference) {
  OrderedJson json{{"name", reference.name},
                   {"sha256", reference.sha256},
                   {"mask-sha256", reference.maskSha256},
                   {"region", regionKey(reference.region)},
                   {"weight", reference.weight}};
  if (reference.placement) json["placement"] = placementJson(*reference.placement);
  if (reference.fit) json["fit"] = fitJson(*reference.fit);
  return json;
}

OrderedJson referencesJson(const std::vector<RecipeReference>& references) {
  OrderedJson json = OrderedJson::array();
  for (const RecipeReference& reference : references) json.push_back(referenceJson(reference));
  return json;
}

OrderedJson weightsJson(const std::vector<RecipeWeights>& weights) {
  OrderedJson json = OrderedJson::array();
  for (const RecipeWeights& one : weights) json.push_back({{"name", one.name}, {"sha256", one.sha256}});
  return json;
}

OrderedJson settingsJson(const CompletionSettings& settings) {
  SettingsWriter writer;
  visitSettings(writer, settings);
  return std::move(writer).json();
}

}  // namespace

Recipe recipeFor(const CompletionRequest& request, std::uint64_t seed) {
  Recipe recipe;
  recipe.program = "Retailor " RETAILOR_VERSION;
  if (request.settings.device == "cuda") recipe.device = "cuda";
  recipe.photoName = request.photoName;
  recipe.photoSha256 = request.photoSha256;
  recipe.maskSha256 = request.maskSha256;
  for (const auto& [region, marked] : request.regions.body)
    if (marked.mask) recipe.regions[std::string(regionKey(region))] = marked.sha256;
  if (request.regions.inFront.mask) recipe.regions[std::string(inFrontKey)] = request.regions.inFront.sha256;
  for (const TaggedReference& one : request.references)
    recipe.references.push_back({one.name, one.sha256, one.maskSha256, one.region, one.placement, one.weight, one.fit});
  if (request.pose.picture) recipe.pose = RecipePose{request.pose.name, request.pose.sha256};
  recipe.settings = request.settings;
  recipe.settings.seed = seed;
  recipe.settings.variations = 1;
  recipe.settings.threads = 0;  // never changes a result
  return recipe;
}

std::string toJson(const Recipe& recipe) {
  OrderedJson json{{"retailor-recipe", Recipe::version},
                   {"program", recipe.program},
                   {"device", recipe.device},
                   {"photo", {{"name", recipe.photoName}, {"sha256", recipe.photoSha256}}},
                   {"mask", {{"sha256", recipe.maskSha256}}}};
  if (!recipe.regions.empty()) json["regions"] = recipe.regions;
  json["references"] = referencesJson(recipe.references);
  if (recipe.pose) json["pose"] = {{"name", recipe.pose->name}, {"sha256", recipe.pose->sha256}};
  json["weights"] = weightsJson(recipe.weights);
  json["settings"] = settingsJson(recipe.settings);
  // File names need not be UTF-8; what cannot be written is replaced.
  return json.dump(2, ' ', false, OrderedJson::error_handler_t::replace);
}

}  // namespace retailor::completion
