// Prints how long it takes to bring a parsing map from its file to the parts of a photo, step by step, beside a plain decode of the same
// file: what any program pays that only shows the map.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

#include "core/image/read_photo.h"
#include "core/regions/maps/import_map.h"
#include "core/regions/reading/read_label_map.h"
#include "core/regions/schemes/detect_scheme.h"
#include "tests/core/regions/drawn_figure.h"
#include "tests/core/regions/reading/label_files.h"

using namespace retailor;

namespace {

constexpr int kRuns = 15;

// Of some runs the middle one, in milliseconds.
template <class Work>
double milliseconds(const Work& work) {
  std::vector<double> times;
  for (int i = 0; i < kRuns; ++i) {
    const auto start = std::chrono::steady_clock::now();
    work();
    times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
  }
  std::ranges::nth_element(times, times.begin() + kRuns / 2);
  return times[kRuns / 2];
}

// With ragged edges, as parsers leave them.
regions::LabelMap parsed(const char* key, image::Size size) {
  const regions::ParsingScheme& scheme = *regions::schemeNamed(key);
  std::uint32_t grain = 1;
  return tests::drawnMap(size, [&](double x, double y) {
    grain = grain * 1664525 + 1013904223;
    const double off = (static_cast<double>(grain >> 16) / 65536 - 0.5) * 0.006;
    return tests::classFor(scheme, tests::figurePart(x + off, y - off, tests::Dressed::TopAndTrousers));
  });
}

void compare(const char* key, image::Size size, const tests::LabelFiles& files) {
  const auto file = files.write("map.png", tests::greyOf<std::uint8_t>(parsed(key, size)));
  const double plain = milliseconds([&] { (void)image::readPhoto(file); });
  const double read = milliseconds([&] { (void)regions::readLabelMap(file); });
  const auto map = *regions::readLabelMap(file);
  const double detected = milliseconds([&] { (void)regions::detectedScheme(map); });
  const double imported = milliseconds([&] { (void)regions::importedParts(map, *regions::schemeNamed(key), size); });
  std::printf("%-12s %4d x %4d   plain decode %6.1f ms   import %6.1f ms (file %.1f, whose labels %.1f, parts %.1f)\n", key, size.width,
              size.height, plain, read + detected + imported, read, detected, imported);
}

}  // namespace

int main() {
  const tests::LabelFiles files;
  compare("deepfashion", {750, 1101}, files);
  compare("atr", {750, 1101}, files);
  compare("lip", {3000, 4000}, files);
}
