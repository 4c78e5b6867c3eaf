#include "ui/references/read_references.h"

#include <QFile>
#include <QFileInfo>
#include <filesystem>

#include "core/completion/hash.h"
#include "core/image/read_photo.h"

namespace retailor::ui {

namespace {

Result<completion::TaggedReference> readReference(const QString& file, completion::BodyRegion region) {
  auto picture = image::readAsSrgb8(std::filesystem::path(QFile::encodeName(file).toStdString()));
  if (!picture) return picture.failure();
  completion::TaggedReference reference;
  reference.name = QFileInfo(file).fileName().toStdString();
  reference.region = region;
  reference.sha256 = completion::sha256Of(*picture);
  reference.picture = std::make_shared<const image::Bitmap>(std::move(picture).value());
  return reference;
}

}  // namespace

std::vector<Result<completion::TaggedReference>> readReferences(const QStringList& files, completion::BodyRegion region) {
  std::vector<Result<completion::TaggedReference>> read;
  for (const QString& file : files) {
    try {
      read.push_back(readReference(file, region));
    } catch (const std::bad_alloc&) {
      read.push_back(Failure{FailureKind::OutOfMemory, "There is not enough memory to read " + file.toStdString() + ". Use a smaller picture."});
    }
  }
  return read;
}

}  // namespace retailor::ui
