#include <QtTest>
#include <set>

#include "core/regions/schemes/parsing_scheme.h"

using namespace retailor;
using namespace retailor::regions;

class TestParsingScheme : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  // Of every scheme the part of each id in order; as published, filed numbers, x for a detail.
  void classesBecomeParts_data() {
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("parts");
    const auto row = [](const char* key, const char* parts) {
      QTest::newRow(key) << QString::fromLatin1(key) << QString::fromLatin1(parts);
    };
    row("deepfashion", "0 3 3 4 5 4 4 2 1 3 4 6 7 2 1 7 7 7 6 7 7 5 1 3");
    row("atr", "0 2 2 1 3 4 4 5 4 6 6 1 7 7 7 7 7 3 7");
    row("lip", "0 2 2 7 1 3 5 3 6 4 5 3 4 1 7 7 7 7 6 6");
    row("cihp", "0 2 2 7 1 3 5 3 6 4 7 3 4 1 7 7 7 7 6 6");
    row("pascal-person-part", "0 1 3 7 7 4 4");
    row("celebamask", "0 1 1 1 1 1 1 1 1 1 1 1 1 1 7 7 3 2 2");
    row("selfie", "0 2 7 1 5 7");
    row("fashion-18", "0 1 2 3 5 4 4 4 7 2 3 1 7 7 7 6 7 7");
    row("retailor", "0 1 2 3 4 5 6 7");
    row("fashionpedia", "0 3 3 3 3 3 3 4 4 4 3 5 5 3 1 2 2 3 7 7 4 4 4 6 6 7 3 7 3 x x x x x x x x x x x x x x x x x x");
  }
  void classesBecomeParts() {
    QFETCH(QString, key);
    QFETCH(QString, parts);
    const ParsingScheme* scheme = schemeNamed(key.toStdString());
    QVERIFY(scheme);
    QStringList found;
    for (std::uint32_t id = 0; id <= scheme->largestId(); ++id) {
      const ParsingClass* one = scheme->classOf(id);
      QVERIFY(one && !one->name.empty());
      found << (one->part == BodyPart::Inherit ? QStringLiteral("x") : QString::number(filedLabel(one->part)));
    }
    QCOMPARE(found.join(QLatin1Char(' ')), parts);
  }

  void lipAndCihpDifferInIdTenOnly() {
    const ParsingScheme &lip = *schemeNamed("lip"), &cihp = *schemeNamed("cihp");
    for (std::uint32_t id = 0; id < 20; ++id) QCOMPARE(lip.classOf(id)->part == cihp.classOf(id)->part, id != 10);
  }

  void faceParsersAreKnownAsSuch() {
    for (const ParsingScheme& scheme : knownSchemes()) QCOMPARE(isOfFaces(scheme), scheme.key == "celebamask");
  }

  void keysAreUnique() {
    std::set<std::string> keys;
    for (const ParsingScheme& scheme : knownSchemes()) QVERIFY(keys.insert(scheme.key).second);
    QVERIFY(!schemeNamed("unheard-of"));
    QVERIFY(knownSchemeKeys().find("deepfashion") != std::string::npos);
  }

  void vocColoursAreTheKnownOnes_data() {
    QTest::addColumn<int>("label");
    QTest::addColumn<int>("colour");
    QTest::newRow("background") << 0 << 0x000000;
    QTest::newRow("1") << 1 << 0x800000;
    QTest::newRow("2") << 2 << 0x008000;
    QTest::newRow("3") << 3 << 0x808000;
    QTest::newRow("8") << 8 << 0x400000;
    QTest::newRow("20") << 20 << 0x004080;
    QTest::newRow("255") << 255 << 0xe0e0c0;
  }
  void vocColoursAreTheKnownOnes() {
    QFETCH(int, label);
    QFETCH(int, colour);
    QCOMPARE(static_cast<int>(vocColour(static_cast<std::uint32_t>(label))), colour);
  }

  void palettesGiveEachLabelItsOwnColour() {
    for (const LabelPalette& palette : knownPalettes())
      QCOMPARE(std::set<std::uint32_t>(palette.colours.begin(), palette.colours.end()).size(), palette.colours.size());
  }
};

QTEST_GUILESS_MAIN(TestParsingScheme)
#include "test_parsing_scheme.moc"
