#include <QTest>

#include "core/completion/recipe.h"
#include "tests/fakes/small_request.h"

using namespace retailor;
using namespace retailor::completion;

namespace {

// Every setting away from its default, so that none can be lost unnoticed.
CompletionSettings unusualSettings() {
  CompletionSettings settings;
  settings.method = "complete-me";
  settings.preset = Preset::Quality;
  settings.prompt = "a \"red\" coat\nof wool, größer 大";
  settings.negativePrompt = "blue";
  settings.steps = 31;
  settings.guidance = 7.1;
  settings.guidanceFrom = 0.125;
  settings.guidanceUntil = 0.875;
  settings.allowSmallerWindow = true;
  settings.strength = 0.1 + 0.2;
  settings.referenceScale = 0.9;
  settings.imageScale = 1.0 / 3.0;
  settings.similarity = 1.25;
  settings.stayInPlace = 0.07;
  settings.keepReferenceColour = true;
  settings.refinePlacement = false;
  settings.scheduler = "euler-a";
  settings.loras = {{"wool.safetensors", 0.75}, {"größer.safetensors", -1.5}};
  settings.window = WindowChoice::Given;
  settings.givenWindow = {10, 20, 300, 400};
  settings.workingSize = {512, 768};
  settings.seed = 18446744073709551615ULL;
  settings.variations = 3;
  settings.threads = 2;
  settings.device = "cpu";
  settings.precision = "bf16";
  settings.stopAfterStep = 12;
  return settings;
}

Recipe unusualRecipe() {
  CompletionRequest request = fakes::smallRequest();
  request.settings = unusualSettings();
  TaggedReference bare = fakes::smallReference();
  bare.mask = nullptr;
  bare.maskSha256.clear();
  bare.placement.reset();
  request.references.push_back(bare);
  request.pose = {"densepose.png", std::string(64, 'b'), std::make_shared<image::Bitmap>(fakes::smallPicture())};
  Recipe recipe = recipeFor(request, 1);
  recipe.settings = unusualSettings();
  recipe.weights = {{"unet/model.safetensors", std::string(64, 'a')}, {"vae/model.safetensors", ""}};
  return recipe;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  return at == std::string::npos ? std::string("pattern not found: ") + from : text.replace(at, from.size(), to);
}

}  // namespace

class TestRecipe : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everyFieldSurvivesTheRoundTrip();
  void writingTwiceGivesTheSameText();
  void recipeIsTheCandidatesOwn();
  void namesThatAreNotUtf8CanBeWritten();
  void foldersOfFilesStayAtHome();
  void settingsNotNamedKeepTheirDefaults();
  void whatIsNoRecipeIsRefusedWithASentence_data();
  void whatIsNoRecipeIsRefusedWithASentence();
};

void TestRecipe::everyFieldSurvivesTheRoundTrip() {
  const Recipe recipe = unusualRecipe();
  const Result<Recipe> read = recipeFromJson(toJson(recipe));
  QVERIFY2(read.ok(), read ? "" : read.failure().sentence.c_str());
  QVERIFY(*read == recipe);
  QVERIFY(read->pose.has_value());
}

void TestRecipe::writingTwiceGivesTheSameText() {
  const std::string text = toJson(unusualRecipe());
  QCOMPARE(toJson(*recipeFromJson(text)), text);
  QVERIFY(text.starts_with("{\n  \"retailor-recipe\": 1,"));
}

void TestRecipe::recipeIsTheCandidatesOwn() {
  CompletionRequest request = fakes::smallRequest();
  request.settings.variations = 4;
  request.settings.threads = 2;
  const Recipe recipe = recipeFor(request, 7);
  QCOMPARE(recipe.settings.seed, 7U);
  QCOMPARE(recipe.settings.variations, 1);
  QCOMPARE(recipe.settings.threads, 0);  // never changes a result, so it must not change a recipe
  QCOMPARE(recipe.photoSha256.size(), 64U);
  QCOMPARE(recipe.references.at(0).name, std::string("shirt.png"));
  QVERIFY(recipe.program.starts_with("Retailor "));
}

void TestRecipe::namesThatAreNotUtf8CanBeWritten() {
  Recipe recipe = unusualRecipe();
  recipe.photoName = "caf\xe9.png";
  QVERIFY(recipeFromJson(toJson(recipe)).ok());
}

void TestRecipe::foldersOfFilesStayAtHome() {
  Recipe recipe = unusualRecipe();
  recipe.settings.loras = {{"/home/ada/styles/wool.safetensors", 0.5}};
  QVERIFY(toJson(recipe).find("ada") == std::string::npos);
  QCOMPARE(recipeFromJson(toJson(recipe))->settings.loras.at(0).file, std::string("wool.safetensors"));
}

void TestRecipe::settingsNotNamedKeepTheirDefaults() {
  const std::string text =
      R"({"retailor-recipe":1,"program":"","device":"cpu","photo":{"name":"a","sha256":""},"mask":{"sha256":""},"references":[],)"
      R"("settings":{"seed":3}})";
  const Result<Recipe> recipe = recipeFromJson(text);
  QVERIFY(recipe.ok());
  CompletionSettings expected;
  expected.seed = 3;
  QVERIFY(recipe->settings == expected);
}

void TestRecipe::whatIsNoRecipeIsRefusedWithASentence_data() {
  const std::string good = toJson(unusualRecipe());
  QTest::addColumn<std::string>("text");
  QTest::addColumn<QString>("says");
  const auto row = [](const char* name, const std::string& text, const char* says) {
    QTest::newRow(name) << text << QString::fromUtf8(says);
  };
  const auto change = [&](const char* name, const std::string& from, const std::string& to, const char* says) {
    row(name, replaced(good, from, to), says);
  };
  row("empty", "", "well-formed");
  row("cut", good.substr(0, good.size() / 2), "well-formed");
  row("other JSON", R"({"hello": 1})", "not a Retailor recipe");
  row("a list", "[1, 2]", "not a Retailor recipe");
  row("nested without end", std::string(100000, '['), "well-formed");
  row("huge", std::string(std::size_t{5} << 20, ' '), "too large");
  change("later version", "\"retailor-recipe\": 1", "\"retailor-recipe\": 2", "version 2");
  change("version as text", "\"retailor-recipe\": 1", "\"retailor-recipe\": \"1\"", "retailor-recipe");
  change("unknown key", "\"program\"", "\"programme\"", "programme");
  change("unknown setting", "\"preset\"", "\"presset\"", "settings.presset");
  change("unknown preset", "\"quality\"", "\"best\"", "settings.preset");
  change("steps as text", "\"steps\": 31", "\"steps\": \"31\"", "settings.steps");
  change("steps with a fraction", "\"steps\": 31", "\"steps\": 31.5", "settings.steps");
  change("steps beyond int", "\"steps\": 31", "\"steps\": 4294967327", "settings.steps");
  change("steps far below", "\"steps\": 31", "\"steps\": -4294967327", "settings.steps");
  change("steps out of range", "\"steps\": 31", "\"steps\": 100000", "steps");
  change("strength out of range", "\"strength\": 0.30000000000000004", "\"strength\": 1.5", "Strength");
  change("strength beyond double", "\"strength\": 0.30000000000000004", "\"strength\": 1e999", "well-formed");
  change("negative seed", "\"seed\": 18446744073709551615", "\"seed\": -1", "settings.seed");
  change("switch as number", "\"keep-reference-colour\": true", "\"keep-reference-colour\": 1", "keep-reference-colour");
  change("unknown region", "\"upper-clothes\"", "\"hat\"", "references.1.region");
  change("hash in capitals", "\"mask\": {\n    \"sha256\": \"", "\"mask\": {\n    \"sha256\": \"A", "mask.sha256");
  change("weight out of range", "\"weight\": 0.75", "\"weight\": -1", "references.1.weight");
  change("flat placement", "\"width\": 20.0", "\"width\": 0.0", "references.1.placement");
  change("pose without a hash", "\"sha256\": \"bb", "\"sha\": \"bb", "pose.sha");
  change("photo as text", "\"photo\": {", "\"photo\": \"x\", \"mask2\": {", "not known");
  change("unknown scheduler", "\"euler-a\"", "\"euler-z\"", "scheduler");
  change("lora without a scale", "\"scale\": 0.75", "\"scales\": 0.75", "settings.loras.1.scales");
  change("lora scale as text", "\"scale\": 0.75", "\"scale\": \"0.75\"", "settings.loras.1.scale");
  change("lora scale out of range", "\"scale\": 0.75", "\"scale\": 75", "scale of the LoRA");
  change("size of three", "512,\n", "512,\n      5,\n", "settings.working-size");
}

void TestRecipe::whatIsNoRecipeIsRefusedWithASentence() {
  QFETCH(std::string, text);
  QFETCH(QString, says);
  const Result<Recipe> recipe = recipeFromJson(text);
  QVERIFY(!recipe.ok());
  QCOMPARE(recipe.failure().kind, FailureKind::BadInput);
  const QString sentence = QString::fromStdString(recipe.failure().sentence);
  QVERIFY2(sentence.contains(says), qPrintable(sentence));
}

QTEST_GUILESS_MAIN(TestRecipe)
#include "test_recipe.moc"
