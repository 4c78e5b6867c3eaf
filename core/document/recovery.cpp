#include "core/document/recovery.h"

#include <QStandardPaths>
#include <algorithm>
#include <new>
#include <optional>

#include "core/document/project/document_outline.h"
#include "core/document/recovery/journal_files.h"
#include "core/document/recovery/journal_lock.h"
#include "core/document/recovery/raw_picture.h"
#include "core/image/load_file.h"
#include "core/image/sentences.h"

namespace retailor::document {

namespace {

namespace fs = std::filesystem;

image::Bytes bytesOf(const fs::path& file) {
  Result<image::Bytes> bytes = image::loadFile(file, {});
  return bytes ? std::move(bytes).value() : image::Bytes{};
}

std::string textOf(const fs::path& file) {
  const image::Bytes bytes = bytesOf(file);
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::shared_ptr<const image::Bitmap> pictureIn(const fs::path& file, image::Size size) {
  auto picture = pictureFromRaw(bytesOf(file), size);
  return picture ? std::make_shared<const image::Bitmap>(*std::move(picture)) : nullptr;
}

std::shared_ptr<const mask::Mask> maskIn(const fs::path& file, image::Size size) {
  auto mask = maskFromRaw(bytesOf(file), size);
  return mask ? std::make_shared<const mask::Mask>(*std::move(mask)) : nullptr;
}

// Fills an outline from a journal's folder; the parts that are not there are left out.
class JournalReader {
 public:
  JournalReader(DocumentOutline outline, fs::path folder) : m_outline(std::move(outline)), m_folder(std::move(folder)) {}

  Result<ReadProject> read() && {
    DocumentState& state = m_outline.state;
    if (!readPhoto())
      return badInput("The document in " + image::quotedWhole(m_folder) + " can't be recovered: its photo is missing or damaged.");
    const auto mask = maskIn(m_folder / journal::mask, m_outline.photoSize);
    state.mask = mask ? *mask : mask::Mask(m_outline.photoSize);
    if (!mask) m_outline.notes.push_back("The mask could not be recovered.");
    for (const PaintTarget& target : m_outline.regions) {
      mark(state.regions, target, maskIn(m_folder / journal::region(target), m_outline.photoSize));
      if (!markedIn(state.regions, target)) m_outline.notes.push_back("A region marked on the photo could not be recovered.");
    }
    leaveOut(
        state.references, [this](Reference& reference) { return fill(reference); }, "a reference");
    if (m_outline.hasPose) readPose();
    leaveOut(
        state.layers, [this](Layer& layer) { return fill(layer.id, layer.result); }, "a layer");
    leaveOut(
        state.candidates, [this](StagedCandidate& staged) { return fill(staged.id, staged.result); }, "a result");
    return ReadProject{std::move(state), std::move(m_outline.notes)};
  }

 private:
  bool readPhoto() {
    auto pixels = pictureFromRaw(bytesOf(m_folder / journal::photo), m_outline.photoSize);
    if (!pixels || pixels->channels() < 3 || pixels->sampleType() == image::SampleType::F32) return false;
    image::Photo photo;
    photo.pixels = *std::move(pixels);
    if (m_outline.photoParts.contains("profile"))
      photo.profile.icc = std::make_shared<const image::Bytes>(bytesOf(m_folder / journal::profile));
    photo.metadata = {bytesOf(m_folder / journal::exif), bytesOf(m_folder / journal::iptc), textOf(m_folder / journal::xmp)};
    m_outline.state.photo = std::make_shared<const image::Photo>(std::move(photo));
    return true;
  }

  void readPose() {
    completion::PosePicture& pose = m_outline.state.pose;
    pose.picture = pictureIn(m_folder / journal::pose, m_outline.photoSize);
    if (pose.picture && pose.picture->channels() >= 3 && pose.picture->sampleType() == image::SampleType::U8) return;
    pose = {};
    m_outline.notes.push_back("The pose picture could not be recovered; it was left out.");
  }

  bool fill(Reference& reference) {
    const image::Size size = m_outline.referenceSizes.at(reference.id);
    const bool masked = m_outline.maskedReferences.contains(reference.id);
    reference.tagged.picture = pictureIn(m_folder / journal::referencePicture(reference.id), size);
    if (masked) reference.tagged.mask = maskIn(m_folder / journal::referenceMask(reference.id), size);
    const auto& picture = reference.tagged.picture;
    return picture && picture->channels() >= 3 && picture->sampleType() == image::SampleType::U8 &&
           masked == (reference.tagged.mask != nullptr);
  }

  bool fill(Id id, completion::Candidate& result) {
    result.pixels = pictureIn(m_folder / journal::resultPixels(id), result.window.size());
    result.blend = maskIn(m_folder / journal::resultBlend(id), result.window.size());
    return result.pixels && result.blend && result.pixels->channels() >= 3 &&
           result.pixels->sampleType() == m_outline.state.photo->pixels.sampleType();
  }

  template <class Item, class Fill>
  void leaveOut(std::vector<Item>& items, const Fill& fill, const char* what) {
    const auto lost = std::erase_if(items, [&](Item& item) { return !fill(item); });
    for (std::size_t i = 0; i < lost; ++i)
      m_outline.notes.push_back(std::string("The picture of ") + what + " could not be recovered; it was left out.");
  }

  DocumentOutline m_outline;
  fs::path m_folder;
};

// What a dead program's journal has to offer; nothing for one that is in use.
std::optional<Recoverable> leftIn(const fs::path& journal) {
  const auto lock = JournalLock::take(journal / journal::lock);
  std::error_code error;
  if (!lock || !fs::exists(journal / journal::state, error)) return std::nullopt;
  const auto changed = fs::last_write_time(journal / journal::state, error);
  const auto system = std::chrono::file_clock::to_sys(changed);
  const auto milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(system.time_since_epoch()).count();
  return Recoverable{journal, textOf(journal / journal::project), QDateTime::fromMSecsSinceEpoch(milliseconds)};
}

}  // namespace

fs::path recoveryFolder() { return fs::path(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation).toStdString()) / "recovery"; }

std::vector<Recoverable> findRecoverable(const fs::path& folder) {
  std::vector<Recoverable> found;
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
    if (!entry.is_directory(error) || !fs::exists(entry.path() / journal::lock, error)) continue;
    if (auto left = leftIn(entry.path()))
      found.push_back(*std::move(left));
    else if (!fs::exists(entry.path() / journal::state, error))
      discardRecovery(entry.path());
  }
  std::sort(found.begin(), found.end(), [](const Recoverable& a, const Recoverable& b) { return a.lastWritten > b.lastWritten; });
  return found;
}

Result<ReadProject> readRecovery(const fs::path& journal) {
  try {
    Result<DocumentOutline> outline = documentOutline(bytesOf(journal / journal::state), image::quotedWhole(journal));
    if (!outline) return outline.failure();
    return JournalReader(std::move(outline).value(), journal).read();
  } catch (const std::bad_alloc&) {
    return Failure{FailureKind::OutOfMemory, "There is not enough memory to recover the document. Close other programs and try again."};
  }
}

void discardRecovery(const fs::path& journal) {
  const auto lock = JournalLock::take(journal / journal::lock);
  std::error_code ignored;
  if (lock) fs::remove_all(journal, ignored);
}

}  // namespace retailor::document
