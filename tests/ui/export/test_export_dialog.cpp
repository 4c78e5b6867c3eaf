#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QtTest>

#include "core/document/edits/result_edits.h"
#include "core/image/read_photo.h"
#include "tests/ui/references/prepared_prompts.h"
#include "tests/ui/results/made_candidates.h"
#include "ui/export/export_choices.h"
#include "ui/export/export_dialog.h"

using namespace retailor;
using namespace retailor::ui;

namespace {

constexpr image::Rect window{30, 20, 24, 16};

struct Bench {
  explicit Bench(image::SampleType type = image::SampleType::U8) {
    original = folder.filePath(QStringLiteral("person.png"));
    document::Document& document = tests::openPainted(open, {96, 64}, window, type, original);
    const auto written = image::writePhoto(original.toStdString(), document.photo());
    QVERIFY(written.ok());
    tests::stage(document, 1);
    document.undoStack().push(new document::AcceptCandidateEdit(document, document.state().candidates[0].id));
    dialog = std::make_unique<ExportDialog>(open, prompts);
    dialog->show();
  }
  template <class T>
  T* part(const char* name) {
    return dialog->findChild<T*>(QString::fromLatin1(name));
  }
  void setFile(const QString& name) { part<QLineEdit>("exportFile")->setText(folder.filePath(name)); }
  QString sentence() { return part<QLabel>("exportSentence")->text(); }
  bool exportNow() {
    QSignalSpy exported(dialog.get(), &ExportDialog::exported);
    part<QPushButton>("exportNow")->click();
    return QTest::qWaitFor([&] { return exported.count() == 1; }, 5000);
  }

  QTemporaryDir folder;
  QString original;
  OpenDocument open;
  tests::PreparedPrompts prompts;
  std::unique_ptr<ExportDialog> dialog;
};

template <class T>
bool sameOutside(const image::Bitmap& one, const image::Bitmap& other) {
  for (int y = 0; y < one.height(); ++y)
    for (int x = 0; x < one.width(); ++x)
      if (!window.contains(x, y) && !std::equal(one.view<T>().pixel(x, y), one.view<T>().pixel(x, y) + 3, other.view<T>().pixel(x, y)))
        return false;
  return true;
}

}  // namespace

class TestExportDialog : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void outsideTheMaskEverySampleIsThePhotos_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<bool>("deep");
    QTest::newRow("png 8") << QStringLiteral("out.png") << false;
    QTest::newRow("png 16") << QStringLiteral("out.png") << true;
    QTest::newRow("tiff 8") << QStringLiteral("out.tif") << false;
    QTest::newRow("tiff 16") << QStringLiteral("out.tif") << true;
    QTest::newRow("webp lossless") << QStringLiteral("out.webp") << false;
  }
  void outsideTheMaskEverySampleIsThePhotos() {
    QFETCH(QString, file);
    QFETCH(bool, deep);
    Bench bench(deep ? image::SampleType::U16 : image::SampleType::U8);
    bench.setFile(file);
    QVERIFY2(bench.exportNow(), qPrintable(bench.sentence()));
    const auto read = image::readPhoto(bench.folder.filePath(file).toStdString());
    QVERIFY(read.ok());
    const image::Bitmap& photo = bench.open.document()->photo().pixels;
    QVERIFY(read->pixels.sampleType() == photo.sampleType());
    QVERIFY(deep ? sameOutside<std::uint16_t>(read->pixels, photo) : sameOutside<std::uint8_t>(read->pixels, photo));
    QVERIFY(!(read->pixels == photo));
    QVERIFY(bench.sentence().contains(file));
  }

  void theSuggestionLiesBesideThePhotoAndIsNotThePhoto() {
    Bench bench;
    QCOMPARE(bench.part<QLineEdit>("exportFile")->text(), bench.folder.filePath(QStringLiteral("person-retailor.png")));
  }

  void theOpenPhotoIsNeverReplacedWithoutAsking() {
    Bench bench;
    bench.prompts.yes = false;
    bench.setFile(QStringLiteral("person.png"));
    QFile before(bench.original);
    QVERIFY(before.open(QIODevice::ReadOnly));
    const QByteArray bytes = before.readAll();
    bench.part<QPushButton>("exportNow")->click();
    QCOMPARE(bench.prompts.questions.size(), 1);
    QVERIFY(bench.prompts.questions[0].contains(QStringLiteral("is the photo you opened")));
    QThreadPool::globalInstance()->waitForDone();
    QFile after(bench.original);
    QVERIFY(after.open(QIODevice::ReadOnly));
    QCOMPARE(after.readAll(), bytes);
    bench.prompts.yes = true;
    QVERIFY(bench.exportNow());
  }

  void anotherFileIsReplacedAfterAsking() {
    Bench bench;
    bench.setFile(QStringLiteral("out.png"));
    QVERIFY(bench.exportNow());
    QVERIFY(bench.prompts.questions.isEmpty());
    QVERIFY(bench.exportNow());
    QCOMPARE(bench.prompts.questions.size(), 1);
  }

  void aFileChosenInTheFileDialogIsNotAskedAboutTwice() {
    Bench bench;
    bench.setFile(QStringLiteral("out.png"));
    QVERIFY(bench.exportNow());
    bench.prompts.files = {bench.folder.filePath(QStringLiteral("out.png"))};
    bench.part<QPushButton>("exportBrowse")->click();
    QVERIFY(bench.exportNow());
    QVERIFY(bench.prompts.questions.isEmpty());
  }

  void aFolderThatIsMissingIsASentenceAndNothingIsLeftBehind() {
    Bench bench;
    bench.setFile(QStringLiteral("missing/out.png"));
    bench.part<QPushButton>("exportNow")->click();
    QTRY_VERIFY(bench.sentence().contains(QStringLiteral("missing")));
    QVERIFY(bench.part<QPushButton>("exportNow")->isEnabled());
    QCOMPARE(QDir(bench.folder.path()).entryList(QDir::Files), QStringList{QStringLiteral("person.png")});
  }

  void anUnknownEndingIsASentenceBeforeAnythingIsWritten() {
    Bench bench;
    bench.setFile(QStringLiteral("out.docx"));
    QVERIFY(!bench.part<QPushButton>("exportNow")->isEnabled());
    QVERIFY(bench.sentence().contains(QStringLiteral(".png")));
  }

  void theFormatFollowsTheNameAndTheNameTheFormat() {
    Bench bench;
    auto* format = bench.part<QComboBox>("exportFormat");
    bench.setFile(QStringLiteral("out.jpeg"));
    QCOMPARE(format->currentText(), QStringLiteral("JPEG"));
    QVERIFY(bench.part<QWidget>("exportQuality")->isVisible());
    format->setCurrentIndex(0);
    Q_EMIT format->activated(0);
    QVERIFY(bench.part<QLineEdit>("exportFile")->text().endsWith(QStringLiteral("out.png")));
    QVERIFY(!bench.part<QWidget>("exportQuality")->isVisible());
  }

  void aDeepPhotoSaysWhatJpegLoses() {
    Bench bench(image::SampleType::U16);
    QVERIFY(bench.part<QLabel>("exportDepth")->text().startsWith(QStringLiteral("16 bits")));
    bench.setFile(QStringLiteral("out.jpg"));
    QVERIFY(bench.part<QLabel>("exportDepth")->text().startsWith(QStringLiteral("8 of")));
  }

  void theRecipeIsEmbeddedWhenAsked() {
    Bench bench;
    for (const bool asked : {true, false}) {
      bench.setFile(asked ? QStringLiteral("with.png") : QStringLiteral("without.png"));
      bench.part<QCheckBox>("exportRecipe")->setChecked(asked);
      QVERIFY(bench.exportNow());
    }
    const auto with = image::readPhoto(bench.folder.filePath(QStringLiteral("with.png")).toStdString());
    const auto without = image::readPhoto(bench.folder.filePath(QStringLiteral("without.png")).toStdString());
    QVERIFY(with->metadata.xmp.find("Retailor test") != std::string::npos);
    QVERIFY(without->metadata.xmp.find("Retailor test") == std::string::npos);
  }

  void withoutAVisibleResultThereIsNothingToMark() {
    Bench bench;
    bench.open.document()->undoStack().undo();
    QVERIFY(!bench.part<QCheckBox>("exportMark")->isEnabled());
    QVERIFY(!bench.part<QCheckBox>("exportRecipe")->isChecked());
    bench.open.document()->undoStack().redo();
    QVERIFY(bench.part<QCheckBox>("exportMark")->isChecked());
  }

  void aDocumentClosedMeanwhileClosesTheDialog() {
    Bench bench;
    bench.open.replace(nullptr, {}, {});
    QVERIFY(!bench.dialog->isVisible());
  }

  void linksToTheSameFileAreTheSameFile() {
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("a.png")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    QVERIFY(file.link(folder.filePath(QStringLiteral("b.png"))));
    QVERIFY(sameFile(folder.filePath(QStringLiteral("a.png")), folder.filePath(QStringLiteral("b.png"))));
    QVERIFY(!sameFile(folder.filePath(QStringLiteral("a.png")), QString()));
  }
};

QTEST_MAIN(TestExportDialog)
#include "test_export_dialog.moc"
