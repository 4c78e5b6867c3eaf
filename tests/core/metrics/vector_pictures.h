#pragma once

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <string>

#include "core/image/bitmap.h"
#include "core/mask/mask.h"

// The pictures of metric_vectors.json, rebuilt by the rules under "generation" in that file, where the numbers' definitions are too.
namespace retailor::tests {

inline QJsonObject metricVectors() {
  QFile file(QStringLiteral(RETAILOR_SOURCE_DIR "/tests/core/metrics/metric_vectors.json"));
  return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

// The stream of pseudo-random numbers that every made-up sample and weight comes from.
class Lcg {
 public:
  explicit Lcg(std::uint32_t seed) : m_state(seed) {}
  std::uint32_t byte() { return next() >> 24; }
  std::uint32_t word() { return next() >> 16; }

 private:
  std::uint32_t next() { return m_state = 1664525U * m_state + 1013904223U; }
  std::uint32_t m_state;
};

using Samples = std::function<int(int x, int y, int channel)>;

inline image::Bitmap drawn(int side, const Samples& samples) {
  image::Bitmap picture({side, side}, 3, image::SampleType::U8);
  const auto span = picture.span<std::uint8_t>();
  for (int y = 0; y < side; ++y)
    for (int x = 0; x < side; ++x)
      for (int c = 0; c < 3; ++c) span.pixel(x, y)[c] = static_cast<std::uint8_t>(std::clamp(samples(x, y, c), 0, 255));
  return picture;
}

inline Samples of(const image::Bitmap& picture) {
  return [view = picture.view<std::uint8_t>()](int x, int y, int c) { return view.pixel(x, y)[c]; };
}

inline image::Bitmap noisy(const image::Bitmap& picture, std::uint32_t seed, int span) {
  return drawn(picture.width(), [random = Lcg(seed), from = of(picture), span](int x, int y, int c) mutable {
    return from(x, y, c) + static_cast<int>(random.byte() % static_cast<std::uint32_t>(span)) - span / 2;
  });
}

inline image::Bitmap boxBlurred(const image::Bitmap& picture) {
  const int last = picture.width() - 1;
  return drawn(picture.width(), [last, from = of(picture)](int x, int y, int c) {
    int sum = 4;
    for (int dy = -1; dy <= 1; ++dy)
      for (int dx = -1; dx <= 1; ++dx) sum += from(std::clamp(x + dx, 0, last), std::clamp(y + dy, 0, last), c);
    return sum / 9;
  });
}

inline mask::Mask rectMask() {
  mask::Mask mask({64, 64});
  for (int y = 20; y < 44; ++y) std::fill(mask.row(y) + 16, mask.row(y) + 48, std::uint8_t{255});
  return mask;
}

inline mask::Mask circleMask() {
  mask::Mask mask({64, 64});
  for (int y = 0; y < 64; ++y)
    for (int x = 0; x < 64; ++x) mask.row(y)[x] = (x - 32) * (x - 32) + (y - 32) * (y - 32) <= 18 * 18 ? 255 : 0;
  return mask;
}

inline image::Bitmap insideRect(const image::Bitmap& inside, const image::Bitmap& outside) {
  return drawn(64, [mask = rectMask(), in = of(inside), out = of(outside)](int x, int y, int c) {
    return mask.at(x, y) > 0 ? in(x, y, c) : out(x, y, c);
  });
}

inline image::Bitmap gradient(int side) {
  if (side == 64) return drawn(64, [](int x, int y, int c) { return c == 0 ? 4 * x : c == 1 ? 4 * y : 2 * (x + y); });
  return drawn(side, [last = side - 1](int x, int y, int c) {
    return c == 0 ? x * 255 / last : c == 1 ? y * 255 / last : (x + y) * 255 / (2 * last);
  });
}

inline image::Bitmap checker(int side) {
  const int cell = side == 64 ? 8 : 16;
  return drawn(side, [side, cell](int x, int y, int c) {
    if (c == 0) return 56 + 144 * ((x / cell + y / cell) & 1);
    if (side == 64) return c == 1 ? 4 * x : 255 - 4 * y;
    return c == 1 ? x * 255 / (side - 1) : 255 - y * 255 / (side - 1);
  });
}

inline image::Bitmap lighter(const image::Bitmap& picture, int by) {
  return drawn(picture.width(), [from = of(picture), by](int x, int y, int c) { return from(x, y, c) + by; });
}

inline image::Bitmap rawBytes(std::uint32_t seed) {
  return drawn(64, [random = Lcg(seed)](int, int, int) mutable { return static_cast<int>(random.byte()); });
}

// By the names in the file; throws std::out_of_range for any other.
inline image::Bitmap vectorPicture(const std::string& name) {
  static const std::map<std::string, std::function<image::Bitmap()>> known{
      {"G64", [] { return gradient(64); }},
      {"C64", [] { return checker(64); }},
      {"G192", [] { return gradient(192); }},
      {"C192", [] { return checker(192); }},
      {"GN64", [] { return noisy(gradient(64), 1, 33); }},
      {"CN64", [] { return noisy(checker(64), 2, 33); }},
      {"GN192", [] { return noisy(gradient(192), 3, 65); }},
      {"CN192", [] { return noisy(checker(192), 4, 65); }},
      {"GO64", [] { return lighter(gradient(64), 10); }},
      {"CB64", [] { return boxBlurred(checker(64)); }},
      {"CB192", [] { return boxBlurred(checker(192)); }},
      {"CS64", [] { return drawn(64, [c = checker(64)](int x, int y, int k) { return of(c)(std::max(0, x - 1), y, k); }); }},
      {"R7", [] { return rawBytes(7); }},
      {"R8", [] { return rawBytes(8); }},
      {"GNc64", [] { return insideRect(noisy(gradient(64), 1, 33), gradient(64)); }},
      {"GO_pasted", [] { return insideRect(lighter(gradient(64), 40), gradient(64)); }},
  };
  return known.at(name)();
}

inline image::Bitmap picture(const QJsonObject& row, const char* key) {
  return vectorPicture(row.value(QLatin1String(key)).toString().toStdString());
}

}  // namespace retailor::tests
