#include "core/document/project/foreign_project.h"

#include "core/document/project/project_entries.h"
#include "core/image/read_photo.h"

namespace retailor::document {

Result<ReadProject> readForeign(const ZipReader& zip, const std::filesystem::path& file) {
  const Result<image::Bytes> merged = zip.read(entry::merged, ProjectLimits::bytesOfPicture);
  if (!merged) return merged.failure();
  Result<image::Photo> photo = image::readPhotoFromMemory(*merged, file.filename().string());
  if (!photo) return photo.failure();
  ReadProject project;
  project.notes = std::move(photo->notes);
  project.notes.push_back(zip.quotedName() + " was made by another program; its layers were opened as one photo.");
  project.state.photoName = file.filename().string();
  project.state.mask = mask::Mask(photo->pixels.size());
  project.state.photo = std::make_shared<const image::Photo>(std::move(photo).value());
  return project;
}

}  // namespace retailor::document
