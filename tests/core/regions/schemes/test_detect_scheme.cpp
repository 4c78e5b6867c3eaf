#include <QtTest>

#include "core/regions/maps/import_map.h"
#include "core/regions/schemes/detect_scheme.h"
#include "tests/core/regions/drawn_figure.h"

using namespace retailor;
using namespace retailor::regions;
using tests::Dressed;

class TestDetectScheme : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void theSchemeOfAFigureIsFound_data() {
    QTest::addColumn<QString>("key");
    QTest::addColumn<bool>("dress");
    QTest::addColumn<QStringList>("preferred");  // classes drawn where several of a scheme are the same part
    const auto row = [](const char* name, const char* key, bool dress, QStringList preferred = {}) {
      QTest::newRow(name) << QString::fromLatin1(key) << dress << preferred;
    };
    row("ATR", "atr", false, {QStringLiteral("hair"), QStringLiteral("face")});
    row("ATR dress", "atr", true, {QStringLiteral("hair"), QStringLiteral("face"), QStringLiteral("right-leg")});
    row("LIP", "lip", false, {QStringLiteral("hair"), QStringLiteral("face"), QStringLiteral("right-shoe")});
    row("LIP jumpsuit", "lip", true, {QStringLiteral("jumpsuits"), QStringLiteral("face"), QStringLiteral("right-shoe")});
    row("DeepFashion", "deepfashion", false, {QStringLiteral("tie"), QStringLiteral("face")});
    row("DeepFashion dress", "deepfashion", true, {QStringLiteral("rompers"), QStringLiteral("hair"), QStringLiteral("face")});
    row("Pascal", "pascal-person-part", false, {QStringLiteral("lower-legs"), QStringLiteral("lower-arms")});
    row("Fashionpedia", "fashionpedia", false, {QStringLiteral("hood"), QStringLiteral("shoe")});
    row("selfie", "selfie", true);
  }
  void theSchemeOfAFigureIsFound() {
    QFETCH(QString, key);
    QFETCH(bool, dress);
    QFETCH(QStringList, preferred);
    std::vector<std::string> names;
    for (const QString& name : preferred) names.push_back(name.toStdString());
    const auto map = tests::figureMap(*schemeNamed(key.toStdString()), {150, 220}, dress ? Dressed::Dress : Dressed::TopAndTrousers, names);
    const SchemeGuesses guesses = detectedScheme(map);
    QVERIFY(!guesses.likeliest.empty());
    QCOMPARE(QString::fromStdString(guesses.likeliest.front().scheme->key), key);
  }

  // As a parser leaves it that saw the raw pixels of a portrait photo.
  void onItsSideItIsFoundOrAskedAbout_data() { theSchemeOfAFigureIsFound_data(); }
  void onItsSideItIsFoundOrAskedAbout() {
    QFETCH(QString, key);
    QFETCH(bool, dress);
    QFETCH(QStringList, preferred);
    std::vector<std::string> names;
    for (const QString& name : preferred) names.push_back(name.toStdString());
    const ParsingScheme& scheme = *schemeNamed(key.toStdString());
    const auto map = tests::drawnMap({220, 150}, [&](double x, double y) {
      return tests::classFor(scheme, tests::figurePart(1 - y, x, dress ? Dressed::Dress : Dressed::TopAndTrousers), names);
    });
    verifyFoundOrAsked(map, key);
  }

  // Of a photo whose shape says that the map lies on its side: a certain answer stays certain, and as sure of itself.
  void turnedWithThePhotoItIsFoundAsUpright_data() {
    QTest::addColumn<int>("turn");
    QTest::newRow("right") << int(MapTurn::QuarterRight);
    QTest::newRow("left") << int(MapTurn::QuarterLeft);
    QTest::newRow("half") << int(MapTurn::UpsideDown);
  }
  void turnedWithThePhotoItIsFoundAsUpright() {
    QFETCH(int, turn);
    const auto told = static_cast<MapTurn>(turn);
    const auto upright = tests::figureMap(*schemeNamed("atr"), {150, 220}, Dressed::TopAndTrousers, {"hair", "face", "right-shoe"});
    const auto back = told == MapTurn::QuarterRight ? MapTurn::QuarterLeft : told == MapTurn::QuarterLeft ? MapTurn::QuarterRight : told;
    const LabelMap lying = turned(upright, back);
    verifySame(detectedScheme(lying, {told}), detectedScheme(upright));
    verifySame(detectedScheme(lying, judgedTurns(lying.size, upright.size, told)), detectedScheme(upright));
    if (told == MapTurn::UpsideDown) return;
    verifySame(detectedScheme(lying, judgedTurns(lying.size, upright.size, back)), detectedScheme(upright));  // the wrong way
    verifySame(detectedScheme(lying, judgedTurns(lying.size, upright.size, MapTurn::FoundOut)), detectedScheme(upright));
  }

  // Whose numbers say less, or that lack what others would have: found, or asked about with the right one among those offered.
  void theRestIsFoundOrAskedAbout_data() {
    QTest::addColumn<QString>("key");
    QTest::addColumn<bool>("dress");
    QTest::addColumn<QStringList>("preferred");
    const auto row = [](const char* name, const char* key, bool dress, QStringList preferred = {}) {
      QTest::newRow(name) << QString::fromLatin1(key) << dress << preferred;
    };
    row("ATR with torso skin", "atr", true, {QStringLiteral("hair"), QStringLiteral("face"), QStringLiteral("torso-skin")});
    row("fashion parser", "fashion-18", false, {QStringLiteral("hair"), QStringLiteral("hands"), QStringLiteral("jewelry")});
    row("fashion parser, dress", "fashion-18", true, {QStringLiteral("hat"), QStringLiteral("torso"), QStringLiteral("jewelry")});
    row("our own", "retailor", false);
    row("CIHP without torso skin", "cihp", false, {QStringLiteral("hair"), QStringLiteral("face"), QStringLiteral("right-shoe")});
    row("Pascal without legs", "pascal-person-part", false);
  }
  void theRestIsFoundOrAskedAbout() {
    QFETCH(QString, key);
    QFETCH(bool, dress);
    QFETCH(QStringList, preferred);
    std::vector<std::string> names;
    for (const QString& name : preferred) names.push_back(name.toStdString());
    const auto map = tests::figureMap(*schemeNamed(key.toStdString()), {150, 220}, dress ? Dressed::Dress : Dressed::TopAndTrousers, names);
    verifyFoundOrAsked(map, key);
  }

  // A head and shoulders, as parsers of faces see them.
  void aHeadIsFoundOrAskedAbout_data() {
    QTest::addColumn<bool>("hat");
    QTest::newRow("bare") << false;
    QTest::newRow("with a hat") << true;
  }
  void aHeadIsFoundOrAskedAbout() {
    QFETCH(bool, hat);
    const auto map = tests::drawnMap({160, 160}, [hat](double x, double y) -> std::uint32_t {
      if (hat && y < 0.22 && std::abs(x - 0.5) < 0.3) return 18;
      if (std::hypot(x - 0.42, y - 0.42) < 0.03) return 4;
      if (std::hypot(x - 0.58, y - 0.42) < 0.03) return 5;
      if (std::hypot(x - 0.5, y - 0.52) < 0.03) return 10;
      if (std::abs(y - 0.62) < 0.02 && std::abs(x - 0.5) < 0.08) return y < 0.62 ? 12 : 13;
      if (std::hypot((x - 0.5) / 0.22, (y - 0.48) / 0.28) < 1) return 1;
      if (std::hypot((x - 0.5) / 0.3, (y - 0.4) / 0.34) < 1 && y < 0.6) return 17;
      if (y > 0.7 && y < 0.82 && std::abs(x - 0.5) < 0.11) return 14;
      return y >= 0.82 ? 16 : 0;
    });
    verifyFoundOrAsked(map, QStringLiteral("celebamask"));
  }

  // Id 10 as a strip between face and shirt.
  void bareSkinOfTheChestSpeaksForCihp() {
    const ParsingScheme& lip = *schemeNamed("lip");
    auto map = tests::drawnMap({150, 220}, [&](double x, double y) -> std::uint32_t {
      if (y > 0.2 && y < 0.23 && std::abs(x - 0.5) < 0.06) return 10;
      return tests::classFor(lip, tests::figurePart(x, y, Dressed::TopAndTrousers), {"hair", "face", "right-shoe"});
    });
    const SchemeGuesses guesses = detectedScheme(map);
    QCOMPARE(guesses.likeliest.front().scheme->key, std::string("cihp"));
    QVERIFY(guesses.certain);
  }

  // Without id 10 both read the map alike: nothing to ask.
  void whatReadsAlikeNeedsNoQuestion() {
    const auto map = tests::figureMap(*schemeNamed("lip"), {150, 220}, Dressed::TopAndTrousers, {"hair", "face", "right-shoe"});
    QVERIFY(detectedScheme(map).certain);
  }

  void aBoxOfOneIdLeavesItOpen() {
    const auto map = tests::drawnMap({60, 60}, [](double x, double y) -> std::uint32_t { return x > 0.3 && y > 0.3 ? 4 : 0; });
    const SchemeGuesses guesses = detectedScheme(map);
    QVERIFY(guesses.likeliest.size() > 2);
    QVERIFY(!guesses.certain);
  }

  void idsThatNoSchemeHasAreNobodys() {
    const auto map = tests::drawnMap({60, 60}, [](double x, double) -> std::uint32_t { return x > 0.5 ? 90 : 3; });
    QVERIFY(detectedScheme(map).likeliest.empty());
  }

  void twoHundredFiftyFiveIsNothing() {
    auto map = tests::figureMap(*schemeNamed("atr"), {150, 220}, Dressed::TopAndTrousers, {"hair", "face"});
    for (std::size_t i = 0; i < 100; ++i) map.ids[i] = kVoid;
    QCOMPARE(detectedScheme(map).likeliest.front().scheme->key, std::string("atr"));
  }

  void aFigureOnItsHeadIsImplausible() {
    const ParsingScheme& atr = *schemeNamed("atr");
    const auto upright = tests::figureMap(atr, {150, 220});
    const auto onItsHead = tests::drawnMap(
        {150, 220}, [&](double x, double y) { return tests::classFor(atr, tests::figurePart(x, 1 - y, Dressed::TopAndTrousers)); });
    QVERIFY(plausibility(upright, atr) > 0.9);
    QVERIFY(plausibility(onItsHead, atr) < -0.4);
  }

 private:
  static void verifySame(const SchemeGuesses& found, const SchemeGuesses& wanted) {
    QVERIFY(wanted.certain);
    QVERIFY(found.certain);
    QCOMPARE(found.likeliest.front().scheme->key, wanted.likeliest.front().scheme->key);
    QCOMPARE(found.likeliest.front().score, wanted.likeliest.front().score);
  }

  static void verifyFoundOrAsked(const LabelMap& map, const QString& key) {
    const SchemeGuesses guesses = detectedScheme(map);
    QVERIFY(!guesses.likeliest.empty());
    const auto own = std::ranges::find(guesses.likeliest, schemeNamed(key.toStdString()), &SchemeGuess::scheme);
    QVERIFY(own != guesses.likeliest.end());
    if (own == guesses.likeliest.begin()) return;
    const auto parts = importedParts(map, *own->scheme, map.size), others = importedParts(map, *guesses.likeliest.front().scheme, map.size);
    QVERIFY2(!guesses.certain || parts->parts == others->parts, guesses.likeliest.front().scheme->key.c_str());
  }
};

QTEST_GUILESS_MAIN(TestDetectScheme)
#include "test_detect_scheme.moc"
