#include <QtTest>

#include <sys/stat.h>
#include <unistd.h>

#include "core/image/colour.h"
#include "tests/core/image/drawn_pictures.h"
#include "tests/core/image/handmade_files.h"

using namespace retailor::image;
using namespace std::string_literals;

namespace {

std::string textOf(const Bytes& bytes) { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }

// A file with all that a file may carry: pixels, profile, EXIF, XMP.
Bytes richFile(FileFormat format) {
  Photo photo = photoOf(scattered({24, 17}, format == FileFormat::Jpeg ? 3 : 4, SampleType::U8));
  photo.profile = readBack(bytesOf(HandmadePng{1, 1, 8, 2, pngChunk("cICP", "\x0C\x0D\x00\x01"s), "\0\1\2\3"s}.file())).profile;
  photo.metadata.exif =
      bytesOf("II*\0\x08\0\0\0\x02\0\x0F\x01\x02\0\x06\0\0\0\x26\0\0\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0Maker\0"s);
  WriteOptions options;
  options.recipeJson = R"({"seed":7})";
  return encodedAs(photo, format, options);
}

// The declared size as a file states it: 100,000 pixels a side.
std::string hugeFile(FileFormat format) {
  constexpr std::uint32_t side = 100000;
  switch (format) {
    case FileFormat::Png: return HandmadePng{side, side, 8, 2, "", "\0"s}.file();
    case FileFormat::Tiff: {
      HandmadeTiff tiff{{{256, side}, {257, side}, {259, 1}, {262, 2}, {277, 3}, {278, side}}, {{258, {8, 8, 8}}}, "abc"};
      return tiff.file();
    }
    case FileFormat::WebP: {  // VP8X can declare up to 2^24; the frame inside is left out
      const std::string extended = ByteText().text("VP8X").little(10, 4).little(0, 4).little(side - 1, 3).little(side - 1, 3).all();
      const std::string frame = ByteText().text("VP8L").little(5, 4).little(0x2F, 1).little(0, 4).little(0, 1).all();
      return ByteText()
          .text("RIFF")
          .little(static_cast<std::uint32_t>(4 + extended.size() + frame.size()), 4)
          .text("WEBP" + extended + frame)
          .all();
    }
    case FileFormat::Jpeg: {  // 16 bits hold no 100,000: the most there is
      std::string file = textOf(encodedAs(photoOf(blocks(2, 2)), FileFormat::Jpeg));
      const std::size_t frame = file.find("\xFF\xC0"s);
      return file.replace(frame + 5, 4, "\xFF\xDC\xFF\xDC"s);
    }
  }
  return {};
}

class Mutator {
 public:
  explicit Mutator(std::uint32_t seed) : m_state(seed * 2654435761U + 1) {}

  std::string mutated(std::string file) {
    const int changes = 1 + below(6);
    for (int i = 0; i < changes; ++i) change(file);
    return file;
  }

 private:
  int below(int limit) {
    m_state = m_state * 1664525U + 1013904223U;
    return static_cast<int>((m_state >> 8) % static_cast<std::uint32_t>(limit));
  }

  void change(std::string& file) {
    if (file.size() < 16) return;
    const auto at = static_cast<std::size_t>(below(static_cast<int>(file.size())));
    switch (below(6)) {
      case 0: file[at] = static_cast<char>(below(256)); break;
      case 1: file[at] = static_cast<char>(file[at] ^ (1 << below(8))); break;
      case 2: file.replace(at, std::min<std::size_t>(4, file.size() - at), "\xFF\xFF\xFF\xFF"); break;
      case 3: file.erase(at, static_cast<std::size_t>(1 + below(9))); break;
      case 4: file.insert(at, file.substr(static_cast<std::size_t>(below(static_cast<int>(file.size()))), 12)); break;
      default: file.resize(std::max<std::size_t>(at, 16)); break;
    }
  }

  std::uint32_t m_state;
};

void addFormats() {
  QTest::addColumn<int>("format");
  for (const NamedFormat& format : kFormats) QTest::addRow("%s", format.name) << static_cast<int>(format.format);
}

FileFormat fetchedFormat() {
  QFETCH(int, format);
  return static_cast<FileFormat>(format);
}

}  // namespace

class TestBadPictures : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void pathThatHoldsNoPictureIsNamed_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("says");
    QTest::newRow("missing") << QStringLiteral("missing.png") << QStringLiteral("does not exist");
    QTest::newRow("in a missing folder") << QStringLiteral("nowhere/photo.png") << QStringLiteral("does not exist");
    QTest::newRow("below a file") << QStringLiteral("empty.png/photo.png") << QStringLiteral("does not exist");
    QTest::newRow("empty") << QStringLiteral("empty.png") << QStringLiteral("is empty");
    QTest::newRow("folder") << QStringLiteral("folder.png") << QStringLiteral("is a folder");
    QTest::newRow("pipe") << QStringLiteral("pipe.png") << QStringLiteral("not an ordinary file");
  }
  void pathThatHoldsNoPictureIsNamed() {
    QFETCH(QString, name);
    QFETCH(QString, says);
    const QTemporaryDir folder;
    QVERIFY(QFile(folder.filePath(QStringLiteral("empty.png"))).open(QIODevice::WriteOnly));
    QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("folder.png")));
    QCOMPARE(::mkfifo(folder.filePath(QStringLiteral("pipe.png")).toLocal8Bit().constData(), 0600), 0);
    const std::filesystem::path file = folder.filePath(name).toStdString();
    QVERIFY2(complaint(readPhoto(file)).contains(says), qPrintable(complaint(readPhoto(file))));
    QVERIFY(complaint(readPhoto(file)).contains(QString::fromStdString(file.filename().string())));
    QVERIFY(complaint(readCoverage(file)).contains(says));
    QVERIFY(complaint(readAsSrgb8(file)).contains(says));
  }

  void unreadableFileIsNamed() {
    if (::geteuid() == 0) QSKIP("root may read everything");
    const QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath(QStringLiteral("locked.png")).toStdString();
    QVERIFY(writeWhole(file, richFile(FileFormat::Png)).ok());
    QCOMPARE(::chmod(file.c_str(), 0), 0);
    QVERIFY(complaint(readPhoto(file)).contains(QStringLiteral("not allowed")));
  }

  void foreignFilesAreCalledByTheirKind_data() {
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* title, const std::string& start, const char* says) {
      QTest::newRow(title) << QByteArray::fromStdString(start) << QString::fromUtf8(says);
    };
    row("GIF", "GIF89a......", "GIF");
    row("HEIC", "\0\0\0\x18"s + "ftypheic", "HEIC");
    row("AVIF", "\0\0\0\x18"s + "ftypavif", "AVIF");
    row("BigTIFF", "II+\0"s, "BigTIFF");
    row("PDF", "%PDF-1.7", "PDF");
    row("text", "Dear Sir or Madam", "not a picture");
    row("one byte", "\x89", "not a picture");
  }
  void foreignFilesAreCalledByTheirKind() {
    QFETCH(QByteArray, start);
    QFETCH(QString, says);
    const QString said = complaint(readPhotoFromMemory(bytesOf(start.toStdString()), "letter.png"));
    QVERIFY2(said.contains(says) && said.contains(QStringLiteral("“letter.png”")), qPrintable(said));
  }

  void cutFilesAreRefused_data() { addFormats(); }
  void cutFilesAreRefused() {
    const std::string file = textOf(richFile(fetchedFormat()));
    QVERIFY(readPhotoFromMemory(bytesOf(file), "whole").ok());
    for (std::size_t length = 1; length + 3 < file.size(); length += 1 + file.size() / 60) {
      const auto cut = readPhotoFromMemory(bytesOf(file.substr(0, length)), "shirt");
      QVERIFY2(!cut.ok(), qPrintable(QStringLiteral("read from %1 of %2 bytes").arg(length).arg(file.size())));
      QVERIFY(complaint(cut).contains(QStringLiteral("“shirt”")));
    }
  }

  void cutPixelsAreCalledCut_data() { addFormats(); }
  void cutPixelsAreCalledCut() {
    Photo photo = photoOf(scattered({200, 150}, 3, SampleType::U8));
    std::string file = textOf(encodedAs(photo, fetchedFormat()));
    file.resize(file.size() * 3 / 5);
    const QString said = complaint(readPhotoFromMemory(bytesOf(file), "shirt"));
    QVERIFY2(said.contains(QStringLiteral("cut short")), qPrintable(said));
  }

  void hugeDeclaredSizeIsRefusedBeforeAllocation_data() { addFormats(); }
  void hugeDeclaredSizeIsRefusedBeforeAllocation() {
    QElapsedTimer timer;
    timer.start();
    const QString said = complaint(readPhotoFromMemory(bytesOf(hugeFile(fetchedFormat())), "huge"));
    QVERIFY2(said.contains(QStringLiteral("pixels")) && said.contains(QStringLiteral("“huge”")), qPrintable(said));
    QVERIFY(timer.elapsed() < 500);
  }

  void budgetHoldsForSidePixelsAndFile() {
    const Bytes file = encodedAs(photoOf(blocks(4, 2)), FileFormat::Png);
    QVERIFY(readPhotoFromMemory(file, "p", {.maxPixels = 32 * 16, .maxSide = 32}).ok());
    QVERIFY(!readPhotoFromMemory(file, "p", {.maxPixels = 32 * 16 - 1}).ok());
    QVERIFY(!readPhotoFromMemory(file, "p", {.maxSide = 31}).ok());
    const QTemporaryDir folder;
    const std::filesystem::path path = folder.filePath(QStringLiteral("p.png")).toStdString();
    QVERIFY(writeWhole(path, file).ok());
    QVERIFY(readPhoto(path, {.maxFileBytes = static_cast<std::int64_t>(file.size())}).ok());
    QVERIFY(complaint(readPhoto(path, {.maxFileBytes = static_cast<std::int64_t>(file.size()) - 1})).contains(QStringLiteral("“p.png”")));
  }

  void mutatedFilesNeverHarm_data() { addFormats(); }
  void mutatedFilesNeverHarm() {
    const std::string file = textOf(richFile(fetchedFormat()));
    const ReadBudget budget{.maxPixels = 1'000'000, .maxSide = 5000};
    int refused = 0;
    for (std::uint32_t seed = 0; seed < 500; ++seed) {
      const auto result = readPhotoFromMemory(bytesOf(Mutator(seed).mutated(file)), "mutant", budget);
      if (result) QVERIFY(std::int64_t{result->pixels.width()} * result->pixels.height() <= budget.maxPixels);
      if (!result) QVERIFY(!result.failure().sentence.empty());
      refused += result ? 0 : 1;
    }
    QVERIFY2(refused > 100, qPrintable(QString::number(refused)));  // or the mutations do nothing
  }

  void damagedMetadataIsLeftOutWithANote() {
    std::string file = textOf(richFile(FileFormat::Jpeg));
    const std::size_t packet = file.find("<rdf:RDF");
    QVERIFY(packet != std::string::npos);
    file.replace(packet, 8, "<rdf<<<<");
    const Photo photo = readBack(bytesOf(file));
    QVERIFY(photo.metadata.xmp.empty());
    QCOMPARE(photo.notes.size(), std::size_t(1));
    QVERIFY(QString::fromStdString(photo.notes[0]).contains(QStringLiteral("metadata")));
  }

  void damagedProfileIsLeftOutWithANote() {
    std::string file = textOf(richFile(FileFormat::WebP));
    file.replace(file.find("acsp"), 4, "xxxx");
    const Photo photo = readBack(bytesOf(file));
    QVERIFY(!photo.profile.tagged());
    QCOMPARE(photo.pixels.width(), 24);
    QVERIFY(!photo.notes.empty() && QString::fromStdString(photo.notes[0]).contains(QStringLiteral("profile")));
  }

  void jpegOfPrintingInksIsRead() {
    const QByteArray file = QByteArray::fromBase64(
        "/9j/7gAOQWRvYmUAZAAAAAAA/9sAQwADAgIDAgIDAwMDBAMDBAUIBQUEBAUKBwcGCAwKDAwLCgsLDQ4SEA0OEQ4LCxAWEBETFBUVFQwPFxgWFBgSFBUU/8AA"
        "FAgACAAIBEMRAE0RAFkRAEsRAP/EABQAAQAAAAAAAAAAAAAAAAAAAAn/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/9oADgRDAE0AWQBLAAA/AFTFUKoqb//Z");
    const Photo photo = readBack(bytesOf(file.toStdString()));
    QCOMPARE(photo.notes.size(), std::size_t(1));
    QVERIFY(largestDifference(photo.pixels, filled<std::uint8_t>({8, 8}, {255, 0, 0})) <= 3);
  }
};

QTEST_GUILESS_MAIN(TestBadPictures)
#include "test_bad_pictures.moc"
