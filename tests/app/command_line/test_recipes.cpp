#include <QTest>

#include "tests/app/command_line/workplace.h"

using namespace retailor;
using namespace retailor::tests;

namespace {

const QString kMake = QStringLiteral(
    "complete --method fake --photo photo16.png --mask mask.png --seed 9 --steps 4 --placement keep --recipe-out made.json "
    "--reference upper-clothes=shirt.png,mask=shirt-mask.png,at=20:15:24:18:3,weight=0.5 --reference shoes=shirt.png --embed-recipe "
    "--output made.png");

class Made : public Workplace {
 public:
  Made() { m_code = run(kMake).code; }
  bool good() const { return m_code == 0; }
  bool remade(const char* name) const { return bytes(QString::fromLatin1(name)) == bytes(QStringLiteral("made.png")); }

 private:
  int m_code;
};

}  // namespace

class TestRecipes : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void recipeBesideItsInputsRemakesTheSameBytes();
  void inputsMayBeNamedFromElsewhere();
  void pictureThatCarriesItsRecipeServesAsOne();
  void otherInputsAreRefusedByName_data();
  void otherInputsAreRefusedByName();
  void thePoseIsFoundAgainByItsPixels();
  void optionsChangeWhatTheRecipeSays();
  void foundInputIsNeverOverwritten();
  void builtInMethodRemakesTheSameBytes();
};

void TestRecipes::recipeBesideItsInputsRemakesTheSameBytes() {
  const Made made;
  QVERIFY(made.good());
  const Ended ended = made.run(QStringLiteral("complete --recipe made.json --embed-recipe --output again.png"));
  QVERIFY2(ended.code == 0, qPrintable(ended.err));
  QVERIFY(made.remade("again.png"));
}

void TestRecipes::inputsMayBeNamedFromElsewhere() {
  const Made made;
  QDir(made.folder()).mkdir(QStringLiteral("away"));
  QFile::rename(made.path(QStringLiteral("made.json")), made.path(QStringLiteral("away/r.json")));
  const QString inputs =
      QStringLiteral("--photo photo16.png --mask mask.png --reference face=shirt.png --reference shoes=shirt.png,mask=shirt-mask.png");
  const Ended ended = made.run(QStringLiteral("complete --recipe away/r.json --embed-recipe --output again.png ") + inputs);
  QVERIFY2(ended.code == 0, qPrintable(ended.err));
  QVERIFY(made.remade("again.png"));
  const Ended lost = made.run(QStringLiteral("complete --recipe away/r.json --output lost.png"));
  QCOMPARE(lost.code, 2);
  QVERIFY2(lost.err.contains(QStringLiteral("photo16.png")) && lost.err.contains(QStringLiteral("--photo")), qPrintable(lost.err));
}

void TestRecipes::pictureThatCarriesItsRecipeServesAsOne() {
  const Made made;
  const Ended ended = made.run(QStringLiteral("complete --recipe made.png --embed-recipe --output again.png"));
  QVERIFY2(ended.code == 0, qPrintable(ended.err));
  QVERIFY(made.remade("again.png"));
}

void TestRecipes::otherInputsAreRefusedByName_data() {
  QTest::addColumn<QString>("inputs");
  QTest::addColumn<QString>("says");
  QTest::newRow("photo") << "--photo photo.png"
                         << "The photo photo.png";
  QTest::newRow("mask") << "--mask other-mask.png"
                        << "The mask other-mask.png";
  QTest::newRow("reference") << "--reference upper-clothes=photo.png"
                             << "The reference photo.png";
  QTest::newRow("reference mask") << "--reference upper-clothes=shirt.png,mask=mask.png"
                                  << "The reference shirt.png";
}

void TestRecipes::otherInputsAreRefusedByName() {
  QFETCH(QString, inputs);
  QFETCH(QString, says);
  const Made made;
  made.writePicture(QStringLiteral("other-mask.png"), mask::Mask(image::Size{64, 48}, std::uint8_t{200}).toBitmap());
  const Ended ended = made.run(QStringLiteral("complete --recipe made.json --output again.png ") + inputs);
  QCOMPARE(ended.code, 2);
  QVERIFY2(ended.err.contains(says), qPrintable(ended.err));
}

void TestRecipes::thePoseIsFoundAgainByItsPixels() {
  const Workplace place;
  place.writePicture(QStringLiteral("pose.png"), mask::Mask(image::Size{64, 48}, std::uint8_t{90}).toBitmap());
  place.writePicture(QStringLiteral("other.png"), mask::Mask(image::Size{64, 48}, std::uint8_t{91}).toBitmap());
  const QString posed = QStringLiteral("complete --method fake-posed --photo photo.png --mask mask.png --output made.png --recipe-out ");
  QCOMPARE(place.run(posed + QStringLiteral("posed.json --pose pose.png")).code, 0);
  QVERIFY(place.bytes(QStringLiteral("posed.json")).contains("\"name\": \"pose.png\""));
  const QString again = QStringLiteral("complete --output again.png --recipe ");
  const Ended same = place.run(again + QStringLiteral("posed.json"));
  QVERIFY2(same.code == 0, qPrintable(same.err));
  const Ended other = place.run(again + QStringLiteral("posed.json --pose other.png"));
  QCOMPARE(other.code, 2);
  QVERIFY2(other.err.contains(QStringLiteral("The pose picture other.png")), qPrintable(other.err));
  QFile::remove(place.path(QStringLiteral("pose.png")));
  QVERIFY(place.run(again + QStringLiteral("posed.json")).err.contains(QStringLiteral("--pose")));
  QCOMPARE(place.run(posed + QStringLiteral("plain.json")).code, 0);
  QVERIFY(place.run(again + QStringLiteral("plain.json --pose other.png")).err.contains(QStringLiteral("knows no pose")));
}

void TestRecipes::optionsChangeWhatTheRecipeSays() {
  const Made made;
  QCOMPARE(made.run(QStringLiteral("complete --recipe made.json --output other.png --recipe-out other.json --seed 10")).code, 0);
  QVERIFY(made.bytes(QStringLiteral("other.json")).contains("\"seed\": 10"));
  QVERIFY(!made.remade("other.png"));
}

void TestRecipes::foundInputIsNeverOverwritten() {
  const Made made;
  const QByteArray before = made.bytes(QStringLiteral("mask.png"));
  const Ended ended = made.run(QStringLiteral("complete --recipe made.json --output mask.png"));
  QCOMPARE(ended.code, 2);
  QCOMPARE(made.bytes(QStringLiteral("mask.png")), before);
}

void TestRecipes::builtInMethodRemakesTheSameBytes() {
  const Workplace place;
  const Ended first =
      place.runReal(QStringLiteral("complete --photo photo.png --mask mask.png --reference face=shirt.png,at=20:15:24:18 --preset fast "
                                   "--output made.png --recipe-out made.json"));
  QVERIFY2(first.code == 0, qPrintable(first.err));
  const Ended again = place.runReal(QStringLiteral("complete --recipe made.json --output again.png --threads 1"));
  QVERIFY2(again.code == 0, qPrintable(again.err));
  QVERIFY(place.bytes(QStringLiteral("made.png")) == place.bytes(QStringLiteral("again.png")));
}

QTEST_GUILESS_MAIN(TestRecipes)
#include "test_recipes.moc"
