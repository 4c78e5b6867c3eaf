#include <QtTest>

#include "core/completion/fit_file.h"
#include "core/completion/recipe.h"

using namespace retailor;
using namespace retailor::completion;

namespace {

garment::FitSettings unusual() {
  garment::FitSettings fit;
  fit.kind = garment::GarmentKind::SleevelessDress;
  fit.flipped = true;
  fit.followFolds = 1.0 / 3;
  fit.length = garment::LengthRule::AsWorn;
  fit.looseness = -0.1234567890123;
  fit.armDown = {true, std::nullopt};
  fit.uncovered = garment::Uncovered::KeepOldCloth;
  fit.collarEdge = 2;
  fit.pins = {{garment::Landmark::HemLeft, {0.1, 0.9}, {0.30000000000000004, 1.2}}, {std::nullopt, {0.5, 0.5}, {0.4, 0.6}}};
  return fit;
}

}  // namespace

class TestFitFile : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everySettingComesBackExactly();
  void recipesCarryFitsAndRegions();
  void whatIsNoFitIsRefused_data();
  void whatIsNoFitIsRefused();
};

void TestFitFile::everySettingComesBackExactly() {
  for (const garment::FitSettings& fit : {garment::FitSettings{}, unusual()}) {
    const Result<garment::FitSettings> back = fitFromJson(toJson(fit));
    QVERIFY2(back.ok(), back ? "" : back.failure().sentence.c_str());
    QVERIFY(*back == fit);
  }
}

void TestFitFile::recipesCarryFitsAndRegions() {
  Recipe recipe;
  recipe.regions = {{"upper-clothes", std::string(64, 'a')}, {"in-front", std::string(64, 'b')}};
  recipe.references.push_back({"shirt.png", std::string(64, 'c'), "", BodyRegion::UpperClothes, std::nullopt, 1.0, unusual()});
  const Result<Recipe> back = recipeFromJson(toJson(recipe));
  QVERIFY2(back.ok(), back ? "" : back.failure().sentence.c_str());
  QVERIFY(*back == recipe);
}

void TestFitFile::whatIsNoFitIsRefused_data() {
  QTest::addColumn<QByteArray>("json");
  QTest::newRow("not JSON") << QByteArray("shirt");
  QTest::newRow("something else") << QByteArray("{}");
  QTest::newRow("later version") << QByteArray(R"({"retailor-fit": 2})");
  QTest::newRow("unknown key") << QByteArray(R"({"retailor-fit": 1, "colour": 3})");
  QTest::newRow("out of range") << QByteArray(R"({"retailor-fit": 1, "follow-folds": 7})");
  QTest::newRow("no landmark") << QByteArray(
      R"({"retailor-fit": 1, "pins": [{"landmark": "elbow", "garment": [0, 0], "person": [0, 0]}]})");
  QTest::newRow("landmark twice") << QByteArray(
      R"({"retailor-fit": 1, "pins": [{"landmark": "hem-left", "garment": [0, 0], "person": [0, 0]}, {"landmark": "hem-left", "garment": [0, 0], "person": [0, 0]}]})");
  QTest::newRow("half a point") << QByteArray(R"({"retailor-fit": 1, "pins": [{"garment": [0], "person": [0, 0]}]})");
}

void TestFitFile::whatIsNoFitIsRefused() {
  QFETCH(QByteArray, json);
  const Result<garment::FitSettings> fit = fitFromJson(json.toStdString());
  QVERIFY(!fit.ok());
  QCOMPARE(fit.failure().kind, FailureKind::BadInput);
}

QTEST_GUILESS_MAIN(TestFitFile)
#include "test_fit_file.moc"
