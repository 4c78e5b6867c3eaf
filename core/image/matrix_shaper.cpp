#include "core/image/matrix_shaper.h"

#include <algorithm>
#include <cmath>

namespace retailor::image {
namespace {

using Matrix3 = std::array<std::array<double, 3>, 3>;
using Curve = std::unique_ptr<cmsToneCurve, decltype(&cmsFreeToneCurve)>;

constexpr int kEncodeSteps = 16384;
constexpr cmsTagSignature kCurves[3] = {cmsSigRedTRCTag, cmsSigGreenTRCTag, cmsSigBlueTRCTag};
constexpr cmsTagSignature kColorants[3] = {cmsSigRedColorantTag, cmsSigGreenColorantTag, cmsSigBlueColorantTag};

// A profile that also carries look-up tables means those.
bool onlyCurvesAndMatrix(const OpenProfile& profile) {
  const auto carries = [&](cmsTagSignature tag) { return cmsIsTag(profile.get(), tag) != 0; };
  constexpr cmsTagSignature tables[] = {cmsSigAToB0Tag, cmsSigAToB1Tag, cmsSigBToA0Tag, cmsSigBToA1Tag, cmsSigDToB1Tag, cmsSigBToD1Tag};
  return cmsIsMatrixShaper(profile.get()) != 0 && std::none_of(std::begin(tables), std::end(tables), carries);
}

std::optional<Matrix3> toXyz(const OpenProfile& profile) {
  Matrix3 matrix;
  for (std::size_t c = 0; c < 3; ++c) {
    const auto* colorant = static_cast<const cmsCIEXYZ*>(cmsReadTag(profile.get(), kColorants[c]));
    if (colorant == nullptr) return std::nullopt;
    matrix[0][c] = colorant->X, matrix[1][c] = colorant->Y, matrix[2][c] = colorant->Z;
  }
  return matrix;
}

double minorOf(const Matrix3& m, std::size_t row, std::size_t column) {
  const std::size_t r1 = (row + 1) % 3, r2 = (row + 2) % 3, c1 = (column + 1) % 3, c2 = (column + 2) % 3;
  return m[r1][c1] * m[r2][c2] - m[r1][c2] * m[r2][c1];
}

std::optional<Matrix3> inverse(const Matrix3& m) {
  const double determinant = m[0][0] * minorOf(m, 0, 0) + m[0][1] * minorOf(m, 0, 1) + m[0][2] * minorOf(m, 0, 2);
  if (!(std::abs(determinant) > 1e-6)) return std::nullopt;
  Matrix3 result;
  for (std::size_t row = 0; row < 3; ++row) {
    for (std::size_t column = 0; column < 3; ++column) result[row][column] = minorOf(m, column, row) / determinant;
  }
  return result;
}

const cmsToneCurve* curveOf(const OpenProfile& profile, std::size_t channel) {
  return static_cast<const cmsToneCurve*>(cmsReadTag(profile.get(), kCurves[channel]));
}

std::vector<float> decodingTable(const cmsToneCurve* curve) {
  std::vector<float> table(65536);
  for (std::size_t i = 0; i < table.size(); ++i) table[i] = cmsEvalToneCurveFloat(curve, static_cast<float>(i) / 65535.0F);
  return table;
}

std::vector<float> encodingTable(const cmsToneCurve* inverted) {
  std::vector<float> table(kEncodeSteps + 1);
  for (std::size_t i = 0; i < table.size(); ++i) {
    const float root = static_cast<float>(i) / kEncodeSteps;
    table[i] = std::clamp(cmsEvalToneCurveFloat(inverted, root * root), 0.0F, 1.0F);
  }
  return table;
}

std::size_t index16(std::uint8_t v) { return v * std::size_t{257}; }
std::size_t index16(std::uint16_t v) { return v; }

// As withSampleType does it.
void carry(std::uint8_t from, std::uint8_t& to) { to = from; }
void carry(std::uint16_t from, std::uint16_t& to) { to = from; }
void carry(std::uint8_t from, std::uint16_t& to) { to = static_cast<std::uint16_t>(from * 257); }
void carry(std::uint16_t from, std::uint8_t& to) { to = static_cast<std::uint8_t>((from * 255U + 32767U) / 65535U); }

}  // namespace

std::optional<MatrixShaper> MatrixShaper::between(const OpenProfile& from, const OpenProfile& to) {
  if (!onlyCurvesAndMatrix(from) || !onlyCurvesAndMatrix(to)) return std::nullopt;
  const auto in = toXyz(from), out = toXyz(to);
  const auto back = out ? inverse(*out) : std::nullopt;
  if (!in || !back) return std::nullopt;
  MatrixShaper shaper;
  for (std::size_t c = 0; c < 3; ++c) {
    const cmsToneCurve* const decoding = curveOf(from, c);
    const cmsToneCurve* const toInvert = curveOf(to, c);
    if (decoding == nullptr || toInvert == nullptr) return std::nullopt;
    const Curve encoding(cmsReverseToneCurve(toInvert), cmsFreeToneCurve);
    if (!encoding) return std::nullopt;
    shaper.m_linear[c] = decodingTable(decoding);
    shaper.m_encoded[c] = encodingTable(encoding.get());
    for (std::size_t k = 0; k < 3; ++k) {
      shaper.m_matrix[c][k] = static_cast<float>((*back)[c][0] * (*in)[0][k] + (*back)[c][1] * (*in)[1][k] + (*back)[c][2] * (*in)[2][k]);
    }
  }
  return shaper;
}

float MatrixShaper::encoded(std::size_t channel, float linear) const {
  const float at = std::sqrt(std::clamp(linear, 0.0F, 1.0F)) * kEncodeSteps;
  const auto below = std::min<std::size_t>(static_cast<std::size_t>(at), kEncodeSteps - 1);
  const std::vector<float>& table = m_encoded[channel];
  return table[below] + (table[below + 1] - table[below]) * (at - static_cast<float>(below));
}

template <class From, class To>
void MatrixShaper::convert(View<const From> source, View<To> result, int first, int last) const {
  constexpr auto top = static_cast<float>(std::numeric_limits<To>::max());
  const From* from = source.row(first);
  To* to = result.row(first);
  for (const From* end = source.row(last); from != end; from += source.channels, to += source.channels) {
    const float red = m_linear[0][index16(from[0])], green = m_linear[1][index16(from[1])], blue = m_linear[2][index16(from[2])];
    for (std::size_t c = 0; c < 3; ++c) {
      const float light = m_matrix[c][0] * red + m_matrix[c][1] * green + m_matrix[c][2] * blue;
      to[c] = static_cast<To>(encoded(c, light) * top + 0.5F);
    }
    if (source.channels == 4) carry(from[3], to[3]);
  }
}

void MatrixShaper::convertRows(const Bitmap& source, Bitmap& result, int first, int last) const {
  const bool toDeep = result.sampleType() == SampleType::U16;
  if (source.sampleType() == SampleType::U16) {
    const auto from = source.view<std::uint16_t>();
    toDeep ? convert(from, result.span<std::uint16_t>(), first, last) : convert(from, result.span<std::uint8_t>(), first, last);
  } else {
    const auto from = source.view<std::uint8_t>();
    toDeep ? convert(from, result.span<std::uint16_t>(), first, last) : convert(from, result.span<std::uint8_t>(), first, last);
  }
}

}  // namespace retailor::image
