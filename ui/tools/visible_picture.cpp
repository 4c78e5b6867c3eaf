#include "ui/tools/visible_picture.h"

#include "core/image/colour.h"

namespace retailor::ui {

namespace {

std::shared_ptr<const image::Bitmap> converted(const document::DocumentState& state, bool layers) {
  const image::Photo& photo = *state.photo;
  const bool asItIs = photo.pixels.sampleType() == image::SampleType::U8 && image::isSrgb(photo.profile);
  if (!layers && asItIs) return {state.photo, &photo.pixels};
  const image::Bitmap pixels = layers ? document::flattened(state) : photo.pixels;
  auto srgb = image::toSrgb(pixels, photo.profile, image::SampleType::U8);
  return std::make_shared<const image::Bitmap>(srgb ? std::move(*srgb) : image::withSampleType(pixels, image::SampleType::U8));
}

}  // namespace

std::vector<VisiblePicture::Look> VisiblePicture::looks(const document::DocumentState& state) {
  std::vector<Look> result;
  for (const document::Layer& layer : state.layers)
    if (layer.visible) result.push_back({layer.result.pixels.get(), layer.opacity});
  return result;
}

std::shared_ptr<const image::Bitmap> VisiblePicture::of(const document::DocumentState& state) {
  const std::scoped_lock lock(m_mutex);
  const auto wanted = looks(state);
  if (m_picture && m_photo == state.photo && m_looks == wanted) return m_picture;
  m_picture = converted(state, !wanted.empty());
  m_photo = state.photo;
  m_looks = wanted;
  return m_picture;
}

}  // namespace retailor::ui
