#include <nlohmann/json.hpp>

#include <algorithm>
#include <initializer_list>
#include <limits>

#include "core/completion/fit_json.h"
#include "core/completion/json_fields.h"
#include "core/completion/recipe.h"
#include "core/completion/request_limits.h"
#include "core/completion/settings_fields.h"

namespace retailor::completion {
namespace {

using Json = nlohmann::json;
using json_fields::allowOnly, json_fields::member, json_fields::number, json_fields::refuse, json_fields::sha256, json_fields::text,
    json_fields::wholeNumber, json_fields::wholeNumbers;

// Sentences of their own, for what is wrong with a recipe as a whole.
struct NotARecipe {
  std::string sentence;
};

LoraChoice loraFrom(const Json& json, const std::string& path) {
  allowOnly(json, {"file", "scale"}, path);
  return {text(member(json, "file", path), path + "file"), number(member(json, "scale", path), path + "scale")};
}

// Fills the settings a recipe names; those it does not name keep their defaults, so that a later version may add some.
class SettingsReader {
 public:
  explicit SettingsReader(const Json& json) : m_json(json) {}

  void operator()(const char* key, std::string& field) {
    read(key, [&](const Json& json, const std::string& path) { field = text(json, path); });
  }
  void operator()(const char* key, double& field) {
    read(key, [&](const Json& json, const std::string& path) { field = number(json, path); });
  }
  void operator()(const char* key, int& field) {
    read(key, [&](const Json& json, const std::string& path) { field = wholeNumber(json, path); });
  }
  void operator()(const char* key, bool& field) {
    read(key, [&](const Json& json, const std::string& path) {
      if (!json.is_boolean()) refuse(path, "is neither true nor false");
      field = json.get<bool>();
    });
  }
  void operator()(const char* key, std::uint64_t& field) {
    read(key, [&](const Json& json, const std::string& path) {
      if (!json.is_number_unsigned()) refuse(path, "is not a whole number from 0 to 2^64 - 1");
      field = json.get<std::uint64_t>();
    });
  }
  void operator()(const char* key, std::vector<LoraChoice>& field) {
    read(key, [&](const Json& json, const std::string& path) {
      if (!json.is_array()) refuse(path, "is not a list");
      for (const Json& one : json) field.push_back(loraFrom(one, path + "." + std::to_string(field.size() + 1) + "."));
    });
  }
  void operator()(const char* key, image::Rect& field) {
    read(key, [&](const Json& json, const std::string& path) {
      const std::vector<int> n = wholeNumbers(json, 4, path);
      field = {n[0], n[1], n[2], n[3]};
    });
  }
  void operator()(const char* key, image::Size& field) {
    read(key, [&](const Json& json, const std::string& path) {
      const std::vector<int> n = wholeNumbers(json, 2, path);
      field = {n[0], n[1]};
    });
  }
  template <class Choice>
  void operator()(const char* key, Choice& field, const std::array<std::string_view, 3>& names) {
    read(key, [&](const Json& json, const std::string& path) {
      const auto found = std::ranges::find(names, text(json, path));
      if (found == names.end()) refuse(path, "is not one of " + listed(names));
      field = static_cast<Choice>(found - names.begin());
    });
  }

  void refuseUnread() const {
    if (!m_json.is_object()) refuse("settings", "is not an object");
    for (const auto& [key, value] : m_json.items())
      if (std::ranges::count(m_keys, key) == 0) refuse("settings." + key, "is not known to this version");
  }

 private:
  template <class Reader>
  void read(const char* key, const Reader& reader) {
    m_keys.emplace_back(key);
    if (m_json.is_object() && m_json.contains(key)) reader(m_json[key], std::string("settings.") + key);
  }
  static std::string listed(const std::array<std::string_view, 3>& names) {
    std::string text(names[0]);
    return text.append(", ").append(names[1]).append(", ").append(names[2]);
  }

  const Json& m_json;
  std::vector<std::string> m_keys;
};

CompletionSettings settingsFrom(const Json& json) {
  CompletionSettings settings;
  SettingsReader reader(json);
  visitSettings(reader, settings);
  reader.refuseUnread();
  if (const Result<void> good = checkSettings(settings); !good)
    throw NotARecipe{"The recipe's settings cannot be used. " + good.failure().sentence};
  return settings;
}

Placement placementFrom(const Json& json, const std::string& path) {
  allowOnly(json, {"x", "y", "width", "height", "degrees"}, path);
  const auto side = [&](const char* key) { return number(member(json, key, path), path + key); };
  const Placement placement{side("x"), side("y"), side("width"), side("height"), side("degrees")};
  if (!usable(placement)) refuse(path, "is out of range");
  return placement;
}

RecipeReference referenceFrom(const Json& json, const std::string& path) {
  allowOnly(json, {"name", "sha256", "mask-sha256", "region", "weight", "placement", "fit"}, path);
  RecipeReference reference;
  reference.name = text(member(json, "name", path), path + "name");
  reference.sha256 = sha256(member(json, "sha256", path), path + "sha256");
  reference.maskSha256 = sha256(member(json, "mask-sha256", path), path + "mask-sha256");
  const auto region = regionFromKey(text(member(json, "region", path), path + "region"));
  if (!region) refuse(path + "region", "is not a body region");
  reference.region = *region;
  reference.weight = number(member(json, "weight", path), path + "weight");
  if (!inRange(reference.weight, 0, 2)) refuse(path + "weight", "does not lie between 0 and 2");
  if (json.contains("placement")) reference.placement = placementFrom(json["placement"], path + "placement.");
  if (json.contains("fit")) reference.fit = fitFrom(json["fit"], path + "fit.");
  return reference;
}

std::vector<RecipeReference> referencesFrom(const Json& json) {
  if (!json.is_array()) refuse("references", "is not a list");
  std::vector<RecipeReference> references;
  for (const Json& one : json) references.push_back(referenceFrom(one, "references." + std::to_string(references.size() + 1) + "."));
  return references;
}

std::map<std::string, std::string> regionsFrom(const Json& json) {
  if (!json.is_object()) refuse("regions", "is not an object");
  std::map<std::string, std::string> regions;
  for (const auto& [key, value] : json.items()) {
    if (key != inFrontKey && !regionFromKey(key)) refuse("regions." + key, "is not a body region");
    regions[key] = sha256(value, "regions." + key);
  }
  return regions;
}

RecipePose poseFrom(const Json& json) {
  allowOnly(json, {"name", "sha256"}, "pose.");
  return {text(member(json, "name", "pose."), "pose.name"), sha256(member(json, "sha256", "pose."), "pose.sha256")};
}

// Recipes of methods without networks, and those of earlier programs, name none.
std::vector<RecipeWeights> weightsFrom(const Json& json) {
  std::vector<RecipeWeights> weights;
  if (!json.contains("weights")) return weights;
  if (!json["weights"].is_array()) refuse("weights", "is not a list");
  for (const Json& one : json["weights"]) {
    const std::string path = "weights." + std::to_string(weights.size() + 1) + ".";
    allowOnly(one, {"name", "sha256"}, path);
    weights.push_back({text(member(one, "name", path), path + "name"), sha256(member(one, "sha256", path), path + "sha256")});
  }
  return weights;
}

void checkVersion(const Json& json) {
  if (!json.is_object() || !json.contains("retailor-recipe")) throw NotARecipe{"This is not a Retailor recipe."};
  const int version = wholeNumber(json["retailor-recipe"], "retailor-recipe");
  if (version != Recipe::version)
    throw NotARecipe{"The recipe has version " + std::to_string(version) + ", but this Retailor reads version " +
                     std::to_string(Recipe::version) + "; use the Retailor that wrote it."};
}

Recipe recipeFrom(const Json& json) {
  checkVersion(json);
  allowOnly(json, {"retailor-recipe", "program", "device", "photo", "mask", "regions", "references", "pose", "weights", "settings"}, "");
  const Json& photo = member(json, "photo", "");
  allowOnly(photo, {"name", "sha256"}, "photo.");
  const Json& mask = member(json, "mask", "");
  allowOnly(mask, {"sha256"}, "mask.");
  Recipe recipe;
  recipe.program = text(member(json, "program", ""), "program");
  recipe.device = text(member(json, "device", ""), "device");
  recipe.photoName = text(member(photo, "name", "photo."), "photo.name");
  recipe.photoSha256 = sha256(member(photo, "sha256", "photo."), "photo.sha256");
  recipe.maskSha256 = sha256(member(mask, "sha256", "mask."), "mask.sha256");
  if (json.contains("regions")) recipe.regions = regionsFrom(json["regions"]);
  recipe.references = referencesFrom(member(json, "references", ""));
  if (json.contains("pose")) recipe.pose = poseFrom(json["pose"]);
  recipe.weights = weightsFrom(json);
  recipe.settings = settingsFrom(member(json, "settings", ""));
  return recipe;
}

}  // namespace

Result<Recipe> recipeFromJson(const std::string& json) {
  constexpr std::size_t largest = std::size_t{1} << 22;  // a real one has a few thousand bytes
  if (json.size() > largest) return badInput("This is too large to be a recipe.");
  const Json parsed = Json::parse(json, nullptr, false);
  if (parsed.is_discarded()) return badInput("This is not a recipe: it is not well-formed JSON.");
  try {
    return recipeFrom(parsed);
  } catch (const NotARecipe& reason) {
    return badInput(reason.sentence);
  } catch (const json_fields::Refused& reason) {
    return badInput("The recipe's '" + reason.where + "' " + reason.what + ".");
  }
}

}  // namespace retailor::completion
