#include "ui/run/read_pose.h"

#include <QFile>
#include <QFileInfo>
#include <filesystem>

#include "core/completion/hash.h"
#include "core/image/read_photo.h"

namespace retailor::ui {

Result<completion::PosePicture> readPose(const QString& file) {
  try {
    auto picture = image::readAsSrgb8(std::filesystem::path(QFile::encodeName(file).toStdString()));
    if (!picture) return picture.failure();
    std::string sha256 = completion::sha256Of(*picture);
    return completion::PosePicture{QFileInfo(file).fileName().toStdString(), std::move(sha256),
                                   std::make_shared<const image::Bitmap>(std::move(picture).value())};
  } catch (const std::bad_alloc&) {
    return Failure{FailureKind::OutOfMemory, "There is not enough memory to read " + file.toStdString() + ". Use a smaller picture."};
  }
}

}  // namespace retailor::ui
