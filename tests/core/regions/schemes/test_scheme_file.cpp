#include <QTemporaryDir>
#include <QtTest>
#include <fstream>

#include "core/regions/schemes/scheme_file.h"

using namespace retailor;
using namespace retailor::regions;

class TestSchemeFile : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void whatIsWrittenIsReadBack() {
    for (const ParsingScheme& scheme : knownSchemes()) {
      const auto read = readScheme(written(schemeAsJson(scheme)));
      QVERIFY(read.ok());
      QCOMPARE(read->title, scheme.title);
      QCOMPARE(read->classes.size(), scheme.classes.size());
      for (const ParsingClass& one : scheme.classes) {
        QVERIFY(read->classOf(one.id)->part == one.part);
        QCOMPARE(read->classOf(one.id)->name, one.name);
      }
    }
  }

  void namesMayBeLeftOut() {
    const auto read = readScheme(written(R"({"ids": {"12": "shoes", "16711680": "face"}})"));
    QVERIFY(read.ok());
    QVERIFY(read->classOf(12)->part == BodyPart::Shoes);
    QCOMPARE(read->largestId(), 0xff0000U);
  }

  void wrongTablesAreRefusedByName_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("about");
    QTest::newRow("empty") << QByteArray() << QByteArray("");
    QTest::newRow("no JSON") << QByteArray("ids: 3") << QByteArray("JSON");
    QTest::newRow("a list") << QByteArray("[1, 2]") << QByteArray("ids");
    QTest::newRow("no ids") << QByteArray(R"({"name": "x"})") << QByteArray("ids");
    QTest::newRow("no ids in it") << QByteArray(R"({"ids": {}})") << QByteArray("ids");
    QTest::newRow("a word as id") << QByteArray(R"({"ids": {"four": "face"}})") << QByteArray("four");
    QTest::newRow("negative id") << QByteArray(R"({"ids": {"-4": "face"}})") << QByteArray("-4");
    QTest::newRow("huge id") << QByteArray(R"({"ids": {"99999999": "face"}})") << QByteArray("99999999");
    QTest::newRow("unknown part") << QByteArray(R"({"ids": {"4": "trousers"}})") << QByteArray("trousers");
    QTest::newRow("a number as part") << QByteArray(R"({"ids": {"4": 5}})") << QByteArray("5");
    QTest::newRow("same id twice") << QByteArray(R"({"ids": {"4": "face", "04": "hair"}})") << QByteArray("04");
    QTest::newRow("broken letters") << QByteArray("{\"ids\": {\"4\": \"\xff\xfe\"}}") << QByteArray("");
    QTest::newRow("deep") << QByteArray(100000, '[') << QByteArray("JSON");
  }
  void wrongTablesAreRefusedByName() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, about);
    const auto read = readScheme(written(text.toStdString()));
    QVERIFY(!read.ok());
    QVERIFY(read.failure().kind == FailureKind::BadInput);
    QVERIFY2(read.failure().sentence.find(about.toStdString()) != std::string::npos, read.failure().sentence.c_str());
    QVERIFY(read.failure().sentence.find("scheme.json") != std::string::npos);
  }

  void missingFilesAreNamed() {
    const auto read = readScheme("/nowhere/mine.json");
    QVERIFY(!read.ok());
    QVERIFY(read.failure().sentence.find("mine.json") != std::string::npos);
  }

 private:
  std::filesystem::path written(const std::string& text) const {
    const auto file = std::filesystem::path(m_folder.path().toStdString()) / "scheme.json";
    std::ofstream(file, std::ios::binary) << text;
    return file;
  }

  QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestSchemeFile)
#include "test_scheme_file.moc"
