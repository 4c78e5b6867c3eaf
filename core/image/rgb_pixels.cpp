#include "core/image/rgb_pixels.h"

#include <algorithm>

#include "core/image/icc_profile.h"
#include "core/image/parallel_rows.h"
#include "core/image/sentences.h"

namespace retailor::image {
namespace {

int inkChannels(Ink ink) { return ink == Ink::Grey ? 1 : ink == Ink::Rgb ? 3 : 4; }

// Calls work(fromPixel, toPixel) for every pixel of two pictures of equal size.
template <class T, class Work>
void overPixels(const Bitmap& source, Bitmap& result, const Work& work) {
  const View<const T> from = source.view<T>();
  const View<T> to = result.span<T>();
  overRows(from.height, source.byteCount(), [&](int first, int last) {
    for (int y = first; y < last; ++y) {
      for (int x = 0; x < from.width; ++x) work(from.pixel(x, y), to.pixel(x, y));
    }
  });
}

template <class T>
Bitmap greyAsRgb(const Decoded& grey) {
  Bitmap rgb(grey.pixels.size(), grey.alpha ? 4 : 3, grey.pixels.sampleType());
  overPixels<T>(grey.pixels, rgb, [alpha = grey.alpha](const T* from, T* to) {
    to[0] = to[1] = to[2] = from[0];
    if (alpha) to[3] = from[1];
  });
  return rgb;
}

// For CMYK without a usable profile: ink takes light away, and nothing more is known. 0 is no ink.
template <class T>
Bitmap cmykAsRgb(const Decoded& cmyk) {
  constexpr std::uint32_t top = std::numeric_limits<T>::max();
  Bitmap rgb(cmyk.pixels.size(), cmyk.alpha ? 4 : 3, cmyk.pixels.sampleType());
  overPixels<T>(cmyk.pixels, rgb, [alpha = cmyk.alpha](const T* from, T* to) {
    for (int c = 0; c < 3; ++c) to[c] = static_cast<T>(((top - from[c]) * (top - from[3]) + top / 2) / top);
    if (alpha) to[3] = from[4];
  });
  return rgb;
}

cmsUInt32Number inkFormat(const Decoded& decoded) {
  const bool grey = decoded.ink == Ink::Grey;
  const auto channels = static_cast<cmsUInt32Number>(inkChannels(decoded.ink));
  const auto bytes = static_cast<cmsUInt32Number>(bytesPerSample(decoded.pixels.sampleType()));
  return COLORSPACE_SH(grey ? PT_GRAY : PT_CMYK) | CHANNELS_SH(channels) | EXTRA_SH(decoded.alpha ? 1 : 0) | BYTES_SH(bytes);
}

// Through the file's own grey or CMYK profile; an empty bitmap when it has none that fits.
Bitmap inkThroughProfile(const Decoded& decoded) {
  const OpenProfile profile = decoded.icc.empty() ? nullptr : openIcc(decoded.icc);
  const auto wanted = decoded.ink == Ink::Grey ? cmsSigGrayData : cmsSigCmykData;
  if (!profile || cmsGetColorSpace(profile.get()) != wanted) return {};
  const OpenProfile srgb = openSrgb();
  const auto bytes = static_cast<cmsUInt32Number>(bytesPerSample(decoded.pixels.sampleType()));
  const auto to = COLORSPACE_SH(PT_RGB) | CHANNELS_SH(3) | EXTRA_SH(decoded.alpha ? 1 : 0) | BYTES_SH(bytes);
  constexpr auto flags = cmsFLAGS_BLACKPOINTCOMPENSATION | cmsFLAGS_COPY_ALPHA | cmsFLAGS_NOCACHE;
  const std::unique_ptr<void, decltype(&cmsDeleteTransform)> transform(
      cmsCreateTransform(profile.get(), inkFormat(decoded), srgb.get(), to, INTENT_RELATIVE_COLORIMETRIC, flags), cmsDeleteTransform);
  if (!transform) return {};
  Bitmap rgb(decoded.pixels.size(), decoded.alpha ? 4 : 3, decoded.pixels.sampleType());
  const auto width = static_cast<cmsUInt32Number>(rgb.width()), height = static_cast<cmsUInt32Number>(rgb.height());
  cmsDoTransformLineStride(transform.get(), decoded.pixels.bytes(), rgb.bytes(), width, height,
                           static_cast<cmsUInt32Number>(decoded.pixels.rowBytes()), static_cast<cmsUInt32Number>(rgb.rowBytes()), 0, 0);
  return rgb;
}

Bitmap inkByArithmetic(const Decoded& decoded) {
  const bool deep = decoded.pixels.sampleType() == SampleType::U16;
  if (decoded.ink == Ink::Grey) return deep ? greyAsRgb<std::uint16_t>(decoded) : greyAsRgb<std::uint8_t>(decoded);
  return deep ? cmykAsRgb<std::uint16_t>(decoded) : cmykAsRgb<std::uint8_t>(decoded);
}

// Without its profile a grey picture is taken as sRGB grey; nothing is lost, so nothing is said.
Bitmap inkAsRgb(const Decoded& decoded, const std::string& name, std::vector<std::string>& notes) {
  Bitmap rgb = inkThroughProfile(decoded);
  if (decoded.ink == Ink::Cmyk) notes.push_back(quoted(name) + " holds printing inks (CMYK); it was converted to sRGB.");
  if (decoded.ink == Ink::Grey && !rgb.empty()) notes.push_back(quoted(name) + " is grey with its own profile; it was converted to sRGB.");
  return rgb.empty() ? inkByArithmetic(decoded) : std::move(rgb);
}

ColourProfile usableProfile(Bytes icc, const std::string& name, std::vector<std::string>& notes) {
  if (icc.empty()) return {};
  ColourProfile profile{std::make_shared<const Bytes>(std::move(icc))};
  if (openRgbProfile(profile)) return profile;
  notes.push_back("The colour profile of " + quoted(name) + " can't be used; its colours are taken as sRGB.");
  return {};
}

template <class T>
Bitmap lumaTimesAlpha(const Bitmap& rgb) {
  constexpr std::uint64_t top = std::numeric_limits<T>::max();
  Bitmap coverage(rgb.size(), 1, rgb.sampleType());
  overPixels<T>(rgb, coverage, [channels = rgb.channels()](const T* from, T* to) {
    // Rec. 601 luma in thousandths: equal channels stay exactly themselves.
    const std::uint64_t luma = (299ULL * from[0] + 587ULL * from[1] + 114ULL * from[2] + 500) / 1000;
    to[0] = static_cast<T>(channels == 4 ? (luma * from[3] + top / 2) / top : luma);
  });
  return coverage;
}

}  // namespace

Photo asRgbPhoto(Decoded decoded, const std::string& name) {
  Photo photo;
  photo.notes = std::move(decoded.notes);
  if (decoded.ink == Ink::Rgb) {
    photo.profile = usableProfile(std::move(decoded.icc), name, photo.notes);
    photo.pixels = std::move(decoded.pixels);
  } else {
    photo.pixels = inkAsRgb(decoded, name, photo.notes);
  }
  return photo;
}

Bitmap asCoverage(Decoded decoded) {
  const Bitmap rgb = decoded.ink == Ink::Rgb ? std::move(decoded.pixels) : inkByArithmetic(decoded);
  if (rgb.sampleType() == SampleType::U8) return lumaTimesAlpha<std::uint8_t>(rgb);
  return withSampleType(lumaTimesAlpha<std::uint16_t>(rgb), SampleType::U8);
}

}  // namespace retailor::image
