#include <QtTest>

#include "ui/tools/box_tool.h"
#include "ui/tools/brush_tool.h"
#include "ui/tools/lasso_tool.h"
#include "ui/tools/wand_tool.h"

using namespace retailor;
using mask::PaintMode;
using ui::Pointer;

namespace {

// A document of 200 × 100, its left half dark and its right half light, and what the tools need.
struct Bench {
  Bench() : work(open) {
    auto photo = std::make_shared<image::Photo>();
    photo->pixels = image::Bitmap({200, 100}, 3, image::SampleType::U8);
    for (int y = 0; y < 100; ++y)
      for (int x = 100; x < 200; ++x)
        for (int c = 0; c < 3; ++c) photo->pixels.span<std::uint8_t>().pixel(x, y)[c] = 220;
    open.replace(document::Document::fromPhoto(photo, "halves.png"), {}, {});
    settings.setDiameter(20);
    settings.setHardness(1);
    settings.setContiguous(true);
    settings.setTolerance(5);
  }
  document::Document& document() { return *open.document(); }
  int at(int x, int y) { return document().mask().at(x, y); }
  void finish() { QTRY_VERIFY_WITH_TIMEOUT(!work.busy(), 30'000); }

  ui::OpenDocument open;
  ui::ToolSettings settings;
  ui::MaskWork work;
};

void gesture(ui::Tool& tool, const QList<QPointF>& path, Qt::KeyboardModifiers modifiers = {}) {
  tool.press({path.first(), 1, modifiers});
  for (const QPointF& point : path.mid(1)) tool.drag({point, 1, modifiers});
  tool.release({path.last(), 1, modifiers});
}

}  // namespace

class TestTools : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase();
  void strokeIsOneUndoStep();
  void eraserAndAltTakeAway();
  void pressureThinsTheStroke();
  void rectangleAddsAndSubtracts();
  void lassoFillsItsOutline();
  void lassoThatLeavesThePhotoIsCut();
  void wandTakesLikeColours();
  void workIsDoneAgainWhenTheMaskChangedMeanwhile();
  void bracketKeysChangeTheTip();
};

void TestTools::initTestCase() { QStandardPaths::setTestModeEnabled(true); }

void TestTools::strokeIsOneUndoStep() {
  Bench bench;
  ui::BrushTool brush(ui::BrushTool::Purpose::Paint, bench.open, bench.settings, bench.work, nullptr);
  gesture(brush, {{30, 50}, {60, 50}, {90, 50}});
  QCOMPARE(bench.document().undoStack().count(), 1);
  QCOMPARE(bench.at(60, 50), 255);
  bench.document().undoStack().undo();
  QVERIFY(bench.document().mask().isEmpty());
  bench.document().undoStack().redo();
  QCOMPARE(bench.at(60, 50), 255);
}

void TestTools::eraserAndAltTakeAway() {
  Bench bench;
  ui::BrushTool brush(ui::BrushTool::Purpose::Paint, bench.open, bench.settings, bench.work, nullptr);
  ui::BrushTool eraser(ui::BrushTool::Purpose::Erase, bench.open, bench.settings, bench.work, nullptr);
  gesture(brush, {{20, 50}, {180, 50}});
  gesture(eraser, {{60, 50}});
  QCOMPARE(bench.at(60, 50), 0);
  gesture(brush, {{120, 50}}, Qt::AltModifier);
  QCOMPARE(bench.at(120, 50), 0);
  QCOMPARE(bench.at(90, 50), 255);
}

void TestTools::pressureThinsTheStroke() {
  Bench bench;
  ui::BrushTool brush(ui::BrushTool::Purpose::Paint, bench.open, bench.settings, bench.work, nullptr);
  brush.press({{50, 50}, 0.3, {}});
  brush.release({{50, 50}, 0.3, {}});
  const double light = bench.document().mask().share();
  bench.document().undoStack().undo();
  gesture(brush, {{50, 50}});
  QVERIFY(light < bench.document().mask().share());
}

void TestTools::rectangleAddsAndSubtracts() {
  Bench bench;
  ui::RectangleTool rectangle(bench.open, bench.settings, bench.work, nullptr);
  gesture(rectangle, {{80, 60}, {20, 10}});
  bench.finish();
  QCOMPARE(bench.document().mask().support(), (image::Rect{20, 10, 60, 50}));
  bench.settings.swapMode();
  gesture(rectangle, {{0, 0}, {50, 100}});
  bench.finish();
  QCOMPARE(bench.document().mask().support(), (image::Rect{50, 10, 30, 50}));
  gesture(rectangle, {{0, 0}, {10, 10}}, Qt::ShiftModifier);
  bench.finish();
  QCOMPARE(bench.at(5, 5), 255);
  QCOMPARE(bench.document().undoStack().count(), 3);
}

void TestTools::lassoFillsItsOutline() {
  Bench bench;
  ui::LassoTool lasso(bench.open, bench.settings, bench.work, nullptr);
  gesture(lasso, {{20, 20}, {100, 20}, {100, 80}, {20, 80}});
  bench.finish();
  QCOMPARE(bench.at(60, 50), 255);
  QCOMPARE(bench.at(110, 50), 0);
}

void TestTools::lassoThatLeavesThePhotoIsCut() {
  Bench bench;
  ui::LassoTool lasso(bench.open, bench.settings, bench.work, nullptr);
  gesture(lasso, {{-50, -50}, {300, -50}, {300, 30}, {-50, 30}});
  bench.finish();
  QCOMPARE(bench.document().mask().support(), (image::Rect{0, 0, 200, 30}));
}

void TestTools::wandTakesLikeColours() {
  Bench bench;
  ui::WandTool wand(std::make_shared<ui::VisiblePicture>(), bench.open, bench.settings, bench.work, nullptr);
  wand.press({{150, 50}, 1, {}});
  bench.finish();
  QCOMPARE(bench.at(150, 20), 255);
  QCOMPARE(bench.at(50, 20), 0);
}

void TestTools::workIsDoneAgainWhenTheMaskChangedMeanwhile() {
  Bench bench;
  ui::BrushTool brush(ui::BrushTool::Purpose::Paint, bench.open, bench.settings, bench.work, nullptr);
  bench.work.start(QStringLiteral("Invert"), {}, [](const document::DocumentState& state, const mask::Mask&) -> Result<ui::MaskPatch> {
    QThread::msleep(80);
    mask::Mask inverted(state.mask.size());
    for (int y = 0; y < inverted.height(); ++y)
      for (int x = 0; x < inverted.width(); ++x) inverted.row(y)[x] = static_cast<std::uint8_t>(255 - state.mask.at(x, y));
    return ui::MaskPatch{inverted.bounds(), inverted};
  });
  gesture(brush, {{50, 50}});
  bench.finish();
  QCOMPARE(bench.at(50, 50), 0);
  QCOMPARE(bench.at(150, 50), 255);
  QCOMPARE(bench.document().undoStack().count(), 2);
}

void TestTools::bracketKeysChangeTheTip() {
  ui::ToolSettings settings;
  settings.setDiameter(20);
  settings.growTip();
  QCOMPARE(settings.tip().radius, 12.0);
  settings.shrinkTip();
  QCOMPARE(settings.tip().radius, 10.0);
  settings.setHardness(0.95);
  settings.hardenTip();
  QCOMPARE(settings.tip().hardness, 1.0);
}

QTEST_GUILESS_MAIN(TestTools)
#include "test_tools.moc"
