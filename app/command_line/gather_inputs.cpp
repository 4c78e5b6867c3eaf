#include "app/command_line/gather_inputs.h"

#include <algorithm>
#include <future>
#include <iterator>

#include "app/command_line/read_inputs.h"

namespace retailor::command_line {

namespace {

std::string listed(const std::vector<std::filesystem::path>& files) {
  std::string list;
  for (const auto& file : files) list += (list.empty() ? "" : ", ") + file.string();
  return list;
}

// Those that a sentence is about, as far as it tells by their names.
std::vector<std::filesystem::path> filesNamedIn(const std::string& sentence, const std::vector<std::filesystem::path>& files) {
  std::vector<std::filesystem::path> named;
  std::ranges::copy_if(files, std::back_inserter(named),
                       [&](const auto& file) { return sentence.find("'" + file.filename().string() + "'") != std::string::npos; });
  return named.empty() ? files : named;
}

}  // namespace

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

Result<void> checkGathered(const completion::CompletionRequest& request, const std::vector<std::filesystem::path>& files) {
  const Result<void> good = completion::checkRequest(request);
  return good ? good : badInput(listed(filesNamedIn(good.failure().sentence, files)) + ": " + good.failure().sentence);
}

}  // namespace retailor::command_line
