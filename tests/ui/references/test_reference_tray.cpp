#include <QMenu>
#include <QMimeData>
#include <QSlider>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>

#include "core/completion/hash.h"
#include "tests/ui/references/prepared_prompts.h"
#include "tests/ui/run/small_document.h"
#include "ui/references/mask_editor.h"
#include "ui/references/reference_card.h"
#include "ui/references/reference_tray.h"
#include "ui/references/region_row.h"

using namespace retailor;
using namespace retailor::ui;
using completion::BodyRegion;

namespace {

struct Bench {
  Bench() : tray(open, prompts) {
    tests::openPainted(open);
    tray.resize(330, 700);
    tray.show();
  }

  QString picture(const QString& name, QSize size = {40, 30}) {
    QImage drawn(size, QImage::Format_RGB888);
    drawn.fill(Qt::darkCyan);
    const QString file = folder.filePath(name);
    drawn.save(file);
    return file;
  }
  void addOne(BodyRegion region = BodyRegion::UpperClothes) {
    tray.addFiles({picture(QStringLiteral("shirt.png"))}, region);
    QTRY_COMPARE(references().size(), std::size_t{1});
  }
  const std::vector<document::Reference>& references() { return open.document()->state().references; }
  ReferenceCard* card() { return tray.findChild<ReferenceCard*>(); }
  RegionRow* row(const char* key) { return tray.findChild<RegionRow*>(QStringLiteral("regionRow-") + QString::fromLatin1(key)); }

  QTemporaryDir folder;
  OpenDocument open;
  tests::PreparedPrompts prompts;
  ReferenceTray tray;
};

}  // namespace

class TestReferenceTray : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void thereIsARowForEachRegion() {
    Bench bench;
    QCOMPARE(bench.tray.findChildren<RegionRow*>().size(), 7);
  }

  void addedFilesBecomeReferencesOfTheirRegionInOneStepEach() {
    Bench bench;
    bench.tray.addFiles({bench.picture(QStringLiteral("a.png")), bench.picture(QStringLiteral("b.png"))}, BodyRegion::Shoes);
    QTRY_COMPARE(bench.references().size(), std::size_t{2});
    const auto& first = bench.references()[0].tagged;
    QCOMPARE(first.name, std::string("a.png"));
    QVERIFY(first.region == BodyRegion::Shoes);
    QCOMPARE(first.sha256, completion::sha256Of(*first.picture));
    QVERIFY(bench.references()[0].id != bench.references()[1].id);
    QCOMPARE(bench.row("shoes")->findChildren<ReferenceCard*>().size(), 2);
    bench.open.document()->undoStack().undo();
    QCOMPARE(bench.references().size(), std::size_t{1});
    QTRY_COMPARE(bench.row("shoes")->findChildren<ReferenceCard*>().size(), 1);
  }

  void eachFileThatIsNoPictureIsASentence() {
    Bench bench;
    QFile text(bench.folder.filePath(QStringLiteral("notes.png")));
    QVERIFY(text.open(QIODevice::WriteOnly));
    text.write("not a picture");
    text.close();
    QSignalSpy failed(&bench.tray, &ReferenceTray::failed);
    bench.tray.addFiles({text.fileName(), bench.folder.filePath(QStringLiteral("gone.png")), bench.picture(QStringLiteral("good.png"))},
                        BodyRegion::Face);
    QTRY_COMPARE(bench.references().size(), std::size_t{1});
    QCOMPARE(failed.count(), 2);
    QVERIFY(failed[0][0].toString().contains(QStringLiteral("notes.png")));
    QVERIFY(failed[1][0].toString().contains(QStringLiteral("gone.png")));
  }

  void picturesForADocumentClosedMeanwhileAreDropped() {
    Bench bench;
    bench.tray.addFiles({bench.picture(QStringLiteral("late.png"), {1200, 900})}, BodyRegion::Face);
    tests::openPainted(bench.open);
    QThreadPool::globalInstance()->waitForDone();
    QTest::qWait(20);
    QVERIFY(bench.references().empty());
  }

  void withoutADocumentAddingIsASentence() {
    Bench bench;
    bench.open.replace(nullptr, {}, {});
    QSignalSpy failed(&bench.tray, &ReferenceTray::failed);
    bench.tray.addFiles({QStringLiteral("x.png")}, BodyRegion::Face);
    QCOMPARE(failed.count(), 1);
  }

  void theAddButtonAsksForFiles() {
    Bench bench;
    bench.prompts.files = {bench.picture(QStringLiteral("hat.png"))};
    QSignalSpy chosen(&bench.tray, &ReferenceTray::regionChosen);
    bench.row("hair")->findChild<QToolButton*>(QStringLiteral("addReference"))->click();
    QTRY_COMPARE(bench.references().size(), std::size_t{1});
    QVERIFY(bench.references()[0].tagged.region == BodyRegion::Hair);
    QVERIFY(chosen.count() > 0);
  }

  void aDropOnARowLandsThere() {
    Bench bench;
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(bench.picture(QStringLiteral("jeans.png")))});
    RegionRow* row = bench.row("lower-clothes");
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(row, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(row, &drop);
    QTRY_COMPARE(bench.references().size(), std::size_t{1});
    QVERIFY(bench.references()[0].tagged.region == BodyRegion::LowerClothes);
  }

  void textIsNotTakenForAPicture() {
    Bench bench;
    QMimeData data;
    data.setText(QStringLiteral("hello"));
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    enter.ignore();
    QApplication::sendEvent(bench.row("face"), &enter);
    QVERIFY(!enter.isAccepted());
  }

  void theMenuMovesAReferenceToAnotherRegion() {
    Bench bench;
    bench.addOne();
    ReferenceCard* card = bench.card();
    for (QAction* action : card->findChild<QMenu*>(QStringLiteral("regionMenu"))->actions())
      if (action->objectName() == QStringLiteral("shoes")) action->trigger();
    QVERIFY(bench.references()[0].tagged.region == BodyRegion::Shoes);
    QCOMPARE(bench.row("shoes")->findChild<ReferenceCard*>(), card);
    bench.open.document()->undoStack().undo();
    QCOMPARE(bench.row("upper-clothes")->findChild<ReferenceCard*>(), card);
  }

  void draggingTheWeightIsOneStep() {
    Bench bench;
    bench.addOne();
    const int steps = bench.open.document()->undoStack().count();
    auto* slider = bench.card()->findChild<QSlider*>();
    for (int percent : {110, 120, 150}) slider->setValue(percent);
    QCOMPARE(bench.references()[0].tagged.weight, 1.5);
    QCOMPARE(bench.open.document()->undoStack().count(), steps + 1);
    bench.open.document()->undoStack().undo();
    QCOMPARE(slider->value(), 100);
  }

  void removeAndDeleteTakeItAway() {
    Bench bench;
    bench.addOne();
    bench.card()->findChild<QToolButton*>(QStringLiteral("removeReference"))->click();
    QVERIFY(bench.references().empty());
    bench.open.document()->undoStack().undo();
    QCOMPARE(bench.references().size(), std::size_t{1});
    QTRY_COMPARE(bench.tray.findChildren<ReferenceCard*>().size(), 1);
    QTest::keyClick(bench.card(), Qt::Key_Delete);
    QVERIFY(bench.references().empty());
  }

  void placingIsAskedOfTheCanvas() {
    Bench bench;
    bench.addOne();
    QSignalSpy wanted(&bench.tray, &ReferenceTray::placementWanted);
    bench.card()->findChild<QToolButton*>(QStringLiteral("placeReference"))->click();
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted[0][0].toULongLong(), quint64{bench.references()[0].id});
  }

  void theMaskEditorsAnswerIsOneUndoableStep() {
    Bench bench;
    bench.addOne();
    QTest::keyClick(bench.card(), Qt::Key_Return);
    auto* editor = bench.tray.findChild<MaskEditor*>();
    QVERIFY(editor != nullptr);
    auto* canvas = editor->findChild<MaskCanvas*>();
    canvas->replaceCounts(mask::rectangleMask({40, 30}, {5, 5, 10, 10}));
    editor->accept();
    QTRY_VERIFY(bench.references()[0].tagged.mask != nullptr);
    const auto& reference = bench.references()[0].tagged;
    QCOMPARE(reference.mask->support(), (image::Rect{5, 5, 10, 10}));
    QCOMPARE(reference.maskSha256, completion::sha256Of(*reference.mask));
    bench.open.document()->undoStack().undo();
    QVERIFY(bench.references()[0].tagged.mask == nullptr);
  }

  void everythingIsReachedByTheKeyboardAndNamed() {
    Bench bench;
    bench.addOne();
    for (QToolButton* button : bench.tray.findChildren<QToolButton*>()) {
      QVERIFY2(button->focusPolicy() & Qt::TabFocus, qPrintable(button->objectName()));
      QVERIFY2(!button->objectName().isEmpty(), qPrintable(button->text()));
      QVERIFY2(!button->accessibleName().isEmpty() || !button->text().isEmpty(), qPrintable(button->objectName()));
    }
  }
};

QTEST_MAIN(TestReferenceTray)
#include "test_reference_tray.moc"
