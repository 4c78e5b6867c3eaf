#include "core/image/icc_profile.h"

#include <algorithm>

namespace retailor::image {
namespace {

// lcms2 stamps the current time into bytes 24..35 of the header; a fixed one keeps equal exports equal.
void fixCreationDate(Bytes& icc) {
  constexpr unsigned char firstOf2000[12] = {0x07, 0xD0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0};
  if (icc.size() < 128) return;
  std::transform(std::begin(firstOf2000), std::end(firstOf2000), icc.begin() + 24, [](unsigned char b) { return std::byte{b}; });
}

Bytes saved(const OpenProfile& profile) {
  cmsUInt32Number size = 0;
  if (!profile || !cmsSaveProfileToMem(profile.get(), nullptr, &size)) return {};
  Bytes icc(size);
  if (!cmsSaveProfileToMem(profile.get(), icc.data(), &size)) return {};
  fixCreationDate(icc);
  return icc;
}

void describe(const OpenProfile& profile, const wchar_t* name) {
  const std::unique_ptr<cmsMLU, decltype(&cmsMLUfree)> text(cmsMLUalloc(nullptr, 1), cmsMLUfree);
  cmsMLUsetWide(text.get(), "en", "US", name);
  cmsWriteTag(profile.get(), cmsSigProfileDescriptionTag, text.get());
}

using Curve = std::unique_ptr<cmsToneCurve, decltype(&cmsFreeToneCurve)>;

Bytes profileOf(const cmsCIExyY& white, const cmsCIExyYTRIPLE& primaries, const Curve& curve, const wchar_t* name) {
  cmsToneCurve* const curves[3] = {curve.get(), curve.get(), curve.get()};
  const OpenProfile profile(cmsCreateRGBProfile(&white, &primaries, curves));
  if (profile) describe(profile, name);
  return saved(profile);
}

constexpr cmsCIExyY kD65{0.3127, 0.3290, 1};

}  // namespace

OpenProfile openIcc(const Bytes& icc) { return OpenProfile(cmsOpenProfileFromMem(icc.data(), static_cast<cmsUInt32Number>(icc.size()))); }

OpenProfile openSrgb() { return OpenProfile(cmsCreate_sRGBProfile()); }

OpenProfile openRgbProfile(const ColourProfile& profile) {
  if (!profile.tagged()) return openSrgb();
  OpenProfile opened = openIcc(*profile.icc);
  if (!opened || cmsGetColorSpace(opened.get()) != cmsSigRgbData) return nullptr;
  const cmsProfileClassSignature kind = cmsGetDeviceClass(opened.get());
  const bool convertible = kind != cmsSigLinkClass && kind != cmsSigNamedColorClass && kind != cmsSigAbstractClass;
  return convertible ? std::move(opened) : nullptr;
}

std::string iccDescription(const Bytes& icc) {
  const OpenProfile profile = openIcc(icc);
  char text[256] = {};
  if (!profile || cmsGetProfileInfoASCII(profile.get(), cmsInfoDescription, "en", "US", text, sizeof text - 1) == 0) return {};
  return text;
}

Bytes iccFromPrimaries(const cmsCIExyY& white, const cmsCIExyYTRIPLE& primaries, double gamma) {
  return profileOf(white, primaries, Curve(cmsBuildGamma(nullptr, gamma), cmsFreeToneCurve), L"from the file's chromaticities");
}

Bytes adobeRgbIcc() {
  const cmsCIExyYTRIPLE primaries{{0.64, 0.33, 1}, {0.21, 0.71, 1}, {0.15, 0.06, 1}};
  return profileOf(kD65, primaries, Curve(cmsBuildGamma(nullptr, 563.0 / 256), cmsFreeToneCurve), L"Adobe RGB (1998)");
}

Bytes displayP3Icc() {
  const cmsCIExyYTRIPLE primaries{{0.680, 0.320, 1}, {0.265, 0.690, 1}, {0.150, 0.060, 1}};
  const double srgb[5] = {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045};
  return profileOf(kD65, primaries, Curve(cmsBuildParametricToneCurve(nullptr, 4, srgb), cmsFreeToneCurve), L"Display P3");
}

}  // namespace retailor::image
