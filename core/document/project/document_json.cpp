#include "core/document/project/document_json.h"

#include <nlohmann/json.hpp>

#include "core/completion/fit_file.h"
#include "core/document/project/layer_picture.h"
#include "core/document/project/project_entries.h"

namespace retailor::document {

namespace {

using OrderedJson = nlohmann::ordered_json;

OrderedJson sizeJson(image::Size size) { return {{"width", size.width}, {"height", size.height}}; }

// A recipe leaves out where files lie, but the project's owner wants them found again.
OrderedJson recipeJson(const completion::Recipe& recipe) {
  OrderedJson json = OrderedJson::parse(completion::toJson(recipe));
  OrderedJson& loras = json["settings"]["loras"];
  for (std::size_t i = 0; i < loras.size(); ++i) loras[i]["file"] = recipe.settings.loras[i].file;
  return json;
}

// Only a recipe can be written as a whole, so its settings are taken out of one.
OrderedJson settingsJson(const completion::CompletionSettings& settings) {
  completion::Recipe recipe;
  recipe.settings = settings;
  return recipeJson(recipe)["settings"];
}

OrderedJson photoJson(const DocumentState& state) {
  const image::Metadata& metadata = state.photo->metadata;
  OrderedJson json = sizeJson(state.photo->pixels.size());
  json["name"] = state.photoName;
  json["profile"] = state.photo->profile.tagged();
  json["exif"] = !metadata.exif.empty();
  json["iptc"] = !metadata.iptc.empty();
  json["xmp"] = !metadata.xmp.empty();
  return json;
}

OrderedJson placementJson(const completion::Placement& at) {
  return {{"x", at.x}, {"y", at.y}, {"width", at.width}, {"height", at.height}, {"degrees", at.degrees}};
}

OrderedJson referenceJson(const Reference& reference) {
  const completion::TaggedReference& tagged = reference.tagged;
  OrderedJson json = sizeJson(tagged.picture->size());
  json["id"] = reference.id;
  json["name"] = tagged.name;
  json["sha256"] = tagged.sha256;
  json["mask"] = tagged.mask != nullptr;
  json["mask-sha256"] = tagged.maskSha256;
  json["region"] = completion::regionKey(tagged.region);
  json["weight"] = tagged.weight;
  if (tagged.placement) json["placement"] = placementJson(*tagged.placement);
  if (tagged.fit) json["fit"] = OrderedJson::parse(completion::toJson(*tagged.fit));
  return json;
}

OrderedJson resultJson(Id id, const completion::Candidate& result) {
  const image::Rect& window = result.window;
  return {{"id", id},
          {"window", {{"x", window.x}, {"y", window.y}, {"width", window.width}, {"height", window.height}}},
          {"blend", fitsInOnePicture(result) ? "in-alpha" : "apart"},
          {"recipe", recipeJson(result.recipe)}};
}

OrderedJson layerJson(const Layer& layer) {
  OrderedJson json = resultJson(layer.id, layer.result);
  json["name"] = layer.name;
  json["opacity"] = layer.opacity;
  json["visible"] = layer.visible;
  return json;
}

template <class Item, class ToJson>
OrderedJson listJson(const std::vector<Item>& items, const ToJson& toJson) {
  OrderedJson list = OrderedJson::array();
  for (const Item& item : items) list.push_back(toJson(item));
  return list;
}

}  // namespace

std::string documentJson(const DocumentState& state) {
  OrderedJson json{{"retailor-project", projectVersion}, {"last-id", state.lastId}};
  json["photo"] = photoJson(state);
  json["regions"] = OrderedJson::array();
  for (const PaintTarget& target : markedTargets(state.regions)) json["regions"].push_back(targetKey(target));
  json["references"] = listJson(state.references, referenceJson);
  if (state.pose.picture) json["pose"] = {{"name", state.pose.name}, {"sha256", state.pose.sha256}};
  json["layers"] = listJson(state.layers, layerJson);
  json["candidates"] = listJson(state.candidates, [](const StagedCandidate& staged) { return resultJson(staged.id, staged.result); });
  json["settings"] = settingsJson(state.settings);
  // Names come from files, whose names need not be UTF-8; what cannot be written is replaced.
  return json.dump(1, ' ', false, OrderedJson::error_handler_t::replace);
}

}  // namespace retailor::document
