#pragma once

#include <QtTest>

#include "ui/tools/mask_work.h"
#include "ui/tools/tool_settings.h"
#include "ui/tools/visible_picture.h"

namespace retailor::tests {

// A document of 240 × 320: a red shirt over blue trousers before a grey-green ground, with some grain; and what tools need.
struct DressedBench {
  static constexpr image::Rect shirt{70, 60, 100, 110}, trousers{80, 170, 80, 120};

  DressedBench() : work(open) {
    auto photo = std::make_shared<image::Photo>();
    photo->pixels = image::Bitmap({240, 320}, 3, image::SampleType::U8);
    for (int y = 0; y < 320; ++y)
      for (int x = 0; x < 240; ++x) {
        const std::array<int, 3> colour = shirt.contains(x, y)      ? std::array{190, 50, 55}
                                          : trousers.contains(x, y) ? std::array{50, 60, 150}
                                                                    : std::array{120, 140, 120};
        for (std::size_t c = 0; c < 3; ++c)
          photo->pixels.span<std::uint8_t>().pixel(x, y)[c] = static_cast<std::uint8_t>(colour[c] + (x * 7 + y * 13) % 9);
      }
    open.replace(document::Document::fromPhoto(photo, "dressed.png"), {}, {});
    settings.setDiameter(8);
  }
  document::Document& document() { return *open.document(); }
  const mask::Mask& worn(completion::BodyRegion region) { return document().coverage(document::PaintTarget::wornAt(region)); }

  ui::OpenDocument open;
  ui::ToolSettings settings;
  ui::MaskWork work;
  std::shared_ptr<ui::VisiblePicture> picture = std::make_shared<ui::VisiblePicture>();
};

inline double shareOfBox(const mask::Mask& mask, const image::Rect& box) {
  double inside = 0, outside = 0;
  for (int y = 0; y < mask.height(); ++y)
    for (int x = 0; x < mask.width(); ++x) (box.contains(x, y) ? inside : outside) += mask.at(x, y) / 255.0;
  return inside / (static_cast<double>(box.width) * box.height + outside);  // intersection over union
}

}  // namespace retailor::tests
