#pragma once

#include <QCoreApplication>
#include <QSettings>
#include <QTemporaryDir>

namespace retailor::tests {

// While one lives, QSettings() are the test's own, in a folder that goes with it, and never the user's.
class OwnSettings {
 public:
  OwnSettings() {
    QCoreApplication::setOrganizationName(QStringLiteral("retailor-test"));
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
  }

 private:
  QTemporaryDir m_folder;
};

}  // namespace retailor::tests
