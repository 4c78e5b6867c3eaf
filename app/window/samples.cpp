#include "app/window/samples.h"

#include <QCoreApplication>
#include <QDir>

namespace retailor::app {

namespace {

struct SampleWords {
  Q_DECLARE_TR_FUNCTIONS(Samples)
};

QDir sampleFolder() {
  const QDir programs(QCoreApplication::applicationDirPath());
  const QDir installed(QDir::cleanPath(programs.filePath(QStringLiteral("../share/retailor/sample"))));
  return installed.exists() ? installed : QDir(QDir::cleanPath(programs.filePath(QStringLiteral("../../../resources/sample"))));
}

}  // namespace

QList<ui::Sample> samples() {
  const QDir folder = sampleFolder();
  const auto file = [&folder](const char* name) { return folder.filePath(QString::fromLatin1(name)); };
  return {
      {file("astronaut.ora"), file("astronaut.png"), SampleWords::tr("Complete a part"),
       SampleWords::tr("A portrait, a suit and a cap to put on it.")},
      {file("try_on.ora"), file("try_on.png"), SampleWords::tr("Try clothes on"), SampleWords::tr("A person and two garments to fit.")}};
}

}  // namespace retailor::app
