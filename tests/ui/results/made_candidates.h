#pragma once

#include "core/completion/candidate.h"
#include "tests/ui/run/small_document.h"

namespace retailor::tests {

// A result of one colour over `window`, of the photo's sample type, wholly blended in.
inline completion::Candidate madeCandidate(const image::Photo& photo, const image::Rect& window, std::uint64_t seed) {
  image::Bitmap pixels(window.size(), 3, image::SampleType::U8);
  const auto span = pixels.span<std::uint8_t>();
  std::fill_n(span.data, window.width * window.height * 3, static_cast<std::uint8_t>(40 * seed % 256));
  completion::Candidate candidate;
  candidate.window = window;
  candidate.pixels = std::make_shared<const image::Bitmap>(image::withSampleType(pixels, photo.pixels.sampleType()));
  candidate.blend = std::make_shared<const mask::Mask>(window.size(), std::uint8_t{255});
  candidate.recipe.program = "Retailor test";
  candidate.recipe.settings.method = "fake";
  candidate.recipe.settings.seed = seed;
  return candidate;
}

inline void stage(document::Document& document, int count) {
  std::vector<completion::Candidate> made;
  for (int i = 1; i <= count; ++i) made.push_back(madeCandidate(document.photo(), {30, 20, 24, 16}, static_cast<std::uint64_t>(i)));
  document.stage(std::move(made));
}

}  // namespace retailor::tests
