#include <QTest>

#include "core/image/read_labels.h"
#include "core/regions/maps/import_map.h"
#include "tests/app/command_line/workplace.h"
#include "tests/core/regions/drawn_figure.h"
#include "tests/core/regions/maps/label_files.h"
#include "tests/core/regions/maps/paged_tiff.h"

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

  void itsOwnPlaneIsReadBack() {
    const Bench bench;
    QCOMPARE(bench.place.runReal(QStringLiteral("regions --map map.png --output out")).code, 0);
    QCOMPARE(bench.place.runReal(QStringLiteral("regions --map out/parts.png --scheme retailor --output again")).code, 0);
    for (const char* name : {"upper-clothes.png", "shoes.png", "face.png"}) {
      const QString file = QString::fromLatin1(name);
      QVERIFY(bench.mask(QStringLiteral("again/") + file).share() > 0.95 * bench.mask(QStringLiteral("out/") + file).share());
    }
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
    row("a mask", "--map mask.png --output out", "mask.png");
  }
  void whatCannotBeReadEndsWithTwoAndWritesNothing() {
    QFETCH(QString, arguments);
    QFETCH(QString, about);
    const Bench bench;
    bench.place.writeText(QStringLiteral("broken.json"), "{\"ids\": {\"x\": 1}}");
    bench.place.writeText(QStringLiteral("runs.json"), R"({"size": [4, 4], "counts": [3]})");
    bench.place.writeText(QStringLiteral("cut.png"), bench.place.bytes(QStringLiteral("map.png")).left(60));
    const Ended ended = bench.place.runReal(QStringLiteral("regions ") + arguments);
    QCOMPARE(ended.code, 2);
    QVERIFY2(ended.err.contains(about), qPrintable(ended.err));
    QCOMPARE(ended.err.count(QLatin1Char('\n')), 1);
    QVERIFY(bench.place.entries(QStringLiteral("out")).isEmpty());
  }
};

QTEST_GUILESS_MAIN(TestRegions)
#include "test_regions.moc"
