#include <QtTest>
#include <array>
#include <random>

#include "core/image/read_photo.h"
#include "core/mask/propose_region.h"
#include "tests/core/mask/drawn_masks.h"

using namespace retailor;
using namespace retailor::mask;

namespace {

constexpr image::Size kSize{300, 400};

bool inShirt(int x, int y) { return x > 90 && x < 210 && y > 130 && y < 290; }
bool inHead(int x, int y) { return std::hypot(x - 150, y - 85) < 42; }

// A wall, a head, a shirt with light and shade on it, trousers.
image::Bitmap person() {
  std::mt19937 random(4);
  std::normal_distribution<double> grain(0, 3);
  image::Bitmap photo(kSize, 3, image::SampleType::U8);
  for (int y = 0; y < kSize.height; ++y)
    for (int x = 0; x < kSize.width; ++x) {
      const double light = 1 + 0.25 * std::sin(x / 15.0);
      const std::array<double, 3> colour = inShirt(x, y)                  ? std::array{60 * light, 90 * light, 150 * light}
                                           : inHead(x, y)                 ? std::array{215.0, 170.0, 140.0}
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

// Of the flag beside the suit on the sample's portrait.
double shareOfFlag(const Mask& found) {
  int taken = 0, all = 0;
  for (int y = 260; y < 440; ++y)
    for (int x = 0; x < 18; ++x) taken += found.at(x, y) >= 128, ++all;
  return static_cast<double>(taken) / all;
}

}  // namespace

class TestProposeRegion : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void oneClickProposesTheShirt();
  void oneClickBesideTakesAwayWhatIsLikeIt();
  void clickBesideThePhotoIsRefused();
  void stoppedProposalIsEmpty();
};

void TestProposeRegion::oneClickProposesTheShirt() {
  const std::array clicks{Point{150, 200}};
  const Result<Mask> found = proposedRegion(person(), clicks, {}, RegionPrior::UpperClothes);
  QVERIFY(found.ok());
  QVERIFY2(overlap(*found) > 0.9, qPrintable(QString::number(overlap(*found))));
}

void TestProposeRegion::oneClickBesideTakesAwayWhatIsLikeIt() {
  const auto portrait = image::readAsSrgb8(std::filesystem::path(RETAILOR_SOURCE_DIR) / "resources/sample/astronaut.png");
  QVERIFY(portrait.ok());
  const std::array inside{Point{117, 331}}, beside{Point{20, 271}};
  const Result<Mask> first = proposedRegion(*portrait, inside, {}, RegionPrior::UpperClothes);
  const Result<Mask> corrected = proposedRegion(*portrait, inside, beside, RegionPrior::UpperClothes);
  QVERIFY(first.ok() && corrected.ok());
  // The stripe that was clicked on goes as a whole; a disc round the click would be a hundredth.
  const double gone = shareOfFlag(*first) - shareOfFlag(*corrected);
  QVERIFY2(gone > 0.1, qPrintable(QString::number(gone)));
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
