#include <QtTest>

#include <opencv2/imgcodecs.hpp>

#include "core/image/colour.h"
#include "core/image/opencv_bitmap.h"
#include "tests/core/image/drawn_pictures.h"
#include "tests/core/image/handmade_files.h"

using namespace retailor::image;
using namespace std::string_literals;

namespace {

Photo withProfile(Bitmap pixels) {
  Photo photo = photoOf(std::move(pixels));
  photo.profile = readBack(bytesOf(HandmadePng{1, 1, 8, 2, pngChunk("cICP", "\x0C\x0D\x00\x01"s), "\0\1\2\3"s}.file())).profile;
  return photo;
}

// Another reader than ours: RGB(A) as OpenCV sees the file.
Bitmap asOpenCvReads(const Bytes& file) {
  const cv::Mat raw(1, static_cast<int>(file.size()), CV_8U, const_cast<std::byte*>(file.data()));
  Bitmap bitmap = fromCv(cv::imdecode(raw, cv::IMREAD_UNCHANGED));
  const std::size_t sample = bytesPerSample(bitmap.sampleType()), pixel = sample * static_cast<std::size_t>(bitmap.channels());
  for (std::size_t i = 0; bitmap.channels() >= 3 && i < bitmap.byteCount(); i += pixel) {
    std::swap_ranges(bitmap.bytes() + i, bitmap.bytes() + i + sample, bitmap.bytes() + i + 2 * sample);
  }
  return bitmap;
}

}  // namespace

class TestWritePhoto : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void losslessFormatsKeepEverySample_data() {
    QTest::addColumn<int>("format");
    QTest::addColumn<int>("channels");
    QTest::addColumn<bool>("deep");
    for (const NamedFormat& format : kFormats) {
      for (const int channels : {3, 4}) {
        for (const bool deep : {false, true}) {
          const bool lossy = format.format == FileFormat::Jpeg, onlyEight = format.format == FileFormat::WebP;
          if (!lossy && !(deep && onlyEight))
            QTest::addRow("%s %d channels %s", format.name, channels, deep ? "16 bit" : "8 bit")
                << static_cast<int>(format.format) << channels << deep;
        }
      }
    }
  }
  void losslessFormatsKeepEverySample() {
    QFETCH(int, format);
    QFETCH(int, channels);
    QFETCH(bool, deep);
    const Photo photo = withProfile(scattered({67, 45}, channels, deep ? SampleType::U16 : SampleType::U8));
    const Photo back = readBack(encodedAs(photo, static_cast<FileFormat>(format)));
    QVERIFY(back.pixels == photo.pixels);
    QVERIFY(back.profile.tagged() && *back.profile.icc == *photo.profile.icc);
    QVERIFY(back.notes.empty());
  }

  void jpegKeepsTheProfileBitByBit() {
    const Photo photo = withProfile(blocks(4, 3));
    const Photo back = readBack(encodedAs(photo, FileFormat::Jpeg));
    QVERIFY(back.profile.tagged() && *back.profile.icc == *photo.profile.icc);
  }

  void untaggedStaysUntagged_data() { addFormats(); }
  void untaggedStaysUntagged() {
    QFETCH(int, format);
    QVERIFY(!readBack(encodedAs(photoOf(blocks(2, 2)), static_cast<FileFormat>(format))).profile.tagged());
  }

  void otherReadersSeeTheSame_data() { addFormats(); }
  void otherReadersSeeTheSame() {
    QFETCH(int, format);
    const Bitmap pixels = blocks(5, 3);
    QVERIFY(largestDifference(asOpenCvReads(encodedAs(photoOf(pixels), static_cast<FileFormat>(format))), pixels) <=
            (static_cast<FileFormat>(format) == FileFormat::Jpeg ? 6 : 0));
  }

  void everyPngLevelHoldsTheSameSamples_data() {
    QTest::addColumn<int>("level");
    for (const int level : {-5, 0, 1, 4, 6, 9, 99}) QTest::addRow("level %d", level) << level;
  }
  void everyPngLevelHoldsTheSameSamples() {
    QFETCH(int, level);
    // Larger than one band of the parallel encoder, so that bands meet.
    const Bitmap pixels = scattered({701, 900}, 3, SampleType::U8);
    QVERIFY(asOpenCvReads(expected(encodePng(pixels, level))) == pixels);
  }

  void pngTakesEveryBitmap_data() {
    QTest::addColumn<int>("channels");
    QTest::addColumn<bool>("deep");
    for (const int channels : {1, 3, 4}) {
      for (const bool deep : {false, true}) QTest::addRow("%d channels %s", channels, deep ? "16 bit" : "8 bit") << channels << deep;
    }
  }
  void pngTakesEveryBitmap() {
    QFETCH(int, channels);
    QFETCH(bool, deep);
    for (const Size size : {Size{1, 1}, Size{1, 40}, Size{40, 1}, Size{33, 21}}) {
      const Bitmap pixels = scattered(size, channels, deep ? SampleType::U16 : SampleType::U8);
      QVERIFY(asOpenCvReads(expected(encodePng(pixels))) == pixels);
    }
  }

  void jpegKeepsColourAtFullResolution() {
    const Bytes file = encodedAs(photoOf(blocks(2, 2)), FileFormat::Jpeg);
    const std::string text(reinterpret_cast<const char*>(file.data()), file.size());
    const std::size_t frame = text.find("\xFF\xC0"s);
    QVERIFY(frame != std::string::npos);
    for (const std::size_t component : {0, 1, 2}) QCOMPARE(static_cast<int>(text[frame + 11 + 3 * component]), 0x11);
  }

  void jpegShowsTransparencyOverWhite() {
    const Photo clear = photoOf(filled<std::uint8_t>({16, 16}, {0, 0, 0, 0})),
                half = photoOf(filled<std::uint8_t>({16, 16}, {0, 0, 0, 128}));
    QVERIFY(largestDifference(readBack(encodedAs(clear, FileFormat::Jpeg)).pixels, filled<std::uint8_t>({16, 16}, {255, 255, 255})) <= 1);
    QVERIFY(largestDifference(readBack(encodedAs(half, FileFormat::Jpeg)).pixels, filled<std::uint8_t>({16, 16}, {127, 127, 127})) <= 1);
  }

  void deepSamplesAreRoundedWhereTheFormatHasEightBits_data() {
    QTest::addColumn<int>("format");
    QTest::newRow("jpg") << static_cast<int>(FileFormat::Jpeg);
    QTest::newRow("webp") << static_cast<int>(FileFormat::WebP);
  }
  void deepSamplesAreRoundedWhereTheFormatHasEightBits() {
    QFETCH(int, format);
    const Photo photo = photoOf(filled<std::uint16_t>({16, 16}, {65535, 257 * 100 + 120, 0}));
    QVERIFY(largestDifference(readBack(encodedAs(photo, static_cast<FileFormat>(format))).pixels,
                              filled<std::uint8_t>({16, 16}, {255, 100, 0})) <= 2);
  }

  void sameRequestGivesSameBytes_data() { addFormats(); }
  void sameRequestGivesSameBytes() {
    QFETCH(int, format);
    WriteOptions options;
    options.recipeJson = R"({"seed":1})";
    const Photo photo = withProfile(scattered({301, 200}, 3, SampleType::U8));
    QVERIFY(encodedAs(photo, static_cast<FileFormat>(format), options) == encodedAs(photo, static_cast<FileFormat>(format), options));
  }

  void sidesThatTheFormatCannotHoldAreRefused() {
    const Photo wide = photoOf(Bitmap({70000, 1}, 3, SampleType::U8));
    QVERIFY(complaint(encodePhoto(wide, FileFormat::Jpeg)).contains(QStringLiteral("65500")));
    QVERIFY(complaint(encodePhoto(wide, FileFormat::WebP)).contains(QStringLiteral("16383")));
    QVERIFY(encodePhoto(wide, FileFormat::Png).ok());
    QVERIFY(encodePhoto(wide, FileFormat::Tiff).ok());
  }

  void endingChoosesTheFormat_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("format");
    const auto row = [](const char* name, int format) { QTest::newRow(name) << QString::fromUtf8(name) << format; };
    row("a.png", static_cast<int>(FileFormat::Png));
    row("a.b.JPG", static_cast<int>(FileFormat::Jpeg));
    row("a.jpeg", static_cast<int>(FileFormat::Jpeg));
    row("a.Tif", static_cast<int>(FileFormat::Tiff));
    row("a.tiff", static_cast<int>(FileFormat::Tiff));
    row("a.webp", static_cast<int>(FileFormat::WebP));
    row("a.gif", -1);
    row("png", -1);
  }
  void endingChoosesTheFormat() {
    QFETCH(QString, name);
    QFETCH(int, format);
    const auto found = formatOf(name.toStdString());
    QCOMPARE(found ? static_cast<int>(*found) : -1, format);
  }

  void unknownEndingIsRefusedByName() {
    const QTemporaryDir folder;
    const QString said = complaint(writePhoto(folder.filePath(QStringLiteral("shirt.gif")).toStdString(), photoOf(blocks(1, 1))));
    QVERIFY2(said.contains(QStringLiteral("“shirt.gif”")), qPrintable(said));
    QVERIFY(QDir(folder.path()).isEmpty());
  }

  void pictureWithoutPixelsIsAFailure() { QVERIFY(!encodePhoto(Photo{}, FileFormat::Png).ok()); }

 private:
  static void addFormats() {
    QTest::addColumn<int>("format");
    for (const NamedFormat& format : kFormats) QTest::addRow("%s", format.name) << static_cast<int>(format.format);
  }
};

QTEST_GUILESS_MAIN(TestWritePhoto)
#include "test_write_photo.moc"
