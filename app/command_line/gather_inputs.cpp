#include "app/command_line/gather_inputs.h"

#include <future>

#include "app/command_line/read_inputs.h"

namespace retailor::command_line {

Result<GatheredInputs> gatherInputs(const CompleteOptions& options) {
  auto photo = std::async(std::launch::async, readHashedPhoto, options.photo);
  auto mask = std::async(std::launch::async, readHashedMask, options.mask);
  GatheredInputs inputs{{}, {options.photo, options.mask}};
  for (const ReferenceArgument& argument : options.references) {
    Result<completion::TaggedReference> reference = readTaggedReference(argument);
    if (!reference) return reference.failure();
    inputs.request.references.push_back(std::move(*reference));
    inputs.files.push_back(argument.file);
    if (argument.mask) inputs.files.push_back(*argument.mask);
  }
  const Result<HashedPhoto> readPhoto = photo.get();
  if (!readPhoto) return readPhoto.failure();
  const Result<HashedMask> readMask = mask.get();
  if (!readMask) return readMask.failure();
  inputs.request.photo = readPhoto->photo;
  inputs.request.photoSha256 = readPhoto->sha256;
  inputs.request.photoName = options.photo.filename().string();
  inputs.request.mask = readMask->mask;
  inputs.request.maskSha256 = readMask->sha256;
  return inputs;
}

}  // namespace retailor::command_line
