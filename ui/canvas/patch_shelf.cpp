#include "ui/canvas/patch_shelf.h"

#include <algorithm>

#include "ui/canvas/bitmap_to_qimage.h"
#include "ui/controls/background.h"

namespace retailor::ui {

namespace {

void multiplyAlpha(QImage& picture, const mask::Mask& blend) {
  for (int y = 0; y < picture.height(); ++y) {
    auto* pixels = reinterpret_cast<quint32*>(picture.scanLine(y));
    const std::uint8_t* share = blend.row(y);
    for (int x = 0; x < picture.width(); ++x)
      pixels[x] = (pixels[x] & 0x00ffffff) | (static_cast<quint32>(qAlpha(pixels[x]) * share[x] / 255) << 24);
  }
}

PictureLevels patchPicture(const completion::Candidate& candidate, const image::ColourProfile& profile) {
  QImage picture = forScreen(*candidate.pixels, profile).convertToFormat(QImage::Format_ARGB32);
  if (candidate.blend && candidate.blend->size() == candidate.pixels->size()) multiplyAlpha(picture, *candidate.blend);
  return PictureLevels(picture);
}

}  // namespace

const PictureLevels* PatchShelf::find(const completion::Candidate& candidate, const image::ColourProfile& profile) {
  const auto found = m_entries.find(candidate.pixels.get());
  if (found != m_entries.end() && !found->second.source.expired()) return found->second.converted ? &found->second.picture : nullptr;
  dropDead();
  convert(candidate, profile);
  return nullptr;
}

bool PatchShelf::waiting() const {
  return std::any_of(m_entries.begin(), m_entries.end(), [](const auto& entry) { return !entry.second.converted; });
}

void PatchShelf::dropDead() {
  std::erase_if(m_entries, [](const auto& entry) { return entry.second.source.expired(); });
}

void PatchShelf::convert(const completion::Candidate& candidate, const image::ColourProfile& profile) {
  if (!candidate.pixels) return;
  const image::Bitmap* key = candidate.pixels.get();
  m_entries[key] = {candidate.pixels, {}, false};
  inBackground<PictureLevels>(
      this, [candidate, profile] { return patchPicture(candidate, profile); },
      [this, key](PictureLevels picture) {
        const auto entry = m_entries.find(key);
        if (entry == m_entries.end()) return;
        entry->second.picture = std::move(picture);
        entry->second.converted = true;
        Q_EMIT ready();
      });
}

}  // namespace retailor::ui
