#include <QtTest>

#include "core/mask/tracing/smart_scissors.h"
#include "tests/core/mask/drawn_masks.h"

using namespace retailor;
using namespace retailor::mask;

namespace {

constexpr image::Rect kBox{60, 50, 180, 120};

// A bright rectangle on a dark ground, with some grain.
image::Bitmap pictureOf(image::Size size, const image::Rect& box, int channels = 3) {
  std::mt19937 random(3);
  image::Bitmap picture(size, channels, image::SampleType::U8);
  for (int y = 0; y < size.height; ++y)
    for (int x = 0; x < size.width; ++x)
      for (int c = 0; c < 3; ++c)
        picture.span<std::uint8_t>().pixel(x, y)[c] = static_cast<std::uint8_t>((box.contains(x, y) ? 190 : 60) + random() % 7);
  return picture;
}

double distanceToEdge(const Point& p, const image::Rect& box) {
  const double dx = std::max({box.x - p.x, 0.0, p.x - box.right()}), dy = std::max({box.y - p.y, 0.0, p.y - box.bottom()});
  if (dx > 0 || dy > 0) return std::hypot(dx, dy);
  return std::min({p.x - box.x, box.right() - p.x, p.y - box.y, box.bottom() - p.y});
}

double farthest(const std::vector<Point>& path, const image::Rect& box) {
  double most = 0;
  for (const Point& p : path) most = std::max(most, distanceToEdge(p, box));
  return most;
}

}  // namespace

class TestSmartScissors : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void thePathStaysAtTheEdgeOfARectangle_data() {
    QTest::addColumn<QPointF>("from");
    QTest::addColumn<QPointF>("to");
    QTest::addColumn<int>("channels");
    QTest::newRow("one corner") << QPointF(60.5, 60.5) << QPointF(220.5, 50.5) << 3;
    QTest::newRow("two corners") << QPointF(60.5, 100.5) << QPointF(239.5, 130.5) << 3;
    QTest::newRow("with alpha") << QPointF(200.5, 169.5) << QPointF(239.5, 60.5) << 4;
  }
  void thePathStaysAtTheEdgeOfARectangle() {
    QFETCH(QPointF, from);
    QFETCH(QPointF, to);
    QFETCH(int, channels);
    const auto scissors = SmartScissors::around(pictureOf({300, 220}, kBox, channels), {from.x(), from.y()}, 1);
    QVERIFY(scissors.ok());
    const auto path = scissors->pathTo({to.x(), to.y()});
    QVERIFY2(farthest(path, kBox) <= 1.5, qPrintable(QString::number(farthest(path, kBox))));
    QVERIFY(path.size() > 40);
    QCOMPARE(path.front().x, from.x());
    QCOMPARE(path.back().y, to.y());
  }

  void shrunkenWindowsReachFurther() {
    const image::Rect box{400, 300, 2200, 1500};
    const image::Bitmap picture = pictureOf({3000, 2100}, box);
    const auto scissors = SmartScissors::around(picture, {402, 1000}, 4);
    QVERIFY(scissors.ok());
    QVERIFY(scissors->window().height == 2100 && scissors->window().right() > 1900);
    const auto path = scissors->pathTo({1500, 302});
    QVERIFY2(farthest(path, box) <= 1.5 * 4, qPrintable(QString::number(farthest(path, box))));
  }

  void beyondTheWindowThePathGoesOnStraight() {
    const auto scissors = SmartScissors::around(pictureOf({2000, 300}, {100, 80, 1800, 120}), {300.5, 80.5}, 1);
    QVERIFY(scissors.ok());
    const auto path = scissors->pathTo({1500, 81});
    QCOMPARE(path.back().x, 1500.0);
    QVERIFY(path[path.size() - 2].x < 300 + SmartScissors::windowSide / 2 + 1);
  }

  void anchorsAtTheFrameAndTinyPicturesAreHarmless_data() {
    QTest::addColumn<int>("side");
    for (const int side : {1, 2, 3, 16, 50}) QTest::addRow("%d pixels", side) << side;
  }
  void anchorsAtTheFrameAndTinyPicturesAreHarmless() {
    QFETCH(int, side);
    const auto scissors = SmartScissors::around(pictureOf({side, side}, {0, 0, side / 2, side}), {side - 0.001, 0.0}, 1);
    QVERIFY(scissors.ok());
    QVERIFY(!scissors->pathTo({0.2, side - 0.5}).empty());
    QVERIFY(!scissors->pathTo({-50, 1e4}).empty());
  }

  void anAnchorBesideThePictureIsRefused_data() {
    QTest::addColumn<QPointF>("anchor");
    QTest::newRow("left") << QPointF(-0.1, 3);
    QTest::newRow("below") << QPointF(3, 20);
    QTest::newRow("nowhere") << QPointF(std::nan(""), 3);
  }
  void anAnchorBesideThePictureIsRefused() {
    QFETCH(QPointF, anchor);
    const auto scissors = SmartScissors::around(pictureOf({20, 20}, {5, 5, 9, 9}), {anchor.x(), anchor.y()}, 1);
    QVERIFY(!scissors.ok());
    QVERIFY(scissors.failure().kind == FailureKind::BadInput);
  }
};

QTEST_GUILESS_MAIN(TestSmartScissors)
#include "test_smart_scissors.moc"
