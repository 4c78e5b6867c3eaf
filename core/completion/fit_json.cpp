#include "core/completion/fit_json.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "core/completion/fit_file.h"
#include "core/completion/json_fields.h"

namespace retailor::completion {
namespace {

using garment::FitPin, garment::FitSettings, garment::Point;
using json_fields::allowOnly, json_fields::Json, json_fields::member, json_fields::number, json_fields::refuse, json_fields::text;
using Ordered = nlohmann::ordered_json;

constexpr int kVersion = 1;
constexpr const char* kVersionKey = "retailor-fit";
constexpr std::array<std::string_view, 3> kLengths{"auto", "own", "as-worn"};
constexpr std::array<std::string_view, 3> kUncovered{"keep-old-sleeves", "fill", "keep-old-cloth"};
constexpr std::array<const char*, 2> kArms{"left-arm-down", "right-arm-down"};

// One list serves writing and reading, so neither can forget a field: visit(key, field), and for choices visit(key, field, names).
template <class Visitor, class Fit>
void visitFit(Visitor& visit, Fit& fit) {
  visit("flipped", fit.flipped);
  visit("follow-folds", fit.followFolds);
  visit("follow-outline", fit.followOutline);
  visit("length", fit.length, kLengths);
  visit("looseness", fit.looseness);
  visit("stiffness", fit.stiffness);
  visit("sensitivity", fit.sensitivity);
  visit("see-through-gaps", fit.seeThroughGaps);
  visit("collar-cut", fit.collarCut);
  visit("collar-edge", fit.collarEdge);
  visit(kArms[0], fit.armDown[0]);
  visit(kArms[1], fit.armDown[1]);
  visit("sleeve-over-torso", fit.sleeveOverTorso);
  visit("uncovered", fit.uncovered, kUncovered);
  visit("exposure", fit.exposure);
  visit("warmth", fit.warmth);
}

class Writer {
 public:
  explicit Writer(Ordered& json) : m_json(json) {}

  template <class Field>
  void operator()(const char* key, const Field& field) {
    m_json[key] = field;
  }
  void operator()(const char* key, const std::optional<bool>& field) {
    if (field) m_json[key] = *field;
  }
  template <class Choice, std::size_t count>
  void operator()(const char* key, const Choice& choice, const std::array<std::string_view, count>& names) {
    m_json[key] = names.at(static_cast<std::size_t>(choice));
  }

 private:
  Ordered& m_json;
};

bool truth(const Json& json, const std::string& path) {
  if (!json.is_boolean()) refuse(path, "is neither true nor false");
  return json.get<bool>();
}

class Reader {
 public:
  Reader(const Json& json, const std::string& path) : m_json(json), m_path(path) {}

  void operator()(const char* key, bool& field) {
    if (has(key)) field = truth(m_json[key], m_path + key);
  }
  void operator()(const char* key, std::optional<bool>& field) {
    if (has(key)) field = truth(m_json[key], m_path + key);
  }
  void operator()(const char* key, double& field) {
    if (has(key)) field = number(m_json[key], m_path + key);
  }
  void operator()(const char* key, int& field) {
    if (has(key)) field = json_fields::wholeNumber(m_json[key], m_path + key);
  }
  template <class Choice, std::size_t count>
  void operator()(const char* key, Choice& field, const std::array<std::string_view, count>& names) {
    if (!has(key)) return;
    const auto found = std::ranges::find(names, text(m_json[key], m_path + key));
    if (found == names.end()) refuse(m_path + key, "is not one of the names this version knows");
    field = static_cast<Choice>(found - names.begin());
  }
  const std::vector<std::string>& keys() const { return m_keys; }

 private:
  bool has(const char* key) {
    m_keys.emplace_back(key);
    return m_json.contains(key);
  }

  const Json& m_json;
  const std::string& m_path;
  std::vector<std::string> m_keys;
};

Ordered pinJson(const FitPin& pin) {
  Ordered json = Ordered::object();
  if (pin.landmark) json["landmark"] = garment::landmarkKey(*pin.landmark);
  json["garment"] = {pin.garment.x, pin.garment.y};
  json["person"] = {pin.person.x, pin.person.y};
  return json;
}

Point pointFrom(const Json& json, const std::string& path) {
  if (!json.is_array() || json.size() != 2) refuse(path, "is not a pair of numbers");
  return {number(json[0], path), number(json[1], path)};
}

FitPin pinFrom(const Json& json, const std::string& path) {
  allowOnly(json, {"landmark", "garment", "person"}, path);
  FitPin pin;
  if (json.contains("landmark")) {
    pin.landmark = garment::landmarkFromKey(text(json["landmark"], path + "landmark"));
    if (!pin.landmark) refuse(path + "landmark", "is not a landmark of a garment");
  }
  pin.garment = pointFrom(member(json, "garment", path), path + "garment");
  pin.person = pointFrom(member(json, "person", path), path + "person");
  return pin;
}

void checkKeys(const Json& json, std::vector<std::string> known, const std::string& path) {
  known.insert(known.end(), {kVersionKey, "kind", "pins"});
  for (const auto& [key, value] : json.items())
    if (std::ranges::count(known, key) == 0) refuse(path + key, "is not known to this version");
}

}  // namespace

Ordered fitJson(const FitSettings& fit) {
  Ordered json{{kVersionKey, kVersion}};
  if (fit.kind) json["kind"] = garment::kindKey(*fit.kind);
  Writer writer(json);
  visitFit(writer, fit);
  Ordered pins = Ordered::array();
  for (const FitPin& pin : fit.pins) pins.push_back(pinJson(pin));
  if (!fit.pins.empty()) json["pins"] = std::move(pins);
  return json;
}

FitSettings fitFrom(const Json& json, const std::string& path) {
  if (!json.is_object()) refuse(path, "is not an object");
  if (json_fields::wholeNumber(member(json, kVersionKey, path), path + kVersionKey) != kVersion)
    refuse(path + kVersionKey, "is a version that this Retailor does not know");
  FitSettings fit;
  Reader reader(json, path);
  visitFit(reader, fit);
  checkKeys(json, reader.keys(), path);
  if (json.contains("kind")) {
    fit.kind = garment::kindFromKey(text(json["kind"], path + "kind"));
    if (!fit.kind) refuse(path + "kind", "is not a kind of garment");
  }
  if (json.contains("pins")) {
    if (!json["pins"].is_array()) refuse(path + "pins", "is not a list");
    for (const Json& pin : json["pins"]) fit.pins.push_back(pinFrom(pin, path + "pins." + std::to_string(fit.pins.size()) + "."));
  }
  if (!garment::usable(fit)) refuse(path, "has a number out of range, too many pins, or a landmark twice");
  return fit;
}

std::string toJson(const FitSettings& fit) { return fitJson(fit).dump(2); }

Result<FitSettings> fitFromJson(const std::string& json) {
  constexpr std::size_t largest = std::size_t{1} << 20;
  if (json.size() > largest) return badInput("This is too large to be a fit.");
  const Json parsed = Json::parse(json, nullptr, false);
  if (!parsed.is_object() || !parsed.contains(kVersionKey)) return badInput("This is not a fit that Retailor wrote.");
  try {
    return fitFrom(parsed, "");
  } catch (const json_fields::Refused& reason) {
    return badInput(reason.where.empty() ? "The fit " + reason.what + "." : "The fit's '" + reason.where + "' " + reason.what + ".");
  }
}

}  // namespace retailor::completion
