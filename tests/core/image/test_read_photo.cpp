#include <QtTest>

#include "core/image/colour.h"
#include "tests/core/image/drawn_pictures.h"
#include "tests/core/image/handmade_files.h"

using namespace retailor::image;

namespace {

Photo readText(const std::string& file) { return readBack(bytesOf(file)); }

std::string raw(std::initializer_list<int> values) {
  std::string text;
  for (const int value : values) text.push_back(static_cast<char>(value));
  return text;
}

QList<int> samples(const Bitmap& bitmap) {
  QList<int> list;
  for (std::size_t i = 0; i < bitmap.byteCount() / bytesPerSample(bitmap.sampleType()); ++i) {
    list << (bitmap.sampleType() == SampleType::U8 ? bitmap.view<std::uint8_t>().data[i] : bitmap.view<std::uint16_t>().data[i]);
  }
  return list;
}

void addPictureColumns() {
  QTest::addColumn<QByteArray>("file");
  QTest::addColumn<int>("channels");
  QTest::addColumn<QList<int>>("wanted");
}

void addPicture(const char* name, const std::string& file, int channels, const QList<int>& wanted) {
  QTest::newRow(name) << QByteArray::fromStdString(file) << channels << wanted;
}

HandmadeTiff tiff(std::uint32_t width, std::uint32_t height, std::uint32_t bits, std::uint32_t samples, std::uint32_t photometric,
                  const std::string& data) {
  HandmadeTiff made{{{256, width}, {257, height}, {259, 1}, {262, photometric}, {277, samples}, {278, height}}, {}, data};
  made.lists.push_back({258, std::vector<std::uint16_t>(samples, static_cast<std::uint16_t>(bits))});
  return made;
}

HandmadeTiff with(HandmadeTiff made, std::uint32_t tag, std::uint32_t value) {
  made.tags.push_back({tag, value});
  return made;
}

// Two pixels; the strips of red, green and blue lie one after the other.
HandmadeTiff planes() {
  HandmadeTiff made = with(tiff(2, 1, 8, 3, 2, raw({1, 2, 3, 4, 5, 6})), 284, 2);
  made.strips = 3;
  return made;
}

// Seventeen pixels in two tiles of 16 × 16, of which the second shows one column and both show one row.
HandmadeTiff tiles() {
  std::string samples(512, '\x63');
  for (int x = 0; x < 16; ++x) samples[static_cast<std::size_t>(x)] = static_cast<char>(x);
  samples[256] = 16;
  HandmadeTiff made = with(with(tiff(17, 1, 8, 1, 1, samples), 322, 16), 323, 16);
  made.strips = 2;
  made.tiled = true;
  return made;
}

QList<int> greys(int count) {
  QList<int> list;
  for (int i = 0; i < count; ++i) list << i << i << i;
  return list;
}

}  // namespace

class TestReadPhoto : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everyKindOfPngBecomesRgb_data() {
    addPictureColumns();
    const std::string palette = pngChunk("PLTE", raw({10, 20, 30, 40, 50, 60}));
    addPicture("grey", HandmadePng{2, 1, 8, 0, "", raw({0, 7, 9})}.file(), 3, {7, 7, 7, 9, 9, 9});
    addPicture("grey of one bit", HandmadePng{2, 1, 1, 0, "", raw({0, 0x40})}.file(), 3, {0, 0, 0, 255, 255, 255});
    addPicture("grey and alpha", HandmadePng{1, 1, 8, 4, "", raw({0, 7, 128})}.file(), 4, {7, 7, 7, 128});
    addPicture("grey with a transparent level", HandmadePng{2, 1, 8, 0, pngChunk("tRNS", raw({0, 9})), raw({0, 7, 9})}.file(), 4,
               {7, 7, 7, 255, 9, 9, 9, 0});
    addPicture("palette", HandmadePng{2, 1, 8, 3, palette, raw({0, 1, 0})}.file(), 3, {40, 50, 60, 10, 20, 30});
    addPicture("palette with alpha", HandmadePng{2, 1, 8, 3, palette + pngChunk("tRNS", raw({99})), raw({0, 1, 0})}.file(), 4,
               {40, 50, 60, 255, 10, 20, 30, 99});
    addPicture("16 bit", HandmadePng{1, 1, 16, 2, "", raw({0, 1, 2, 3, 4, 5, 6})}.file(), 3, {0x0102, 0x0304, 0x0506});
    addPicture("16-bit grey and alpha", HandmadePng{1, 1, 16, 4, "", raw({0, 1, 2, 3, 4})}.file(), 4, {0x0102, 0x0102, 0x0102, 0x0304});
  }
  void everyKindOfPngBecomesRgb() { checkPicture(); }

  void everyKindOfTiffBecomesRgb_data() {
    addPictureColumns();
    addPicture("grey", tiff(2, 1, 8, 1, 1, raw({7, 9})).file(), 3, {7, 7, 7, 9, 9, 9});
    addPicture("white is zero", tiff(2, 1, 8, 1, 0, raw({7, 9})).file(), 3, {248, 248, 248, 246, 246, 246});
    addPicture("one bit", tiff(2, 1, 1, 1, 1, raw({0x40})).file(), 3, {0, 0, 0, 255, 255, 255});
    addPicture("RGB", tiff(1, 1, 8, 3, 2, raw({1, 2, 3})).file(), 3, {1, 2, 3});
    addPicture("RGB by planes", planes().file(), 3, {1, 3, 5, 2, 4, 6});
    addPicture("16 bit", tiff(1, 1, 16, 3, 2, raw({1, 2, 3, 4, 5, 6})).file(), 3, {0x0201, 0x0403, 0x0605});
    addPicture("straight alpha", with(tiff(1, 1, 8, 4, 2, raw({10, 20, 30, 128})), 338, 2).file(), 4, {10, 20, 30, 128});
    addPicture("premultiplied alpha", with(tiff(1, 1, 8, 4, 2, raw({10, 20, 30, 51})), 338, 1).file(), 4, {50, 100, 150, 51});
    addPicture("Photoshop's mask", with(with(tiff(1, 1, 8, 4, 2, raw({10, 20, 30, 51})), 338, 0), 34377, 0).file(), 3, {10, 20, 30});
    addPicture("fourth sample unexplained", tiff(1, 1, 8, 4, 2, raw({10, 20, 30, 51})).file(), 4, {10, 20, 30, 51});
    addPicture("printing inks", tiff(1, 1, 8, 4, 5, raw({0, 255, 255, 0})).file(), 3, {255, 0, 0});
    addPicture("32-bit float", with(tiff(2, 1, 32, 1, 1, raw({0, 0, 0x80, 0x3F, 0, 0, 0, 0x40})), 339, 3).file(), 3,
               {65535, 65535, 65535, 65535, 65535, 65535});
    addPicture("tiles", tiles().file(), 3, greys(17));
    HandmadeTiff palette = tiff(1, 1, 8, 1, 3, raw({1}));
    std::vector<std::uint16_t> colours(768);
    colours[1] = 10 * 257, colours[257] = 20 * 257, colours[513] = 30 * 257;
    palette.lists.push_back({320, colours});
    addPicture("palette", palette.file(), 3, {10, 20, 30});
  }
  void everyKindOfTiffBecomesRgb() { checkPicture(); }

  void inksBecomeSrgbWithANote() {
    const Photo photo = readText(tiff(1, 1, 8, 4, 5, raw({0, 255, 255, 0})).file());
    QVERIFY(!photo.profile.tagged());
    QCOMPARE(photo.notes.size(), std::size_t(1));
    QVERIFY(QString::fromStdString(photo.notes[0]).contains(QStringLiteral("CMYK")));
  }

  void pngChunksNameTheColours_data() {
    QTest::addColumn<QByteArray>("chunks");
    QTest::addColumn<QString>("name");
    const std::string gamma = pngChunk("gAMA", ByteText().big(45455, 4).all()), linear = pngChunk("gAMA", ByteText().big(100000, 4).all());
    const auto row = [](const char* title, const std::string& chunks, const char* name) {
      QTest::newRow(title) << QByteArray::fromStdString(chunks) << QString::fromUtf8(name);
    };
    row("none", "", "untagged");
    row("sRGB", pngChunk("sRGB", raw({0})), "untagged");
    row("sRGB's gamma", gamma, "untagged");
    row("sRGB beside another gamma", pngChunk("sRGB", raw({0})) + linear, "untagged");
    row("linear light", linear, "from the file's chromaticities");
    row("Display P3", pngChunk("cICP", raw({12, 13, 0, 1})), "Display P3");
    row("sRGB by code points", pngChunk("cICP", raw({1, 13, 0, 1})), "untagged");
  }
  void pngChunksNameTheColours() {
    QFETCH(QByteArray, chunks);
    QFETCH(QString, name);
    const Photo photo = readText(HandmadePng{1, 1, 8, 2, chunks.toStdString(), raw({0, 1, 2, 3})}.file());
    QCOMPARE(QString::fromStdString(profileName(photo.profile)), name);
    QCOMPARE(samples(photo.pixels), (QList<int>{1, 2, 3}));
  }

  void formatIsTakenFromContentNotName() {
    const QTemporaryDir folder;
    const std::filesystem::path file = (folder.path() + QStringLiteral("/really-a-png.jpg")).toStdString();
    const Bitmap pixels = scattered({9, 7}, 3, SampleType::U8);
    QVERIFY(writeWhole(file, encodedAs(photoOf(pixels), FileFormat::Png)).ok());
    QVERIFY(expected(readPhoto(file)).pixels == pixels);
  }

  void coverageIsLumaTimesAlpha_data() {
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QList<int>>("wanted");
    const auto row = [](const char* title, const HandmadePng& png, const QList<int>& wanted) {
      QTest::newRow(title) << QByteArray::fromStdString(png.file()) << wanted;
    };
    row("grey stays itself", {4, 1, 8, 0, "", raw({0, 0, 1, 128, 255})}, {0, 1, 128, 255});
    row("16 bits are rounded", {2, 1, 16, 0, "", raw({0, 0x80, 0x80, 0xFF, 0xFF})}, {128, 255});
    row("RGB by luma", {2, 1, 8, 2, "", raw({0, 255, 0, 0, 90, 90, 90})}, {76, 90});
    row("alpha multiplies", {2, 1, 8, 4, "", raw({0, 255, 128, 100, 0})}, {128, 0});
    row("gamma is ignored", {1, 1, 8, 0, pngChunk("gAMA", ByteText().big(100000, 4).all()), raw({0, 77})}, {77});
  }
  void coverageIsLumaTimesAlpha() {
    QFETCH(QByteArray, file);
    QFETCH(QList<int>, wanted);
    const QTemporaryDir folder;
    const std::filesystem::path path = (folder.path() + QStringLiteral("/mask.png")).toStdString();
    QVERIFY(writeWhole(path, bytesOf(file.toStdString())).ok());
    const Bitmap mask = expected(readCoverage(path));
    QCOMPARE(mask.channels(), 1);
    QCOMPARE(samples(mask), wanted);
  }

  void referencesArriveAs8BitSrgb() {
    const QTemporaryDir folder;
    const std::filesystem::path path = (folder.path() + QStringLiteral("/p3.png")).toStdString();
    const HandmadePng p3{1, 1, 16, 2, pngChunk("cICP", raw({12, 13, 0, 1})), raw({0, 0x40, 0, 0xC0, 0, 0x40, 0})};
    QVERIFY(writeWhole(path, bytesOf(p3.file())).ok());
    const Bitmap srgb = expected(readAsSrgb8(path));
    QVERIFY(srgb.sampleType() == SampleType::U8);
    QVERIFY(srgb.view<std::uint8_t>().data[0] < 20);  // P3's green, brought into sRGB, leaves hardly any red
  }

 private:
  static void checkPicture() {
    QFETCH(QByteArray, file);
    QFETCH(int, channels);
    QFETCH(QList<int>, wanted);
    const Photo photo = readText(file.toStdString());
    QCOMPARE(photo.pixels.channels(), channels);
    QCOMPARE(samples(photo.pixels), wanted);
  }
};

QTEST_GUILESS_MAIN(TestReadPhoto)
#include "test_read_photo.moc"
