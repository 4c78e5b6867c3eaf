#include "core/methods/models/bundle_manifest.h"

#include <array>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "core/neural/weights/settings_json.h"

namespace retailor::models {
namespace {

using Json = nlohmann::json;
using Writer = ReferenceReading::Writer;

template <class Value>
using Choices = std::initializer_list<std::pair<const char*, Value>>;

struct Wrong {
  std::string what;
};

// Reads the members of one object and refuses those that nobody asked for: a misspelt one would be silently left out.
class Members {
 public:
  Members(const Json& json, std::string name) : m_json(json), m_name(std::move(name)) {
    if (!m_json.is_object()) throw Wrong{m_name + " is not an object"};
  }

  const Json* find(const char* member) {
    m_asked.insert(member);
    const auto at = m_json.find(member);
    return at == m_json.end() ? nullptr : &*at;
  }
  const Json& need(const char* member) {
    const Json* found = find(member);
    if (found == nullptr) throw Wrong{"“" + std::string(member) + "” is missing" + inside()};
    return *found;
  }
  std::string text(const char* member, const std::string& otherwise = {}) {
    const Json* found = find(member);
    if (found == nullptr) return otherwise;
    if (!found->is_string()) throw Wrong{"“" + std::string(member) + "” is not text" + inside()};
    return found->get<std::string>();
  }
  double number(const char* member, double least, double most, double otherwise) {
    const Json* found = find(member);
    if (found == nullptr) return otherwise;
    const double value = found->is_number() ? found->get<double>() : least - 1;
    if (!(value >= least && value <= most))
      throw Wrong{"“" + std::string(member) + "” is not a number from " + shown(least) + " to " + shown(most) + inside()};
    return value;
  }
  bool flag(const char* member, bool otherwise) {
    const Json* found = find(member);
    if (found != nullptr && !found->is_boolean()) throw Wrong{"“" + std::string(member) + "” is neither true nor false" + inside()};
    return found != nullptr ? found->get<bool>() : otherwise;
  }
  template <class Value>
  Value choice(const char* member, const Choices<Value>& choices, Value otherwise) {
    return find(member) != nullptr ? chosen(need(member), member, choices) : otherwise;
  }
  template <class Value>
  Value chosen(const Json& word, const char* member, const Choices<Value>& choices) const {
    std::string names;
    for (const auto& [name, value] : choices) {
      if (word.is_string() && word.get<std::string>() == name) return value;
      names += (names.empty() ? "" : ", ") + std::string(name);
    }
    throw Wrong{"“" + std::string(member) + "” is none of " + names + inside()};
  }
  std::vector<std::string> words(const char* member) {
    std::vector<std::string> all;
    const Json* found = find(member);
    if (found != nullptr && !found->is_array()) throw Wrong{"“" + std::string(member) + "” is not a list" + inside()};
    for (const Json& word : found != nullptr ? *found : Json::array()) {
      if (!word.is_string()) throw Wrong{"“" + std::string(member) + "” holds something that is not text" + inside()};
      all.push_back(word.get<std::string>());
    }
    return all;
  }
  void end() const {
    for (const auto& [name, value] : m_json.items())
      if (!m_asked.contains(name)) throw Wrong{"“" + name + "” is no member that Retailor knows" + inside()};
  }

 private:
  static std::string shown(double number) { return Json(number).dump(); }
  std::string inside() const { return m_name.empty() ? "" : " in “" + m_name + "”"; }

  const Json& m_json;
  std::string m_name;
  std::set<std::string> m_asked;
};

std::map<std::string, std::string> namesIn(const Json& json, const char* member) {
  std::map<std::string, std::string> names;
  if (!json.is_object()) throw Wrong{"“" + std::string(member) + "” is not an object"};
  for (const auto& [name, value] : json.items()) {
    if (!value.is_string()) throw Wrong{"“" + std::string(member) + "” holds something that is not text"};
    names[name] = value.get<std::string>();
  }
  return names;
}

std::set<completion::BodyRegion> regionsIn(Members& members) {
  std::set<completion::BodyRegion> regions;
  for (const std::string& word : members.words("regions")) {
    const auto region = completion::regionFromKey(word);
    if (!region) throw Wrong{"“regions” names “" + word + "”, which is no region"};
    regions.insert(*region);
  }
  return regions;
}

void readRecognition(const Json& json, BundleManifest& manifest) {
  using Mark = BundleManifest::Mark;
  Members members(json, "recognised-by");
  manifest.pipelines = members.words("pipelines");
  manifest.encoderClass = members.text("encoder");
  manifest.channels = static_cast<int>(members.number("channels", 4, 4096, 9));
  manifest.has = members.words("has");
  manifest.folders = members.words("folders");
  manifest.mark = members.choice(
      "mark", {{"parts", Mark::Parts}, {"attention-list", Mark::AttentionList}, {"dictionaries", Mark::Dictionaries}}, Mark::Parts);
  members.end();
}

ReferenceReading readReading(const Json& json) {
  Members members(json, "references");
  ReferenceReading reading;
  reading.writer = members.choice(
      "writer", {{"reference-unet", Writer::ReferenceUnet}, {"drawing-unet", Writer::DrawingUnet}, {"canvas", Writer::Canvas}},
      reading.writer);
  reading.everyStep = members.choice("timestep", {{"zero", false}, {"current", true}}, false);
  reading.isSquare = members.choice("picture", {{"window", false}, {"square", true}}, false);
  reading.zeroesMasked = members.choice("mask", {{"drop", false}, {"zero", true}}, false);
  reading.middleAndUpOnly = members.choice("blocks", {{"full", false}, {"midup", true}}, false);
  reading.blend = members.number("blend", 0, 1, 1);
  reading.imageScale = members.number("image-scale", 0, 10, 1);
  reading.needsTags = members.flag("needs-tags", false);
  reading.firstLabelForAll = members.choice("label", {{"own", false}, {"first", true}}, false);
  reading.ignoresMasks = members.choice("region-masks", {{"heeded", false}, {"ignored", true}}, false);
  reading.stretches = members.choice("canvas", {{"letterbox", false}, {"stretch", true}}, false);
  members.end();
  return reading;
}

ImageSlots readSlots(const Json& json) {
  Members members(json, "image-slots");
  ImageSlots slots;
  slots.file = members.text("file");
  if (slots.file.empty()) throw Wrong{"“file” is missing in “image-slots”"};
  slots.count = static_cast<int>(members.number("count", 1, 64, 6));
  members.end();
  return slots;
}

void readInput(Members& members, BundleManifest& manifest) {
  using enum InputChannels;
  manifest.input.clear();
  for (const Json& word : members.need("input"))
    manifest.input.push_back(members.chosen(
        word, "input", Choices<InputChannels>{{"latent", Latent}, {"mask", Mask}, {"masked-picture", MaskedPicture}, {"depth", Depth}}));
  if (manifest.input.empty() || manifest.input.front() != Latent) throw Wrong{"“input” does not begin with latent"};
  int channels = 0;
  for (const InputChannels one : manifest.input) channels += one == Mask ? 1 : 4;
  if (channels != manifest.channels)
    throw Wrong{"“input” makes up " + std::to_string(channels) + " channels, not " + std::to_string(manifest.channels)};
}

void readDefaults(const Json& json, BundleManifest& manifest) {
  Members members(json, "defaults");
  manifest.steps = static_cast<int>(members.number("steps", 1, 1000, 0));
  manifest.guidance = members.number("guidance", 1, 100, 0);
  manifest.scheduler = members.text("scheduler");
  manifest.eta = members.number("eta", 0, 1, 0);
  manifest.width = static_cast<int>(members.number("width", 64, 8192, 0));
  manifest.height = static_cast<int>(members.number("height", 64, 8192, 0));
  if ((manifest.width > 0) != (manifest.height > 0)) throw Wrong{"“width” and “height” in “defaults” go together"};
  members.end();
}

BundleManifest manifestOf(const Json& json) {
  using Condition = BundleManifest::Condition;
  using MaskMeans = BundleManifest::MaskMeans;
  Members members(json, {});
  BundleManifest manifest;
  manifest.key = members.text("bundle");
  manifest.method = members.text("method");
  manifest.order = static_cast<int>(members.number("order", 1, 1000, 1));
  manifest.title = members.text("title");
  manifest.licence = members.text("licence");
  manifest.commercial = members.flag("commercial", true);
  readRecognition(members.need("recognised-by"), manifest);
  manifest.parts = members.words("parts");
  if (const Json* elsewhere = members.find("elsewhere")) manifest.elsewhere = namesIn(*elsewhere, "elsewhere");
  if (const Json* dictionaries = members.find("dictionaries")) manifest.dictionaries = namesIn(*dictionaries, "dictionaries");
  if (manifest.dictionaries.empty() != (manifest.mark != BundleManifest::Mark::Dictionaries))
    throw Wrong{"“dictionaries” and that “mark” go together"};
  manifest.base = members.text("base");
  readInput(members, manifest);
  manifest.mask = members.choice("mask", {{"draw", MaskMeans::Draw}, {"keep", MaskMeans::Keep}}, MaskMeans::Draw);
  manifest.hole = members.choice("hole", {{"grey", BundleManifest::Hole::Grey}, {"black", BundleManifest::Hole::Black}}, manifest.hole);
  manifest.condition = members.choice(
      "condition",
      {{"words", Condition::Words}, {"example", Condition::Example}, {"states", Condition::States}, {"nothing", Condition::Nothing}},
      Condition::Words);
  if (const Json* references = members.find("references")) manifest.references = readReading(*references);
  if (const Json* slots = members.find("image-slots")) manifest.imageSlots = readSlots(*slots);
  manifest.poseGuider = members.text("pose");
  manifest.regions = regionsIn(members);
  if (const Json* scheduler = members.find("scheduler")) manifest.schedulerSettings = scheduler->dump();
  if (const Json* defaults = members.find("defaults")) readDefaults(*defaults, manifest);
  members.end();
  return manifest;
}

}  // namespace

Result<BundleManifest> bundleManifest(const std::string& json, const std::string& file) {
  const Result<Json> parsed = weights::parseSettings(json, file);
  if (!parsed) return parsed.failure();
  try {
    return manifestOf(*parsed);
  } catch (const Wrong& wrong) {
    return Failure{FailureKind::MissingWeights, "The bundle in " + file + " cannot be used: " + wrong.what + ". Correct it there."};
  }
}

}  // namespace retailor::models
