#include <QTemporaryDir>
#include <QtTest>
#include <fstream>
#include <set>

#include "core/image/read_photo.h"
#include "core/regions/suggestions/body_prior.h"
#include "core/regions/suggestions/found_faces.h"

using namespace retailor;
using namespace retailor::regions;

namespace {

image::Bitmap sample() { return *image::readAsSrgb8(std::filesystem::path(RETAILOR_SOURCE_DIR) / "resources/sample/astronaut.png"); }

image::Bitmap mirrored(const image::Bitmap& photo) {
  image::Bitmap result(photo.size(), photo.channels(), photo.sampleType());
  for (int y = 0; y < photo.height(); ++y)
    for (int x = 0; x < photo.width(); ++x)
      std::copy_n(photo.view<std::uint8_t>().pixel(photo.width() - 1 - x, y), photo.channels(), result.span<std::uint8_t>().pixel(x, y));
  return result;
}

}  // namespace

class TestFoundFaces : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void theSamplesFaceIsFound() {
    const auto cascade = faceCascade();
    if (!cascade) QSKIP("OpenCV's data (opencv-data) is not installed");
    const image::Bitmap photo = sample();
    const auto faces = foundFaces(photo, *cascade);
    QVERIFY(faces.ok() && !faces->empty());
    const image::Rect& face = faces->front();
    QVERIFY(face.x > photo.width() / 4 && face.right() < photo.width() * 3 / 4);
    QVERIFY(face.y > 0 && face.bottom() < photo.height() / 2);
    QVERIFY(foundFaces(image::Bitmap({300, 300}, 3, image::SampleType::U8), *cascade)->empty());
  }

  // A man behind a camera, CC0, by Lav Varshney: cut from scikit-image's picture.
  void facesInProfileAreFoundInBothMirrorings() {
    const auto cascade = faceCascade();
    if (!cascade || !std::filesystem::exists(cascade->parent_path() / "haarcascade_profileface.xml"))
      QSKIP("OpenCV's data (opencv-data) is not installed");
    const image::Bitmap photo =
        *image::readAsSrgb8(std::filesystem::path(RETAILOR_SOURCE_DIR) / "tests/core/regions/suggestions/profile.jpg");
    QVERIFY(foundFrontalFaces(photo, *cascade)->empty());
    for (const image::Bitmap& one : {photo, mirrored(photo)}) {
      const auto faces = foundFaces(one, *cascade);
      QVERIFY(faces.ok());
      QCOMPARE(faces->size(), std::size_t(1));
      const image::Rect& face = faces->front();
      QVERIFY(face.contains(photo.width() / 2, 95) && face.width < 100);
    }
  }

  // What several cascades find is one face.
  void aFaceIsFoundOnceWhateverWayItIsSeen() {
    const auto cascade = faceCascade();
    if (!cascade) QSKIP("OpenCV's data (opencv-data) is not installed");
    const auto frontal = foundFrontalFaces(sample(), *cascade), all = foundFaces(sample(), *cascade);
    QVERIFY(frontal.ok() && all.ok());
    QVERIFY(*frontal == *all);
  }

  void aBrokenCascadeForProfilesIsNamed() {
    const auto cascade = faceCascade();
    if (!cascade) QSKIP("OpenCV's data (opencv-data) is not installed");
    const QTemporaryDir folder;
    const std::filesystem::path beside = folder.path().toStdString();
    std::filesystem::copy(*cascade, beside / cascade->filename());
    QVERIFY(foundFaces(sample(), beside / cascade->filename()).ok());  // profiles are for where their file is
    std::ofstream(beside / "haarcascade_profileface.xml") << "not a cascade";
    const auto faces = foundFaces(sample(), beside / cascade->filename());
    QVERIFY(!faces.ok());
    QVERIFY(faces.failure().sentence.find("haarcascade_profileface.xml") != std::string::npos);
    QVERIFY(foundFrontalFaces(sample(), beside / cascade->filename()).ok());
  }

  void withoutItsFileThereIsNoCascade() {
    const QTemporaryDir folder;
    QVERIFY(!faceCascade({folder.path().toStdString(), "/nowhere"}));
  }

  void aBrokenCascadeIsNamed_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("words") << QByteArray("not a cascade");
    QTest::newRow("another document") << QByteArray("<?xml version=\"1.0\"?><opencv_storage><a>1</a></opencv_storage>");
    QTest::newRow("cut") << QByteArray(
        "<?xml version=\"1.0\"?><opencv_storage><cascade type_id=\"opencv-cascade-classifier\"><stageType>BOOST");
  }
  void aBrokenCascadeIsNamed() {
    QFETCH(QByteArray, text);
    const QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath(QStringLiteral("haarcascade_frontalface_alt2.xml")).toStdString();
    std::ofstream(file) << text.toStdString();
    QCOMPARE(*faceCascade({folder.path().toStdString()}), file);
    const auto faces = foundFaces(image::Bitmap({64, 64}, 3, image::SampleType::U8), file);
    QVERIFY(!faces.ok());
    QVERIFY(faces.failure().sentence.find("haarcascade_frontalface_alt2.xml") != std::string::npos);
  }

  void thePriorStaysOnThePhotoAndGoesDownThePerson() {
    const auto strokes = bodyPrior({450, 100, 100, 100}, {1000, 1000});
    std::set<BodyPart> parts;
    for (const PartStroke& stroke : strokes) {
      parts.insert(stroke.part);
      for (const mask::Point& at : stroke.path) QVERIFY(at.x >= 0 && at.x < 1000 && at.y >= 0 && at.y < 1000);
    }
    QCOMPARE(parts.size(), std::size_t(6));  // with nobody
    const auto lowest = [&](BodyPart part) {
      double y = 0;
      for (const PartStroke& stroke : strokes)
        if (stroke.part == part) y = std::max(y, stroke.path.back().y);
      return y;
    };
    QVERIFY(lowest(BodyPart::Face) < lowest(BodyPart::UpperClothes) && lowest(BodyPart::UpperClothes) < lowest(BodyPart::LowerClothes));
    QVERIFY(lowest(BodyPart::LowerClothes) < lowest(BodyPart::Shoes));
  }

  void ofAPortraitOnlyWhatIsSeenIsGuessed() {
    for (const PartStroke& stroke : bodyPrior({100, 100, 200, 200}, {400, 400}))
      QVERIFY(stroke.part != BodyPart::Shoes && stroke.part != BodyPart::LowerClothes && stroke.part != BodyPart::UpperClothes);
  }
};

QTEST_GUILESS_MAIN(TestFoundFaces)
#include "test_found_faces.moc"
