#pragma once

#include <QFile>
#include <filesystem>

#include "core/document/project_reader.h"
#include "core/document/project_writer.h"
#include "core/image/colour.h"
#include "tests/core/document/sample_document.h"

namespace retailor::document::sample {

inline image::Bytes bytes(const char* text) {
  const auto* begin = reinterpret_cast<const std::byte*>(text);
  return {begin, begin + std::char_traits<char>::length(text)};
}

// A document with something in every place that a project has.
inline DocumentState everything(image::SampleType type, int channels = 3, image::Size size = {48, 40}) {
  image::Photo photo;
  photo.pixels = noise(size, channels, type, 11);
  photo.profile.icc = std::make_shared<const image::Bytes>(bytes("not a profile, but kept all the same"));
  photo.metadata = {bytes("exif bytes"), bytes("iptc bytes"), "<x:xmpmeta>ü</x:xmpmeta>"};
  DocumentState state;
  state.photo = std::make_shared<const image::Photo>(std::move(photo));
  state.photoName = "wave <&> „ü“.png";
  state.mask = coverage(size, 12);
  mark(state.regions, PaintTarget::wornAt(completion::BodyRegion::UpperClothes), std::make_shared<const mask::Mask>(coverage(size, 13)));
  mark(state.regions, PaintTarget::inFront(), std::make_shared<const mask::Mask>(disc(size, 9, 9, 4)));
  state.references = {reference(1, 1), reference(2, 2, true)};
  state.references[0].tagged.picture = std::make_shared<const image::Bitmap>(noise({9, 7}, 4, image::SampleType::U8, 5));
  state.references[1].tagged.placement = completion::Placement{-3.25, 1.0 / 3, 20, 30, -12.5};
  state.references[1].tagged.weight = 0.7;
  state.references[1].tagged.fit = fit();
  state.references[1].tagged.sha256 = std::string(64, '1');
  state.pose = {"Körper.png", std::string(64, '2'), std::make_shared<const image::Bitmap>(noise(size, 3, image::SampleType::U8, 14))};
  state.layers.push_back({3, "Result 1 <\x01>", result(*state.photo, {0, 0, size.width, size.height}, 21), 0.3, true});
  state.layers.push_back({4, "with alpha", result(*state.photo, {5, 6, 17, 9}, 22, 4), 1.0, false});
  state.layers.push_back({9, "top", result(*state.photo, {40, 30, 8, 10}, 23), 0.125, true});
  state.candidates = {{5, result(*state.photo, {1, 2, 3, 4}, 31)}, {7, result(*state.photo, {47, 39, 1, 1}, 32, 4)}};
  state.settings.prompt = "a shirt, \"red\"\n";
  state.settings.seed = 0xFFFFFFFFFFFFFFFFULL;
  state.settings.strength = 1.0 / 3;
  state.settings.preset = completion::Preset::Quality;
  state.settings.window = completion::WindowChoice::Given;
  state.settings.givenWindow = {1, 2, 3, 4};
  state.lastId = 12;
  return state;
}

inline QByteArray contentsOf(const std::filesystem::path& file) {
  QFile opened(QString::fromStdString(file.string()));
  return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
}

inline void write(const std::filesystem::path& file, const QByteArray& bytes) {
  QFile opened(QString::fromStdString(file.string()));
  if (opened.open(QIODevice::WriteOnly)) opened.write(bytes);
}

}  // namespace retailor::document::sample
