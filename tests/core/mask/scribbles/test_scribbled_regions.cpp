#include <QtTest>

#include "core/mask/scribbles/scribbled_regions.h"
#include "tests/core/mask/drawn_masks.h"

using namespace retailor;
using namespace retailor::mask;

namespace {

// A figure: head, shirt and trousers as discs and boxes before a ground, all noisy; 0 ground, 1 head, 2 shirt, 3 trousers.
int partAt(double x, double y) {
  if (std::hypot(x - 0.5, y - 0.2) < 0.11) return 1;
  if (y > 0.32 && y < 0.62 && std::abs(x - 0.5) < 0.2) return 2;
  return y >= 0.62 && y < 0.95 && std::abs(x - 0.5) < 0.16 ? 3 : 0;
}

image::Bitmap figure(image::Size size, int channels = 3) {
  std::mt19937 random(11);
  std::normal_distribution<double> grain(0, 6);
  const int colours[4][3] = {{120, 140, 120}, {220, 180, 150}, {170, 50, 60}, {50, 60, 120}};
  image::Bitmap picture(size, channels, image::SampleType::U8);
  for (int y = 0; y < size.height; ++y)
    for (int x = 0; x < size.width; ++x)
      for (int c = 0; c < 3; ++c)
        picture.span<std::uint8_t>().pixel(x, y)[c] = static_cast<std::uint8_t>(
            std::clamp(colours[partAt((x + 0.5) / size.width, (y + 0.5) / size.height)][c] + grain(random), 0.0, 255.0));
  return picture;
}

Scribble stroke(image::Size size, std::uint8_t label, std::initializer_list<Point> shares) {
  Scribble scribble{label, size.width * 0.01, {}};
  for (const Point& p : shares) scribble.path.push_back({p.x * size.width, p.y * size.height});
  return scribble;
}

// Label 4 is the ground.
std::vector<Scribble> strokesOnAll(image::Size size) {
  return {stroke(size, 1, {{0.46, 0.2}, {0.54, 0.22}}), stroke(size, 2, {{0.4, 0.4}, {0.6, 0.5}}),
          stroke(size, 3, {{0.5, 0.7}, {0.5, 0.9}}), stroke(size, 4, {{0.1, 0.1}, {0.1, 0.98}, {0.9, 0.98}, {0.9, 0.1}})};
}

double shareRight(const Labels& labels) {
  std::size_t right = 0;
  for (int y = 0; y < labels.height(); ++y)
    for (int x = 0; x < labels.width(); ++x) {
      const int part = partAt((x + 0.5) / labels.width(), (y + 0.5) / labels.height());
      right += labels.at(x, y) == (part == 0 ? 4 : part);
    }
  return static_cast<double>(right) / (static_cast<double>(labels.width()) * labels.height());
}

}  // namespace

class TestScribbledRegions : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aFewStrokesPartAFigure_data() {
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    QTest::addColumn<int>("longSide");
    QTest::addColumn<int>("channels");
    QTest::newRow("small") << 150 << 220 << 0 << 3;
    QTest::newRow("with alpha") << 150 << 220 << 0 << 4;
    QTest::newRow("made smaller inside") << 900 << 1200 << 0 << 3;
    QTest::newRow("quick look") << 900 << 1200 << 500 << 3;
  }
  void aFewStrokesPartAFigure() {
    QFETCH(int, width);
    QFETCH(int, height);
    QFETCH(int, longSide);
    QFETCH(int, channels);
    const image::Size size{width, height};
    const auto labels = scribbledRegions(figure(size, channels), strokesOnAll(size), longSide);
    QVERIFY(labels.ok());
    QCOMPARE(labels->height(), longSide ? longSide : height);
    QVERIFY2(shareRight(*labels) > 0.99, qPrintable(QString::number(shareRight(*labels))));
    QCOMPARE(labels->counts()[0], std::size_t(0));
  }

  void strokesAreKeptAndLaterOnesLieOnTop() {
    const image::Size size{200, 240};
    auto strokes = strokesOnAll(size);
    strokes.push_back(stroke(size, 4, {{0.45, 0.45}, {0.55, 0.45}}));  // across the shirt
    const auto labels = scribbledRegions(figure(size), strokes, 0);
    QVERIFY(labels.ok());
    for (int x = 91; x < 110; ++x) QCOMPARE(int(labels->at(x, 108)), 4);
    QCOMPARE(int(labels->at(100, 210)), 3);
  }

  void strokesBesideThePictureAreHarmless() {
    const image::Size size{200, 240};
    auto strokes = strokesOnAll(size);
    strokes.push_back({2, 5, {{-1e9, 40}, {1e12, 60}}});
    strokes.push_back({2, 5, {{std::nan(""), 40}}});
    strokes.push_back({3, 5, {}});
    QVERIFY(scribbledRegions(figure(size), strokes, 0).ok());
  }

  void oneLabelIsNotEnough() {
    const image::Size size{60, 60};
    const std::vector<Scribble> one{stroke(size, 3, {{0.2, 0.2}})};
    const auto labels = scribbledRegions(figure(size), one, 0);
    QVERIFY(!labels.ok());
    QVERIFY(labels.failure().kind == FailureKind::BadInput);
    QVERIFY(!scribbledRegions(figure(size), {}, 0).ok());
  }

  void stoppingEndsIt() {
    const image::Size size{600, 800};
    std::stop_source source;
    source.request_stop();
    QVERIFY(scribbledRegions(figure(size), strokesOnAll(size), 0, source.get_token()).ok());
  }

  void tinyPicturesAreHarmless() {
    const std::vector<Scribble> two{{1, 0.5, {{0.5, 0.5}}}, {2, 0.5, {{1.5, 0.5}}}};
    const auto labels = scribbledRegions(image::Bitmap({2, 1}, 3, image::SampleType::U8), two, 0);
    QVERIFY(labels.ok());
    QCOMPARE(int(labels->at(0, 0)), 1);
    QCOMPARE(int(labels->at(1, 0)), 2);
  }
};

QTEST_GUILESS_MAIN(TestScribbledRegions)
#include "test_scribbled_regions.moc"
