#pragma once

#include <algorithm>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "core/document/document.h"

// Documents drawn in memory: noise from a seed, so that no sample is like its neighbour and every bit that goes missing shows.
namespace retailor::document::sample {

inline image::Bitmap noise(image::Size size, int channels, image::SampleType type, unsigned seed) {
  image::Bitmap bitmap(size, channels, type);
  std::mt19937 random(seed);
  for (std::size_t i = 0; i < bitmap.byteCount(); ++i) bitmap.bytes()[i] = static_cast<std::byte>(random() >> 16);
  return bitmap;
}

inline mask::Mask coverage(image::Size size, unsigned seed) { return mask::Mask(noise(size, 1, image::SampleType::U8, seed)); }

// A disc of full coverage, as masks mostly are.
inline mask::Mask disc(image::Size size, int cx, int cy, int radius, std::uint8_t value = 255) {
  mask::Mask mask(size);
  for (int y = 0; y < size.height; ++y)
    for (int x = 0; x < size.width; ++x)
      if ((x - cx) * (x - cx) + (y - cy) * (y - cy) <= radius * radius) mask.row(y)[x] = value;
  return mask;
}

inline std::shared_ptr<const image::Photo> photo(image::Size size = {48, 40}, image::SampleType type = image::SampleType::U8,
                                                 int channels = 3) {
  image::Photo photo;
  photo.pixels = noise(size, channels, type, 1);
  return std::make_shared<const image::Photo>(std::move(photo));
}

inline Reference reference(Id id, unsigned seed = 7, bool masked = false) {
  Reference reference;
  reference.id = id;
  reference.tagged.name = "shirt " + std::to_string(id) + ".jpg";
  reference.tagged.picture = std::make_shared<const image::Bitmap>(noise({20, 30}, 3, image::SampleType::U8, seed));
  reference.tagged.region = completion::BodyRegion::UpperClothes;
  if (masked) reference.tagged.mask = std::make_shared<const mask::Mask>(coverage({20, 30}, seed + 1));
  return reference;
}

inline completion::Candidate result(const image::Photo& photo, image::Rect window, unsigned seed, int channels = 3) {
  completion::Candidate candidate;
  candidate.window = window;
  candidate.pixels = std::make_shared<const image::Bitmap>(noise(window.size(), channels, photo.pixels.sampleType(), seed));
  candidate.blend = std::make_shared<const mask::Mask>(coverage(window.size(), seed + 1));
  candidate.recipe.program = "Retailor test";
  candidate.recipe.photoName = "wave „ü“.png";
  candidate.recipe.photoSha256 = std::string(64, 'a');
  candidate.recipe.maskSha256 = std::string(64, 'b');
  candidate.recipe.references.push_back(
      {"shirt", std::string(64, 'c'), "", completion::BodyRegion::Shoes, completion::Placement{1, 2.5, 3, 4, 5.125}, 0.3});
  candidate.recipe.settings.seed = 0xFFFFFFFFFFFFFFF0ULL + seed % 8;
  candidate.recipe.settings.loras = {{"/home/ü/wool.safetensors", 0.5}};
  return candidate;
}

inline std::unique_ptr<Document> document() { return Document::fromPhoto(photo(), "wave.png"); }

inline bool samePicture(const std::shared_ptr<const image::Bitmap>& a, const std::shared_ptr<const image::Bitmap>& b) {
  return a == b || (a && b && *a == *b);
}

inline bool sameMask(const std::shared_ptr<const mask::Mask>& a, const std::shared_ptr<const mask::Mask>& b) {
  return a == b || (a && b && *a == *b);
}

inline bool same(const completion::Candidate& a, const completion::Candidate& b) {
  return a.window == b.window && samePicture(a.pixels, b.pixels) && sameMask(a.blend, b.blend) && a.recipe == b.recipe;
}

inline bool same(const StagedCandidate& a, const StagedCandidate& b) { return a.id == b.id && same(a.result, b.result); }

inline bool same(const Layer& a, const Layer& b) {
  return a.id == b.id && a.name == b.name && a.opacity == b.opacity && a.visible == b.visible && same(a.result, b.result);
}

inline bool same(const Reference& a, const Reference& b) {
  const completion::TaggedReference &s = a.tagged, &t = b.tagged;
  return a.id == b.id && s.name == t.name && s.sha256 == t.sha256 && samePicture(s.picture, t.picture) && sameMask(s.mask, t.mask) &&
         s.maskSha256 == t.maskSha256 && s.region == t.region && s.placement == t.placement && s.weight == t.weight && s.fit == t.fit;
}

inline bool same(const image::Photo& a, const image::Photo& b) {
  const auto icc = [](const image::Photo& p) { return p.profile.icc ? *p.profile.icc : image::Bytes{}; };
  return a.pixels == b.pixels && icc(a) == icc(b) && a.metadata.exif == b.metadata.exif && a.metadata.iptc == b.metadata.iptc &&
         a.metadata.xmp == b.metadata.xmp;
}

inline bool same(const completion::PhotoRegions& a, const completion::PhotoRegions& b) {
  const std::vector<PaintTarget> targets = markedTargets(a);
  return targets == markedTargets(b) &&
         std::ranges::all_of(targets, [&](const PaintTarget& target) { return sameMask(markedIn(a, target), markedIn(b, target)); });
}

// A fit with nothing at its default.
inline garment::FitSettings fit() {
  garment::FitSettings fit;
  fit.kind = garment::GarmentKind::Sleeveless;
  fit.flipped = true;
  fit.followFolds = 1.0 / 3;
  fit.length = garment::LengthRule::Own;
  fit.looseness = -0.1;
  fit.armDown = {true, std::nullopt};
  fit.uncovered = garment::Uncovered::KeepOldCloth;
  fit.pins = {{garment::Landmark::HemLeft, {0.25, 1.0 / 7}, {0.5, 1.25}}, {std::nullopt, {0.1, 0.2}, {-0.3, 0.4}}};
  return fit;
}

template <class Item>
bool same(const std::vector<Item>& a, const std::vector<Item>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Item& x, const Item& y) { return same(x, y); });
}

// All of two documents but the last id, which only counts upwards.
inline bool same(const DocumentState& a, const DocumentState& b) {
  return samePicture(a.pose.picture, b.pose.picture) && a.pose.name == b.pose.name && a.pose.sha256 == b.pose.sha256 &&
         same(*a.photo, *b.photo) && a.photoName == b.photoName && a.mask == b.mask && same(a.regions, b.regions) &&
         same(a.references, b.references) && same(a.layers, b.layers) && same(a.candidates, b.candidates) && a.settings == b.settings;
}

}  // namespace retailor::document::sample
