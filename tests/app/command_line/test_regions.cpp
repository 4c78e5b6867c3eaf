#include <QTest>

#include "core/image/read_labels.h"
#include "core/regions/maps/import_map.h"
#include "core/regions/suggestions/found_faces.h"
#include "tests/app/command_line/workplace.h"
#include "tests/core/regions/drawn_figure.h"
#include "tests/core/regions/reading/label_files.h"
#include "tests/core/regions/reading/paged_tiff.h"

using namespace retailor;
using namespace retailor::tests;

namespace {

constexpr image::Size kSize{75, 110};

regions::LabelMap figure() { return figureMap(*regions::schemeNamed("lip"), kSize, Dressed::TopAndTrousers, {"right-shoe"}); }

// A workplace with the map as map.png and a photo of its size.
struct Bench {
  Bench() {
    place.writePicture(QStringLiteral("map.png"), greyOf<std::uint8_t>(figure()));
    place.writePicture(QStringLiteral("person.png"), image::Bitmap(kSize, 3, image::SampleType::U8));
  }
  mask::Mask mask(const QString& name) const { return mask::Mask(*image::readCoverage(place.file(name))); }

  Workplace place;
};

// A JPEG as cameras held upright store it: lying on its side, with the orientation that turns it upright (EXIF 2.3, tag 0x0112).
QByteArray photoOnItsSide(image::Size stored, std::uint32_t orientation) {
  image::Photo photo;
  photo.pixels = image::Bitmap(stored, 3, image::SampleType::U8);
  const auto jpeg = *image::encodePhoto(photo, image::FileFormat::Jpeg);
  const std::string exif = image::ByteText()
                               .text(std::string("Exif\0\0II*\0", 10))
                               .little(8, 4)
                               .little(1, 2)
                               .little(0x0112, 2)
                               .little(3, 2)
                               .little(1, 4)
                               .little(orientation, 4)
                               .little(0, 4)
                               .all();
  std::string file(reinterpret_cast<const char*>(jpeg.data()), jpeg.size());
  file.insert(2, image::ByteText().text("\xff\xe1").big(static_cast<std::uint32_t>(exif.size()) + 2, 2).text(exif).all());
  return QByteArray::fromStdString(file);
}

// As a parser leaves it that knows nothing of orientation.
regions::LabelMap asStored(const regions::LabelMap& upright, int orientation) {
  regions::LabelMap map{upright.name, {upright.size.height, upright.size.width}, {}};
  const int w = upright.size.width, h = upright.size.height;
  for (int y = 0; y < map.size.height; ++y)
    for (int x = 0; x < map.size.width; ++x) {
      const int fromX = orientation == 6 ? w - 1 - y : y, fromY = orientation == 6 ? x : h - 1 - x;
      map.ids.push_back(upright.ids[static_cast<std::size_t>(fromY * w + fromX)]);
    }
  return map;
}

}  // namespace

class TestRegions : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aMapBecomesAMaskForEachRegion() {
    const Bench bench;
    const Ended ended = bench.place.runReal(QStringLiteral("regions --map map.png --photo person.png --output out"));
    QCOMPARE(ended.code, 0);
    QVERIFY2(ended.err.isEmpty(), qPrintable(ended.err));
    QVERIFY(ended.out.contains(QStringLiteral("lip")));
    QCOMPARE(bench.place.entries(QStringLiteral("out")),
             (QStringList{QStringLiteral("face.png"), QStringLiteral("hair.png"), QStringLiteral("in-front.png"),
                          QStringLiteral("lower-clothes.png"), QStringLiteral("parts.json"), QStringLiteral("parts.png"),
                          QStringLiteral("shoes.png"), QStringLiteral("upper-clothes.png")}));
    const auto parts = regions::importedParts(figure(), *regions::schemeNamed("lip"), kSize);
    QVERIFY(bench.mask(QStringLiteral("out/upper-clothes.png")) == regions::maskOf(parts->parts, regions::BodyPart::UpperClothes));
    QVERIFY(bench.mask(QStringLiteral("out/in-front.png")) == regions::inFrontOf(parts->parts));
    const QJsonObject sidecar = QJsonDocument::fromJson(bench.place.bytes(QStringLiteral("out/parts.json"))).object();
    QCOMPARE(sidecar.value(QLatin1String("scheme")).toString(), QStringLiteral("lip"));
    QCOMPARE(sidecar.value(QLatin1String("photo")).toString().size(), 64);
  }

  // A portrait photo whose file lies on its side: the parts come out upright, whichever way the parser saw the photo.
  void mapsOfAPortraitFileComeOutUpright_data() {
    QTest::addColumn<int>("orientation");
    QTest::addColumn<bool>("raw");
    QTest::addColumn<QString>("turn");
    for (const int orientation : {6, 8}) {
      QTest::addRow("%d, an upright map", orientation) << orientation << false << QString();
      QTest::addRow("%d, a map of the raw pixels", orientation) << orientation << true << QString();
      QTest::addRow("%d, the raw one's turn told", orientation)
          << orientation << true << (orientation == 6 ? QStringLiteral(" --turn right") : QStringLiteral(" --turn left"));
    }
  }
  void mapsOfAPortraitFileComeOutUpright() {
    QFETCH(int, orientation);
    QFETCH(bool, raw);
    QFETCH(QString, turn);
    const Bench bench;
    bench.place.writeText(QStringLiteral("portrait.jpg"),
                          photoOnItsSide({kSize.height, kSize.width}, static_cast<std::uint32_t>(orientation)));
    bench.place.writePicture(QStringLiteral("map.png"), greyOf<std::uint8_t>(raw ? asStored(figure(), orientation) : figure()));
    const Ended ended = bench.place.runReal(QStringLiteral("regions --map map.png --photo portrait.jpg --output out") + turn);
    QVERIFY2(ended.code == 0, qPrintable(ended.err));
    const auto upright = regions::importedParts(figure(), *regions::schemeNamed("lip"), kSize);
    for (const auto part : {regions::BodyPart::Face, regions::BodyPart::UpperClothes, regions::BodyPart::Shoes})
      QVERIFY(bench.mask(QStringLiteral("out/%1.png").arg(QString::fromStdString(std::string(regions::partKey(part))))) ==
              regions::maskOf(upright->parts, part));
  }

  // On the sample photo, whose face's box ends at 161, a face that goes on down the neck to 200.
  void aFaceIsTrimmedBelowTheChinWhenAsked() {
    if (!regions::faceCascade()) QSKIP("OpenCV's data (opencv-data) is not installed");
    const Bench bench;
    const auto map = drawnMap({512, 512}, [](double x, double y) -> std::uint32_t {
      if (std::abs(x - 224.0 / 512) < 0.07 && y > 75.0 / 512 && y < 200.0 / 512) return 11;
      if (std::abs(x - 224.0 / 512) < 0.12 && y > 20.0 / 512 && y < 130.0 / 512) return 2;
      return y >= 200.0 / 512 && std::abs(x - 224.0 / 512) < 0.3 ? 4 : 0;
    });
    bench.place.writePicture(QStringLiteral("atr.png"), greyOf<std::uint8_t>(map));
    QFile::copy(QStringLiteral(RETAILOR_SOURCE_DIR "/resources/sample/astronaut.png"), bench.place.path(QStringLiteral("sample.png")));
    const QString told = QStringLiteral("regions --map atr.png --scheme atr --photo sample.png --output ");
    QCOMPARE(bench.place.runReal(told + QStringLiteral("whole")).code, 0);
    const Ended ended = bench.place.runReal(told + QStringLiteral("trimmed --trim-chin"));
    QVERIFY2(ended.code == 0, qPrintable(ended.err));
    QCOMPARE(bench.mask(QStringLiteral("whole/face.png")).support().bottom(), 200);
    const int chin = bench.mask(QStringLiteral("trimmed/face.png")).support().bottom();
    QVERIFY2(chin > 155 && chin < 175, qPrintable(QString::number(chin)));
    QVERIFY(ended.err.contains(QStringLiteral("neck")));
    // A photo without a face: as it was, and it says so.
    bench.place.writePicture(QStringLiteral("blank.png"), image::Bitmap({512, 512}, 3, image::SampleType::U8));
    const Ended blank =
        bench.place.runReal(QStringLiteral("regions --map atr.png --scheme atr --photo blank.png --output blank --trim-chin"));
    QCOMPARE(blank.code, 0);
    QVERIFY(blank.err.contains(QStringLiteral("no face")));
    QVERIFY(bench.mask(QStringLiteral("blank/face.png")) == bench.mask(QStringLiteral("whole/face.png")));
  }

  void itsOwnPlaneIsReadBack() {
    const Bench bench;
    QCOMPARE(bench.place.runReal(QStringLiteral("regions --map map.png --output out")).code, 0);
    QCOMPARE(bench.place.runReal(QStringLiteral("regions --map out/parts.png --scheme retailor --output again")).code, 0);
    for (const char* name : {"upper-clothes.png", "shoes.png", "face.png"}) {
      const QString file = QString::fromLatin1(name);
      QVERIFY(bench.mask(QStringLiteral("again/") + file).share() > 0.95 * bench.mask(QStringLiteral("out/") + file).share());
    }
  }

  void aSecondRunLeavesNoMasksOfTheFirst() {
    const Bench bench;
    QCOMPARE(bench.place.runReal(QStringLiteral("regions --map map.png --replace shoes --output out")).code, 0);
    bench.place.writeText(QStringLiteral("shirts.json"), R"({"ids": {"5": "upper-clothes"}})");
    bench.place.writeText(QStringLiteral("out/notes.txt"), "mine");
    bench.place.writePicture(QStringLiteral("shirt.png"),
                             greyOf<std::uint8_t>(drawnMap(kSize, [](double x, double) -> std::uint32_t { return x < 0.5 ? 5 : 0; })));
    const Ended ended = bench.place.runReal(QStringLiteral("regions --map shirt.png --scheme shirts.json --output out"));
    QVERIFY2(ended.code == 0 && ended.err.isEmpty(), qPrintable(ended.err));
    QCOMPARE(bench.place.entries(QStringLiteral("out")), (QStringList{QStringLiteral("notes.txt"), QStringLiteral("parts.json"),
                                                                      QStringLiteral("parts.png"), QStringLiteral("upper-clothes.png")}));
  }

  // No scheme is named: it is looked for as the map lies on the photo.
  void aTurnedMapIsReadByTheSchemeOfTheUprightOne_data() {
    QTest::addColumn<int>("orientation");  // that would turn it upright
    QTest::addColumn<QString>("turn");
    QTest::newRow("found out") << 6 << QString();
    QTest::newRow("right") << 6 << QStringLiteral(" --turn right");
    QTest::newRow("found out, left") << 8 << QString();
    QTest::newRow("left") << 8 << QStringLiteral(" --turn left");
    QTest::newRow("left, no photo") << 8 << QStringLiteral(" --turn left");
  }
  void aTurnedMapIsReadByTheSchemeOfTheUprightOne() {
    QFETCH(int, orientation);
    QFETCH(QString, turn);
    const Bench bench;
    const auto upright = figureMap(*regions::schemeNamed("atr"), kSize, Dressed::TopAndTrousers, {"hair", "face", "right-shoe"});
    bench.place.writePicture(QStringLiteral("upright.png"), greyOf<std::uint8_t>(upright));
    bench.place.writePicture(QStringLiteral("lying.png"), greyOf<std::uint8_t>(asStored(upright, orientation)));
    const QString photo = QByteArray(QTest::currentDataTag()).contains("no photo") ? QString() : QStringLiteral(" --photo person.png");
    const Ended first = bench.place.runReal(QStringLiteral("regions --map upright.png --output upright") + photo);
    const Ended second = bench.place.runReal(QStringLiteral("regions --map lying.png --output lying") + photo + turn);
    QVERIFY2(first.code == 0 && second.code == 0, qPrintable(second.err));
    QVERIFY(first.out.contains(QStringLiteral("atr")));
    QCOMPARE(second.out, first.out);
    QVERIFY(!second.err.contains(QStringLiteral("another scheme")));
    QCOMPARE(bench.place.bytes(QStringLiteral("lying/parts.png")), bench.place.bytes(QStringLiteral("upright/parts.png")));
  }

  void masksFeedAFit() {
    const Bench bench;
    QCOMPARE(bench.place.runReal(QStringLiteral("regions --map map.png --photo person.png --replace upper-clothes --output out")).code, 0);
    const mask::Mask hole = bench.mask(QStringLiteral("out/hole-upper-clothes.png"));
    QVERIFY(hole.share() > bench.mask(QStringLiteral("out/upper-clothes.png")).share());
    const mask::Mask face = bench.mask(QStringLiteral("out/face.png"));
    for (int y = 0; y < kSize.height; ++y)
      for (int x = 0; x < kSize.width; ++x)
        if (face.at(x, y)) QCOMPARE(int(hole.at(x, y)), 0);
  }

  // Whatever form the map has, the same plane comes out of it.
  void everyFormOfAMapIsRead_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("run lengths") << QStringLiteral("map.json") << QByteArray(R"([
      {"category_name": "upper_clothes", "segmentation": {"size": [6, 8], "counts": [0, 12, 36]}},
      {"category_name": "pants", "segmentation": {"size": [6, 8], "counts": [36, 12]}}])");
    std::string top, trousers;
    for (int row = 0; row < 6; ++row) top += "\xff\xff" + std::string(6, '\0'), trousers += std::string(6, '\0') + "\xff\xff";
    QTest::newRow("pages") << QStringLiteral("map.tif")
                           << QByteArray::fromStdString(pagedTiff({{"top", {8, 6}, top}, {"Lower_clothes", {8, 6}, trousers}}));
  }
  void everyFormOfAMapIsRead() {
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    const Workplace place;
    place.writeText(name, bytes);
    const Ended ended = place.runReal(QStringLiteral("regions --map ") + name + QStringLiteral(" --output out"));
    QVERIFY2(ended.code == 0, qPrintable(ended.err));
    const auto plane = image::readLabelPicture(place.file(QStringLiteral("out/parts.png")));
    QVERIFY(plane.ok());
    const auto view = plane->samples.view<std::uint8_t>();
    QCOMPARE(int(view.pixel(0, 3)[0]), 3);
    QCOMPARE(int(view.pixel(4, 3)[0]), 0);
    QCOMPARE(int(view.pixel(7, 3)[0]), 4);
  }

  void whatCannotBeFoundOutCanBeSaid() {
    const Bench bench;
    bench.place.writePicture(QStringLiteral("wide.png"), image::Bitmap({110, 110}, 3, image::SampleType::U8));
    const QString wide = QStringLiteral("regions --map map.png --photo wide.png --output out");
    QCOMPARE(bench.place.runReal(wide).code, 2);
    QCOMPARE(bench.place.runReal(wide + QStringLiteral(" --stretch --turn half --whole-body divide")).code, 0);
    QVERIFY(bench.mask(QStringLiteral("out/shoes.png")).support().y < 20);
    QCOMPARE(bench.place.runReal(wide + QStringLiteral(" --turn around")).code, 2);
  }

  void whatCannotBeReadEndsWithTwoAndWritesNothing_data() {
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("about");
    const auto row = [](const char* name, const char* arguments, const char* about) {
      QTest::newRow(name) << QString::fromLatin1(arguments) << QString::fromLatin1(about);
    };
    row("no map", "--output out", "--map");
    row("missing map", "--map nowhere.png --output out", "nowhere.png");
    row("a photo as map", "--map photo.png --output out", "photo.png");
    row("another size", "--map map.png --photo photo.png --output out", "64");
    row("unknown scheme", "--map map.png --scheme mine --output out", "mine");
    row("scheme file that is none", "--map map.png --scheme map.png --output out", "map.png");
    row("region not in it", "--map map.png --replace whole-body --scheme broken.json --output out", "broken.json");
    row("unknown region", "--map map.png --replace socks --output out", "socks");
    row("run lengths that do not fill", "--map runs.json --output out", "runs.json");
    row("cut map", "--map cut.png --output out", "cut.png");
    row("a file for a folder", "--map map.png --output taken", "taken");
    row("a folder inside a file", "--map map.png --output taken/inside", "taken");
    row("trimming without a photo", "--map map.png --trim-chin --output out", "--photo");
    row("a mask", "--map mask.png --output out", "mask.png");
  }
  void whatCannotBeReadEndsWithTwoAndWritesNothing() {
    QFETCH(QString, arguments);
    QFETCH(QString, about);
    const Bench bench;
    bench.place.writeText(QStringLiteral("broken.json"), "{\"ids\": {\"x\": 1}}");
    bench.place.writeText(QStringLiteral("taken"), "a file");
    bench.place.writeText(QStringLiteral("runs.json"), R"({"size": [4, 4], "counts": [3]})");
    bench.place.writeText(QStringLiteral("cut.png"), bench.place.bytes(QStringLiteral("map.png")).left(60));
    const Ended ended = bench.place.runReal(QStringLiteral("regions ") + arguments);
    QCOMPARE(ended.code, 2);
    QVERIFY2(ended.out.isEmpty(), qPrintable(ended.out));
    QVERIFY2(ended.err.contains(about), qPrintable(ended.err));
    QCOMPARE(ended.err.count(QLatin1Char('\n')), 1);
    QVERIFY(bench.place.entries(QStringLiteral("out")).isEmpty());
  }
};

QTEST_GUILESS_MAIN(TestRegions)
#include "test_regions.moc"
