#include "core/neural/weights/folder/single_file.h"

#include <set>

#include "core/neural/weights/folder/exemplar_encoder_names.h"
#include "core/neural/weights/folder/original_names.h"
#include "core/neural/weights/refusal.h"
#include "core/neural/weights/weight_names.h"

namespace retailor::weights {
namespace {

// Stable Diffusion 1 projects with 1×1 convolutions; its successors with linear layers and other text encoders.
bool isOfAnotherFamily(const WeightMap& checkpoint) {
  for (const auto& [name, tensor] : checkpoint.tensors) {
    if (name.starts_with("model.diffusion_model.") && name.ends_with(".proj_in.weight") && tensor.shape.size() == 2) return true;
    if (name.starts_with("conditioner.") || name.starts_with("cond_stage_model.model.")) return true;
  }
  return false;
}

WeightMap gathered(const WeightMap& checkpoint, std::string_view component) {
  WeightMap part{{}, checkpoint.metadata, checkpoint.file};
  for (const auto& [original, tensor] : checkpoint.tensors)
    if (ComponentTensor place = placeOfOriginal(original); place.component == component)
      part.tensors.emplace(std::move(place.name), tensor);
  if (component == "image_encoder") part.tensors = exemplarEncoderOf(checkpoint);
  return part;
}

}  // namespace

Result<WeightMap> componentOfCheckpoint(const WeightMap& checkpoint, std::string_view component) {
  if (isOfAnotherFamily(checkpoint))
    return refused(checkpoint.file, "it is of Stable Diffusion 2 or XL, and Retailor works with the 1.x family");
  const WeightMap part = gathered(checkpoint, component);
  if (part.tensors.empty()) return refused(checkpoint.file, "there is no part named “" + shown(component) + "” in it");
  return withCurrentNames(part);
}

std::vector<std::string> componentsOfCheckpoint(const WeightMap& checkpoint) {
  std::set<std::string> names;
  for (const auto& [original, tensor] : checkpoint.tensors)
    if (ComponentTensor place = placeOfOriginal(original); !place.component.empty()) names.insert(std::move(place.component));
  if (checkpoint.find("learnable_vector") != nullptr) names.insert("image_encoder");
  return {names.begin(), names.end()};
}

}  // namespace retailor::weights
