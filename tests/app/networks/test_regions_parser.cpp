// retailor-cli regions --parser, as a shell sees it, with a small SegFormer.
#include "tests/core/regions/networks/small_parser.h"

#include <QtTest>

#include "tests/app/command_line/workplace.h"

using namespace retailor;
using namespace retailor::tests;

namespace {

QString asText(const std::filesystem::path& path) { return QString::fromStdString(path.string()); }

}  // namespace

class TestRegionsParser : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { m_place.writePicture(QStringLiteral("person.png"), unsmoothPicture(90, 60)); }

  void theParsersLabelsBecomeMasks() {
    const Ended ended = m_place.runReal(QStringLiteral("regions --photo person.png --output out --parser ") + asText(m_parser.folder()));
    QVERIFY2(ended.code == 0, qPrintable(ended.err));
    QVERIFY2(ended.err.contains(QStringLiteral("research")), qPrintable(ended.err));
    QVERIFY(ended.out.contains(QStringLiteral("atr")));
    const QStringList files = m_place.entries(QStringLiteral("out"));
    for (const char* file : {"labels.png", "parts.png", "parts.json", "lower-clothes.png"})
      QVERIFY2(files.contains(QLatin1String(file)), file);
    const QJsonObject sidecar = QJsonDocument::fromJson(m_place.bytes(QStringLiteral("out/parts.json"))).object();
    QCOMPARE(sidecar[QLatin1String("source")].toString(), QStringLiteral("small"));
    QCOMPARE(sidecar[QLatin1String("parser")].toObject()[QLatin1String("weights")].toString().size(), 64);
  }

  void theLabelsAreAParsingMapToo() {
    QCOMPARE(m_place.runReal(QStringLiteral("regions --photo person.png --output one --parser ") + asText(m_parser.folder())).code, 0);
    const Ended again = m_place.runReal(QStringLiteral("regions --photo person.png --map one/labels.png --scheme atr --output two"));
    QVERIFY2(again.code == 0, qPrintable(again.err));
    QCOMPARE(m_place.bytes(QStringLiteral("two/parts.png")), m_place.bytes(QStringLiteral("one/parts.png")));
  }

  void anotherSchemeMayBeAskedFor() {
    const Ended ended =
        m_place.runReal(QStringLiteral("regions --photo person.png --scheme lip --output lip --parser ") + asText(m_parser.folder()));
    QVERIFY2(ended.code == 0 && ended.out.contains(QStringLiteral("lip")), qPrintable(ended.err));
  }

  void autoTakesTheFirstInTheModelFolders() {
    const Ended ended =
        m_place.runReal(QStringLiteral("regions --photo person.png --parser auto --output found --model ") + asText(m_parser.above()));
    QVERIFY2(ended.code == 0 && ended.err.contains(QStringLiteral("small")), qPrintable(ended.err));
  }

  void aModelListAndACheckNameIt() {
    const Ended list = m_place.runReal(QStringLiteral("models list --model ") + asText(m_parser.above()));
    QVERIFY2(list.code == 0 && list.out.contains(QStringLiteral("human parser")), qPrintable(list.out));
    const Ended check = m_place.runReal(QStringLiteral("models check --model ") + asText(m_parser.above()));
    QVERIFY2(check.code == 0 && check.out.contains(QStringLiteral("human_parser")) && check.out.contains(QStringLiteral("research")),
             qPrintable(check.out + check.err));
  }

  void whatCannotBeEndsWithItsCodeAndWritesNothing_data() {
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, const char* arguments, int code, const char* says) {
      QTest::newRow(name) << QString::fromLatin1(arguments) << code << QString::fromLatin1(says);
    };
    row("no photo", "--parser nowhere", 2, "--photo");
    row("map and parser", "--parser nowhere --map person.png --photo person.png", 2, "--map");
    row("no such folder", "--parser nowhere --photo person.png", 3, "nowhere");
    row("no model at all", "--parser . --photo person.png", 3, "config.json");
    row("cut weights", "--parser cut --photo person.png", 3, "model.safetensors");
    row("no such photo", "--parser cut --photo gone.png", 2, "gone.png");
    row("none installed", "--parser auto --photo person.png", 3, "segformer_b2_clothes");
  }
  void whatCannotBeEndsWithItsCodeAndWritesNothing() {
    QFETCH(QString, arguments);
    QFETCH(int, code);
    QFETCH(QString, says);
    QDir().mkdir(m_place.path(QStringLiteral("cut")));
    for (const char* file : {"config.json", "preprocessor_config.json"})
      QFile::copy(asText(m_parser.file(file)), m_place.path(QStringLiteral("cut/") + QLatin1String(file)));
    m_place.writeText(QStringLiteral("cut/model.safetensors"), "cut");
    const Ended ended = m_place.runReal(QStringLiteral("regions --output none ") + arguments);
    QVERIFY2(ended.code == code && ended.err.contains(says), qPrintable(ended.err));
    QVERIFY(m_place.entries(QStringLiteral("none")).isEmpty());
  }

 private:
  Workplace m_place;
  SmallParser m_parser;
};

QTEST_GUILESS_MAIN(TestRegionsParser)
#include "test_regions_parser.moc"
