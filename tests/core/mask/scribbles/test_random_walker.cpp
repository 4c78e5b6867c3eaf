#include <QtTest>

#include "core/mask/scribbles/random_walker.h"
#include "tests/core/mask/drawn_masks.h"

using namespace retailor;
using namespace retailor::mask;

namespace {

// Three upright bands of 20 pixels; grain of that many levels.
image::Bitmap bands(int grain, int channels = 3) {
  std::mt19937 random(5);
  image::Bitmap picture({60, 40}, channels, image::SampleType::U8);
  const int colours[3][3] = {{180, 60, 60}, {60, 150, 70}, {60, 70, 190}};
  for (int y = 0; y < 40; ++y)
    for (int x = 0; x < 60; ++x)
      for (int c = 0; c < 3; ++c)
        picture.span<std::uint8_t>().pixel(x, y)[c] =
            static_cast<std::uint8_t>(colours[x / 20][c] + (grain > 0 ? static_cast<int>(random() % static_cast<unsigned>(grain)) : 0));
  return picture;
}

Labels seedsInEachBand() {
  Labels seeds({60, 40});
  for (int i = 0; i < 3; ++i) seeds.row(5 + 12 * i)[20 * i + 4] = static_cast<std::uint8_t>(i + 1);
  return seeds;
}

}  // namespace

class TestRandomWalker : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void flatAreasArePartedExactly_data() {
    QTest::addColumn<int>("grain");
    QTest::addColumn<int>("channels");
    QTest::newRow("flat") << 0 << 3;
    QTest::newRow("with alpha") << 0 << 4;
    QTest::newRow("with grain") << 9 << 3;
  }
  void flatAreasArePartedExactly() {
    QFETCH(int, grain);
    QFETCH(int, channels);
    const auto walk = randomWalk(bands(grain, channels), seedsInEachBand(), 3);
    QVERIFY(walk.ok());
    const Labels labels = walk->likeliest();
    for (int y = 0; y < 40; ++y)
      for (int x = 0; x < 60; ++x) QCOMPARE(int(labels.at(x, y)), x / 20 + 1);
  }

  void chancesSumToOneAndSeedsKeepTheirLabels() {
    const Labels seeds = seedsInEachBand();
    const auto walk = randomWalk(bands(60), seeds, 4);  // the fourth has no seed
    QVERIFY(walk.ok());
    for (int y = 0; y < 40; ++y)
      for (int x = 0; x < 60; ++x) {
        double sum = 0;
        for (int label = 1; label <= 4; ++label) sum += walk->chance(label, x, y);
        QVERIFY(std::abs(sum - 1) <= 1e-6);
        QCOMPARE(walk->chance(4, x, y), 0.0);
        if (seeds.at(x, y)) QCOMPARE(walk->chance(seeds.at(x, y), x, y), 1.0);
      }
  }

  // Between two seeds in a flat strip the chance falls evenly: the walk is the fair game of ruin.
  void onAFlatStripTheChanceFallsEvenly() {
    Labels seeds({11, 1});
    seeds.row(0)[0] = 1;
    seeds.row(0)[10] = 2;
    const auto walk = randomWalk(image::Bitmap({11, 1}, 3, image::SampleType::U8), seeds, 2);
    QVERIFY(walk.ok());
    for (int x = 0; x <= 10; ++x) QVERIFY(std::abs(walk->chance(1, x, 0) - (1 - x / 10.0)) < 1e-9);
  }

  void aPictureSeededAllOverIsItsSeeds() {
    Labels seeds({2, 1});
    seeds.row(0)[0] = 2, seeds.row(0)[1] = 1;
    const auto walk = randomWalk(image::Bitmap({2, 1}, 3, image::SampleType::U8), seeds, 2);
    QVERIFY(walk.ok());
    QVERIFY(walk->likeliest() == seeds);
  }

  void oneLabelTellsNothingApart_data() {
    QTest::addColumn<int>("labels");
    QTest::newRow("none") << 0;
    QTest::newRow("one") << 1;
  }
  void oneLabelTellsNothingApart() {
    QFETCH(int, labels);
    Labels seeds({60, 40});
    if (labels) seeds.row(3)[3] = 1, seeds.row(9)[30] = 1;
    const auto walk = randomWalk(bands(0), seeds, 3);
    QVERIFY(!walk.ok());
    QVERIFY(walk.failure().kind == FailureKind::BadInput);
  }

  void stoppingGivesNoChances() {
    std::stop_source source;
    source.request_stop();
    const auto walk = randomWalk(bands(0), seedsInEachBand(), 3, source.get_token());
    QVERIFY(walk.ok() && walk->chances.empty());
  }
};

QTEST_GUILESS_MAIN(TestRandomWalker)
#include "test_random_walker.moc"
