#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>
#include <iostream>

#include "core/document/project/project_entries.h"
#include "tests/core/document/sample_project.h"
#include "tests/core/document/zip_by_hand.h"

using namespace retailor;
using namespace retailor::document;

class TestProjectRoundTrip : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everythingComesBackBitForBit_data();
  void everythingComesBackBitForBit();
  void anUntouchedPhotoIsAProjectToo();
  void bigPhotosAreSavedInSeconds();
  void othersSeeAnOpenRasterFile();
  void othersSeeTheLayersTopmostFirst();
  void theThumbnailIsSmall();
  void pngsAreNotDeflatedTwice();
  void namesThatAreNotUtf8AreSaved();
  void aRecipeOfAnotherVersionCostsANoteOnly();
  void othersFilesOpenAsOnePhoto();

 private:
  std::filesystem::path file() const { return m_folder.filePath(QStringLiteral("project.ora")).toStdString(); }

  QTemporaryDir m_folder;
};

void TestProjectRoundTrip::everythingComesBackBitForBit_data() {
  QTest::addColumn<int>("type");
  QTest::addColumn<int>("channels");
  QTest::newRow("8 bit") << static_cast<int>(image::SampleType::U8) << 3;
  QTest::newRow("16 bit") << static_cast<int>(image::SampleType::U16) << 3;
  QTest::newRow("8 bit with alpha") << static_cast<int>(image::SampleType::U8) << 4;
  QTest::newRow("16 bit with alpha") << static_cast<int>(image::SampleType::U16) << 4;
}

void TestProjectRoundTrip::everythingComesBackBitForBit() {
  QFETCH(int, type);
  QFETCH(int, channels);
  const DocumentState state = sample::everything(static_cast<image::SampleType>(type), channels);
  const Result<void> written = writeProject(state, file());
  QVERIFY2(written.ok(), written ? "" : written.failure().sentence.c_str());
  const Result<ReadProject> read = readProject(file());
  QVERIFY2(read.ok(), read ? "" : read.failure().sentence.c_str());
  QVERIFY(read->notes.empty());
  QVERIFY(sample::same(*read->state.photo, *state.photo));
  QVERIFY(sample::same(read->state.layers, state.layers));
  QVERIFY(sample::same(read->state.candidates, state.candidates));
  QVERIFY(sample::same(read->state.references, state.references));
  QVERIFY(sample::same(read->state, state));
  QCOMPARE(read->state.lastId, state.lastId);
  const QByteArray once = sample::contentsOf(file());
  QVERIFY(writeProject(read->state, file()).ok());
  QCOMPARE(sample::contentsOf(file()).size(), once.size());
}

void TestProjectRoundTrip::anUntouchedPhotoIsAProjectToo() {
  const auto document = sample::document();
  QVERIFY(writeProject(document->state(), file()).ok());
  const Result<ReadProject> read = readProject(file());
  QVERIFY2(read.ok(), read ? "" : read.failure().sentence.c_str());
  QVERIFY(sample::same(read->state, document->state()));
}

void TestProjectRoundTrip::bigPhotosAreSavedInSeconds() {
  // Half photo, half noise would be fair; this is all gradients with noise in the low bits, as sensors give.
  const image::Size size{3000, 2000};
  image::Photo photo;
  photo.pixels = sample::noise(size, 3, image::SampleType::U8, 1);
  const image::View<std::uint8_t> samples = photo.pixels.span<std::uint8_t>();
  for (int y = 0; y < size.height; ++y)
    for (int x = 0; x < size.width * 3; ++x) samples.row(y)[x] = static_cast<std::uint8_t>((samples.row(y)[x] & 7) + ((x + y) / 32 & 0xF8));
  const auto document = Document::fromPhoto(std::make_shared<const image::Photo>(std::move(photo)), "big.png");
  QElapsedTimer timer;
  timer.start();
  QVERIFY(writeProject(document->state(), file()).ok());
  const qint64 written = timer.restart();
  QVERIFY(readProject(file()).ok());
  std::cout << "6 megapixels: saved in " << written << " ms, opened in " << timer.elapsed() << " ms, "
            << std::filesystem::file_size(file()) / 1000 << " kB\n";
}

void TestProjectRoundTrip::othersSeeAnOpenRasterFile() {
  QVERIFY(writeProject(sample::everything(image::SampleType::U8), file()).ok());
  const QByteArray zip = sample::contentsOf(file());
  QCOMPARE(zip.left(4), QByteArray("PK\3\4"));
  QCOMPARE(zip.mid(8, 2), QByteArray(2, '\0'));   // stored
  QCOMPARE(zip.mid(28, 2), QByteArray(2, '\0'));  // no extra field: `file` looks at a fixed place
  QCOMPARE(zip.mid(30, 24), QByteArray("mimetypeimage/openraster"));
  sample::Entries entries = sample::readZip(file().string());
  QCOMPARE(entries.front().second, QByteArray("image/openraster"));
  QVERIFY(!sample::entryNamed(entries, "mergedimage.png").isEmpty());
  QVERIFY(sample::entryNamed(entries, "data/photo.png").startsWith("\x89PNG"));
}

void TestProjectRoundTrip::othersSeeTheLayersTopmostFirst() {
  QVERIFY(writeProject(sample::everything(image::SampleType::U8), file()).ok());
  sample::Entries entries = sample::readZip(file().string());
  QXmlStreamReader xml(sample::entryNamed(entries, "stack.xml"));
  QStringList sources, looks;
  while (!xml.atEnd()) {
    if (xml.readNext() != QXmlStreamReader::StartElement || xml.name() != QLatin1String("layer")) continue;
    sources += xml.attributes().value(QLatin1String("src")).toString();
    const auto attribute = [&](const char* name) { return xml.attributes().value(QLatin1String(name)).toString(); };
    looks += QStringLiteral("%1 %2 %3,%4").arg(attribute("opacity"), attribute("visibility"), attribute("x"), attribute("y"));
    QVERIFY(!sample::entryNamed(entries, sources.last().toStdString()).isEmpty());
  }
  QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
  QCOMPARE(sources, QStringList({QStringLiteral("data/layer-9.png"), QStringLiteral("data/layer-4.png"), QStringLiteral("data/layer-3.png"),
                                 QStringLiteral("data/photo.png")}));
  QCOMPARE(looks[0], QStringLiteral("0.125 visible 40,30"));
  QCOMPARE(looks[1], QStringLiteral("1 hidden 5,6"));
  QCOMPARE(looks[3], QStringLiteral("1 visible 0,0"));
}

void TestProjectRoundTrip::theThumbnailIsSmall() {
  QVERIFY(writeProject(sample::everything(image::SampleType::U16, 3, {600, 300}), file()).ok());
  sample::Entries entries = sample::readZip(file().string());
  const QByteArray png = sample::entryNamed(entries, "Thumbnails/thumbnail.png");
  QCOMPARE(png.mid(16, 8), QByteArray("\0\0\1\0\0\0\0\x80", 8));  // 256 × 128
}

void TestProjectRoundTrip::pngsAreNotDeflatedTwice() {
  QVERIFY(writeProject(sample::everything(image::SampleType::U8), file()).ok());
  zip_t* archive = zip_open(file().c_str(), ZIP_RDONLY, nullptr);
  for (zip_int64_t i = 0; i < zip_get_num_entries(archive, 0); ++i) {
    zip_stat_t stat{};
    zip_stat_index(archive, static_cast<zip_uint64_t>(i), 0, &stat);
    if (QByteArray(stat.name).endsWith(".png")) QCOMPARE(int{stat.comp_method}, ZIP_CM_STORE);
  }
  zip_discard(archive);
}

void TestProjectRoundTrip::namesThatAreNotUtf8AreSaved() {
  DocumentState state = sample::document()->state();
  state.photoName = "bad \xFF\xFE name.png";
  state.references = {sample::reference(1)};
  state.references[0].tagged.name = "\xC3";
  state.lastId = 1;
  QVERIFY(writeProject(state, file()).ok());
  const Result<ReadProject> read = readProject(file());
  QVERIFY2(read.ok(), read ? "" : read.failure().sentence.c_str());
  QVERIFY(read->state.photoName.ends_with("name.png"));
}

void TestProjectRoundTrip::aRecipeOfAnotherVersionCostsANoteOnly() {
  QVERIFY(writeProject(sample::everything(image::SampleType::U8), file()).ok());
  sample::Entries entries = sample::readZip(file().string());
  QByteArray& json = sample::entryNamed(entries, "retailor/document.json");
  json.replace("\"retailor-recipe\": 1", "\"retailor-recipe\": 99");
  QVERIFY(sample::writeZip(file().string(), entries));
  const Result<ReadProject> read = readProject(file());
  QVERIFY2(read.ok(), read ? "" : read.failure().sentence.c_str());
  QCOMPARE(read->notes.size(), 5U);
  QVERIFY(read->state.candidates[0].result.pixels);
}

void TestProjectRoundTrip::othersFilesOpenAsOnePhoto() {
  const DocumentState state = sample::everything(image::SampleType::U8);
  QVERIFY(writeProject(state, file()).ok());
  const sample::Entries entries = sample::without(sample::readZip(file().string()), "retailor/document.json");
  QVERIFY(sample::writeZip(file().string(), entries, ZIP_CM_DEFLATE));
  const Result<ReadProject> read = readProject(file());
  QVERIFY2(read.ok(), read ? "" : read.failure().sentence.c_str());
  QCOMPARE(read->notes.size(), 1U);
  QVERIFY(read->state.photo->pixels == flattened(state));
  QVERIFY(read->state.mask.isEmpty() && read->state.mask.size() == state.mask.size());
  QVERIFY(read->state.layers.empty());
}

QTEST_GUILESS_MAIN(TestProjectRoundTrip)
#include "test_project_round_trip.moc"
