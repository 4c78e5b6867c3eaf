#include "core/document/project_writer.h"

#include <atomic>
#include <functional>
#include <new>
#include <thread>

#include "core/document/project/document_json.h"
#include "core/document/project/layer_picture.h"
#include "core/document/project/project_entries.h"
#include "core/document/project/stack_xml.h"
#include "core/document/project/zip_writer.h"
#include "core/image/codec.h"
#include "core/image/colour.h"
#include "core/image/resize.h"
#include "core/image/sentences.h"

namespace retailor::document {

namespace {

using Encoded = Result<image::Bytes>;

// An entry to come: pictures take their time to encode, so that is put off until several can be done at once.
struct PlannedEntry {
  std::string name;
  std::function<Encoded()> encode;
  Packing packing = Packing::Stored;
};

image::Bytes bytesOfText(std::string_view text) {
  const auto* begin = reinterpret_cast<const std::byte*>(text.data());
  return {begin, begin + text.size()};
}

// With the photo's profile, so that other programs show its colours rightly. zlib's level 1: projects are saved often, exported once.
Encoded coloured(const image::Bitmap& bitmap, const image::ColourProfile& profile) {
  image::EncodeSettings settings;
  settings.icc = profile.icc.get();
  settings.options.pngCompression = 1;
  return image::encodeAsPng(bitmap, settings);
}

Encoded plain(const image::Bitmap& bitmap) { return coloured(bitmap, {}); }

class ProjectPlan {
 public:
  explicit ProjectPlan(const DocumentState& state) : m_state(state) {
    addText(entry::mimetype, std::string(entry::openRaster), Packing::Stored);  // first and stored, as OpenRaster asks
    addText(entry::stack, stackXml(state), Packing::Deflated);
    addText(entry::document, documentJson(state), Packing::Deflated);
    addPhoto();
    addMerged();
    addMask(std::string(entry::mask), state.mask);
    for (const Reference& reference : state.references) addReference(reference);
    for (const Layer& layer : state.layers) addResult(layer.id, layer.result, entry::layerPicture(layer.id), true);
    for (const StagedCandidate& staged : state.candidates) addResult(staged.id, staged.result, entry::candidatePicture(staged.id), false);
  }

  std::vector<PlannedEntry> take() && { return std::move(m_entries); }

 private:
  void add(std::string name, std::function<Encoded()> encode) { m_entries.push_back({std::move(name), std::move(encode)}); }

  void addText(std::string_view name, std::string text, Packing packing) {
    m_entries.push_back({std::string(name), [text = std::move(text)] { return Encoded(bytesOfText(text)); }, packing});
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
    if (photo.profile.tagged()) m_entries.push_back({std::string(entry::profile), [&photo] { return Encoded(*photo.profile.icc); }, Packing::Deflated});
    addBytes(entry::exif, photo.metadata.exif);
    addBytes(entry::iptc, photo.metadata.iptc);
    if (!photo.metadata.xmp.empty()) addText(entry::xmp, photo.metadata.xmp, Packing::Deflated);
  }

  // What viewers show: sRGB, 8 bits. Colours that cannot be converted are shown as they are.
  image::Bitmap forViewers(const image::Bitmap& picture) const {
    Result<image::Bitmap> srgb = image::toSrgb(picture, m_state.photo->profile, image::SampleType::U8);
    return srgb ? std::move(srgb).value() : image::withSampleType(picture, image::SampleType::U8);
  }

  void addMerged() {
    add(std::string(entry::merged), [this] { return plain(forViewers(flattened(m_state))); });
    add(std::string(entry::thumbnail), [this] {
      const image::Size size = image::fittedInto(m_state.photo->pixels.size(), {256, 256});
      return plain(forViewers(image::resized(flattened(m_state), size)));
    });
  }

  void addReference(const Reference& reference) {
    add(entry::referencePicture(reference.id), [&reference] { return plain(*reference.tagged.picture); });
    if (reference.tagged.mask) addMask(entry::referenceMask(reference.id), *reference.tagged.mask);
  }

  void addResult(Id id, const completion::Candidate& result, std::string picture, bool shownToOthers) {
    const bool one = fitsInOnePicture(result);
    if (one || shownToOthers) add(std::move(picture), [this, &result] { return coloured(layerPicture(result), m_state.photo->profile); });
    if (one) return;
    add(entry::resultPixels(id), [&result] { return plain(*result.pixels); });
    addMask(entry::resultBlend(id), *result.blend);
  }

  const DocumentState& m_state;
  std::vector<PlannedEntry> m_entries;
};

Encoded encoded(const PlannedEntry& planned) {
  try {
    return planned.encode();
  } catch (const std::bad_alloc&) {
    return Failure{FailureKind::OutOfMemory, "There is not enough memory to save the project. Close other programs and save again."};
  } catch (const std::exception& error) {
    return Failure{FailureKind::Internal, "A part of the project could not be encoded (" + std::string(error.what()) + "). Save it again."};
  }
}

// All entries, two at a time: one large picture and the many small ones take about as long.
std::vector<Encoded> encodedAll(const std::vector<PlannedEntry>& planned, const std::stop_token& stop) {
  std::vector<Encoded> results(planned.size(), Encoded(stoppedWriting()));
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < planned.size() && !stop.stop_requested(); i = next++) results[i] = encoded(planned[i]);
  };
  const std::jthread beside(work);
  work();
  return results;
}

Result<std::vector<ZipEntry>> entriesOf(const DocumentState& state, const std::stop_token& stop) {
  ProjectPlan plan(state);
  const std::vector<PlannedEntry> planned = std::move(plan).take();
  std::vector<Encoded> results = encodedAll(planned, stop);
  std::vector<ZipEntry> entries;
  for (std::size_t i = 0; i < planned.size(); ++i) {
    if (!results[i]) return results[i].failure();
    entries.push_back({planned[i].name, std::move(results[i]).value(), planned[i].packing});
  }
  return entries;
}

Result<void> checkLimits(const std::vector<ZipEntry>& entries, const std::filesystem::path& file) {
  std::uint64_t bytes = 0;
  for (const ZipEntry& one : entries) bytes += one.bytes.size();
  if (entries.size() <= ProjectLimits::entries && bytes <= ProjectLimits::bytesInAll) return {};
  return cannotWrite(image::quoted(file) + " would be larger than a project may be (4 GB). Discard some results or references and save again.");
}

}  // namespace

Result<void> writeProject(const DocumentState& state, const std::filesystem::path& file, std::stop_token stop) {
  Result<std::vector<ZipEntry>> entries = entriesOf(state, stop);
  if (!entries) return entries.failure();
  if (auto checked = checkLimits(*entries, file); !checked) return checked;
  const Result<image::Bytes> zip = zipped(*entries, stop);
  if (!zip) return zip.failure();
  entries->clear();
  if (stop.stop_requested()) return stoppedWriting();
  return image::writeWhole(file, *zip);
}

}  // namespace retailor::document
