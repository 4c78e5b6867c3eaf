#include "core/regions/schemes/scheme_file.h"

#include <charconv>

#include <nlohmann/json.hpp>

#include "core/image/load_file.h"

namespace retailor::regions {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kMostBytes = 1 << 20;

std::optional<std::uint32_t> numberIn(const std::string& text) {
  std::uint32_t value = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  return problem == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

Failure wrong(const std::filesystem::path& file, const std::string& what) {
  return badInput("The scheme " + file.string() + " " + what + ".");
}

Result<ParsingClass> classFrom(const std::filesystem::path& file, const std::string& id, const Json& part, const Json& names) {
  const auto number = numberIn(id);
  if (!number || *number > 0xffffff) return wrong(file, "has the id '" + id + "'; ids are whole numbers, or colours as one number");
  const auto known = part.is_string() ? partFromKey(part.get<std::string>()) : std::nullopt;
  if (!known)
    return wrong(file, "maps the id " + id + " to " + part.dump(-1, ' ', true, Json::error_handler_t::replace) +
                           "; use face, hair, upper-clothes, lower-clothes, whole-body, shoes, skin, arms, carried, inherit or none");
  const bool named = names.contains(id) && names[id].is_string();
  return ParsingClass{*number, named ? names[id].get<std::string>() : "class " + id, *known};
}

Result<ParsingScheme> schemeFrom(const std::filesystem::path& file, const Json& json) {
  if (!json.is_object() || !json.contains("ids") || !json["ids"].is_object() || json["ids"].empty())
    return wrong(file, "has no table \"ids\"; it maps ids to parts, such as {\"ids\": {\"4\": \"upper-clothes\"}}");
  const std::string name = json.contains("name") && json["name"].is_string() ? json["name"].get<std::string>() : file.stem().string();
  const Json names = json.contains("names") && json["names"].is_object() ? json["names"] : Json::object();
  ParsingScheme scheme{file.string(), name, {}};
  for (const auto& [id, part] : json["ids"].items()) {
    Result<ParsingClass> made = classFrom(file, id, part, names);
    if (!made) return made.failure();
    if (scheme.classOf(made->id)) return wrong(file, "has the id " + id + " twice");
    scheme.classes.push_back(std::move(*made));
  }
  return scheme;
}

}  // namespace

Result<ParsingScheme> readScheme(const std::filesystem::path& file) {
  const Result<image::Bytes> bytes = image::loadFile(file, {.maxFileBytes = kMostBytes});
  if (!bytes) return bytes.failure();
  const char* text = reinterpret_cast<const char*>(bytes->data());
  const Json json = Json::parse(text, text + bytes->size(), nullptr, false);
  if (json.is_discarded()) return wrong(file, "is not JSON; write {\"ids\": {\"4\": \"upper-clothes\"}}");
  return schemeFrom(file, json);
}

std::string schemeAsJson(const ParsingScheme& scheme) {
  Json ids = Json::object(), names = Json::object();
  for (const ParsingClass& one : scheme.classes) {
    ids[std::to_string(one.id)] = partKey(one.part);
    names[std::to_string(one.id)] = one.name;
  }
  return Json{{"name", scheme.title}, {"ids", ids}, {"names", names}}.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace retailor::regions
