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
