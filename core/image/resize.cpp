#include "core/image/resize.h"

#include <algorithm>
#include <cmath>

#include "core/image/colour.h"
#include "core/image/parallel_rows.h"
#include "core/image/resample_taps.h"
#include "core/image/srgb_curve.h"

namespace retailor::image {
namespace {

enum class Light { AsStored, Linear };

// Fully transparent pixels weigh this little instead of nothing, so that the colour hidden under them survives a resize.
constexpr float kHiddenWeight = 1e-6F;

float unit(std::uint8_t v) { return static_cast<float>(v) * (1 / 255.0F); }
float unit(std::uint16_t v) { return static_cast<float>(v) * (1 / 65535.0F); }
float unit(float v) { return v; }

float linear(const SrgbTables& t, std::uint8_t v) { return t.linearOf8[v]; }
float linear(const SrgbTables& t, std::uint16_t v) { return t.linearOf16[v]; }
float linear(const SrgbTables&, float v) { return srgbToLinear(v); }

template <class T>
T stored(float v) {
  if constexpr (std::is_same_v<T, float>) {
    return std::clamp(v, 0.0F, 1.0F);
  } else {
    constexpr float top = std::is_same_v<T, std::uint8_t> ? 255.0F : 65535.0F;
    return static_cast<T>(std::clamp(v, 0.0F, 1.0F) * top + 0.5F);
  }
}

// One direction of work: rows are mixed into `line` (source width), `line` is mixed into the result's row.
template <class T>
class Resampler {
 public:
  Resampler(View<const T> source, View<T> result, Light light, Growing growing)
      : m_source(source),
        m_result(result),
        m_light(light),
        m_tables(srgbTables()),
        m_columns(resampleTaps(source.width, result.width, growing)),
        m_rows(resampleTaps(source.height, result.height, growing)) {}

  void run() const {
    const std::size_t samples = static_cast<std::size_t>(m_source.width) * static_cast<std::size_t>(m_source.channels) *
                                static_cast<std::size_t>(std::max(m_source.height, m_result.height));
    overRows(m_result.height, samples, [this](int first, int last) {
      std::vector<float> line(static_cast<std::size_t>(m_source.width) * static_cast<std::size_t>(m_source.channels));
      for (int y = first; y < last; ++y) {
        mixRows(m_rows[static_cast<std::size_t>(y)], line);
        mixColumns(line, m_result.row(y));
      }
    });
  }

 private:
  void mixRows(const Taps& taps, std::vector<float>& line) const {
    std::fill(line.begin(), line.end(), 0.0F);
    for (std::size_t i = 0; i < taps.weights.size(); ++i) {
      addRow(m_source.row(taps.first + static_cast<int>(i)), taps.weights[i], line);
    }
  }

  void addRow(const T* row, float weight, std::vector<float>& line) const {
    if (m_source.channels == 4) {
      addPremultiplied(row, weight, line);
    } else if (m_light == Light::Linear) {
      for (std::size_t i = 0; i < line.size(); ++i) line[i] += weight * linear(m_tables, row[i]);
    } else {
      for (std::size_t i = 0; i < line.size(); ++i) line[i] += weight * unit(row[i]);
    }
  }

  void addPremultiplied(const T* row, float weight, std::vector<float>& line) const {
    for (std::size_t i = 0; i < line.size(); i += 4) {
      const float coverage = weight * (unit(row[i + 3]) + kHiddenWeight);
      for (std::size_t c = i; c < i + 3; ++c) line[c] += coverage * (m_light == Light::Linear ? linear(m_tables, row[c]) : unit(row[c]));
      line[i + 3] += coverage;
    }
  }

  void mixColumns(const std::vector<float>& line, T* row) const {
    const int channels = m_source.channels;
    for (const Taps& taps : m_columns) {
      float sum[4] = {};
      const float* from = line.data() + static_cast<std::ptrdiff_t>(taps.first) * channels;
      for (const float weight : taps.weights) {
        for (int c = 0; c < channels; ++c) sum[c] += weight * from[c];
        from += channels;
      }
      store(sum, row);
      row += channels;
    }
  }

  void store(float* sum, T* pixel) const {
    const int colours = std::min(m_source.channels, 3);
    if (m_source.channels == 4) {
      const float divisor = std::max(sum[3], kHiddenWeight / 2);
      for (int c = 0; c < 3; ++c) sum[c] /= divisor;
      pixel[3] = stored<T>(sum[3] - kHiddenWeight);
    }
    for (int c = 0; c < colours; ++c) pixel[c] = stored<T>(m_light == Light::Linear ? encodedByTable(m_tables, sum[c]) : sum[c]);
  }

  View<const T> m_source;
  View<T> m_result;
  Light m_light;
  const SrgbTables& m_tables;
  std::vector<Taps> m_columns, m_rows;
};

template <class T>
Bitmap resampled(const Bitmap& source, Size size, Light light, Growing growing) {
  Bitmap result(size, source.channels(), source.sampleType());
  Resampler<T>(source.view<T>(), result.span<T>(), light, growing).run();
  return result;
}

}  // namespace

Bitmap resized(const Bitmap& source, Size size) {
  if (size == source.size()) return source;
  const Light light = size.width < source.width() || size.height < source.height() ? Light::Linear : Light::AsStored;
  switch (source.sampleType()) {
    case SampleType::U8: return resampled<std::uint8_t>(source, size, light, Growing::Bicubic);
    case SampleType::U16: return resampled<std::uint16_t>(source, size, light, Growing::Bicubic);
    case SampleType::F32: return resampled<float>(source, size, light, Growing::Bicubic);
  }
  return {};
}

Bitmap resizedCoverage(const Bitmap& source, Size size) {
  if (size == source.size()) return source;
  return resampled<std::uint8_t>(source, size, Light::AsStored, Growing::Bilinear);
}

Size fittedInto(Size source, Size box) {
  const double scale = std::min({1.0, static_cast<double>(box.width) / source.width, static_cast<double>(box.height) / source.height});
  const auto side = [scale](int length, int limit) {
    return std::clamp(static_cast<int>(std::lround(length * scale)), 1, std::max(1, std::min(length, limit)));
  };
  return {side(source.width, box.width), side(source.height, box.height)};
}

}  // namespace retailor::image
