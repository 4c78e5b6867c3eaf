#include "core/document/project/project_pictures.h"

#include <utility>

#include "core/document/project/layer_picture.h"
#include "core/document/project/png_header.h"
#include "core/document/project/project_entries.h"
#include "core/image/read_photo.h"

namespace retailor::document {

namespace {

using image::SampleType;

// Thrown inside this file only, and caught in withPictures.
struct Unreadable {
  Failure failure;
};

template <class T>
T orThrow(Result<T> result) {
  if (!result) throw Unreadable{result.failure()};
  return std::move(result).value();
}

mask::Mask firstChannel(const image::Bitmap& picture) {
  mask::Mask mask(picture.size());
  const image::View<const std::uint8_t> from = picture.view<std::uint8_t>();
  for (int y = 0; y < from.height; ++y)
    for (int x = 0; x < from.width; ++x) mask.row(y)[x] = *from.pixel(x, y);
  return mask;
}

class PictureReader {
 public:
  PictureReader(DocumentOutline& outline, const ZipReader& zip) : m_outline(outline), m_zip(zip) {}

  DocumentState read() {
    DocumentState state = std::move(m_outline.state);
    state.photo = photo();
    state.mask = coverage(std::string(entry::mask), m_outline.photoSize);
    for (const PaintTarget& target : m_outline.regions)
      mark(state.regions, target, sharedCoverage(entry::region(target), m_outline.photoSize));
    for (Reference& reference : state.references) fill(reference);
    if (m_outline.hasPose) fill(state.pose);
    for (Layer& layer : state.layers) fill(layer.id, layer.result, entry::layerPicture(layer.id));
    for (StagedCandidate& staged : state.candidates) fill(staged.id, staged.result, entry::candidatePicture(staged.id));
    return state;
  }

 private:
  [[noreturn]] void refuse(const std::string& name, const std::string& what) const {
    throw Unreadable{
        badInput(m_zip.quotedName() + " can't be opened: its entry “" + name + "” " + what + ". Copy it again from its source.")};
  }

  // The header is held against what is expected before anything is decoded.
  template <class Expected>
  image::Bitmap picture(const std::string& name, image::Size size, const Expected& expected) {
    const image::Bytes bytes = orThrow(m_zip.read(name, ProjectLimits::bytesOfPicture));
    const std::optional<PngHeader> header = pngHeader(bytes);
    if (!header || !expected(*header)) refuse(name, "is not a picture of the kind that belongs there");
    if (header->size != size) refuse(name, "has not the size that belongs there");
    m_decoded += header->decodedBytes();
    if (m_decoded > ProjectLimits::bytesDecoded) refuse(name, "would take more memory than a project may (8 GB in all)");
    Result<image::Photo> photo = image::readPhotoFromMemory(bytes, name);
    if (!photo && photo.failure().kind == FailureKind::BadInput) refuse(name, "is damaged");
    image::Bitmap pixels = orThrow(std::move(photo)).pixels;
    const bool kept = pixels.channels() == std::max(header->channels, 3) && pixels.sampleType() == header->type && pixels.size() == size;
    if (!kept) refuse(name, "is damaged");
    return pixels;
  }

  mask::Mask coverage(const std::string& name, image::Size size) {
    return firstChannel(picture(name, size, [](const PngHeader& h) { return h.channels == 1 && h.type == SampleType::U8; }));
  }

  std::shared_ptr<const mask::Mask> sharedCoverage(const std::string& name, image::Size size) {
    return std::make_shared<const mask::Mask>(coverage(name, size));
  }

  // Metadata is not needed to go on working.
  image::Bytes metadata(const char* part, std::string_view name) {
    if (!m_outline.photoParts.contains(part)) return {};
    Result<image::Bytes> bytes = m_zip.read(name, ProjectLimits::bytesOfMetadata);
    if (bytes) return std::move(bytes).value();
    m_outline.notes.push_back("A part of the photo's metadata was left out. " + bytes.failure().sentence);
    return {};
  }

  std::shared_ptr<const image::Photo> photo() {
    image::Photo photo;
    photo.pixels = picture(std::string(entry::photo), m_outline.photoSize, [](const PngHeader& h) { return h.channels >= 3; });
    m_photoType = photo.pixels.sampleType();
    image::Bytes icc = metadata("profile", entry::profile);
    if (!icc.empty()) photo.profile.icc = std::make_shared<const image::Bytes>(std::move(icc));
    photo.metadata.exif = metadata("exif", entry::exif);
    photo.metadata.iptc = metadata("iptc", entry::iptc);
    const image::Bytes xmp = metadata("xmp", entry::xmp);
    photo.metadata.xmp.assign(reinterpret_cast<const char*>(xmp.data()), xmp.size());
    return std::make_shared<const image::Photo>(std::move(photo));
  }

  // A picture that the user brought.
  std::shared_ptr<const image::Bitmap> given(const std::string& name, image::Size size) {
    const auto expected = [](const PngHeader& h) { return h.channels >= 3 && h.type == SampleType::U8; };
    return std::make_shared<const image::Bitmap>(picture(name, size, expected));
  }

  void fill(completion::PosePicture& pose) { pose.picture = given(std::string(entry::pose), m_outline.photoSize); }

  void fill(Reference& reference) {
    const image::Size size = m_outline.referenceSizes.at(reference.id);
    reference.tagged.picture = given(entry::referencePicture(reference.id), size);
    if (m_outline.maskedReferences.contains(reference.id)) reference.tagged.mask = sharedCoverage(entry::referenceMask(reference.id), size);
  }

  void fill(Id id, completion::Candidate& result, const std::string& onePicture) {
    const image::Size size = result.window.size();
    const auto expected = [this](const PngHeader& h) { return h.channels == 4 && h.type == m_photoType; };
    const bool apart = m_outline.resultsKeptApart.contains(id);
    image::Bitmap pixels = picture(apart ? entry::resultPixels(id) : onePicture, size, expected);
    if (apart) {
      result.pixels = std::make_shared<const image::Bitmap>(std::move(pixels));
      result.blend = sharedCoverage(entry::resultBlend(id), size);
      return;
    }
    auto [colours, blend] = splitLayerPicture(pixels);
    result.pixels = std::make_shared<const image::Bitmap>(std::move(colours));
    result.blend = std::make_shared<const mask::Mask>(std::move(blend));
  }

  DocumentOutline& m_outline;
  const ZipReader& m_zip;
  SampleType m_photoType = SampleType::U8;
  std::uint64_t m_decoded = 0;
};

}  // namespace

Result<DocumentState> withPictures(DocumentOutline& outline, const ZipReader& zip) {
  try {
    return PictureReader(outline, zip).read();
  } catch (const Unreadable& reason) {
    return reason.failure;
  }
}

}  // namespace retailor::document
