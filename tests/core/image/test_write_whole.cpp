#include <QtTest>

#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <unistd.h>
#include <csignal>

#include "tests/core/image/drawn_pictures.h"

using namespace retailor::image;

namespace {

QByteArray contentOf(const QString& name) {
  QFile file(name);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(none)");
}

void put(const QString& name, const QByteArray& content) {
  QFile file(name);
  if (file.open(QIODevice::WriteOnly)) file.write(content);
}

// What writing says when it must fail for the folder or the disk; empty when it did not.
QString refusal(const QString& name, const Bytes& bytes) {
  const auto result = writeWhole(name.toStdString(), bytes);
  if (result || result.failure().kind != retailor::FailureKind::CannotWrite) return {};
  return QString::fromStdString(result.failure().sentence);
}

// As on a full disk: after so many bytes of a file, write() fails.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(rlim_t bytes) : m_handler(std::signal(SIGXFSZ, SIG_IGN)) {
    ::getrlimit(RLIMIT_FSIZE, &m_before);
    rlimit limit = m_before;
    limit.rlim_cur = bytes;
    ::setrlimit(RLIMIT_FSIZE, &limit);
  }
  FileSizeLimit(const FileSizeLimit&) = delete;
  FileSizeLimit& operator=(const FileSizeLimit&) = delete;
  ~FileSizeLimit() {
    ::setrlimit(RLIMIT_FSIZE, &m_before);
    std::signal(SIGXFSZ, m_handler);
  }

 private:
  rlimit m_before{};
  void (*m_handler)(int);
};

}  // namespace

class TestWriteWhole : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = m_folder->filePath(QStringLiteral("shirt.png"));
  }

  void newFileAppearsWithOrdinaryPermissions() {
    const mode_t mask = ::umask(022);
    ::umask(mask);
    QVERIFY(writeWhole(m_file.toStdString(), bytesOf("new")).ok());
    QCOMPARE(contentOf(m_file), QByteArray("new"));
    struct stat status {};
    QCOMPARE(::stat(qPrintable(m_file), &status), 0);
    QCOMPARE(status.st_mode & 0777, 0666 & ~mask);
    QCOMPARE(entries(), QStringList{QStringLiteral("shirt.png")});
  }

  void existingFileIsReplacedAndKeepsItsPermissions() {
    put(m_file, "old and longer");
    QCOMPARE(::chmod(qPrintable(m_file), 0640), 0);
    QVERIFY(writeWhole(m_file.toStdString(), bytesOf("new")).ok());
    struct stat status {};
    QCOMPARE(::stat(qPrintable(m_file), &status), 0);
    QCOMPARE(status.st_mode & 0777, 0640U);
    QCOMPARE(contentOf(m_file), QByteArray("new"));
  }

  void readerOfTheOldFileKeepsIt() {
    put(m_file, "old");
    QFile reader(m_file);
    QVERIFY(reader.open(QIODevice::ReadOnly));
    QVERIFY(writeWhole(m_file.toStdString(), bytesOf("new")).ok());
    QCOMPARE(reader.readAll(), QByteArray("old"));  // renamed over, not written into
  }

  void linkStaysALink() {
    const QString target = m_folder->filePath(QStringLiteral("target.png"));
    put(target, "old");
    QVERIFY(QFile::link(target, m_file));
    QVERIFY(writeWhole(m_file.toStdString(), bytesOf("new")).ok());
    QVERIFY(QFileInfo(m_file).isSymLink());
    QCOMPARE(contentOf(target), QByteArray("new"));
  }

  void diskThatFillsUpLeavesTheOldFile() {
    put(m_file, "old");
    {
      const FileSizeLimit limit(10000);
      QVERIFY2(refusal(m_file, Bytes(50000)).contains(QStringLiteral("“shirt.png”")), "no refusal");
    }
    QCOMPARE(contentOf(m_file), QByteArray("old"));
    QCOMPARE(entries(), QStringList{QStringLiteral("shirt.png")});
  }

  void missingFolderIsNamed() {
    const QString said = refusal(m_folder->filePath(QStringLiteral("nowhere/shirt.png")), Bytes(3));
    QVERIFY2(said.contains(QStringLiteral("nowhere”")) && said.contains(QStringLiteral("does not exist")), qPrintable(said));
  }

  void folderAsTargetIsRefused() {
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("shirt.png")));
    QVERIFY(refusal(m_file, Bytes(3)).contains(QStringLiteral("is a folder")));
    QCOMPARE(entries(), QStringList{QStringLiteral("shirt.png")});
  }

  void fileAsFolderIsRefused() {
    put(m_file, "old");
    QVERIFY(refusal(m_file + QStringLiteral("/a.png"), Bytes(3)).contains(QStringLiteral("not a folder")));
  }

  void deviceIsRefused() { QVERIFY(refusal(QStringLiteral("/dev/full"), Bytes(3)).contains(QStringLiteral("is a device"))); }

  void systemFolderIsRefused() {
    const QString said = refusal(QStringLiteral("/proc/shirt.png"), Bytes(3));  // refuses root too
    QVERIFY2(said.contains(QStringLiteral("“/proc”")), qPrintable(said));
  }

  void readOnlyFolderIsRefused() {
    if (::geteuid() == 0) QSKIP("root may write everywhere");
    QCOMPARE(::chmod(qPrintable(m_folder->path()), 0500), 0);
    const QString said = refusal(m_file, Bytes(3));
    QCOMPARE(::chmod(qPrintable(m_folder->path()), 0700), 0);
    QVERIFY2(said.contains(QStringLiteral("not allowed")), qPrintable(said));
  }

  void writeProtectedFileIsLeftAlone() {
    if (::geteuid() == 0) QSKIP("root may write everything");
    put(m_file, "old");
    QCOMPARE(::chmod(qPrintable(m_file), 0400), 0);
    QVERIFY(refusal(m_file, Bytes(3)).contains(QStringLiteral("write-protected")));
    QCOMPARE(contentOf(m_file), QByteArray("old"));
  }

  void tooLongNameIsRefused() {
    const QString name = m_folder->filePath(QString(300, QLatin1Char('x')) + QStringLiteral(".png"));
    QVERIFY(refusal(name, Bytes(3)).contains(QStringLiteral("too long")));
    QVERIFY(entries().isEmpty());
  }

 private:
  QStringList entries() const { return QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot); }

  std::unique_ptr<QTemporaryDir> m_folder;
  QString m_file;
};

QTEST_GUILESS_MAIN(TestWriteWhole)
#include "test_write_whole.moc"
