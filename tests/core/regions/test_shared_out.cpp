#include <QtTest>

#include "core/completion/hash.h"
#include "core/regions/shared_out.h"

using namespace retailor;
using namespace retailor::regions;
using completion::BodyRegion;

namespace {

// Face, face, upper clothes, arm.
mask::Labels fourPixels() {
  mask::Labels parts({4, 1});
  std::ranges::copy(std::array<std::uint8_t, 4>{1, 1, 3, 8}, parts.row(0));
  return parts;
}

completion::TaggedReference person(BodyRegion region) {
  completion::TaggedReference reference;
  reference.name = "person.png";
  reference.region = region;
  reference.weight = 0.5;
  reference.placement = completion::Placement{1, 2, 3, 4, 5};
  reference.picture = std::make_shared<const image::Bitmap>(image::Size{4, 1}, 3, image::SampleType::U8);
  return reference;
}

}  // namespace

class TestSharedOut : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void eachWantedPartBecomesAReference() {
    const auto given = person(BodyRegion::UpperClothes);
    const auto references = sharedOut(given, fourPixels(), {BodyPart::Face, BodyPart::UpperClothes});
    QCOMPARE(references.size(), std::size_t{2});
    QVERIFY(references[0].region == BodyRegion::Face && references[1].region == BodyRegion::UpperClothes);
    QVERIFY(references[0].mask->at(1, 0) == 255 && references[0].mask->at(2, 0) == 0);
    QVERIFY(references[1].mask->at(1, 0) == 0 && references[1].mask->at(2, 0) == 255);
    for (const auto& one : references) {
      QVERIFY(one.picture == given.picture && one.name == given.name && one.weight == given.weight);
      QCOMPARE(one.maskSha256, completion::sha256Of(*one.mask));
    }
  }

  void onlyTheRegionItHadKeepsItsPlace() {
    const auto references = sharedOut(person(BodyRegion::UpperClothes), fourPixels(), {BodyPart::Face, BodyPart::UpperClothes});
    QVERIFY(!references[0].placement && references[1].placement);
  }

  void whatIsNoRegionOrNotThereIsLeftOut() {
    QVERIFY(sharedOut(person(BodyRegion::Anything), fourPixels(), {BodyPart::Arms, BodyPart::Shoes}).empty());
  }
};

QTEST_GUILESS_MAIN(TestSharedOut)
#include "test_shared_out.moc"
