#include <QtTest>

#include "core/mask/shapes.h"
#include "core/regions/reading/mask_or_map.h"
#include "tests/core/regions/drawn_figure.h"
#include "tests/core/regions/reading/label_files.h"

using namespace retailor;
using namespace retailor::regions;
using tests::LabelFiles;

namespace {

constexpr image::Size kSize{150, 220};

const mask::Mask* maskIn(const Result<MaskOrMap>& read) { return read ? std::get_if<mask::Mask>(&*read) : nullptr; }
const LabelMap* mapIn(const Result<MaskOrMap>& read) { return read ? std::get_if<LabelMap>(&*read) : nullptr; }

}  // namespace

class TestMaskOrMap : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aParsingMapIsOne() {
    const LabelMap figure = tests::figureMap(*schemeNamed("atr"), kSize, tests::Dressed::TopAndTrousers, {"hair", "face"});
    const auto read = readMaskOrMap(m_files.write("map.png", tests::greyOf<std::uint8_t>(figure)), {300, 440});
    QVERIFY(mapIn(read));
    QVERIFY(mapIn(read)->ids == figure.ids);
  }

  void coloursThatNobodyKnowsAreAMapToo() {
    image::Bitmap drawn({40, 60}, 3, image::SampleType::U8);
    for (int y = 0; y < 60; ++y)
      for (int x = 0; x < 40; ++x) {
        auto* pixel = drawn.span<std::uint8_t>().pixel(x, y);
        pixel[0] = y < 20 ? 200 : 17;
        pixel[1] = y < 40 ? 30 : 240;
        pixel[2] = 77;
      }
    const auto read = readMaskOrMap(m_files.write("colours.png", drawn), {40, 60});
    QVERIFY(mapIn(read));
    QCOMPARE(mapIn(read)->counts().size(), std::size_t{3});
    QVERIFY(mapIn(read)->own);
  }

  void aMaskPictureIsTakenAsItIs_data() {
    QTest::addColumn<int>("white");
    QTest::newRow("black and white") << 255;
    QTest::newRow("grey") << 128;
    QTest::newRow("soft") << -1;
  }
  void aMaskPictureIsTakenAsItIs() {
    QFETCH(int, white);
    mask::Mask drawn = white < 0 ? mask::ellipseMask(kSize, {20, 30, 90, 120}) : mask::rectangleMask(kSize, {20, 30, 90, 120});
    if (white > 0)
      for (int i = 0; i < kSize.width * kSize.height; ++i) drawn.row(0)[i] = static_cast<std::uint8_t>(drawn.row(0)[i] ? white : 0);
    const auto read = readMaskOrMap(m_files.write("mask.png", drawn.toBitmap()), kSize);
    QVERIFY2(read.ok(), read.ok() ? "" : read.failure().sentence.c_str());
    QVERIFY(maskIn(read) && *maskIn(read) == drawn);
  }

  void aMaskOfTheSameShapeIsBroughtToThePicture() {
    const auto read = readMaskOrMap(m_files.write("mask.png", mask::rectangleMask({75, 110}, {10, 20, 30, 40}).toBitmap()), kSize);
    QVERIFY(maskIn(read) && maskIn(read)->size() == kSize);
    QVERIFY(maskIn(read)->at(40, 60) == 255 && maskIn(read)->at(10, 60) == 0);
  }

  void whatDoesNotFitIsNamed_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("about");
    const auto png = [](const image::Bitmap& picture) {
      const auto bytes = *image::encodePng(picture);
      return QByteArray(reinterpret_cast<const char*>(bytes.data()), qsizetype(bytes.size()));
    };
    QTest::newRow("no picture") << QByteArray("words") << QByteArray("not a picture");
    QTest::newRow("another shape") << png(mask::Mask({50, 50}, 255).toBitmap()) << QByteArray("50 × 50");
  }
  void whatDoesNotFitIsNamed() {
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, about);
    const auto read = readMaskOrMap(m_files.write("given.png", bytes.toStdString()), kSize);
    QVERIFY(!read.ok());
    QVERIFY2(read.failure().sentence.find(about.toStdString()) != std::string::npos, read.failure().sentence.c_str());
    QVERIFY(read.failure().sentence.find("given.png") != std::string::npos);
  }

 private:
  LabelFiles m_files;
};

QTEST_GUILESS_MAIN(TestMaskOrMap)
#include "test_mask_or_map.moc"
