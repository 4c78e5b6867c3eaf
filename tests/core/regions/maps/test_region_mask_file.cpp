#include <QtTest>

#include "core/mask/shapes.h"
#include "core/regions/maps/region_mask_file.h"
#include "tests/core/regions/drawn_figure.h"
#include "tests/core/regions/maps/label_files.h"

using namespace retailor;
using namespace retailor::regions;
using completion::BodyRegion;
using tests::LabelFiles;

namespace {

constexpr image::Size kSize{150, 220};

LabelMap figure() { return tests::figureMap(*schemeNamed("atr"), kSize, tests::Dressed::TopAndTrousers, {"hair", "face"}); }

}  // namespace

class TestRegionMaskFile : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aParsingMapGivesTheAskedRegion() {
    const auto file = m_files.write("map.png", tests::greyOf<std::uint8_t>(figure()));
    const auto upper = readRegionMask(file, BodyRegion::UpperClothes, kSize);
    QVERIFY2(upper.ok(), upper.ok() ? "" : upper.failure().sentence.c_str());
    QVERIFY(upper->at(75, 80) == 255 && upper->at(75, 150) == 0);
    const auto whole = readRegionMask(file, BodyRegion::WholeBody, kSize);
    QVERIFY(whole.ok() && whole->at(75, 80) == 255 && whole->at(60, 150) == 255 && whole->at(75, 30) == 0);
    const auto all = readRegionMask(file, BodyRegion::Anything, {300, 440});
    QVERIFY(all.ok() && all->size() == (image::Size{300, 440}) && all->at(150, 60) == 255);
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
    const auto read = readRegionMask(m_files.write("mask.png", drawn.toBitmap()), BodyRegion::Shoes, kSize);
    QVERIFY2(read.ok(), read.ok() ? "" : read.failure().sentence.c_str());
    QVERIFY(*read == drawn);
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
    QTest::newRow("without the region") << QByteArray() << QByteArray("shows no whole-body");
  }
  void whatDoesNotFitIsNamed() {
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, about);
    LabelMap bare = figure();
    for (std::uint32_t& id : bare.ids) id = id == 4 || id == 5 || id == 6 || id == 7 || id == 8 ? 0 : id;
    const auto file =
        bytes.isEmpty() ? m_files.write("given.png", tests::greyOf<std::uint8_t>(bare)) : m_files.write("given.png", bytes.toStdString());
    const auto read = readRegionMask(file, BodyRegion::WholeBody, kSize);
    QVERIFY(!read.ok());
    QVERIFY2(read.failure().sentence.find(about.toStdString()) != std::string::npos, read.failure().sentence.c_str());
    QVERIFY(read.failure().sentence.find("given.png") != std::string::npos);
  }

 private:
  LabelFiles m_files;
};

QTEST_GUILESS_MAIN(TestRegionMaskFile)
#include "test_region_mask_file.moc"
