#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/completion/completion_request.h"
#include "core/result.h"

namespace retailor::completion {

// A reference as a recipe remembers it: enough to know the file again and use it the same way.
struct RecipeReference {
  std::string name;
  std::string sha256;
  std::string maskSha256;
  BodyRegion region = BodyRegion::Anything;
  std::optional<Placement> placement;
  double weight = 1.0;
  std::optional<garment::FitSettings> fit{};
  bool operator==(const RecipeReference&) const = default;
};

// The pose picture, to know the file again.
struct RecipePose {
  std::string name;
  std::string sha256;
  bool operator==(const RecipePose&) const = default;
};

// A weight file that a method with networks used.
struct RecipeWeights {
  std::string name;  // "unet/diffusion_pytorch_model.safetensors"
  std::string sha256;
  bool operator==(const RecipeWeights&) const = default;
};

// What made a candidate, to make it again: the same build and device class give the same bytes. Hashes are of upright pixels or coverage,
// so that a copy of a file in another place, or a project that holds it, counts as the same input.
struct Recipe {
  static constexpr int version = 1;
  std::string program;  // "Retailor 0.1.0"
  std::string device = "cpu";
  std::string photoName;
  std::string photoSha256;
  std::string maskSha256;                      // empty: no mask was given
  std::map<std::string, std::string> regions;  // hashes of the regions marked on the photo, by regionKey() or inFrontKey
  std::vector<RecipeReference> references;
  std::optional<RecipePose> pose{};  // absent: none was given
  std::vector<RecipeWeights> weights;
  CompletionSettings settings;  // seed is this candidate's own, variations 1
  bool operator==(const Recipe&) const = default;
};

Recipe recipeFor(const CompletionRequest& request, std::uint64_t seed);
std::string toJson(const Recipe& recipe);                // UTF-8, indented, keys in a fixed order; files without their folders
Result<Recipe> recipeFromJson(const std::string& json);  // BadInput for anything that is not a recipe of a version we know

}  // namespace retailor::completion
