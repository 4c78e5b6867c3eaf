#include "core/document/recovery/journal.h"

#include <QUuid>
#include <functional>
#include <span>

#include "core/document/coverage_runs.h"
#include "core/document/project/document_json.h"
#include "core/document/recovery/journal_files.h"
#include "core/document/recovery/raw_picture.h"
#include "core/image/sentences.h"
#include "core/image/write_photo.h"

namespace retailor::document {

namespace {

namespace fs = std::filesystem;

// A file that a state needs. The picture behind it never changes, so having written that picture once is enough.
struct NeededFile {
  std::string name;
  std::shared_ptr<const void> picture;
  std::function<image::Bytes()> bytes;
};

std::span<const std::byte> asBytes(std::string_view text) { return std::as_bytes(std::span(text)); }

NeededFile neededPicture(std::string name, const std::shared_ptr<const image::Bitmap>& picture) {
  return {std::move(name), picture, [picture] { return rawPicture(*picture); }};
}

NeededFile neededMask(std::string name, const std::shared_ptr<const mask::Mask>& mask) {
  return {std::move(name), mask, [mask] { return rawMask(*mask); }};
}

void addPhoto(std::vector<NeededFile>& files, const std::shared_ptr<const image::Photo>& photo) {
  const auto add = [&](std::string_view name, std::function<image::Bytes()> bytes) {
    files.push_back({std::string(name), photo, std::move(bytes)});
  };
  add(journal::photo, [photo] { return rawPicture(photo->pixels); });
  if (photo->profile.tagged()) add(journal::profile, [photo] { return *photo->profile.icc; });
  add(journal::exif, [photo] { return photo->metadata.exif; });
  add(journal::iptc, [photo] { return photo->metadata.iptc; });
  add(journal::xmp, [photo] {
    const auto bytes = asBytes(photo->metadata.xmp);
    return image::Bytes(bytes.begin(), bytes.end());
  });
}

void addResult(std::vector<NeededFile>& files, Id id, const completion::Candidate& result) {
  files.push_back(neededPicture(journal::resultPixels(id), result.pixels));
  files.push_back(neededMask(journal::resultBlend(id), result.blend));
}

std::vector<NeededFile> filesNeededBy(const DocumentState& state) {
  std::vector<NeededFile> files;
  addPhoto(files, state.photo);
  for (const PaintTarget& target : markedTargets(state.regions))
    files.push_back(neededMask(journal::region(target), markedIn(state.regions, target)));
  for (const Reference& reference : state.references) {
    files.push_back(neededPicture(journal::referencePicture(reference.id), reference.tagged.picture));
    if (reference.tagged.mask) files.push_back(neededMask(journal::referenceMask(reference.id), reference.tagged.mask));
  }
  if (state.pose.picture) files.push_back(neededPicture(std::string(journal::pose), state.pose.picture));
  for (const Layer& layer : state.layers) addResult(files, layer.id, layer.result);
  for (const StagedCandidate& staged : state.candidates) addResult(files, staged.id, staged.result);
  return files;
}

}  // namespace

Result<std::unique_ptr<Journal>> Journal::create(const fs::path& folder, image::Size photo) {
  const std::string name = QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
  const fs::path unready = folder / ("." + name), ready = folder / name;
  std::error_code error;
  fs::create_directories(unready, error);
  std::optional<JournalLock> lock = JournalLock::take(unready / journal::lock);
  // Under its real name it is seen by others only when locked, so none takes it for a dead one's.
  if (lock) fs::rename(unready, ready, error);
  if (!lock || error)
    return cannotWrite("Your work can't be kept safe from a crash: the folder " + image::quotedWhole(folder) + " can't be written.");
  fs::permissions(ready, fs::perms::owner_all, error);
  return std::unique_ptr<Journal>(new Journal(ready, *std::move(lock), photo));
}

Journal::Journal(fs::path folder, JournalLock lock, image::Size photo)
    : m_folder(std::move(folder)), m_lock(std::move(lock)), m_mask(photo) {}

Journal::~Journal() {
  std::error_code ignored;
  fs::remove_all(m_folder, ignored);
}

Result<void> Journal::write(const JournalEntry& entry) {
  for (const JournalEntry::MaskPart& part : entry.maskParts) putRuns(part.runs, m_mask, part.rect);
  m_maskWritten = m_maskWritten && entry.maskParts.empty();
  if (entry.extent == JournalEntry::Extent::NothingToRecover) {
    std::error_code ignored;
    fs::remove(m_folder / journal::state, ignored);
    m_texts.clear();
    return {};
  }
  if (auto done = writePictures(entry.state); !done) return done;
  if (entry.extent == JournalEntry::Extent::Pictures) return {};
  if (auto done = writeMask(); !done) return done;
  if (auto done = writeText(journal::project, entry.projectFile); !done) return done;
  if (auto done = writeText(journal::state, documentJson(entry.state)); !done) return done;
  removeWhatIsNotIn(entry.state);
  return {};
}

Result<void> Journal::writePictures(const DocumentState& state) {
  for (const NeededFile& file : filesNeededBy(state)) {
    std::shared_ptr<const void>& written = m_pictures[file.name];
    if (written == file.picture) continue;
    if (auto done = image::writeWhole(m_folder / file.name, file.bytes()); !done) return done;
    written = file.picture;
  }
  return {};
}

Result<void> Journal::writeMask() {
  if (m_maskWritten) return {};
  auto done = image::writeWhole(m_folder / journal::mask, rawMask(m_mask));
  m_maskWritten = done.ok();
  return done;
}

Result<void> Journal::writeText(std::string_view name, const std::string& text) {
  std::string& written = m_texts[std::string(name)];
  if (written == text) return {};
  auto done = image::writeWhole(m_folder / name, asBytes(text));
  if (done) written = text;
  return done;
}

void Journal::removeWhatIsNotIn(const DocumentState& state) {
  std::map<std::string, std::shared_ptr<const void>, std::less<>> kept;
  for (const NeededFile& file : filesNeededBy(state)) kept.insert(m_pictures.extract(file.name));
  std::error_code ignored;
  for (const auto& [name, picture] : m_pictures) fs::remove(m_folder / name, ignored);
  m_pictures = std::move(kept);
}

}  // namespace retailor::document
