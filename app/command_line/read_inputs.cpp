#include "app/command_line/read_inputs.h"

#include "core/completion/fit_file.h"
#include "core/completion/hash.h"
#include "core/image/load_file.h"
#include "core/image/read_photo.h"

namespace retailor::command_line {

Result<HashedPhoto> readHashedPhoto(const std::filesystem::path& file) {
  Result<image::Photo> photo = image::readPhoto(file);
  if (!photo) return photo.failure();
  std::string sha256 = completion::sha256Of(photo->pixels);
  return HashedPhoto{std::make_shared<image::Photo>(std::move(*photo)), std::move(sha256)};
}

Result<HashedMask> readHashedMask(const std::filesystem::path& file) {
  const Result<image::Bitmap> coverage = image::readCoverage(file);
  if (!coverage) return coverage.failure();
  auto mask = std::make_shared<mask::Mask>(*coverage);
  std::string sha256 = completion::sha256Of(*mask);
  return HashedMask{std::move(mask), std::move(sha256)};
}

namespace {

Result<garment::FitSettings> readFit(const std::filesystem::path& file) {
  if (file == automaticFit) return garment::FitSettings{};
  const Result<image::Bytes> bytes = image::loadFile(file, image::ReadBudget{});
  if (!bytes) return bytes.failure();
  Result<garment::FitSettings> fit = completion::fitFromJson(std::string(reinterpret_cast<const char*>(bytes->data()), bytes->size()));
  if (!fit) return badInput(file.string() + ": " + fit.failure().sentence);
  return fit;
}

}  // namespace

Result<void> readRegion(const RegionArgument& argument, completion::PhotoRegions& regions) {
  const auto body = completion::regionFromKey(argument.key);
  completion::MarkedRegion& marked = body ? regions.body[*body] : regions.inFront;
  if (marked.mask) return badInput("--region " + argument.key + " is given twice; join the two masks in one file.");
  const Result<HashedMask> mask = readHashedMask(argument.file);
  if (!mask) return mask.failure();
  marked = {mask->mask, mask->sha256};
  return {};
}

Result<completion::PosePicture> readPose(const std::filesystem::path& file) {
  Result<image::Bitmap> picture = image::readAsSrgb8(file);
  if (!picture) return picture.failure();
  std::string sha256 = completion::sha256Of(*picture);
  return completion::PosePicture{file.filename().string(), std::move(sha256), std::make_shared<image::Bitmap>(std::move(*picture))};
}

Result<completion::TaggedReference> readTaggedReference(const ReferenceArgument& argument) {
  Result<image::Bitmap> picture = image::readAsSrgb8(argument.file);
  if (!picture) return picture.failure();
  completion::TaggedReference reference;
  reference.name = argument.file.filename().string();
  reference.sha256 = completion::sha256Of(*picture);
  reference.picture = std::make_shared<image::Bitmap>(std::move(*picture));
  reference.region = argument.region;
  reference.placement = argument.placement;
  reference.weight = argument.weight;
  if (argument.fit) {
    const Result<garment::FitSettings> fit = readFit(*argument.fit);
    if (!fit) return fit.failure();
    reference.fit = *fit;
  }
  if (!argument.mask) return reference;
  const Result<HashedMask> mask = readHashedMask(*argument.mask);
  if (!mask) return mask.failure();
  reference.mask = mask->mask;
  reference.maskSha256 = mask->sha256;
  return reference;
}

}  // namespace retailor::command_line
