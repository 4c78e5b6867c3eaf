#include "ui/window/recent_files.h"

#include <QFileInfo>
#include <QSettings>

namespace retailor::ui {

namespace {

QString key() { return QStringLiteral("recentFiles"); }

}  // namespace

QStringList RecentFiles::files() const {
  QStringList found;
  for (const QString& file : QSettings().value(key()).toStringList())
    if (QFileInfo::exists(file)) found << file;
  return found;
}

void RecentFiles::add(const QString& file) {
  const QString path = QFileInfo(file).absoluteFilePath();
  QStringList list = QSettings().value(key()).toStringList();
  list.removeAll(path);
  list.prepend(path);
  QSettings().setValue(key(), list.mid(0, most));
  Q_EMIT changed();
}

void RecentFiles::clear() {
  QSettings().remove(key());
  Q_EMIT changed();
}

}  // namespace retailor::ui
