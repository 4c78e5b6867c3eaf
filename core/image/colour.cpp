#include "core/image/colour.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "core/image/icc_profile.h"
#include "core/image/matrix_shaper.h"
#include "core/image/parallel_rows.h"

namespace retailor::image {
namespace {

using Transform = std::unique_ptr<void, decltype(&cmsDeleteTransform)>;

bool sameProfile(const ColourProfile& a, const ColourProfile& b) {
  if (!a.tagged() || !b.tagged()) return isSrgb(a) && isSrgb(b);
  return a.icc == b.icc || *a.icc == *b.icc;
}

cmsUInt32Number pixelFormat(int channels, SampleType type) {
  const cmsUInt32Number bytes = type == SampleType::U8 ? 1 : 2, extra = channels == 4 ? 1 : 0;
  return COLORSPACE_SH(PT_RGB) | EXTRA_SH(extra) | CHANNELS_SH(3) | BYTES_SH(bytes);
}

// NOCACHE is what makes one transform usable from several threads; NOOPTIMIZE keeps it exact (see MatrixShaper).
constexpr cmsUInt32Number kFlags = cmsFLAGS_BLACKPOINTCOMPENSATION | cmsFLAGS_COPY_ALPHA | cmsFLAGS_NOCACHE | cmsFLAGS_NOOPTIMIZE;

Failure notRgb() {
  return badInput("A colour profile does not describe RGB colours; convert the picture to sRGB in another program first.");
}

Bitmap shaped(const Bitmap& source, const MatrixShaper& shaper, SampleType type) {
  Bitmap result(source.size(), source.channels(), type);
  overRows(source.height(), source.byteCount(), [&](int first, int last) { shaper.convertRows(source, result, first, last); });
  return result;
}

Bitmap transformed(const Bitmap& source, void* transform, SampleType type) {
  Bitmap result(source.size(), source.channels(), type);
  overRows(source.height(), source.byteCount(), [&](int first, int last) {
    const std::byte* from = source.bytes() + static_cast<std::size_t>(first) * source.rowBytes();
    std::byte* to = result.bytes() + static_cast<std::size_t>(first) * result.rowBytes();
    cmsDoTransformLineStride(transform, from, to, static_cast<cmsUInt32Number>(source.width()), static_cast<cmsUInt32Number>(last - first),
                             static_cast<cmsUInt32Number>(source.rowBytes()), static_cast<cmsUInt32Number>(result.rowBytes()), 0, 0);
  });
  return result;
}

// Corners, edges and middles of the RGB cube, where two profiles that differ show it.
std::vector<std::uint16_t> probeColours() {
  std::vector<std::uint16_t> probes;
  for (int i = 0; i < 125; ++i) {
    for (const int level : {i / 25, i / 5 % 5, i % 5}) probes.push_back(static_cast<std::uint16_t>(level * 65535 / 4));
  }
  return probes;
}

bool describesSrgb(const OpenProfile& profile) {
  constexpr int oneLevel = 257;
  const OpenProfile srgb = openSrgb();
  const Transform transform(cmsCreateTransform(profile.get(), TYPE_RGB_16, srgb.get(), TYPE_RGB_16, INTENT_RELATIVE_COLORIMETRIC,
                                               cmsFLAGS_NOOPTIMIZE | cmsFLAGS_NOCACHE),
                            cmsDeleteTransform);
  if (!transform) return false;
  const std::vector<std::uint16_t> probes = probeColours();
  std::vector<std::uint16_t> seen(probes.size());
  cmsDoTransform(transform.get(), probes.data(), seen.data(), static_cast<cmsUInt32Number>(probes.size() / 3));
  return std::equal(probes.begin(), probes.end(), seen.begin(), [](int a, int b) { return std::abs(a - b) <= oneLevel; });
}

}  // namespace

Result<Bitmap> convertColours(const Bitmap& source, const ColourProfile& from, const ColourProfile& to, SampleType type) {
  if (sameProfile(from, to)) return withSampleType(source, type);
  if (source.sampleType() == SampleType::F32) return convertColours(withSampleType(source, SampleType::U16), from, to, type);
  const OpenProfile in = openRgbProfile(from), out = openRgbProfile(to);
  if (!in || !out) return notRgb();
  if (const auto shaper = MatrixShaper::between(in, out)) return shaped(source, *shaper, type);
  const Transform transform(cmsCreateTransform(in.get(), pixelFormat(source.channels(), source.sampleType()), out.get(),
                                               pixelFormat(source.channels(), type), INTENT_RELATIVE_COLORIMETRIC, kFlags),
                            cmsDeleteTransform);
  if (!transform) return notRgb();
  return transformed(source, transform.get(), type);
}

Result<Bitmap> toSrgb(const Bitmap& source, const ColourProfile& from, SampleType type) {
  return convertColours(source, from, ColourProfile{}, type);
}

bool isSrgb(const ColourProfile& profile) {
  if (!profile.tagged()) return true;
  const OpenProfile opened = openRgbProfile(profile);
  return opened && describesSrgb(opened);
}

std::string profileName(const ColourProfile& profile) {
  if (!profile.tagged()) return "untagged";
  if (isSrgb(profile)) return "sRGB";
  const std::string name = iccDescription(*profile.icc);
  return name.empty() ? "unnamed profile" : name;
}

}  // namespace retailor::image
