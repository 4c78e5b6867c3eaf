#include <QtTest>

#include "core/regions/maps/import_map.h"
#include "tests/core/regions/drawn_figure.h"

using namespace retailor;
using namespace retailor::regions;

namespace {

constexpr image::Size kSize{150, 220};

LabelMap quarterTurned(const LabelMap& map, bool clockwise) {
  LabelMap result{map.name, {map.size.height, map.size.width}, {}};
  for (int y = 0; y < result.size.height; ++y)
    for (int x = 0; x < result.size.width; ++x) {
      const int fromX = clockwise ? y : map.size.width - 1 - y, fromY = clockwise ? map.size.height - 1 - x : x;
      result.ids.push_back(map.ids[static_cast<std::size_t>(fromY * map.size.width + fromX)]);
    }
  return result;
}

double shareAlike(const mask::Labels& a, const mask::Labels& b) {
  std::size_t alike = 0;
  for (int y = 0; y < a.height(); ++y)
    for (int x = 0; x < a.width(); ++x) alike += a.at(x, y) == b.at(x, y);
  return static_cast<double>(alike) / (static_cast<double>(a.width()) * a.height());
}

mask::Labels drawnParts(image::Size size) {
  mask::Labels parts(size);
  for (int y = 0; y < size.height; ++y)
    for (int x = 0; x < size.width; ++x)
      parts.row(y)[x] =
          static_cast<std::uint8_t>(tests::figurePart((x + 0.5) / size.width, (y + 0.5) / size.height, tests::Dressed::TopAndTrousers));
  return parts;
}

}  // namespace

class TestImportMap : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aMapBecomesTheFiguresParts_data() {
    QTest::addColumn<double>("scale");
    QTest::addColumn<double>("alike");  // borders move by a pixel
    QTest::newRow("own size") << 1.0 << 0.99;
    QTest::newRow("half") << 0.5 << 0.96;
    QTest::newRow("double") << 2.0 << 0.99;
  }
  void aMapBecomesTheFiguresParts() {
    QFETCH(double, scale);
    QFETCH(double, alike);
    const ParsingScheme& scheme = *schemeNamed("atr");
    const image::Size photo{static_cast<int>(kSize.width * scale), static_cast<int>(kSize.height * scale)};
    const auto imported = importedParts(tests::figureMap(scheme, kSize), scheme, photo);
    QVERIFY(imported.ok());
    QVERIFY(imported->parts.size() == photo);
    QVERIFY(shareAlike(imported->parts, drawnParts(photo)) > alike);
    QCOMPARE(imported->notes.empty(), scale == 1.0);
    const auto found = imported->parts.counts(), drawn = drawnParts(kSize).counts();
    for (std::size_t id = 0; id < 256; ++id) QCOMPARE(found[id] > 0, drawn[id] > 0);  // none new, none lost
  }

  // Every id in a stripe of its own; of each filed number how many stripes there are.
  void everyIdGoesWhereItsSchemeSays_data() {
    QTest::addColumn<QString>("key");
    QTest::addColumn<QList<int>>("stripes");  // none, face, hair, upper, lower, whole body, shoes, other person
    const auto row = [](const char* key, const QList<int>& stripes) { QTest::newRow(key) << QString::fromLatin1(key) << stripes; };
    row("deepfashion", {1, 3, 2, 4, 4, 2, 2, 6});
    row("atr", {1, 2, 2, 2, 3, 1, 2, 6});
    row("lip", {1, 2, 2, 3, 2, 2, 3, 5});
    row("cihp", {1, 2, 2, 3, 2, 1, 3, 6});  // torso skin for LIP's jumpsuits
    row("celebamask", {1, 13, 2, 1, 0, 0, 0, 2});
    row("selfie", {1, 1, 1, 0, 0, 1, 0, 2});
    row("fashion-18", {1, 2, 2, 2, 3, 1, 1, 6});
    row("retailor", {1, 1, 1, 1, 1, 1, 1, 1});
    row("fashionpedia", {1, 1, 2, 29, 6, 2, 2, 4});  // details are of the garment beside them
  }
  void everyIdGoesWhereItsSchemeSays() {
    QFETCH(QString, key);
    QFETCH(QList<int>, stripes);
    const ParsingScheme& scheme = *schemeNamed(key.toStdString());
    constexpr int kWide = 12, kHigh = 40;
    const image::Size size{kWide * static_cast<int>(scheme.largestId() + 1), kHigh};
    LabelMap map{"map.png", size, {}};
    for (int i = 0; i < size.width * size.height; ++i) map.ids.push_back(static_cast<std::uint32_t>(i % size.width / kWide));
    const auto imported = importedParts(map, scheme, size, {.wholeBody = WholeBodyRule::Kept});
    QVERIFY(imported.ok());
    QList<int> found(8);
    for (int y = 0; y < size.height; ++y)
      for (int x = 0; x < size.width; ++x) ++found[filedLabel(static_cast<BodyPart>(imported->parts.at(x, y)))];
    for (int& count : stripes) count *= kWide * kHigh;
    QCOMPARE(found, stripes);
  }

  // As a portrait photo whose map was made on the unturned pixels.
  void aMapOnItsSideIsTurnedUpright_data() {
    QTest::addColumn<bool>("clockwise");
    QTest::newRow("clockwise") << true;
    QTest::newRow("anticlockwise") << false;
  }
  void aMapOnItsSideIsTurnedUpright() {
    QFETCH(bool, clockwise);
    const ParsingScheme& scheme = *schemeNamed("atr");
    const auto upright = importedParts(tests::figureMap(scheme, kSize), scheme, kSize);
    const auto imported = importedParts(quarterTurned(tests::figureMap(scheme, kSize), clockwise), scheme, kSize);
    QVERIFY(imported.ok() && upright.ok());
    QVERIFY(imported->parts == upright->parts);
    QCOMPARE(imported->notes.size(), std::size_t(1));
  }

  void anotherShapeIsRefused_data() {
    QTest::addColumn<QSize>("photo");
    QTest::newRow("wider") << QSize(170, 220);
    QTest::newRow("square") << QSize(200, 200);
    QTest::newRow("two percent off") << QSize(153, 220);
  }
  void anotherShapeIsRefused() {
    QFETCH(QSize, photo);
    const ParsingScheme& scheme = *schemeNamed("atr");
    const auto imported = importedParts(tests::figureMap(scheme, kSize), scheme, {photo.width(), photo.height()});
    QVERIFY(!imported.ok());
    QVERIFY(imported.failure().kind == FailureKind::BadInput);
    QVERIFY(imported.failure().sentence.find("map.png") != std::string::npos);
    QVERIFY(imported.failure().sentence.find("150 × 220") != std::string::npos);
  }

  void aTurnThatDoesNotFitIsToldWithTheTurnedSize() {
    const ParsingScheme& scheme = *schemeNamed("atr");
    const auto lying = importedParts(tests::figureMap(scheme, kSize), scheme, kSize, {.turn = MapTurn::QuarterRight});
    QVERIFY(!lying.ok());
    QVERIFY2(lying.failure().sentence.find("220 × 150 pixels once it is turned") != std::string::npos, lying.failure().sentence.c_str());
  }

  void theUserSaysHowAMapLies_data() {
    QTest::addColumn<int>("turn");
    QTest::newRow("as it lies") << int(MapTurn::AsItLies);
    QTest::newRow("right") << int(MapTurn::QuarterRight);
    QTest::newRow("left") << int(MapTurn::QuarterLeft);
    QTest::newRow("upside down") << int(MapTurn::UpsideDown);
  }
  void theUserSaysHowAMapLies() {
    QFETCH(int, turn);
    const auto told = static_cast<MapTurn>(turn);
    const ParsingScheme& scheme = *schemeNamed("atr");
    const LabelMap upright = tests::figureMap(scheme, kSize);
    LabelMap lying = upright;
    if (told == MapTurn::QuarterRight) lying = quarterTurned(upright, false);
    if (told == MapTurn::QuarterLeft) lying = quarterTurned(upright, true);
    if (told == MapTurn::UpsideDown) lying = quarterTurned(quarterTurned(upright, true), true);
    const auto imported = importedParts(lying, scheme, kSize, {.turn = told});
    QVERIFY2(imported.ok(), imported.ok() ? "" : imported.failure().sentence.c_str());
    QVERIFY(imported->parts == importedParts(upright, scheme, kSize)->parts);
    QVERIFY(imported->notes.empty());
    if (told == MapTurn::QuarterRight) QVERIFY(!importedParts(lying, scheme, kSize, {.turn = MapTurn::AsItLies}).ok());
  }

  void theWrongQuarterTurnIsDoneButToldOf() {
    const ParsingScheme& scheme = *schemeNamed("atr");
    const auto imported =
        importedParts(quarterTurned(tests::figureMap(scheme, kSize), false), scheme, kSize, {.turn = MapTurn::QuarterLeft});
    QVERIFY(imported.ok());
    QCOMPARE(imported->notes.size(), std::size_t(1));
    QVERIFY2(imported->notes.front().find("upside down") != std::string::npos, imported->notes.front().c_str());
  }

  void anotherShapeIsStretchedWhenAsked() {
    const ParsingScheme& scheme = *schemeNamed("atr");
    const image::Size wide{220, 220};
    const auto imported = importedParts(tests::figureMap(scheme, kSize), scheme, wide, {.stretched = true});
    QVERIFY(imported.ok());
    QVERIFY(imported->parts.size() == wide);
    QVERIFY(shareAlike(imported->parts, drawnParts(wide)) > 0.97);
    QVERIFY(!fitsShape(kSize, wide, MapTurn::FoundOut));
  }

  void aShapeWithinAPercentIsTaken() {
    const ParsingScheme& scheme = *schemeNamed("atr");
    QVERIFY(importedParts(tests::figureMap(scheme, kSize), scheme, {151, 220}).ok());
  }

  void unknownIdsAreSkinWithANote() {
    LabelMap map = tests::figureMap(*schemeNamed("atr"), kSize);
    for (std::size_t y = 30; y < 60; ++y)
      for (std::size_t x = 0; x < 20; ++x) map.ids[y * 150 + x] = 77;
    const auto imported = importedParts(map, *schemeNamed("atr"), kSize);
    QVERIFY(imported.ok());
    QCOMPARE(int(imported->parts.at(10, 45)), int(BodyPart::Skin));
    QCOMPARE(imported->notes.size(), std::size_t(1));
    QVERIFY(imported->notes.front().find("77 (600 pixels)") != std::string::npos);
  }

  // As tables that users write: of the parts they want alone.
  void zeroIsNothingToATableWithoutIt() {
    const ParsingScheme shirts{"mine.json", "mine", {{4, "shirt", BodyPart::UpperClothes}}};
    const auto map = tests::drawnMap(kSize, [](double x, double) -> std::uint32_t { return x < 0.3 ? 4 : 0; });
    const auto imported = importedParts(map, shirts, kSize);
    QVERIFY(imported.ok());
    QCOMPARE(int(imported->parts.at(100, 100)), int(BodyPart::None));
    QVERIFY(imported->notes.empty());
  }

  void aTableThatSendsNothingAnywhereIsToldOf() {
    const auto imported =
        importedParts(tests::figureMap(*schemeNamed("atr"), kSize), {"pages.tif", "Pages", {{0, "background"}, {1, "page 1"}}}, kSize);
    QVERIFY(!imported.ok());
    QVERIFY2(imported.failure().sentence.find("PageName") != std::string::npos, imported.failure().sentence.c_str());
  }

  void aMapWithNobodyInItIsRefused() {
    LabelMap map{"map.png", {50, 50}, std::vector<std::uint32_t>(2500, 0)};
    QVERIFY(!importedParts(map, *schemeNamed("lip"), {50, 50}).ok());
    map.ids.assign(2500, kVoid);
    QVERIFY(!importedParts(map, *schemeNamed("lip"), {50, 50}).ok());
  }

  void theSchemeAskedForGoesFirst() {
    LabelMap map = tests::figureMap(*schemeNamed("lip"), kSize, tests::Dressed::TopAndTrousers, {"right-shoe"});
    bool ambiguous = true;
    QCOMPARE(schemeFor(map, *schemeNamed("atr"), {MapTurn::AsItLies}, &ambiguous)->key, std::string("atr"));
    QVERIFY(!ambiguous);
    map.own = *schemeNamed("retailor");
    QCOMPARE(schemeFor(map, std::nullopt)->key, std::string("retailor"));
    map.own.reset();
    QCOMPARE(schemeFor(map, std::nullopt)->key, std::string("lip"));
    map.ids[0] = 150;
    const auto none = schemeFor(map, std::nullopt);
    QVERIFY(!none.ok());
    QVERIFY(none.failure().sentence.find("150") != std::string::npos);
  }
};

QTEST_GUILESS_MAIN(TestImportMap)
#include "test_import_map.moc"
