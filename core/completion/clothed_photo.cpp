#include "core/completion/clothed_photo.h"

#include <algorithm>
#include <utility>

#include "core/composite/paste_back.h"
#include "core/image/colour.h"

namespace retailor::completion {
namespace {

// In the photo's profile and sample type.
Result<image::Bitmap> inPhotosColours(const image::Bitmap& picture, const image::Photo& photo) {
  const bool eight = photo.pixels.sampleType() == image::SampleType::U8;
  const image::Bitmap fine = image::withSampleType(picture, image::SampleType::U16);
  Result<image::Bitmap> converted = image::convertColours(fine, {}, photo.profile, eight ? image::SampleType::U8 : image::SampleType::U16);
  if (!converted) return converted;
  return image::withSampleType(*converted, photo.pixels.sampleType());
}

mask::Mask hardened(const mask::Mask& coverage) {
  mask::Mask hard(coverage.size());
  for (int y = 0; y < hard.height(); ++y)
    for (int x = 0; x < hard.width(); ++x) hard.row(y)[x] = coverage.at(x, y) > 0 ? 255 : 0;
  return hard;
}

}  // namespace

CompletionRequest unfittedPart(const CompletionRequest& request, const mask::Mask& mask) {
  CompletionRequest part = request;
  std::erase_if(part.references, isFitted);
  const image::Rect within =
      request.settings.window == WindowChoice::Given ? image::intersected(request.settings.givenWindow, mask.bounds()) : mask.bounds();
  mask::Mask inside(mask.size());
  inside.paste(mask.cropped(within), within.x, within.y);
  part.mask = std::make_shared<const mask::Mask>(std::move(inside));
  return part;
}

std::vector<std::size_t> unfittedIndices(const CompletionRequest& request) {
  std::vector<std::size_t> indices;
  for (std::size_t i = 0; i < request.references.size(); ++i)
    if (request.references[i].weight > 0 && !isFitted(request.references[i])) indices.push_back(i);
  return indices;
}

image::Bitmap withAlpha(const image::Bitmap& picture, const mask::Mask& coverage) {
  image::Bitmap result(picture.size(), 4, image::SampleType::U8);
  const auto from = picture.view<std::uint8_t>();
  const auto to = result.span<std::uint8_t>();
  for (int y = 0; y < result.height(); ++y)
    for (int x = 0; x < result.width(); ++x) {
      std::copy_n(from.pixel(x, y), 3, to.pixel(x, y));
      to.pixel(x, y)[3] = coverage.at(x, y);
    }
  return result;
}

PreparedInput preparedFit(const PlacedReference& placed) {
  using enum PreparedInput::Kind;
  const image::Bitmap eight = image::withSampleType(*placed.picture, image::SampleType::U8);
  return {Reference, PreparedInput::Behind::Fit, withAlpha(eight, *placed.coverage), placed.reference, PreparedInput::Looker::Patches};
}

Result<std::shared_ptr<const image::Photo>> clothedPhoto(const image::Photo& photo, const FittedReferences& fitted) {
  auto clothed = std::make_shared<image::Photo>(photo);
  for (const PlacedReference& one : fitted.placed) {
    const Result<image::Bitmap> cloth = inPhotosColours(*one.picture, photo);
    if (!cloth) return cloth.failure();
    composite::pasteBack(clothed->pixels, one.window, *cloth, *one.coverage);
  }
  return std::shared_ptr<const image::Photo>(std::move(clothed));
}

Result<Candidate> overClothedPhoto(const image::Photo& clothed, const FittedReferences& fitted, const Candidate* drawn) {
  Candidate all;
  all.window = fitted.change.support();
  if (all.window.empty())
    return badInput("Nothing of the fitted garments lies on the photo where it may change; check the mask and the pins.");
  image::Bitmap pixels = clothed.pixels;
  if (drawn) {
    composite::pasteBack(pixels, drawn->window, *drawn->pixels, *drawn->blend);
    all.recipe = drawn->recipe;
  }
  all.pixels = std::make_shared<const image::Bitmap>(pixels.cropped(all.window));
  all.blend = std::make_shared<const mask::Mask>(hardened(fitted.change.cropped(all.window)));
  return all;
}

}  // namespace retailor::completion
