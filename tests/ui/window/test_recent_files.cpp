#include <QtTest>

#include "ui/window/recent_files.h"

using retailor::ui::RecentFiles;

class TestRecentFiles : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void newestComesFirstAndOnce();
  void filesThatAreGoneAreLeftOut();

 private:
  QString made(const QString& name) {
    QFile file(m_folder.filePath(name));
    return file.open(QIODevice::WriteOnly) ? file.fileName() : QString();
  }
  QTemporaryDir m_folder;
};

void TestRecentFiles::init() {
  QStandardPaths::setTestModeEnabled(true);
  QCoreApplication::setOrganizationName(QStringLiteral("RetailorTests"));
  QSettings().clear();
}

void TestRecentFiles::newestComesFirstAndOnce() {
  RecentFiles recent;
  const QString a = made(QStringLiteral("a.png")), b = made(QStringLiteral("b.png"));
  recent.add(a);
  recent.add(b);
  recent.add(a);
  QCOMPARE(recent.files(), QStringList({a, b}));
}

void TestRecentFiles::filesThatAreGoneAreLeftOut() {
  RecentFiles recent;
  const QString gone = made(QStringLiteral("gone.png"));
  recent.add(gone);
  QFile::remove(gone);
  QVERIFY(recent.files().isEmpty());
}

QTEST_GUILESS_MAIN(TestRecentFiles)
#include "test_recent_files.moc"
