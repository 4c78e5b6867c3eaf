#include "ui/references/read_references.h"

#include <QFile>
#include <QFileInfo>
#include <filesystem>

#include "core/completion/hash.h"
#include "core/image/read_photo.h"

namespace retailor::ui {

namespace {

void readReference(const QString& file, completion::BodyRegion region, ReadReferences& all) {
  auto picture = image::readAsSrgb8(std::filesystem::path(QFile::encodeName(file).toStdString()));
  if (!picture) {
    all.failures.emplace_back(picture.failure().sentence);
    return;
  }
  completion::TaggedReference reference;
  reference.name = QFileInfo(file).fileName().toStdString();
  reference.region = region;
  reference.sha256 = completion::sha256Of(*picture);
  reference.picture = std::make_shared<const image::Bitmap>(std::move(picture).value());
  all.read.push_back(std::move(reference));
}

}  // namespace

ReadReferences readReferences(const QStringList& files, completion::BodyRegion region) {
  ReadReferences all;
  for (const QString& file : files) {
    try {
      readReference(file, region, all);
    } catch (const std::bad_alloc&) {
      all.failures.push_back("There is not enough memory to read " + file.toStdString() + ". Use a smaller picture.");
    }
  }
  return all;
}

}  // namespace retailor::ui
