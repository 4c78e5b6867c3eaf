#include "core/methods/models/gathered_parts.h"

#include <algorithm>
#include <optional>

#include "core/methods/models/recognition.h"
#include "core/methods/models/shipped_bundles.h"

namespace retailor::models {
namespace {

using weights::FoundModel;
using weights::ModelFolder;

struct Lender {
  std::filesystem::path place;
  ModelFolder folder;
};

// "stabilityai/sd-vae-ft-mse" of the hub, or a folder of the last name.
bool isCalled(const FoundModel& found, const std::string& name) {
  return found.name == name || found.name.ends_with('/' + name) || found.path.filename() == name;
}

std::optional<ModelFolder> publishedAs(const std::string& name, const std::string& part, const std::vector<FoundModel>& found) {
  for (const FoundModel& one : found) {
    if (!isCalled(one, name)) continue;
    if (auto folder = ModelFolder::open(one.path); folder && isThere(*folder, part)) return *std::move(folder);
  }
  return std::nullopt;
}

// Beside a file of pieces lie other pieces' folders: with it, or beside its own.
std::optional<std::filesystem::path> folderBeside(const ModelFolder& folder, const std::string& name) {
  for (const auto& place : {folder.path(), folder.path().parent_path()})
    if (std::error_code ignored; std::filesystem::is_directory(place / name, ignored)) return place / name;
  return std::nullopt;
}

void borrowDictionaries(const BundleManifest& bundle, ModelFolder& folder) {
  const auto file = fileOfDictionaries(bundle, folder);
  const auto lender = ModelFolder::open(file);
  if (file.empty() || !lender) return;
  for (const auto& [part, name] : bundle.dictionaries)
    if (lender->has(name)) folder.borrow(part, *lender, name, folderBeside(folder, part).value_or(""));
}

std::optional<Lender> baseOf(const BundleManifest& base, const std::vector<FoundModel>& found) {
  for (const FoundModel& one : found) {
    const auto folder = ModelFolder::open(one.path);
    if (!folder || !recognises(base, *folder)) continue;
    if (isThere(*folder, "unet") && isThere(*folder, "vae")) return Lender{one.path, *folder};
  }
  return std::nullopt;
}

}  // namespace

std::filesystem::path gatherParts(const BundleManifest& bundle, const std::vector<FoundModel>& found, ModelFolder& folder) {
  if (!bundle.dictionaries.empty()) borrowDictionaries(bundle, folder);
  for (const auto& [part, name] : bundle.elsewhere) {
    if (isThere(folder, part)) continue;
    const auto beside = folderBeside(folder, name);
    const auto own = beside ? ModelFolder::open(*beside) : Result<ModelFolder>(Failure{});
    if (own && isThere(*own, part))
      folder.borrow(part, *own, part);
    else if (const auto lender = publishedAs(name, part, found))
      folder.borrow(part, *lender, part);
  }
  const auto base = shippedBundle(bundle.base);
  const bool isWhole = std::ranges::all_of(bundle.parts, [&folder](const std::string& part) { return isThere(folder, part); });
  const auto lender = base && !isWhole ? baseOf(*base, found) : std::optional<Lender>();
  if (!lender) return {};
  for (const std::string& part : bundle.parts)
    if (!isThere(folder, part) && isThere(lender->folder, part)) folder.borrow(part, lender->folder, part);
  return lender->place;
}

}  // namespace retailor::models
