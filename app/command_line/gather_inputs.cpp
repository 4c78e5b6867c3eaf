#include "app/command_line/gather_inputs.h"

#include <future>

#include "app/command_line/read_inputs.h"

namespace retailor::command_line {

std::vector<std::filesystem::path> inputFilesOf(const CompleteOptions& options) {
  std::vector<std::filesystem::path> files;
  const auto add = [&](const std::filesystem::path& file) {
    if (!file.empty()) files.push_back(file);
  };
  add(options.photo), add(options.mask);
  for (const ReferenceArgument& argument : options.references) {
    add(argument.file);
    if (argument.mask) add(*argument.mask);
    if (argument.fit && *argument.fit != automaticFit) add(*argument.fit);
  }
  for (const RegionArgument& argument : options.regions) add(argument.file);
  add(options.pose);
  for (const completion::LoraChoice& lora : options.loras) add(lora.file);
  return files;
}

Result<GatheredInputs> gatherInputs(const CompleteOptions& options) {
  auto photo = std::async(std::launch::async, readHashedPhoto, options.photo);
  std::future<Result<HashedMask>> mask;
  if (!options.mask.empty()) mask = std::async(std::launch::async, readHashedMask, options.mask);
  GatheredInputs inputs{{}, inputFilesOf(options)};
  for (const ReferenceArgument& argument : options.references) {
    Result<completion::TaggedReference> reference = readTaggedReference(argument);
    if (!reference) return reference.failure();
    inputs.request.references.push_back(std::move(*reference));
  }
  for (const RegionArgument& argument : options.regions)
    if (const Result<void> good = readRegion(argument, inputs.request.regions); !good) return good.failure();
  if (!options.pose.empty()) {
    Result<completion::PosePicture> pose = readPose(options.pose);
    if (!pose) return pose.failure();
    inputs.request.pose = *std::move(pose);
  }
  const Result<HashedPhoto> readPhoto = photo.get();
  if (!readPhoto) return readPhoto.failure();
  inputs.request.photo = readPhoto->photo;
  inputs.request.photoSha256 = readPhoto->sha256;
  inputs.request.photoName = options.photo.filename().string();
  if (!mask.valid()) return inputs;
  const Result<HashedMask> readMask = mask.get();
  if (!readMask) return readMask.failure();
  inputs.request.mask = readMask->mask;
  inputs.request.maskSha256 = readMask->sha256;
  return inputs;
}

}  // namespace retailor::command_line
