#include "core/completion/completion_request.h"

#include <algorithm>

#include "core/completion/fitted_references.h"
#include "core/completion/request_limits.h"

namespace retailor::completion {
namespace {

std::string sizeText(image::Size size) { return std::to_string(size.width) + " × " + std::to_string(size.height); }

Result<void> checkPhoto(const CompletionRequest& request) {
  if (!request.photo || request.photo->pixels.empty()) return badInput("There is no photo to complete; open one first.");
  const image::Bitmap& pixels = request.photo->pixels;
  if (pixels.channels() < 3 || pixels.sampleType() == image::SampleType::F32)
    return badInput("The photo's pixels are neither 8-bit nor 16-bit RGB; open it again.");
  return {};
}

bool anyReferenceCounts(const CompletionRequest& request) {
  return std::ranges::any_of(request.references, [](const TaggedReference& one) { return one.weight > 0; });
}

Result<void> checkRegion(const MarkedRegion& region, std::string_view key, image::Size photo) {
  if (!region.mask || region.mask->size() == photo) return {};
  return badInput("The region " + std::string(key) + " is " + sizeText(region.mask->size()) + " pixels but the photo is " +
                  sizeText(photo) + "; mark it on the photo.");
}

Result<void> checkRegions(const CompletionRequest& request) {
  const image::Size photo = request.photo->pixels.size();
  for (const auto& [region, marked] : request.regions.body)
    if (Result<void> good = checkRegion(marked, regionKey(region), photo); !good) return good;
  return checkRegion(request.regions.inFront, inFrontKey, photo);
}

Result<void> checkPose(const CompletionRequest& request) {
  const PosePicture& pose = request.pose;
  if (!pose.picture) return {};
  const image::Size photo = request.photo->pixels.size();
  if (pose.picture->channels() < 3 || pose.picture->sampleType() != image::SampleType::U8)
    return badInput("The pose picture '" + pose.name + "' is not an 8-bit RGB picture; choose it again.");
  if (pose.picture->size() == photo) return {};
  return badInput("The pose picture '" + pose.name + "' is " + sizeText(pose.picture->size()) + " pixels but the photo is " +
                  sizeText(photo) + "; give one of the photo's size, which lies over it.");
}

// A mask can do without when fits say what changes.
bool fitsAlone(const CompletionRequest& request) {
  const auto fittedOrLeftOut = [](const TaggedReference& one) { return one.weight <= 0 || isFitted(one); };
  return hasFittedReferences(request) && std::ranges::all_of(request.references, fittedOrLeftOut);
}

Result<void> checkFits(const CompletionRequest& request) {
  for (const TaggedReference& reference : request.references) {
    if (!isFitted(reference)) continue;
    if (!garmentRow(reference.region))
      return badInput("The reference '" + reference.name + "' cannot be fitted as " + std::string(regionKey(reference.region)) +
                      "; fits are for upper-clothes, lower-clothes and whole-body.");
    if (!garment::usable(*reference.fit))
      return badInput("The fit of the reference '" + reference.name + "' has numbers out of range; go back to the automatic fit.");
    if (!hasMask(request) && !hasWornRegion(request, reference.region))
      return badInput("Nothing says which garment '" + reference.name + "' replaces; mark the worn garment as the region " +
                      std::string(regionKey(reference.region)) + ", or paint a mask over it.");
  }
  return {};
}

Result<void> checkMask(const CompletionRequest& request) {
  if (fitsAlone(request) && !hasMask(request)) return {};
  if (!request.mask || request.mask->size() == image::Size{}) return badInput("There is no mask; paint over the part to complete.");
  const image::Size photo = request.photo->pixels.size();
  if (request.mask->size() != photo)
    return badInput("The mask is " + sizeText(request.mask->size()) + " pixels but the photo is " + sizeText(photo) +
                    "; give a mask of the photo's size.");
  if (request.mask->isEmpty()) return badInput("The mask is empty, so there is nothing to complete; paint over the part that may change.");
  if (request.mask->isFull() && !anyReferenceCounts(request))
    return badInput(
        "The mask covers the whole photo and there is no reference, so nothing is left to complete it from; mask less or add a reference.");
  return {};
}

bool fullyTransparent(const image::Bitmap& picture) {
  if (!picture.hasAlpha()) return false;
  const auto view = picture.view<std::uint8_t>();
  const std::size_t count = static_cast<std::size_t>(view.width) * static_cast<std::size_t>(view.height);
  for (std::size_t i = 0; i < count; ++i)
    if (view.data[i * 4 + 3] != 0) return false;
  return true;
}

Result<void> checkReference(const TaggedReference& reference) {
  const std::string who = "The reference '" + reference.name + "'";
  if (!reference.picture || reference.picture->empty()) return badInput(who + " has no picture; add it again.");
  const image::Bitmap& picture = *reference.picture;
  if (picture.channels() < 3 || picture.sampleType() != image::SampleType::U8)
    return badInput(who + " is not an 8-bit RGB picture; add it again.");
  if (reference.mask && reference.mask->size() != picture.size())
    return badInput("The mask of the reference '" + reference.name + "' is " + sizeText(reference.mask->size()) +
                    " pixels but its picture is " + sizeText(picture.size()) + "; give a mask of the picture's size.");
  if ((reference.mask && reference.mask->isEmpty()) || fullyTransparent(picture))
    return badInput("None of the pixels of the reference '" + reference.name +
                    "' count, since its mask is empty or all of it is transparent; mark the part to use.");
  if (!inRange(reference.weight, 0, 2)) return badInput(who + " has a weight outside 0 to 2.");
  if (reference.placement && !usable(*reference.placement))
    return badInput(who + " is placed at a rectangle that cannot be used; its sides must be at least one pixel.");
  return {};
}

// Written without sums, which hostile numbers could overflow.
bool liesWithin(const image::Rect& window, image::Size photo) {
  return !window.empty() && window.x >= 0 && window.y >= 0 && window.width <= photo.width - window.x &&
         window.height <= photo.height - window.y;
}

Result<void> checkWindow(const CompletionRequest& request) {
  if (request.settings.window != WindowChoice::Given) return {};
  const image::Size photo = request.photo->pixels.size();
  if (!liesWithin(request.settings.givenWindow, photo))
    return badInput("The window does not lie inside the photo, which is " + sizeText(photo) + " pixels.");
  if (request.mask && image::intersected(request.settings.givenWindow, request.mask->support()).empty())
    return badInput("The window does not touch the mask, so nothing would change; move it over the masked part.");
  return {};
}

}  // namespace

Result<void> checkRequest(const CompletionRequest& request) {
  if (Result<void> good = checkPhoto(request); !good) return good;
  for (const TaggedReference& reference : request.references)
    if (Result<void> good = checkReference(reference); !good) return good;
  if (Result<void> good = checkRegions(request); !good) return good;
  if (Result<void> good = checkPose(request); !good) return good;
  if (Result<void> good = checkFits(request); !good) return good;
  if (Result<void> good = checkMask(request); !good) return good;
  if (Result<void> good = checkSettings(request.settings); !good) return good;
  return checkWindow(request);
}

}  // namespace retailor::completion
