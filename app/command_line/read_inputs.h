#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "app/command_line/reference_argument.h"
#include "core/completion/photo_regions.h"
#include "core/completion/pose_picture.h"
#include "core/completion/tagged_reference.h"
#include "core/image/photo.h"
#include "core/mask/mask.h"
#include "core/result.h"

namespace retailor::command_line {

struct HashedPhoto {
  std::shared_ptr<const image::Photo> photo;
  std::string sha256;
};

struct HashedMask {
  std::shared_ptr<const mask::Mask> mask;
  std::string sha256;
};

// One input file each, with the hash that recipes know it by. BadInput names the file. Any thread.
Result<HashedPhoto> readHashedPhoto(const std::filesystem::path& file);
Result<HashedMask> readHashedMask(const std::filesystem::path& file);
Result<completion::TaggedReference> readTaggedReference(const ReferenceArgument& argument);
Result<completion::PosePicture> readPose(const std::filesystem::path& file);
Result<void> readRegion(const RegionArgument& argument, completion::PhotoRegions& regions);  // BadInput also when it is there already

}  // namespace retailor::command_line
