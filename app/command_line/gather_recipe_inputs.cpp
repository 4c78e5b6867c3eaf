// The inputs of a recipe: given by name or found beside it, and known again by their pixels.
#include <algorithm>
#include <system_error>

#include "app/command_line/gather_inputs.h"
#include "app/command_line/read_inputs.h"
#include "core/image/write_photo.h"

namespace retailor::command_line {
namespace {

namespace fs = std::filesystem;
using completion::Recipe;
using completion::RecipeReference;
using completion::TaggedReference;

bool agree(const std::string& recipeHash, const std::string& hash) { return recipeHash.empty() || recipeHash == hash; }

Failure differs(const std::string& what, const fs::path& file) {
  return badInput("The " + what + " " + file.string() +
                  " is not the one that the recipe was made from: its pixels differ. Give the original file.");
}

class RecipeInputs {
 public:
  RecipeInputs(const CompleteOptions& options, const Recipe& recipe)
      : m_options(options), m_recipe(recipe), m_folder(options.recipe.parent_path()) {}

  Result<GatheredInputs> gather() {
    if (Result<void> good = takePhoto(); !good) return good.failure();
    if (Result<void> good = takeMask(); !good) return good.failure();
    if (Result<void> good = takeRegions(); !good) return good.failure();
    if (Result<void> good = takePose(); !good) return good.failure();
    if (Result<void> good = readGivenReferences(); !good) return good.failure();
    for (const completion::LoraChoice& lora : m_options.loras) m_inputs.files.emplace_back(lora.file);
    for (const RecipeReference& wanted : m_recipe.references)
      if (Result<void> good = takeReference(wanted); !good) return good.failure();
    for (const Given& given : m_given)
      if (!given.taken)
        return badInput("The reference " + given.file.string() + " is none of the recipe's: its pixels or its mask differ.");
    return std::move(m_inputs);
  }

 private:
  struct Given {
    fs::path file;
    TaggedReference reference;
    bool taken = false;
  };

  // A recipe names files without folders; nothing outside its own folder is looked at.
  Result<fs::path> beside(const std::string& name, const std::string& what, const std::string& option) const {
    const fs::path file = m_folder / fs::path(name).filename();
    std::error_code ignored;
    if (!name.empty() && fs::is_regular_file(file, ignored)) return file;
    return badInput("The recipe's " + what + " '" + name + "' is not beside " + m_options.recipe.string() + "; name it with " + option +
                    ".");
  }

  Result<void> takePhoto() {
    const Result<fs::path> file = m_options.photo.empty() ? beside(m_recipe.photoName, "photo", "--photo") : Result(m_options.photo);
    if (!file) return file.failure();
    const Result<HashedPhoto> photo = readHashedPhoto(*file);
    if (!photo) return photo.failure();
    if (!agree(m_recipe.photoSha256, photo->sha256)) return differs("photo", *file);
    m_inputs.request.photo = photo->photo;
    m_inputs.request.photoSha256 = photo->sha256;
    m_inputs.request.photoName = m_recipe.photoName;
    m_inputs.files.push_back(*file);
    return {};
  }

  Result<void> takeMask() {
    if (m_options.mask.empty() && m_recipe.maskSha256.empty() && anyFitted()) return {};
    const Result<HashedMask> mask =
        m_options.mask.empty() ? maskBeside(m_recipe.maskSha256, "the mask", "--mask") : readHashedMask(m_options.mask);
    if (!mask) return mask.failure();
    if (!agree(m_recipe.maskSha256, mask->sha256)) return differs("mask", m_options.mask);
    m_inputs.request.mask = mask->mask;
    m_inputs.request.maskSha256 = mask->sha256;
    if (!m_options.mask.empty()) m_inputs.files.push_back(m_options.mask);
    return {};
  }

  bool anyFitted() const {
    return std::ranges::any_of(m_recipe.references, [](const RecipeReference& one) { return one.fit.has_value(); });
  }

  Result<void> takePose() {
    if (!m_recipe.pose) {
      if (m_options.pose.empty()) return {};
      return badInput("The recipe knows no pose picture; leave out --pose.");
    }
    const Result<fs::path> file = m_options.pose.empty() ? beside(m_recipe.pose->name, "pose picture", "--pose") : Result(m_options.pose);
    if (!file) return file.failure();
    Result<completion::PosePicture> pose = readPose(*file);
    if (!pose) return pose.failure();
    if (!agree(m_recipe.pose->sha256, pose->sha256)) return differs("pose picture", *file);
    pose->name = m_recipe.pose->name;
    m_inputs.request.pose = *std::move(pose);
    m_inputs.files.push_back(*file);
    return {};
  }

  // Those named on the command line, else those beside the recipe.
  Result<void> takeRegions() {
    for (const RegionArgument& argument : m_options.regions) {
      if (!m_recipe.regions.contains(argument.key)) return badInput("The recipe knows no region " + argument.key + "; leave it out.");
      if (const Result<void> good = readRegion(argument, m_inputs.request.regions); !good) return good;
      m_inputs.files.push_back(argument.file);
      if (!agree(m_recipe.regions.at(argument.key), regionNamed(argument.key).sha256)) return differs("region", argument.file);
    }
    for (const auto& [key, sha256] : m_recipe.regions) {
      if (regionNamed(key).mask) continue;
      const Result<HashedMask> mask = maskBeside(sha256, "the region " + key, "--region");
      if (!mask) return mask.failure();
      regionNamed(key) = {mask->mask, mask->sha256};
    }
    return {};
  }

  completion::MarkedRegion& regionNamed(const std::string& key) {
    const auto body = completion::regionFromKey(key);
    return body ? m_inputs.request.regions.body[*body] : m_inputs.request.regions.inFront;
  }

  // Recipes know masks by their coverage only, so the pictures beside the recipe are tried.
  Result<HashedMask> maskBeside(const std::string& sha256, const std::string& what, const std::string& option) {
    int tries = 200;
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(m_folder.empty() ? "." : m_folder, ignored)) {
      if (sha256.empty() || !image::formatOf(entry.path()) || !entry.is_regular_file(ignored) || --tries < 0) continue;
      Result<HashedMask> mask = readHashedMask(entry.path());
      if (!mask || mask->sha256 != sha256) continue;
      m_inputs.files.push_back(entry.path());
      return mask;
    }
    return badInput("No picture beside " + m_options.recipe.string() + " is " + what + " of the recipe; name it with " + option + ".");
  }

  Result<void> readGivenReferences() {
    for (const ReferenceArgument& argument : m_options.references) {
      Result<TaggedReference> reference = readTaggedReference(argument);
      if (!reference) return reference.failure();
      m_given.push_back({argument.file, std::move(*reference)});
    }
    return {};
  }

  Result<TaggedReference> found(const RecipeReference& wanted) {
    for (Given& given : m_given)
      if (!given.taken && agree(wanted.sha256, given.reference.sha256) && wanted.maskSha256 == given.reference.maskSha256) {
        given.taken = true;
        m_inputs.files.push_back(given.file);
        return given.reference;
      }
    const Result<fs::path> file = beside(wanted.name, "reference", "--reference");
    if (!file) return file.failure();
    m_inputs.files.push_back(*file);
    Result<TaggedReference> reference = readTaggedReference({wanted.region, *file, std::nullopt, std::nullopt, 1.0, std::nullopt});
    if (reference && !agree(wanted.sha256, reference->sha256)) return differs("reference", *file);
    if (!reference || wanted.maskSha256.empty()) return reference;
    const Result<HashedMask> mask = maskBeside(wanted.maskSha256, "the mask of the reference '" + wanted.name + "'", "--reference …,mask=");
    if (!mask) return mask.failure();
    reference->mask = mask->mask;
    reference->maskSha256 = mask->sha256;
    return reference;
  }

  Result<void> takeReference(const RecipeReference& wanted) {
    Result<TaggedReference> reference = found(wanted);
    if (!reference) return reference.failure();
    reference->name = wanted.name;
    reference->region = wanted.region;
    reference->placement = wanted.placement;
    reference->weight = wanted.weight;
    reference->fit = wanted.fit;
    m_inputs.request.references.push_back(std::move(*reference));
    return {};
  }

  const CompleteOptions& m_options;
  const Recipe& m_recipe;
  fs::path m_folder;
  std::vector<Given> m_given;
  GatheredInputs m_inputs;
};

}  // namespace

Result<GatheredInputs> gatherInputs(const CompleteOptions& options, const Recipe& recipe) { return RecipeInputs(options, recipe).gather(); }

}  // namespace retailor::command_line
