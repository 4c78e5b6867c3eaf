#include <sys/resource.h>

#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>
#include <thread>

#include "tests/core/document/sample_project.h"

using namespace retailor;
using namespace retailor::document;

class TestProjectWriter : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void foldersThatCannotBeWritten_data();
  void foldersThatCannotBeWritten();
  void aFullDiskLeavesTheOldFile();
  void stoppedItLeavesTheOldFile();
  void stoppedAtAnyMomentTheFileIsOldOrNew();

 private:
  std::string file() const { return m_folder->filePath(QStringLiteral("project.ora")).toStdString(); }
  bool onlyTheOldFileIsThere() const;

  std::unique_ptr<QTemporaryDir> m_folder;
  DocumentState m_state = sample::everything(image::SampleType::U16, 3, {300, 200});
  QByteArray m_old;
};

void TestProjectWriter::init() {
  m_folder = std::make_unique<QTemporaryDir>();
  QVERIFY(writeProject(sample::document()->state(), file()).ok());
  m_old = sample::contentsOf(file());
}

bool TestProjectWriter::onlyTheOldFileIsThere() const {
  const QStringList names = QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden | QDir::System);
  return names == QStringList{QStringLiteral("project.ora")} && sample::contentsOf(file()) == m_old;
}

void TestProjectWriter::foldersThatCannotBeWritten_data() {
  QTest::addColumn<QString>("name");
  QTest::newRow("folder missing") << QStringLiteral("absent/project.ora");
  QTest::newRow("folder is a file") << QStringLiteral("project.ora/project.ora");
  QTest::newRow("read-only even for root") << QStringLiteral("/proc/self/project.ora");
  QTest::newRow("a folder already") << QStringLiteral("/tmp");
}

void TestProjectWriter::foldersThatCannotBeWritten() {
  QFETCH(QString, name);
  const Result<void> written = writeProject(m_state, QDir(m_folder->path()).filePath(name).toStdString());
  QVERIFY(!written.ok());
  QVERIFY2(written.failure().kind == FailureKind::CannotWrite, written.failure().sentence.c_str());
  QVERIFY(onlyTheOldFileIsThere());
}

void TestProjectWriter::aFullDiskLeavesTheOldFile() {
  std::signal(SIGXFSZ, SIG_IGN);
  rlimit before{};
  getrlimit(RLIMIT_FSIZE, &before);
  const rlimit little{100'000, before.rlim_max};
  setrlimit(RLIMIT_FSIZE, &little);
  const Result<void> written = writeProject(m_state, file());
  setrlimit(RLIMIT_FSIZE, &before);
  QVERIFY(!written.ok());
  QVERIFY(written.failure().kind == FailureKind::CannotWrite);
  QVERIFY(onlyTheOldFileIsThere());
}

void TestProjectWriter::stoppedItLeavesTheOldFile() {
  std::stop_source stop;
  stop.request_stop();
  const Result<void> written = writeProject(m_state, file(), stop.get_token());
  QVERIFY(!written.ok());
  QVERIFY(written.failure().kind == FailureKind::CannotWrite);
  QVERIFY(onlyTheOldFileIsThere());
}

void TestProjectWriter::stoppedAtAnyMomentTheFileIsOldOrNew() {
  std::mt19937 random(3);
  for (int i = 0; i < 20; ++i) {
    init();
    std::stop_source stop;
    const std::chrono::milliseconds wait(random() % 60);
    const std::jthread stopper([&stop, wait] {
      std::this_thread::sleep_for(wait);
      stop.request_stop();
    });
    if (writeProject(m_state, file(), stop.get_token()))
      QVERIFY(readProject(file()).ok());
    else
      QVERIFY(onlyTheOldFileIsThere());
  }
}

QTEST_GUILESS_MAIN(TestProjectWriter)
#include "test_project_writer.moc"
