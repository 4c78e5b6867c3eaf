#include <QLineEdit>
#include <QListWidget>
#include <QSlider>
#include <QToolButton>
#include <QtTest>

#include "core/document/edits/result_edits.h"
#include "tests/ui/results/made_candidates.h"
#include "ui/results/layer_row.h"
#include "ui/results/layers_panel.h"

using namespace retailor;
using namespace retailor::ui;

namespace {

struct Bench {
  Bench() : panel(open), list(panel.findChild<QListWidget*>()) {
    document::Document& document = tests::openPainted(open);
    tests::stage(document, 2);
    for (int i = 0; i < 2; ++i) document.undoStack().push(new document::AcceptCandidateEdit(document, document.state().candidates[0].id));
    panel.resize(330, 260);
    panel.show();
  }
  const std::vector<document::Layer>& layers() { return open.document()->state().layers; }
  void press(const char* name) { panel.findChild<QToolButton*>(QString::fromLatin1(name))->click(); }
  bool enabled(const char* name) { return panel.findChild<QToolButton*>(QString::fromLatin1(name))->isEnabled(); }
  LayerRow* row(int index) { return qobject_cast<LayerRow*>(list->itemWidget(list->item(index))); }

  OpenDocument open;
  LayersPanel panel;
  QListWidget* list;
};

}  // namespace

class TestLayersPanel : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void layersStandTopFirstThePhotoLowestAndLocked() {
    Bench bench;
    QCOMPARE(bench.list->count(), 3);
    QCOMPARE(bench.panel.selected(), bench.layers()[1].id);
    bench.list->setCurrentRow(2);
    QCOMPARE(bench.panel.selected(), document::Id{0});
    for (const char* name : {"layerUp", "layerDown", "layerRemove"}) QVERIFY2(!bench.enabled(name), name);
    QVERIFY(!bench.row(2)->findChild<QToolButton*>()->isEnabled());
  }

  void theEyeHidesAndUndoShowsAgain() {
    Bench bench;
    bench.row(0)->findChild<QToolButton*>(QStringLiteral("layerEye"))->click();
    QVERIFY(!bench.layers()[1].visible);
    bench.open.document()->undoStack().undo();
    QVERIFY(bench.layers()[1].visible);
    QVERIFY(bench.row(0)->findChild<QToolButton*>(QStringLiteral("layerEye"))->isChecked());
  }

  void draggingTheOpacityIsOneStep() {
    Bench bench;
    const int steps = bench.open.document()->undoStack().count();
    for (int percent : {80, 60, 50}) bench.panel.findChild<QSlider*>()->setValue(percent);
    QCOMPARE(bench.layers()[1].opacity, 0.5);
    QCOMPARE(bench.open.document()->undoStack().count(), steps + 1);
  }

  void upAndDownMoveTheSelectedLayer() {
    Bench bench;
    const document::Id top = bench.layers()[1].id;
    QVERIFY(!bench.enabled("layerUp"));
    bench.press("layerDown");
    QCOMPARE(bench.layers()[0].id, top);
    QCOMPARE(bench.panel.selected(), top);
    QVERIFY(!bench.enabled("layerDown"));
    bench.press("layerUp");
    QCOMPARE(bench.layers()[1].id, top);
  }

  void deleteRemovesAndUndoBringsBack() {
    Bench bench;
    const document::Id top = bench.layers()[1].id;
    QTest::keyClick(bench.list, Qt::Key_Delete);
    QCOMPARE(bench.layers().size(), std::size_t{1});
    bench.open.document()->undoStack().undo();
    QCOMPARE(bench.layers()[1].id, top);
  }

  void f2Renames() {
    Bench bench;
    QTest::keyClick(bench.list, Qt::Key_F2);
    auto* editor = bench.row(0)->findChild<QLineEdit*>();
    QVERIFY(editor->isVisible());
    editor->setText(QStringLiteral("Red shirt"));
    QTest::keyClick(editor, Qt::Key_Return);
    QCOMPARE(bench.layers()[1].name, std::string("Red shirt"));
    bench.open.document()->undoStack().undo();
    QVERIFY(bench.layers()[1].name != "Red shirt");
  }

  void aClosedDocumentLeavesNothing() {
    Bench bench;
    bench.open.replace(nullptr, {}, {});
    QCOMPARE(bench.list->count(), 0);
    QVERIFY(!bench.panel.isEnabled());
    QThreadPool::globalInstance()->waitForDone();
    QTest::qWait(10);
  }
};

QTEST_MAIN(TestLayersPanel)
#include "test_layers_panel.moc"
