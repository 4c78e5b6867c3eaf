#include <QtTest>

#include "ui/canvas/coverage_levels.h"

using namespace retailor;
using ui::CoverageLevels;
using ui::ZoomPan;

class TestCoverageLevels : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void fullMaskStaysFullAtEveryScale_data();
  void fullMaskStaysFullAtEveryScale();
  void partialUpdateEqualsRebuild();
  void outsideTheMaskThereIsNothing();
  void largeZoomShowsPixelsUnsmoothed();
};

namespace {

ZoomPan zoomed(image::Size size, double scale) {
  ZoomPan zoom;
  zoom.setViewport({800, 600}, 1);
  zoom.setPhoto({size.width, size.height});
  zoom.setScale(scale, {400, 300});
  return zoom;
}

std::vector<std::uint8_t> sampled(const CoverageLevels& levels, const mask::Mask& mask, const ZoomPan& zoom, const QRect& device) {
  std::vector<std::uint8_t> out;
  levels.sample(mask, zoom, {}, device, out);
  return out;
}

}  // namespace

void TestCoverageLevels::fullMaskStaysFullAtEveryScale_data() {
  QTest::addColumn<double>("scale");
  for (const double scale : {0.05, 0.11, 0.25, 0.5, 0.7, 1.0, 1.7, 3.0, 64.0}) QTest::addRow("%g", scale) << scale;
}

void TestCoverageLevels::fullMaskStaysFullAtEveryScale() {
  QFETCH(double, scale);
  const mask::Mask mask({1501, 1003}, 255);
  CoverageLevels levels;
  levels.rebuild(mask);
  const ZoomPan zoom = zoomed(mask.size(), scale);
  const QRect inside = zoom.photoRect().toRect().adjusted(1, 1, -1, -1).intersected(QRect(0, 0, 800, 600));
  for (const std::uint8_t value : sampled(levels, mask, zoom, inside)) QCOMPARE(int(value), 255);
}

void TestCoverageLevels::partialUpdateEqualsRebuild() {
  mask::Mask mask({777, 555});
  CoverageLevels updated, rebuilt;
  updated.rebuild(mask);
  const image::Rect rect{301, 203, 95, 77};
  mask.paste(mask::Mask(rect.size(), 200), rect.x, rect.y);
  updated.update(mask, rect);
  rebuilt.rebuild(mask);
  for (const double scale : {0.06, 0.2, 0.4, 1.0}) {
    const ZoomPan zoom = zoomed(mask.size(), scale);
    QCOMPARE(sampled(updated, mask, zoom, {0, 0, 800, 600}), sampled(rebuilt, mask, zoom, {0, 0, 800, 600}));
  }
}

void TestCoverageLevels::outsideTheMaskThereIsNothing() {
  const mask::Mask mask({100, 100}, 255);
  CoverageLevels levels;
  levels.rebuild(mask);
  const ZoomPan zoom = zoomed(mask.size(), 1.0);
  const QRect beside(zoom.photoRect().toRect().right() + 2, 0, 40, 600);
  for (const std::uint8_t value : sampled(levels, mask, zoom, beside)) QCOMPARE(int(value), 0);
}

void TestCoverageLevels::largeZoomShowsPixelsUnsmoothed() {
  mask::Mask mask({20, 20});
  mask.row(10)[10] = 255;
  CoverageLevels levels;
  levels.rebuild(mask);
  for (const std::uint8_t value : sampled(levels, mask, zoomed(mask.size(), 16), {0, 0, 800, 600})) QVERIFY(value == 0 || value == 255);
}

QTEST_GUILESS_MAIN(TestCoverageLevels)
#include "test_coverage_levels.moc"
