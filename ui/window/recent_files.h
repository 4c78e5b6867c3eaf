#pragma once

#include <QObject>
#include <QStringList>

namespace retailor::ui {

// The last files opened or saved, newest first, kept in the settings. Files that are gone are left out when read.
class RecentFiles : public QObject {
  Q_OBJECT

 public:
  static constexpr int most = 8;

  using QObject::QObject;

  QStringList files() const;
  void add(const QString& file);
  void clear();

 Q_SIGNALS:
  void changed();
};

}  // namespace retailor::ui
