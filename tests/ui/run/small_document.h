#pragma once

#include <QtTest>
#include <memory>

#include "core/document/edits/change_mask_edit.h"
#include "core/document/edits/change_settings_edit.h"
#include "core/mask/shapes.h"
#include "ui/window/open_document.h"

namespace retailor::tests {

// A picture whose every sample differs from its neighbours', so that a wrong offset shows.
inline image::Bitmap pattern(image::Size size, image::SampleType type = image::SampleType::U8, int channels = 3) {
  image::Bitmap picture(size, channels, image::SampleType::U8);
  const auto span = picture.span<std::uint8_t>();
  for (int y = 0; y < size.height; ++y)
    for (int x = 0; x < size.width; ++x)
      for (int c = 0; c < channels; ++c) span.pixel(x, y)[c] = c == 3 ? 255 : static_cast<std::uint8_t>((x * 3 + y * 5 + c * 40) % 251);
  return image::withSampleType(picture, type);
}

inline std::shared_ptr<const image::Photo> photoOf(image::Size size, image::SampleType type = image::SampleType::U8) {
  auto photo = std::make_shared<image::Photo>();
  photo->pixels = pattern(size, type);
  return photo;
}

// Opens a drawn photo with `painted` masked and the fake method chosen; nothing to undo.
inline document::Document& openPainted(ui::OpenDocument& open, image::Size size = {96, 64}, image::Rect painted = {30, 20, 24, 16},
                                       image::SampleType type = image::SampleType::U8, const QString& photoPath = {}) {
  document::DocumentState state;
  state.photo = photoOf(size, type);
  state.photoName = "drawn.png";
  state.mask = painted.empty() ? mask::Mask(size) : mask::rectangleMask(size, painted);
  state.settings.method = "fake";
  open.replace(std::make_unique<document::Document>(std::move(state)), photoPath, {});
  return *open.document();
}

inline void paint(document::Document& document, const image::Rect& rect) {
  document.undoStack().push(
      new document::ChangeMaskEdit(document, mask::rectangleMask(document.mask().size(), rect), QStringLiteral("Paint")));
}

}  // namespace retailor::tests
