#include <nlohmann/json.hpp>

#include "core/download/model_catalogue.h"
#include "core/neural/weights/refusal.h"
#include "core/neural/weights/settings_json.h"

namespace retailor::download {
namespace {

using Json = nlohmann::json;

std::string textOf(const Json& object, const char* key, const std::string& standard = {}) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : standard;
}

// Every part of the path is a plain name: it can lead nowhere else.
bool staysInside(const std::string& path) {
  const std::filesystem::path relative(path);
  if (path.empty() || relative.is_absolute() || path.find_first_of(std::string("\\\0", 2)) != std::string::npos) return false;
  for (const auto& part : relative)
    if (part.empty() || part == "." || part == "..") return false;
  return true;
}

Result<CatalogueModel> modelIn(const Json& entry, const std::filesystem::path& file) {
  if (!entry.is_object()) return weights::refused(file, "one of its models is no object");
  CatalogueModel model{textOf(entry, "name"),       textOf(entry, "purpose"),
                       textOf(entry, "repository"), textOf(entry, "revision", "main"),
                       textOf(entry, "licence"),    {}};
  const auto files = entry.find("files");
  if (!staysInside(model.name) || model.repository.empty() || files == entry.end() || !files->is_array())
    return weights::refused(file, "one of its models lacks a name, a repository or files");
  for (const Json& one : *files) {
    const std::string path = one.is_object() ? textOf(one, "path") : std::string();
    if (!staysInside(path))
      return weights::refused(file, "it names the file “" + weights::shown(path) + "”, which lies outside the model's folder");
    model.files.push_back({path, hashInTag(textOf(one, "sha256")), one.value("optional", Json(false)) == Json(true)});
  }
  return model;
}

}  // namespace

Result<std::vector<CatalogueModel>> readCatalogue(const std::filesystem::path& file) {
  const Result<Json> catalogue = weights::readSettings(file);
  if (!catalogue) return catalogue.failure();
  const auto entries = catalogue->find("models");
  if (entries == catalogue->end() || !entries->is_array()) return weights::refused(file, "it has no list of models");
  std::vector<CatalogueModel> models;
  for (const Json& entry : *entries) {
    const Result<CatalogueModel> model = modelIn(entry, file);
    if (!model) return model.failure();
    models.push_back(*model);
  }
  return models;
}

}  // namespace retailor::download
