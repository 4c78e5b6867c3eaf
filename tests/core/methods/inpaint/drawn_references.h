#pragma once

#include "core/completion/completion_outcome.h"
#include "core/completion/tagged_reference.h"
#include "tests/core/methods/inpaint/heard_run.h"

namespace retailor::tests {

// A picture in shades of `colour` whose middle is kept.
inline completion::TaggedReference drawnReference(completion::BodyRegion region, std::uint8_t colour) {
  image::Bitmap pixels({90, 60}, 3, image::SampleType::U8);
  mask::Mask mask(pixels.size());
  const auto span = pixels.span<std::uint8_t>();
  for (int y = 0; y < 60; ++y)
    for (int x = 0; x < 90; ++x) {
      span.pixel(x, y)[0] = colour;
      span.pixel(x, y)[1] = static_cast<std::uint8_t>(x * 2);
      span.pixel(x, y)[2] = static_cast<std::uint8_t>(y * 3 + colour / 8);
      mask.row(y)[x] = x >= 20 && x < 70 && y >= 15 && y < 45 ? 255 : 0;
    }
  completion::TaggedReference made;
  made.name = "drawn";
  made.picture = std::make_shared<image::Bitmap>(std::move(pixels));
  made.mask = std::make_shared<mask::Mask>(mask);
  made.region = region;
  return made;
}

inline std::vector<completion::TaggedReference> threeReferences() {
  using enum completion::BodyRegion;
  return {drawnReference(Face, 40), drawnReference(UpperClothes, 120), drawnReference(Shoes, 220)};
}

// The first candidate's picture; an empty one, and a warning, where there is none.
inline image::Bitmap drawnPicture(const completion::CompletionOutcome& outcome) {
  if (const auto* failure = std::get_if<Failure>(&outcome)) qWarning("%s", failure->sentence.c_str());
  const auto* made = std::get_if<std::vector<completion::Candidate>>(&outcome);
  return made != nullptr && !made->empty() ? *made->front().pixels : image::Bitmap();
}

}  // namespace retailor::tests
