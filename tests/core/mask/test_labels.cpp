#include <QtTest>
#include <set>

#include "core/mask/labels.h"

using namespace retailor;
using mask::Labels;

namespace {

Labels checkered(image::Size size) {
  Labels labels(size);
  for (int y = 0; y < size.height; ++y)
    for (int x = 0; x < size.width; ++x) labels.row(y)[x] = static_cast<std::uint8_t>(3 + 7 * ((x / 4 + y / 4) % 3));
  return labels;
}

}  // namespace

class TestLabels : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void masksPartThePicture() {
    const Labels labels = checkered({20, 12});
    std::size_t covered = 0;
    for (const std::uint8_t id : {3, 10, 17}) {
      const mask::Mask mask = labels.maskOf(id);
      QCOMPARE(static_cast<std::size_t>(std::lround(mask.share() * 240)), labels.counts()[id]);
      covered += labels.counts()[id];
    }
    QCOMPARE(covered, std::size_t(240));
    QVERIFY(labels.maskOf(4).isEmpty());
  }

  void resizingMakesNoNewLabels_data() {
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    QTest::newRow("half") << 10 << 6;
    QTest::newRow("double") << 40 << 24;
    QTest::newRow("another shape") << 33 << 7;
  }
  void resizingMakesNoNewLabels() {
    QFETCH(int, width);
    QFETCH(int, height);
    const Labels resized = checkered({20, 12}).resized({width, height});
    QCOMPARE(resized.width(), width);
    const auto counts = resized.counts();
    for (std::size_t id = 0; id < counts.size(); ++id) QCOMPARE(counts[id] > 0, id == 3 || id == 10 || id == 17);
  }

  void doublingRepeatsEveryPixel() {
    const Labels labels = checkered({20, 12}), doubled = labels.resized({40, 24});
    for (int y = 0; y < 24; ++y)
      for (int x = 0; x < 40; ++x) QCOMPARE(doubled.at(x, y), labels.at(x / 2, y / 2));
  }
};

QTEST_GUILESS_MAIN(TestLabels)
#include "test_labels.moc"
