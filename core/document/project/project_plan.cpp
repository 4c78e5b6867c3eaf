#include "core/document/project/project_plan.h"

#include <algorithm>
#include <utility>

#include "core/document/project/document_json.h"
#include "core/document/project/layer_picture.h"
#include "core/document/project/project_entries.h"
#include "core/document/project/stack_xml.h"
#include "core/image/codecs/codec.h"
#include "core/image/colour.h"
#include "core/image/resize.h"

namespace retailor::document {

namespace {

using Encoded = Result<image::Bytes>;

// With the photo's profile, so that other programs show its colours rightly. zlib's level 1: projects are saved often, exported once.
Encoded coloured(const image::Bitmap& bitmap, const image::ColourProfile& profile) {
  image::EncodeSettings settings;
  settings.icc = profile.icc.get();
  settings.options.pngCompression = 1;
  return image::encodeAsPng(bitmap, settings);
}

Encoded plain(const image::Bitmap& bitmap) { return coloured(bitmap, {}); }

// What viewers show: sRGB, 8 bits. Colours that cannot be converted are shown as they are.
image::Bitmap forViewers(const image::Bitmap& picture, const image::ColourProfile& profile) {
  Result<image::Bitmap> srgb = image::toSrgb(picture, profile, image::SampleType::U8);
  return srgb ? std::move(srgb).value() : image::withSampleType(picture, image::SampleType::U8);
}

class ProjectPlan {
 public:
  explicit ProjectPlan(const DocumentState& state) : m_state(state) {
    addText(entry::mimetype, std::string(entry::openRaster), Packing::Stored);  // first and stored, as OpenRaster asks
    addText(entry::stack, stackXml(state), Packing::Deflated);
    addText(entry::document, documentJson(state), Packing::Deflated);
    addPhoto();
    addMerged();
    addMask(std::string(entry::mask), state.mask);
    for (const PaintTarget& target : markedTargets(state.regions)) addMask(entry::region(target), *markedIn(state.regions, target));
    for (const Reference& reference : state.references) addReference(reference);
    if (state.pose.picture) add(std::string(entry::pose), [&state] { return plain(*state.pose.picture); });
    for (const Layer& layer : state.layers) addResult(layer.id, layer.result, entry::layerPicture(layer.id), true);
    for (const StagedCandidate& staged : state.candidates) addResult(staged.id, staged.result, entry::candidatePicture(staged.id), false);
  }

  std::vector<PlannedEntry> entries() && { return std::move(m_entries); }

 private:
  void add(std::string name, std::function<Encoded()> encode) { m_entries.push_back({std::move(name), std::move(encode)}); }

  void addText(std::string_view name, std::string text, Packing packing) {
    const auto bytes = [text = std::move(text)] {
      const auto* begin = reinterpret_cast<const std::byte*>(text.data());
      return Encoded(image::Bytes(begin, begin + text.size()));
    };
    m_entries.push_back({std::string(name), bytes, packing});
  }

  void addBytes(std::string_view name, const image::Bytes& bytes) {
    if (!bytes.empty()) m_entries.push_back({std::string(name), [&bytes] { return Encoded(bytes); }, Packing::Deflated});
  }

  void addMask(std::string name, const mask::Mask& mask) {
    add(std::move(name), [&mask] { return plain(mask.toBitmap()); });
  }

  void addPhoto() {
    const image::Photo& photo = *m_state.photo;
    add(std::string(entry::photo), [&photo] { return coloured(photo.pixels, photo.profile); });
    if (photo.profile.tagged()) addBytes(entry::profile, *photo.profile.icc);
    addBytes(entry::exif, photo.metadata.exif);
    addBytes(entry::iptc, photo.metadata.iptc);
    if (!photo.metadata.xmp.empty()) addText(entry::xmp, photo.metadata.xmp, Packing::Deflated);
  }

  bool photoIsWhatViewersShow() const {
    const bool bare = std::none_of(m_state.layers.begin(), m_state.layers.end(), [](const Layer& layer) { return layer.visible; });
    return bare && m_state.photo->pixels.sampleType() == image::SampleType::U8 && image::isSrgb(m_state.photo->profile);
  }

  void addMerged() {
    if (photoIsWhatViewersShow())
      m_entries.push_back({std::string(entry::merged), {}, Packing::Stored, std::string(entry::photo)});
    else
      add(std::string(entry::merged), [&state = m_state] { return plain(forViewers(flattened(state), state.photo->profile)); });
    add(std::string(entry::thumbnail), [&state = m_state] {
      const image::Size size = image::fittedInto(state.photo->pixels.size(), {256, 256});
      return plain(forViewers(image::resized(flattened(state), size), state.photo->profile));
    });
  }

  void addReference(const Reference& reference) {
    add(entry::referencePicture(reference.id), [&reference] { return plain(*reference.tagged.picture); });
    if (reference.tagged.mask) addMask(entry::referenceMask(reference.id), *reference.tagged.mask);
  }

  void addResult(Id id, const completion::Candidate& result, std::string picture, bool shownToOthers) {
    const bool one = fitsInOnePicture(result);
    const image::ColourProfile& profile = m_state.photo->profile;
    if (one || shownToOthers) add(std::move(picture), [&profile, &result] { return coloured(layerPicture(result), profile); });
    if (one) return;
    add(entry::resultPixels(id), [&result] { return plain(*result.pixels); });
    addMask(entry::resultBlend(id), *result.blend);
  }

  const DocumentState& m_state;
  std::vector<PlannedEntry> m_entries;
};

}  // namespace

std::vector<PlannedEntry> plannedEntries(const DocumentState& state) { return ProjectPlan(state).entries(); }

}  // namespace retailor::document
