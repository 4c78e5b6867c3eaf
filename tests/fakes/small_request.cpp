#include "tests/fakes/small_request.h"

#include "core/completion/hash.h"

namespace retailor::fakes {
namespace {

image::Bitmap gradient(image::Size size) {
  image::Bitmap picture(size, 3, image::SampleType::U8);
  const auto span = picture.span<std::uint8_t>();
  for (int y = 0; y < size.height; ++y)
    for (int x = 0; x < size.width; ++x)
      for (int c = 0; c < 3; ++c) span.pixel(x, y)[c] = static_cast<std::uint8_t>((x * 3 + y * 5 + c * 40) % 256);
  return picture;
}

}  // namespace

image::Bitmap smallPicture(image::SampleType type) { return image::withSampleType(gradient({64, 48}), type); }

mask::Mask smallMask() {
  mask::Mask mask(image::Size{64, 48});
  for (int y = 17; y < 31; ++y)
    for (int x = 23; x < 41; ++x) mask.row(y)[x] = x == 23 || x == 40 || y == 17 || y == 30 ? 96 : 255;
  return mask;
}

completion::TaggedReference smallReference() {
  completion::TaggedReference reference;
  reference.name = "shirt.png";
  reference.picture = std::make_shared<image::Bitmap>(gradient({20, 10}));
  reference.sha256 = completion::sha256Of(*reference.picture);
  reference.mask = std::make_shared<mask::Mask>(image::Size{20, 10}, std::uint8_t{255});
  reference.maskSha256 = completion::sha256Of(*reference.mask);
  reference.region = completion::BodyRegion::UpperClothes;
  reference.placement = completion::Placement{22.5, 16.25, 20, 16, -3.5};
  reference.weight = 0.75;
  return reference;
}

completion::CompletionRequest smallRequest(image::SampleType type) {
  completion::CompletionRequest request;
  auto photo = std::make_shared<image::Photo>();
  photo->pixels = smallPicture(type);
  request.photo = photo;
  request.photoName = "person.png";
  request.photoSha256 = completion::sha256Of(photo->pixels);
  request.mask = std::make_shared<mask::Mask>(smallMask());
  request.maskSha256 = completion::sha256Of(*request.mask);
  request.references = {smallReference()};
  request.settings.method = "fake";
  request.settings.seed = 5;
  return request;
}

}  // namespace retailor::fakes
