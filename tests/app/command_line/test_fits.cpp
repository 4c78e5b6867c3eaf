#include <QTest>

#include "tests/app/command_line/workplace.h"
#include "tests/core/garment/drawn_garments.h"

using namespace retailor;
using namespace retailor::tests;

namespace {

constexpr image::Size kSize{480, 560};
const SmoothWarp kWorn(2, 6, 2, 0.7);

const QString kTryOn = QStringLiteral(
    "complete --photo person.png --output worn.png --reference upper-clothes=tee.png,fit=auto --region upper-clothes=region.png "
    "--region in-front=hand.png --preset fast --recipe-out worn.json");

// A person-shaped photo: a worn garment, a hand before it.
class Wardrobe : public Workplace {
 public:
  Wardrobe() {
    const mask::Mask worn = maskOf(moved(tee(), kWorn), kSize);
    writePicture(QStringLiteral("person.png"), pictureOf(worn, {120, 122, 126}, {114, 118, 124}, {150, 160, 150}));
    writePicture(QStringLiteral("region.png"), worn.toBitmap());
    writePicture(QStringLiteral("hand.png"), mask::rectangleMask(kSize, {230, 250, 50, 40}).toBitmap());
    writePicture(QStringLiteral("tee.png"), pictureOf(maskOf(tee(), kSize)));
  }
};

}  // namespace

class TestFits : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void tryOnChangesTheGarmentAndNothingElse();
  void recipeRemakesTheSameBytesOnAnyNumberOfThreads();
  void savedPinsMakeTheSamePicture();
  void whatCannotBeFittedIsSaid_data();
  void whatCannotBeFittedIsSaid();
};

void TestFits::tryOnChangesTheGarmentAndNothingElse() {
  const Wardrobe place;
  const Ended ended = place.runReal(kTryOn);
  QVERIFY2(ended.code == 0, qPrintable(ended.err));
  const image::Bitmap before = place.pixels(QStringLiteral("person.png")), after = place.pixels(QStringLiteral("worn.png"));
  const mask::Mask region = maskOf(moved(tee(), kWorn), kSize);
  const image::Rect hand{230, 250, 50, 40};
  int changed = 0, inside = 0;
  for (int y = 0; y < kSize.height; ++y)
    for (int x = 0; x < kSize.width; ++x) {
      const bool same = std::equal(before.view<std::uint8_t>().pixel(x, y), before.view<std::uint8_t>().pixel(x, y) + 3,
                                   after.view<std::uint8_t>().pixel(x, y));
      if (hand.contains(x, y) || x < 20 || y < 20) QVERIFY(same);
      if (region.at(x, y) < 128 || hand.contains(x, y)) continue;
      ++inside, changed += !same;
    }
  QVERIFY(changed > 0.95 * inside);
}

void TestFits::recipeRemakesTheSameBytesOnAnyNumberOfThreads() {
  const Wardrobe place;
  QCOMPARE(place.runReal(kTryOn).code, 0);
  for (const char* threads : {"1", "2", "7"}) {
    const Ended again =
        place.runReal(QStringLiteral("complete --recipe worn.json --output again.png --threads %1").arg(QLatin1String(threads)));
    QVERIFY2(again.code == 0, qPrintable(again.err));
    QVERIFY(place.bytes(QStringLiteral("again.png")) == place.bytes(QStringLiteral("worn.png")));
  }
}

void TestFits::savedPinsMakeTheSamePicture() {
  const Wardrobe place;
  QCOMPARE(place.runReal(kTryOn + QStringLiteral(" --fit-out pins.json")).code, 0);
  const Ended again =
      place.runReal(QStringLiteral("complete --photo person.png --output again.png --region upper-clothes=region.png --region "
                                   "in-front=hand.png --preset fast --reference upper-clothes=tee.png,fit=pins.json"));
  QVERIFY2(again.code == 0, qPrintable(again.err));
  QVERIFY(place.pixels(QStringLiteral("again.png")) == place.pixels(QStringLiteral("worn.png")));
}

void TestFits::whatCannotBeFittedIsSaid_data() {
  QTest::addColumn<QString>("arguments");
  QTest::addColumn<QString>("says");
  QTest::newRow("shoes") << "--reference shoes=tee.png,fit=auto --region upper-clothes=region.png"
                         << "cannot be fitted";
  QTest::newRow("nothing worn") << "--reference upper-clothes=tee.png,fit=auto"
                                << "upper-clothes";
  QTest::newRow("unknown region") << "--reference upper-clothes=tee.png,fit=auto --region arms=region.png"
                                  << "arms";
  QTest::newRow("region twice") << "--reference upper-clothes=tee.png,fit=auto --region face=hand.png --region face=hand.png"
                                << "twice";
  QTest::newRow("fit and place") << "--reference upper-clothes=tee.png,fit=auto,at=1:1:9:9 --region upper-clothes=region.png"
                                 << "fit=";
  QTest::newRow("no such fit") << "--reference upper-clothes=tee.png,fit=none.json --region upper-clothes=region.png"
                               << "none.json";
  QTest::newRow("not a fit") << "--reference upper-clothes=tee.png,fit=tee.png --region upper-clothes=region.png"
                             << "tee.png";
  QTest::newRow("fit without mask, other without fit") << "--reference upper-clothes=tee.png,fit=auto --reference shoes=tee.png --region "
                                                          "upper-clothes=region.png"
                                                       << "mask";
}

void TestFits::whatCannotBeFittedIsSaid() {
  QFETCH(QString, arguments);
  QFETCH(QString, says);
  const Wardrobe place;
  const Ended ended = place.runReal(QStringLiteral("complete --photo person.png --output worn.png ") + arguments);
  QCOMPARE(ended.code, 2);
  QVERIFY2(ended.err.contains(says), qPrintable(ended.err));
  QVERIFY(!place.entries().contains(QStringLiteral("worn.png")));
}

QTEST_GUILESS_MAIN(TestFits)
#include "test_fits.moc"
