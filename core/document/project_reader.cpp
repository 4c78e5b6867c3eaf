#include "core/document/project_reader.h"

#include <new>

#include "core/document/project/document_outline.h"
#include "core/document/project/foreign_project.h"
#include "core/document/project/project_entries.h"
#include "core/document/project/project_pictures.h"
#include "core/document/project/zip_reader.h"
#include "core/image/sentences.h"

namespace retailor::document {

namespace {

Result<void> checkMimetype(const ZipReader& zip) {
  const Failure foreign =
      badInput(zip.quotedName() + " is not an OpenRaster file. Open it as a photo, or choose a file that ends in .ora.");
  if (!zip.has(entry::mimetype)) return foreign;
  const Result<image::Bytes> type = zip.read(entry::mimetype, 256);
  if (!type) return type.failure();
  const std::string_view text(reinterpret_cast<const char*>(type->data()), type->size());
  if (text.substr(0, text.find_last_not_of(" \r\n") + 1) != entry::openRaster) return foreign;
  return {};
}

Result<ReadProject> readOurs(const ZipReader& zip) {
  const Result<image::Bytes> json = zip.read(entry::document, ProjectLimits::bytesOfText);
  if (!json) return json.failure();
  Result<DocumentOutline> outline = documentOutline(*json, zip.quotedName());
  if (!outline) return outline.failure();
  Result<DocumentState> state = withPictures(*outline, zip);
  if (!state) return state.failure();
  return ReadProject{std::move(state).value(), std::move(outline->notes)};
}

Result<ReadProject> readAny(const std::filesystem::path& file) {
  const Result<ZipReader> zip = ZipReader::open(file);
  if (!zip) return zip.failure();
  if (auto checked = checkMimetype(*zip); !checked) return checked.failure();
  return zip->has(entry::document) ? readOurs(*zip) : readForeign(*zip, file);
}

}  // namespace

Result<ReadProject> readProject(const std::filesystem::path& file) {
  try {
    return readAny(file);
  } catch (const std::bad_alloc&) {
    return Failure{FailureKind::OutOfMemory,
                   "There is not enough memory to open " + image::quoted(file) + ". Close other programs and try again."};
  } catch (const std::exception&) {
    return badInput(image::quoted(file) + " is damaged and can't be opened. Copy it again from its source.");
  }
}

}  // namespace retailor::document
