#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <filesystem>

#include "core/evaluation/evaluation_group.h"
#include "core/evaluation/group_pictures.h"

using namespace retailor;
using namespace retailor::evaluation;
using completion::BodyRegion;
namespace fs = std::filesystem;

namespace {

// A folder whose files are named, and hold their names.
class Folder {
 public:
  explicit Folder(const QStringList& files) {
    for (const QString& file : files) {
      fs::create_directories(path(file).parent_path());
      QFile out(m_place.filePath(file));
      if (out.open(QIODevice::WriteOnly)) out.write(file.toUtf8());
    }
  }
  fs::path path(const QString& name = QString()) const { return m_place.filePath(name).toStdString(); }

 private:
  QTemporaryDir m_place;
};

bool refused(const auto& result, const char* word) {
  return !result && result.failure().kind == FailureKind::BadInput && result.failure().sentence.find(word) != std::string::npos;
}

}  // namespace

class TestEvaluationGroup : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void groupsAreFoundInEitherPlace() {
    const Folder inside({QStringLiteral("groups/b/x"), QStringLiteral("groups/a/x"), QStringLiteral("groups/.hidden/x"),
                         QStringLiteral("groups/notes.txt"), QStringLiteral("other/x")});
    const Folder flat({QStringLiteral("one/x")});
    QCOMPARE(groupFolders(inside.path())->size(), std::size_t(2));
    QCOMPARE(groupFolders(inside.path())->front().filename().string(), std::string("a"));
    QCOMPARE(groupFolders(flat.path())->size(), std::size_t(1));
  }

  void noGroupsAreRefused() {
    const Folder empty({QStringLiteral("groups/notes.txt")});
    QVERIFY(refused(groupFolders(empty.path()), "no groups"));
    QVERIFY(refused(groupFolders(empty.path(QStringLiteral("gone"))), "gone"));
  }

  void filesAreKnownByTheirNames() {
    const Folder folder({QStringLiteral("Source.JPG"), QStringLiteral("mask.png"), QStringLiteral("reference.webp"),
                         QStringLiteral("ref_mask.png"), QStringLiteral("reference-face.png"),
                         QStringLiteral("reference_upper_clothes-2.tif"), QStringLiteral("ref-mask-upper-clothes-2.png"),
                         QStringLiteral("prompt.txt"), QStringLiteral("notes.md"), QStringLiteral("elsewhere.png")});
    const Result<EvaluationGroup> group = readGroup(folder.path());
    QVERIFY2(group.ok(), group ? "" : group.failure().sentence.c_str());
    QCOMPARE(group->source.filename().string(), std::string("Source.JPG"));
    QCOMPARE(group->references.size(), std::size_t(3));
    QVERIFY(group->references[0].region == BodyRegion::WholeBody && group->references[0].mask);
    QVERIFY(group->references[1].region == BodyRegion::Face && !group->references[1].mask);
    QVERIFY(group->references[2].region == BodyRegion::UpperClothes && group->references[2].mask);
    QVERIFY(!group->prompt.empty());
  }

  void whatDoesNotFitIsNamed_data() {
    QTest::addColumn<QStringList>("files");
    QTest::addColumn<QByteArray>("says");
    const QStringList good{QStringLiteral("source.png"), QStringLiteral("mask.png")};
    const auto row = [&](const char* name, const QStringList& files, const char* says) {
      QTest::newRow(name) << files << QByteArray(says);
    };
    row("no source", {QStringLiteral("mask.png")}, "no source");
    row("no mask", {QStringLiteral("source.png")}, "no mask");
    row("two sources", good + QStringList{QStringLiteral("source.jpg")}, "two files for the same thing");
    row("two spellings", good + QStringList{QStringLiteral("reference-face.png"), QStringLiteral("reference_face.png")}, "two files");
    row("no region", good + QStringList{QStringLiteral("reference-shirt.png")}, "reference-shirt.png: its name has no known body region");
    row("mask of nothing", good + QStringList{QStringLiteral("ref_mask-face.png")}, "masks no reference");
    row("two masks",
        good + QStringList{QStringLiteral("reference.png"), QStringLiteral("ref_mask.png"), QStringLiteral("reference_mask.png")},
        "two files for the same thing");
  }
  void whatDoesNotFitIsNamed() {
    QFETCH(QStringList, files);
    QFETCH(QByteArray, says);
    const Folder folder(files);
    const Result<EvaluationGroup> group = readGroup(folder.path());
    QVERIFY2(refused(group, says.constData()), group ? "was accepted" : group.failure().sentence.c_str());
  }

  void promptsAreTrimmed() {
    const Folder folder({QStringLiteral("prompt.txt")});
    QFile out(QString::fromStdString(folder.path(QStringLiteral("prompt.txt")).string()));
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write("\n  a red coat \r\n");
    out.close();
    QCOMPARE(*readPrompt(folder.path(QStringLiteral("prompt.txt"))), std::string("a red coat"));
    QVERIFY(out.open(QIODevice::WriteOnly | QIODevice::Truncate));
    out.close();
    QVERIFY(readPrompt(folder.path(QStringLiteral("prompt.txt")))->empty());
    QVERIFY(refused(readPrompt(folder.path(QStringLiteral("gone.txt"))), "gone.txt"));
  }
};

QTEST_GUILESS_MAIN(TestEvaluationGroup)
#include "test_evaluation_group.moc"
