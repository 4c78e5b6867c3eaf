#include <QtTest>

#include "tests/support/own_settings.h"
#include "tests/ui/tools/dressed_bench.h"
#include "ui/tools/scissors_tool.h"

using namespace retailor;
using namespace retailor::tests;

namespace {

struct Bench : DressedBench {
  ui::ScissorsTool tool{picture, open, settings, work, nullptr};

  void click(QPointF at, Qt::KeyboardModifiers modifiers = {}) {
    tool.hover({at, 1, modifiers});
    tool.press({at, 1, modifiers});
    tool.release({at, 1, modifiers});
  }
  bool key(Qt::Key key) {
    QKeyEvent event(QEvent::KeyPress, key, Qt::NoModifier);
    return tool.wantsKey(event) && tool.takeKey(event);
  }
  // Corners of the shirt, not quite exact in between.
  void clickRoundTheShirt(Qt::KeyboardModifiers modifiers = {}) {
    for (const QPointF& at : {QPointF(70, 60), QPointF(170, 60), QPointF(170, 170), QPointF(70, 170)}) click(at, modifiers);
  }
  void waitForTheOutline() {
    QTRY_VERIFY_WITH_TIMEOUT(!tool.trace().going(), 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(!work.busy(), 30'000);
  }
};

}  // namespace

class TestScissorsTool : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void enterClosesTheOutline() {
    Bench bench;
    bench.clickRoundTheShirt();
    QVERIFY(bench.key(Qt::Key_Return));
    bench.waitForTheOutline();
    QVERIFY2(shareOfBox(bench.document().mask(), Bench::shirt) > 0.96,
             qPrintable(QString::number(shareOfBox(bench.document().mask(), Bench::shirt))));
    QCOMPARE(bench.document().undoStack().count(), 1);
    bench.document().undoStack().undo();
    QVERIFY(bench.document().mask().isEmpty());
  }

  void aDoubleClickOrTheFirstAnchorClosesToo_data() {
    QTest::addColumn<bool>("doubled");
    QTest::newRow("double-click") << true;
    QTest::newRow("first anchor") << false;
  }
  void aDoubleClickOrTheFirstAnchorClosesToo() {
    QFETCH(bool, doubled);
    Bench bench;
    bench.clickRoundTheShirt();
    if (doubled)
      QVERIFY(bench.tool.doublePress({{70, 170}, 1, {}}));
    else
      bench.click({73, 62});
    bench.waitForTheOutline();
    QVERIFY(shareOfBox(bench.document().mask(), Bench::shirt) > 0.96);
  }

  void theOutlineFollowsTheEdgeBetweenAnchors() {
    Bench bench;
    bench.click({70, 165});
    bench.tool.hover({{165, 60}, 1, {}});
    // Round the corner, not across the shirt.
    QTRY_VERIFY_WITH_TIMEOUT(bench.tool.trace().live().elementCount() > 100, 30'000);
    const QPainterPath live = bench.tool.trace().live();
    for (int i = 0; i < live.elementCount(); ++i) {
      const QPointF at = live.elementAt(i);
      QVERIFY2(std::abs(at.x() - 70) < 3 || std::abs(at.y() - 60) < 3,
               qPrintable(QString::number(at.x()) + QLatin1Char(' ') + QString::number(at.y())));
    }
  }

  void backspaceTakesBackAnAnchorAndEscAll() {
    Bench bench;
    bench.click({70, 60});
    bench.click({170, 60});
    QVERIFY(bench.key(Qt::Key_Backspace));
    QCOMPARE(bench.tool.trace().anchors(), std::size_t(1));
    bench.click({170, 100});
    QVERIFY(bench.key(Qt::Key_Escape));
    QVERIFY(!bench.tool.trace().going());
    QVERIFY(!bench.key(Qt::Key_Escape));  // nothing to take back: others may have the key
    QTest::qWait(50);
    QVERIFY(bench.document().mask().isEmpty());
  }

  void altTakesAway() {
    Bench bench;
    bench.work.apply(QStringLiteral("all"), {}, {{0, 0, 240, 320}, mask::Mask({240, 320}, 255)});
    bench.clickRoundTheShirt(Qt::AltModifier);
    bench.key(Qt::Key_Enter);
    bench.waitForTheOutline();
    QCOMPARE(int(bench.document().mask().at(120, 100)), 0);
    QCOMPARE(int(bench.document().mask().at(20, 20)), 255);
  }

  void itTracesAMarkedRegionToo() {
    Bench bench;
    bench.settings.setTarget(document::PaintTarget::wornAt(completion::BodyRegion::UpperClothes));
    bench.clickRoundTheShirt();
    bench.key(Qt::Key_Return);
    bench.waitForTheOutline();
    QVERIFY(shareOfBox(bench.worn(completion::BodyRegion::UpperClothes), Bench::shirt) > 0.96);
    QVERIFY(bench.document().mask().isEmpty());
  }

  void anchorsBesideThePhotoComeToItsFrame() {
    Bench bench;
    for (const QPointF& at : {QPointF(-30, -30), QPointF(500, -30), QPointF(500, 400), QPointF(-30, 400)}) bench.click(at);
    const QRectF corners = bench.tool.trace().corners().boundingRect();
    QVERIFY(QRectF(0, 0, 240, 320).contains(corners));
    QVERIFY(corners.width() > 239 && corners.height() > 319);
    bench.key(Qt::Key_Return);
    bench.waitForTheOutline();
    QVERIFY(!bench.document().mask().isEmpty());
  }

  void anotherDocumentEndsIt() {
    Bench bench;
    bench.click({70, 60});
    bench.tool.cancel();
    bench.open.replace(nullptr, {}, {});
    bench.click({70, 60});
    QVERIFY(!bench.tool.trace().going());
  }

 private:
  const OwnSettings m_settings;
};

QTEST_GUILESS_MAIN(TestScissorsTool)
#include "test_scissors_tool.moc"
