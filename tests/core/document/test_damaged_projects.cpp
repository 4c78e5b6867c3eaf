#include <QTemporaryDir>
#include <QTest>

#include "tests/core/document/sample_project.h"
#include "tests/core/document/zip_by_hand.h"

using namespace retailor;
using namespace retailor::document;

// A good project, cut or with bits turned over at random: it opens or is refused as bad input; it never crashes. The sanitizers look on.
class TestDamagedProjects : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase();
  void bitsTurnedOver();
  void filesCutShort();
  void entriesTurnedOverInsideASoundZip();

 private:
  void openOrRefuse();

  QTemporaryDir m_folder;
  std::string m_file;
  QByteArray m_good;
  std::mt19937 m_random{20261121};
  int m_opened = 0;
};

void TestDamagedProjects::initTestCase() {
  m_file = m_folder.filePath(QStringLiteral("damaged.ora")).toStdString();
  QVERIFY(writeProject(sample::everything(image::SampleType::U8), m_file).ok());
  m_good = sample::contentsOf(m_file);
}

void TestDamagedProjects::openOrRefuse() {
  const Result<ReadProject> read = readProject(m_file);
  if (read) return static_cast<void>(++m_opened);
  QVERIFY2(read.failure().kind == FailureKind::BadInput, read.failure().sentence.c_str());
  QVERIFY2(read.failure().sentence.find("“damaged.ora”") != std::string::npos, read.failure().sentence.c_str());
}

void TestDamagedProjects::bitsTurnedOver() {
  for (int i = 0; i < 100; ++i) {
    QByteArray bad = m_good;
    for (unsigned n = m_random() % 8 + 1; n > 0; --n) {
      const auto at = static_cast<qsizetype>(m_random() % static_cast<unsigned>(bad.size()));
      bad[at] = static_cast<char>(bad[at] ^ (1 << m_random() % 8));
    }
    sample::write(m_file, bad);
    openOrRefuse();
  }
}

// The directory is at the end, which random places seldom hit; so half the cuts and some of the turned bits aim there.
void TestDamagedProjects::filesCutShort() {
  for (int i = 0; i < 100; ++i) {
    const auto share = static_cast<unsigned>(i % 2 ? m_good.size() : 3000);
    QByteArray bad = m_good;
    if (i % 4 < 2)
      bad.chop(static_cast<qsizetype>(m_random() % share));
    else
      bad[bad.size() - 1 - static_cast<qsizetype>(m_random() % share)] = static_cast<char>(m_random());
    sample::write(m_file, bad);
    openOrRefuse();
  }
}

// Checksums of the zip stop most damage early, so here it is done before zipping.
void TestDamagedProjects::entriesTurnedOverInsideASoundZip() {
  sample::write(m_file, m_good);
  const sample::Entries good = sample::readZip(m_file);
  m_opened = 0;
  for (int i = 0; i < 200; ++i) {
    sample::Entries entries = good;
    QByteArray& bytes = entries[m_random() % entries.size()].second;
    const auto at = static_cast<qsizetype>(m_random() % static_cast<unsigned>(bytes.size()));
    if (i % 5 == 0)
      bytes.truncate(at);
    else
      bytes[at] = static_cast<char>(m_random());
    QVERIFY(sample::writeZip(m_file, entries));
    openOrRefuse();
  }
  QVERIFY2(m_opened > 10 && m_opened < 190, qPrintable(QString::number(m_opened)));
}

QTEST_GUILESS_MAIN(TestDamagedProjects)
#include "test_damaged_projects.moc"
