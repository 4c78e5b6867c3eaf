#pragma once

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <filesystem>

#include "core/image/read_photo.h"
#include "core/image/write_photo.h"
#include "tests/fakes/small_request.h"

namespace retailor::tests {

struct Ended {
  int code = -1;  // -1: killed by a signal, or never ended
  QString out;
  QString err;
};

// A fresh folder with a small photo, masks and a reference in it, and retailor-cli to run there: the real program, or a copy of it beside
// the library of fake methods.
class Workplace {
 public:
  Workplace() {
    writePicture(QStringLiteral("photo.png"), fakes::smallPicture());
    writePicture(QStringLiteral("photo16.png"), fakes::smallPicture(image::SampleType::U16));
    writePicture(QStringLiteral("mask.png"), fakes::smallMask().toBitmap());
    writePicture(QStringLiteral("shirt.png"), *fakes::smallReference().picture);
    writePicture(QStringLiteral("shirt-mask.png"), fakes::smallReference().mask->toBitmap());
    QDir().mkdir(path(QStringLiteral("programs")));
    QFile::copy(realProgram(), fakeProgram());
    QFile::copy(QStringLiteral(RETAILOR_FAKES_FOLDER "/libretailor-methods.so"), path(QStringLiteral("programs/libretailor-methods.so")));
  }

  QString folder() const { return m_folder.path(); }
  QString path(const QString& name) const { return m_folder.filePath(name); }
  std::filesystem::path file(const QString& name) const { return path(name).toStdString(); }
  static QString realProgram() { return QStringLiteral(RETAILOR_BINARY_DIR "/bin/retailor-cli"); }
  QString fakeProgram() const { return path(QStringLiteral("programs/retailor-cli")); }

  void writePicture(const QString& name, const image::Bitmap& picture) const { writeBytes(name, *image::encodePng(picture)); }
  void writeBytes(const QString& name, const image::Bytes& bytes) const { writeText(name, asArray(bytes)); }
  void writeText(const QString& name, const QByteArray& text) const {
    QFile out(path(name));
    if (out.open(QIODevice::WriteOnly)) out.write(text);
  }
  QByteArray bytes(const QString& name) const {
    QFile in(path(name));
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
  }
  image::Bitmap pixels(const QString& name) const { return image::readPhoto(file(name))->pixels; }

  // Everything in the folder or in one below it; hidden files too, so that nothing half-written goes unseen.
  QStringList entries(const QString& below = QString()) const {
    return QDir(path(below)).entryList(QDir::Files | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
  }

  // Arguments are split at spaces; the program starts inside the folder.
  Ended run(const QString& arguments) const { return run(fakeProgram(), arguments.split(QLatin1Char(' '), Qt::SkipEmptyParts)); }
  Ended runReal(const QString& arguments) const { return run(realProgram(), arguments.split(QLatin1Char(' '), Qt::SkipEmptyParts)); }
  Ended run(const QString& program, const QStringList& arguments) const {
    QProcess process;
    process.setWorkingDirectory(folder());
    process.start(program, arguments);
    process.waitForFinished(120000);
    const int code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    return {code, QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError())};
  }

 private:
  static QByteArray asArray(const image::Bytes& bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size())};
  }

  QTemporaryDir m_folder;
};

// The lines of --progress json; an invalid document for a line that is none.
inline QList<QJsonObject> events(const QString& out) {
  QList<QJsonObject> list;
  for (const QString& line : out.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) list.append(QJsonDocument::fromJson(line.toUtf8()).object());
  return list;
}

inline QString kind(const QJsonObject& event) { return event.value(QLatin1String("event")).toString(); }

}  // namespace retailor::tests
