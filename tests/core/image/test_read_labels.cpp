#include <QTemporaryDir>
#include <QtTest>
#include <fstream>

#include "core/image/read_labels.h"
#include "tests/core/image/drawn_pictures.h"
#include "tests/core/image/handmade_files.h"

using namespace retailor;
using namespace retailor::image;

class TestReadLabels : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void paletteIndicesStayIndices() {
    HandmadePng png{3, 1, 8, 3, pngChunk("PLTE", std::string("\xff\x00\x00\x10\x20\x30\x07\x08\x09", 9)), std::string("\0\2\0\1", 4)};
    const auto read = readLabelPicture(written("palette.png", png.file()));
    QVERIFY(read.ok());
    QCOMPARE(read->samples.channels(), 1);
    const auto* samples = read->samples.view<std::uint8_t>().data;
    QVERIFY(samples[0] == 2 && samples[1] == 0 && samples[2] == 1);
  }

  void alphaIsLeftOutAndColoursStay_data() {
    QTest::addColumn<QString>("extension");
    for (const char* extension : {"png", "tif", "webp"}) QTest::newRow(extension) << QString::fromLatin1(extension);
  }
  void alphaIsLeftOutAndColoursStay() {
    QFETCH(QString, extension);
    Photo photo;
    photo.pixels = filled<std::uint8_t>({6, 5}, {200, 100, 50, 40});
    const auto bytes = encodePhoto(photo, *formatOf("x." + extension.toStdString()));
    const auto read = readLabelPicture(
        written("alpha." + extension.toStdString(), std::string(reinterpret_cast<const char*>(bytes->data()), bytes->size())));
    QVERIFY(read.ok());
    QCOMPARE(read->samples.channels(), 3);
    const auto* p = read->samples.view<std::uint8_t>().pixel(3, 3);
    QVERIFY(p[0] == 200 && p[1] == 100 && p[2] == 50);
    QVERIFY(!read->lossy);
  }

  void sixteenBitLabelsKeepTheirNumbers() {
    HandmadePng png{2, 1, 16, 0, {}, std::string("\0\x01\x02\x00\x13", 5)};
    const auto read = readLabelPicture(written("deep.png", png.file()));
    QVERIFY(read.ok());
    QCOMPARE(int(read->samples.view<std::uint16_t>().data[0]), 0x102);
    QCOMPARE(int(read->samples.view<std::uint16_t>().data[1]), 19);
  }

  void jpegIsLossy() {
    Photo photo;
    photo.pixels = filled<std::uint8_t>({16, 16}, {128, 0, 0});
    const auto bytes = encodePhoto(photo, FileFormat::Jpeg);
    const auto read = readLabelPicture(written("x.jpg", std::string(reinterpret_cast<const char*>(bytes->data()), bytes->size())));
    QVERIFY(read.ok() && read->lossy);
  }

  void everyCutIsNoticed() {
    HandmadePng png{8, 8, 8, 0, {}, {}};
    for (int y = 0; y < 8; ++y) png.rows += std::string("\0abcdefgh", 9);
    const std::string whole = png.file();
    QVERIFY(readLabelPicture(written("whole.png", whole)).ok());
    for (std::size_t length = 0; length + 12 < whole.size(); ++length) {
      const auto read = readLabelPicture(written("cut.png", whole.substr(0, length)));
      QVERIFY(!read.ok());
      QVERIFY(read.failure().kind == FailureKind::BadInput);
    }
  }

 private:
  std::filesystem::path written(const std::string& name, const std::string& bytes) const {
    const auto file = std::filesystem::path(m_folder.path().toStdString()) / name;
    std::ofstream(file, std::ios::binary) << bytes;
    return file;
  }

  QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestReadLabels)
#include "test_read_labels.moc"
