#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/completion/completion_settings.h"
#include "core/completion/model_folders.h"
#include "core/completion/photo_regions.h"
#include "core/completion/pose_picture.h"
#include "core/completion/tagged_reference.h"
#include "core/image/photo.h"
#include "core/mask/mask.h"
#include "core/result.h"

namespace retailor::completion {

// Everything one run needs, taken at its start: a value, never changed once the run goes. Copies share pictures.
struct CompletionRequest {
  std::shared_ptr<const image::Photo> photo;  // pixels as seen: accepted layers already flattened in
  std::string photoName;
  std::string photoSha256;  // of the photo's upright pixels, see hash.h
  // Photo's size: what may change, a limit to fitted garments too. May be null when every reference is fitted and the garment each replaces
  // is marked in `regions`: then what the fits need changes, see fitted_references.h.
  std::shared_ptr<const mask::Mask> mask;
  std::string maskSha256;
  PhotoRegions regions;
  std::vector<TaggedReference> references;
  PosePicture pose;
  CompletionSettings settings;
  ModelFolders modelFolders;
  std::string noiseFile;  // safetensors with every random tensor, in place of the seed: comparisons only; empty: none
  std::string traceFile;  // where a method with networks writes its latents; empty: nowhere
};

// What every method needs to be true: a photo, a mask of its size that is neither empty nor (without references) full, reference masks that
// fit and are not empty, regions and a pose of the photo's size, numbers in range. BadInput or success; the sentence names what to mend.
// Cheap enough for the window.
Result<void> checkRequest(const CompletionRequest& request);

}  // namespace retailor::completion
