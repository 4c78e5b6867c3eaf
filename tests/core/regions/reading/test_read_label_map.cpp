#include <QtTest>

#include "core/regions/reading/read_label_map.h"
#include "tests/core/image/drawn_pictures.h"
#include "tests/core/regions/drawn_figure.h"
#include "tests/core/regions/reading/label_files.h"

using namespace retailor;
using namespace retailor::regions;
using tests::LabelFiles;

namespace {

LabelMap figure() { return tests::figureMap(*schemeNamed("lip"), {45, 66}); }

}  // namespace

class TestReadLabelMap : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everyFormHoldsTheSameLabels_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");  // empty: written as a picture
    const auto bytes = [](const std::string& text) { return QByteArray::fromStdString(text); };
    QTest::newRow("grey PNG") << QStringLiteral("grey.png") << QByteArray();
    QTest::newRow("16-bit PNG") << QStringLiteral("deep.png") << QByteArray();
    QTest::newRow("LIP colours") << QStringLiteral("lip.png") << QByteArray();
    QTest::newRow("LIP colours in TIFF") << QStringLiteral("lip.tif") << QByteArray();
    QTest::newRow("Pascal VOC colours") << QStringLiteral("voc.png") << QByteArray();
    QTest::newRow("shuffled palette") << QStringLiteral("palette.png") << bytes(tests::palettePng(figure()));
    QTest::newRow("palette with transparency") << QStringLiteral("clear.png") << bytes(tests::palettePng(figure(), 3));
    for (const char* type : {"|u1", "<u2", ">u2", "<i4", ">i4", "<i8"})
      QTest::newRow(type) << QStringLiteral("array.npy") << bytes(tests::npyOf(figure(), type));
    QTest::newRow("columns first") << QStringLiteral("array.npy") << bytes(tests::npyOf(figure(), "<i4", true));
  }
  void everyFormHoldsTheSameLabels() {
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    const auto file = bytes.isEmpty() ? drawn(name.toStdString()) : m_files.write(name.toStdString(), bytes.toStdString());
    const auto map = readLabelMap(file);
    QVERIFY2(map.ok(), map.ok() ? "" : map.failure().sentence.c_str());
    QVERIFY(map->size == figure().size);
    QVERIFY(map->ids == figure().ids);
    QVERIFY(map->notes.empty());
  }

  void lowDepthsAreNotStretched() {
    image::HandmadePng png{8, 1, 2, 0, {}, {}};
    png.rows = std::string("\0\x1B\xE4", 3);  // 0 1 2 3 3 2 1 0
    const auto map = readLabelMap(m_files.write("low.png", png.file()));
    QVERIFY(map.ok());
    QVERIFY(map->ids == (std::vector<std::uint32_t>{0, 1, 2, 3, 3, 2, 1, 0}));
  }

  void jpegColoursGoToTheNearest() {
    LabelMap map{"m", {64, 64}, std::vector<std::uint32_t>(64 * 64)};
    for (std::size_t i = 0; i < map.ids.size(); ++i) map.ids[i] = i / 16 % 4 == 1 ? 5 : i / 1024 % 2 ? 9 : 0;
    const auto colours = knownPalettes().front().colours;
    const auto read = readLabelMap(m_files.write("lip.jpg", tests::colouredBy(map, colours)));
    QVERIFY2(read.ok(), read.ok() ? "" : read.failure().sentence.c_str());
    std::size_t right = 0;
    for (std::size_t i = 0; i < map.ids.size(); ++i) right += read->ids[i] == map.ids[i];
    QVERIFY(right > map.ids.size() * 9 / 10);
    QCOMPARE(read->notes.size(), std::size_t(1));
  }

  // A whole figure, grey or in a palette: hardly a pixel is another than in the PNG, no id is new, and a note tells.
  void jpegFiguresKeepTheirLabels_data() {
    QTest::addColumn<int>("palette");  // -1: grey
    QTest::addColumn<int>("height");
    QTest::addColumn<double>("alike");
    QTest::newRow("grey") << -1 << 660 << 0.99;
    QTest::newRow("grey, small") << -1 << 220 << 0.96;
    QTest::newRow("LIP") << 0 << 660 << 0.99;
    QTest::newRow("Pascal VOC") << 1 << 660 << 0.99;
    QTest::newRow("Pascal VOC, small") << 1 << 220 << 0.97;
  }
  void jpegFiguresKeepTheirLabels() {
    QFETCH(int, palette);
    QFETCH(int, height);
    QFETCH(double, alike);
    const LabelMap map = tests::figureMap(*schemeNamed("lip"), {height * 45 / 66, height});
    std::vector<std::uint32_t> colours;
    for (std::uint32_t id = 0; id < 20; ++id)
      colours.push_back(palette < 0 ? id * 0x010101 : knownPalettes()[static_cast<std::size_t>(palette)].colours[id]);
    const auto read = readLabelMap(m_files.write("figure.jpg", tests::colouredBy(map, colours)));
    QVERIFY2(read.ok(), read.ok() ? "" : read.failure().sentence.c_str());
    std::size_t same = 0;
    for (std::size_t i = 0; i < map.ids.size(); ++i) same += read->ids[i] == map.ids[i];
    const double share = static_cast<double>(same) / static_cast<double>(map.ids.size());
    QVERIFY2(share > alike, qPrintable(QString::number(share)));
    const auto drawn = map.counts();
    for (const auto& [id, pixels] : read->counts()) QVERIFY2(drawn.contains(id), qPrintable(QString::number(id)));
    QCOMPARE(read->notes.size(), std::size_t(1));
    QVERIFY(read->notes.front().find("JPEG") != std::string::npos && read->notes.front().find("PNG") != std::string::npos);
  }

  void ownColoursBringTheirScheme() {
    const LabelMap map = tests::figureMap(*schemeNamed("retailor"), {45, 66});
    const auto read = readLabelMap(m_files.write("own.png", tests::colouredBy(map, knownPalettes().back().colours)));
    QVERIFY(read.ok() && read->own);
    QCOMPARE(read->own->key, std::string("retailor"));
  }

  void coloursMayBeIdsOfTheirOwn() {
    const auto read = readLabelMap(m_files.write("free.png", image::filled<std::uint8_t>({4, 4}, {1, 2, 3})), true);
    QVERIFY(read.ok());
    QCOMPARE(read->ids.front(), 0x010203U);
  }

  void whatIsNoMapIsRefusedWithOneSentence_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("about");
    const auto row = [](const char* name, const std::string& bytes, const char* about) {
      QTest::newRow(name) << QByteArray::fromStdString(bytes) << QByteArray(about);
    };
    const auto png = [](const image::Bitmap& picture) {
      const auto bytes = *image::encodePng(picture);
      return std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    };
    const std::string grey = png(tests::greyOf<std::uint8_t>(figure()));
    row("empty", "", "empty");
    row("cut short", grey.substr(0, grey.size() / 2), "cut short");
    row("only a header", grey.substr(0, 40), "cut short");
    row("words", "not a picture at all", "not a picture");
    row("a photo", png(image::scattered({64, 64}, 3, image::SampleType::U8)), "photo");
    row("unknown palette", png(image::filled<std::uint8_t>({9, 9}, {10, 200, 33})), "palette");
    row("16-bit colours", png(image::scattered({9, 9}, 3, image::SampleType::U16)), "16-bit colours");
    image::Bitmap surface = image::scattered({64, 64}, 3, image::SampleType::U8);
    for (int i = 0; i < 64 * 64; ++i) surface.span<std::uint8_t>().data[3 * i] = static_cast<std::uint8_t>(i % 25);
    row("body surface", png(surface), "surface");
    std::string damaged = grey;
    damaged[damaged.size() / 2] = static_cast<char>(damaged[damaged.size() / 2] ^ 0x55);
    row("damaged", damaged, "damaged");
  }
  void whatIsNoMapIsRefusedWithOneSentence() {
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, about);
    const auto map = readLabelMap(m_files.write("given.png", bytes.toStdString()));
    QVERIFY(!map.ok());
    QVERIFY(map.failure().kind == FailureKind::BadInput);
    const std::string& sentence = map.failure().sentence;
    QVERIFY2(sentence.find(about.toStdString()) != std::string::npos, sentence.c_str());
    QVERIFY2(sentence.find("given.png") != std::string::npos && sentence.ends_with('.'), sentence.c_str());
  }

  void missingFilesAreNamed() {
    const auto map = readLabelMap(m_files.path("nowhere.png"));
    QVERIFY(!map.ok());
    QVERIFY(map.failure().sentence.find("nowhere.png") != std::string::npos);
  }

 private:
  std::filesystem::path drawn(const std::string& name) const {
    if (name == "deep.png") return m_files.write(name, tests::greyOf<std::uint16_t>(figure()));
    if (name.starts_with("lip")) return m_files.write(name, tests::colouredBy(figure(), knownPalettes().front().colours));
    if (name == "voc.png") {
      std::vector<std::uint32_t> colours;
      for (std::uint32_t label = 0; label < 20; ++label) colours.push_back(vocColour(label));
      return m_files.write(name, tests::colouredBy(figure(), colours));
    }
    return m_files.write(name, tests::greyOf<std::uint8_t>(figure()));
  }

  LabelFiles m_files;
};

QTEST_GUILESS_MAIN(TestReadLabelMap)
#include "test_read_label_map.moc"
