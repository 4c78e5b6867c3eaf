#include <QtTest>

#include "core/mask/shapes.h"
#include "ui/references/mask_steps.h"

using namespace retailor;
using retailor::ui::MaskSteps;

class TestMaskSteps : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void undoAndRedoBringBackEachState() {
    MaskSteps steps;
    const mask::Mask first({20, 10}, 0), second = mask::rectangleMask({20, 10}, {2, 3, 5, 4}), third({20, 10}, 255);
    mask::Mask mask = third;
    steps.add(first, second, {2, 3, 5, 4});
    steps.add(second, third, third.bounds());
    QCOMPARE(steps.undo(mask), third.bounds());
    QVERIFY(mask == second);
    QCOMPARE(steps.undo(mask), (image::Rect{2, 3, 5, 4}));
    QVERIFY(mask == first);
    QVERIFY(!steps.canUndo());
    steps.redo(mask);
    steps.redo(mask);
    QVERIFY(mask == third);
    QVERIFY(!steps.canRedo());
  }

  void aNewStepForgetsWhatWasUndone() {
    MaskSteps steps;
    const mask::Mask empty({8, 8}, 0), full({8, 8}, 255);
    mask::Mask mask = full;
    steps.add(empty, full, full.bounds());
    steps.undo(mask);
    steps.add(mask, full, full.bounds());
    QVERIFY(!steps.canRedo());
  }

  void changingNothingIsNoStep() {
    MaskSteps steps;
    const mask::Mask empty({8, 8}, 0);
    steps.add(empty, empty, {});
    QVERIFY(!steps.canUndo());
  }

  void theOldestGoWhenTheyTakeTooMuchMemory() {
    MaskSteps steps;
    const mask::Mask large({8000, 6000}, 0);
    for (int i = 0; i < 4; ++i) steps.add(large, large, large.bounds());
    mask::Mask mask = large;
    int kept = 0;
    for (; steps.canUndo(); ++kept) steps.undo(mask);
    QCOMPARE(kept, 2);
  }
};

QTEST_APPLESS_MAIN(TestMaskSteps)
#include "test_mask_steps.moc"
