#include <QTest>

#include "core/document/coverage_runs.h"
#include "core/document/mask_difference.h"
#include "tests/core/document/sample_document.h"

using namespace retailor;
using namespace retailor::document;

class TestCoverageRuns : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void anyMaskComesBack_data();
  void anyMaskComesBack();
  void damagedRunsAreRefused();
  void theDifferenceIsTheSmallestBox();
};

void TestCoverageRuns::anyMaskComesBack_data() {
  QTest::addColumn<int>("width");
  QTest::addColumn<int>("kind");
  for (const int width : {1, 2, 7, 8, 9, 63, 64, 65, 130, 300, 20000})
    for (const char* kind : {"noise", "disc", "constant", "short runs"})
      QTest::addRow("%s, %d wide", kind, width) << width << static_cast<int>(kind[0]);
}

void TestCoverageRuns::anyMaskComesBack() {
  QFETCH(int, width);
  QFETCH(int, kind);
  const image::Size size{width, 5};
  mask::Mask mask(size, 200);
  if (kind == 'n') mask = sample::coverage(size, 4);
  if (kind == 'd') mask = sample::disc(size, width / 2, 2, 2 + width / 5);
  if (kind == 's')
    for (int x = 0; x < width; ++x) mask.row(3)[x] = static_cast<std::uint8_t>(x / (1 + x % 11));
  mask::Mask back(size, 1);
  QVERIFY(putRuns(runsOf(mask, mask.bounds()), back, back.bounds()));
  QVERIFY(back == mask);
  const image::Rect part{width / 3, 1, width - width / 3, 3};
  mask::Mask partly(size, 1);
  QVERIFY(putRuns(runsOf(mask, part), partly, part));
  QVERIFY(differingRect(partly, mask, part).empty());
  QCOMPARE(int{partly.at(0, 0)}, 1);
}

// Recovery reads runs from disk, where anything may lie. Under the address sanitizer a write outside the mask would show.
void TestCoverageRuns::damagedRunsAreRefused() {
  const image::Size size{50, 20};
  const QByteArray good = runsOf(sample::disc(size, 20, 10, 9), {0, 0, 50, 20});
  std::mt19937 random(5);
  mask::Mask target(size);
  for (int i = 0; i < 2000; ++i) {
    QByteArray bad = good;
    bad[static_cast<int>(random() % static_cast<unsigned>(bad.size()))] = static_cast<char>(random());
    bad.truncate(static_cast<int>(random() % static_cast<unsigned>(bad.size() + 1)));
    static_cast<void>(putRuns(bad, target, target.bounds()));
  }
  QVERIFY(!putRuns(good.left(good.size() - 1), target, target.bounds()));
  QVERIFY(!putRuns(good + good, target, target.bounds()));
  QVERIFY(!putRuns({}, target, target.bounds()));
}

void TestCoverageRuns::theDifferenceIsTheSmallestBox() {
  const image::Size size{40, 30};
  const mask::Mask a = sample::coverage(size, 1);
  QVERIFY(differingRect(a, a, a.bounds()).empty());
  std::mt19937 random(2);
  for (int i = 0; i < 500; ++i) {
    mask::Mask b = a;
    image::Rect box;
    for (unsigned n = random() % 4 + 1; n > 0; --n) {
      const int x = static_cast<int>(random() % 40), y = static_cast<int>(random() % 30);
      b.row(y)[x] ^= 0x55;
      if (b.at(x, y) != a.at(x, y))
        box = image::united(box, {x, y, 1, 1});
      else
        b.row(y)[x] ^= 0x54, box = image::united(box, {x, y, 1, 1});
    }
    QVERIFY(differingRect(a, b, a.bounds()) == box);
    const image::Rect within{10, 10, 20, 10};
    const image::Rect found = differingRect(a, b, within);
    QVERIFY(found.empty() || image::intersected(found, within) == found);
  }
}

QTEST_GUILESS_MAIN(TestCoverageRuns)
#include "test_coverage_runs.moc"
