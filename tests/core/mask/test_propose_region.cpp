#include <QtTest>
#include <array>
#include <random>

#include "core/mask/propose_region.h"
#include "tests/core/mask/drawn_masks.h"

using namespace retailor;
using namespace retailor::mask;

namespace {

constexpr image::Size kSize{300, 400};

bool inShirt(int x, int y) { return x > 90 && x < 210 && y > 130 && y < 290; }
bool inHead(int x, int y) { return std::hypot(x - 150, y - 85) < 42; }

bool inCurtain(int x, int y) { return x >= 210 && x < 290 && y > 60 && y < 330; }

// A wall, a head, a shirt with light and shade on it, trousers, and where wanted a curtain close to the shirt's colour beside it.
image::Bitmap person(bool withCurtain = false) {
  std::mt19937 random(4);
  std::normal_distribution<double> grain(0, 3);
  image::Bitmap photo(kSize, 3, image::SampleType::U8);
  for (int y = 0; y < kSize.height; ++y)
    for (int x = 0; x < kSize.width; ++x) {
      const double light = 1 + 0.25 * std::sin(x / 15.0);
      const std::array<double, 3> colour = inShirt(x, y)                  ? std::array{60 * light, 90 * light, 150 * light}
                                           : inHead(x, y)                 ? std::array{215.0, 170.0, 140.0}
                                           : withCurtain && inCurtain(x, y) ? std::array{96.0, 84.0, 150.0}
                                           : y > 285 && x > 95 && x < 205 ? std::array{50.0, 45.0, 40.0}
                                                                          : std::array{190.0, 190.0, 180.0};
      for (std::size_t c = 0; c < 3; ++c)
        photo.span<std::uint8_t>().pixel(x, y)[c] = static_cast<std::uint8_t>(std::clamp(colour[c] + grain(random), 0.0, 255.0));
    }
  return photo;
}

double overlap(const Mask& found) {
  double both = 0, either = 0;
  for (int y = 0; y < kSize.height; ++y)
    for (int x = 0; x < kSize.width; ++x) both += found.at(x, y) >= 128 && inShirt(x, y), either += found.at(x, y) >= 128 || inShirt(x, y);
  return both / either;
}

}  // namespace

class TestProposeRegion : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void oneClickProposesTheShirt();
  void oneClickBesideTakesAwayWhatHangsTogetherWithIt();
  void clickBesideThePhotoIsRefused();
  void stoppedProposalIsEmpty();
};

void TestProposeRegion::oneClickProposesTheShirt() {
  const std::array clicks{Point{150, 200}};
  const Result<Mask> found = proposedRegion(person(), clicks, {}, RegionPrior::UpperClothes);
  QVERIFY(found.ok());
  QVERIFY2(overlap(*found) > 0.9, qPrintable(QString::number(overlap(*found))));
}

void TestProposeRegion::oneClickBesideTakesAwayWhatHangsTogetherWithIt() {
  const std::array inside{Point{150, 200}}, beside{Point{250, 200}};
  const image::Bitmap photo = person(true);
  const Result<Mask> first = proposedRegion(photo, inside, {}, RegionPrior::UpperClothes);
  const Result<Mask> corrected = proposedRegion(photo, inside, beside, RegionPrior::UpperClothes);
  QVERIFY(first.ok() && corrected.ok());
  QVERIFY2(overlap(*first) < 0.8, qPrintable(QString::number(overlap(*first))));
  QVERIFY2(overlap(*corrected) > 0.9, qPrintable(QString::number(overlap(*corrected))));
}

void TestProposeRegion::clickBesideThePhotoIsRefused() {
  const std::array clicks{Point{-3, 200}};
  QVERIFY(!proposedRegion(person(), clicks, {}, RegionPrior::UpperClothes).ok());
  QVERIFY(!proposedRegion(person(), {}, {}, RegionPrior::UpperClothes).ok());
}

void TestProposeRegion::stoppedProposalIsEmpty() {
  std::stop_source stop;
  stop.request_stop();
  const std::array clicks{Point{150, 200}};
  const Result<Mask> found = proposedRegion(person(), clicks, {}, RegionPrior::UpperClothes, stop.get_token());
  QVERIFY(found.ok() && found->isEmpty());
}

QTEST_GUILESS_MAIN(TestProposeRegion)
#include "test_propose_region.moc"
