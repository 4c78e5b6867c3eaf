#include <QComboBox>
#include <QLabel>
#include <QScrollBar>
#include <QSlider>
#include <QSpinBox>
#include <QVBoxLayout>
#include <QWheelEvent>
#include <QtTest>

#include "ui/window/side_column.h"

using namespace retailor::ui;

namespace {

[[maybe_unused]] const bool offscreen = qputenv("QT_QPA_PLATFORM", "offscreen");

// A column too low for what stands in it.
struct Bench {
  Bench() {
    auto* content = new QWidget;
    auto* rows = new QVBoxLayout(content);
    combo->addItems({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")});
    combo->setCurrentIndex(1);
    spin->setValue(50);
    slider->setValue(50);
    for (QWidget* control : {static_cast<QWidget*>(combo), static_cast<QWidget*>(spin), static_cast<QWidget*>(slider)})
      rows->addWidget(control);
    content->setMinimumHeight(900);
    column.addSection(QStringLiteral("section"), QStringLiteral("Section"), QStringLiteral("run"), content);
    column.resize(360, 300);
    column.show();
    QVERIFY(QTest::qWaitForWindowActive(&column));
  }
  void turn(QWidget* control) {
    const QPointF at = control->rect().center();
    QWheelEvent wheel(at, control->mapToGlobal(at), {}, {0, -120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(control, &wheel);
  }
  int scrolled() { return column.verticalScrollBar()->value(); }

  QComboBox* combo = new QComboBox;
  QSpinBox* spin = new QSpinBox;
  QSlider* slider = new QSlider(Qt::Horizontal);
  SideColumn column;
};

}  // namespace

class TestSideColumn : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

  void theWheelScrollsAndChangesNothingUnderIt() {
    Bench bench;
    for (QWidget* control : {static_cast<QWidget*>(bench.combo), static_cast<QWidget*>(bench.spin), static_cast<QWidget*>(bench.slider)}) {
      const int before = bench.scrolled();
      bench.turn(control);
      QVERIFY2(bench.scrolled() > before, control->metaObject()->className());
    }
    QCOMPARE(bench.combo->currentIndex(), 1);
    QCOMPARE(bench.spin->value(), 50);
    QCOMPARE(bench.slider->value(), 50);
  }

  void theColumnIsAsWideAsTheWordsInIt() {
    Bench bench;
    auto* wide = new QLabel(QStringLiteral("a word that is longer than the column is wide ").repeated(3));
    bench.slider->parentWidget()->layout()->addWidget(wide);
    QTRY_VERIFY(bench.column.viewport()->width() >= wide->minimumSizeHint().width());
  }

  void theWheelTurnsTheNumberInFocus() {
    Bench bench;
    bench.spin->setFocus();
    bench.turn(bench.spin);
    QVERIFY(bench.spin->value() != 50);
    QCOMPARE(bench.scrolled(), 0);
  }
};

QTEST_MAIN(TestSideColumn)
#include "test_side_column.moc"
