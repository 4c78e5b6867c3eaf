#include <QTest>

#include "core/neural/weights/folder/model_folder.h"
#include "core/regions/parsers/parser_model.h"
#include "tests/core/regions/parser_folder.h"

using namespace retailor;
using namespace retailor::regions;
using namespace retailor::tests;

namespace {

std::vector<weights::SearchedFolder> searchIn(const ParserFolder& models) { return {{models.path(), weights::SearchedBecause::Asked}}; }

}  // namespace

class TestParserModel : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aFolderAsPublishedIsFoundAmongOthers() {
    const ParserFolder models;
    models.writeParser("segformer_b2_clothes");
    // What its training left behind lies beside it in the published repository.
    models.write("segformer_b2_clothes/onnx/config.json", ParserFolder::config(kAtrLabels));
    models.write("segformer_b2_clothes/optimizer.pt", "not looked at");
    models.write("segformer_b2_clothes/training_args.bin", "not looked at");
    models.write("streets/config.json", ParserFolder::config(R"({"0": "road", "1": "person"})"));
    models.write("streets/model.safetensors", ParserFolder::noTensors());
    models.write("classifier/config.json", ParserFolder::config(kAtrLabels, "ViTForImageClassification"));
    models.write("classifier/model.safetensors", ParserFolder::noTensors());
    const auto found = findParsers(searchIn(models));
    QCOMPARE(found.size(), std::size_t{1});
    QCOMPARE(found[0].name, std::string("segformer_b2_clothes"));
    QCOMPARE(found[0].weights, models.path("segformer_b2_clothes/model.safetensors"));
    QCOMPARE(found[0].scheme.key, std::string("atr"));
    QVERIFY(found[0].licence.starts_with("mit") && found[0].licence.find("research") != std::string::npos);
    QCOMPARE(firstParser(searchIn(models))->name, found[0].name);
  }

  void aModelListCallsItByItsKind() {
    const ParserFolder models;
    models.writeParser("clothes");
    const auto listed = weights::findModels(searchIn(models));
    QCOMPARE(listed.size(), std::size_t{1});
    QCOMPARE(listed[0].kind, std::string("human parser"));
    const auto parts = weights::ModelFolder::open(models.path("clothes"))->componentNames();
    QCOMPARE(parts, std::vector<std::string>{"human_parser"});
  }

  void aRepositoryOfTheHubCacheHasItsPublishedName() {
    const ParserFolder models;
    models.writeParser("models--mattmdjaga--segformer_b2_clothes/snapshots/0123abcd");
    models.write("models--mattmdjaga--segformer_b2_clothes/refs/main", "0123abcd");
    const auto found = findParsers(searchIn(models));
    QCOMPARE(found.size(), std::size_t{1});
    QCOMPARE(found[0].name, std::string("mattmdjaga/segformer_b2_clothes"));
    QVERIFY(std::filesystem::exists(found[0].weights));
  }

  void theWeightFileItselfNamesItsFolder() {
    const ParserFolder models;
    models.writeParser("clothes");
    const auto parser = openParser(models.path("clothes/model.safetensors"));
    QVERIFY(parser);
    QCOMPARE(parser->folder, models.path("clothes"));
    QCOMPARE(parser->name, std::string("clothes"));
  }

  void whatIsNoParserIsRefused_data() {
    QTest::addColumn<QString>("missing");
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* name, const char* missing, const std::string& config, const char* words) {
      QTest::newRow(name) << QString::fromLatin1(missing) << QByteArray::fromStdString(config) << QString::fromLatin1(words);
    };
    row("no folder", ".", "", "clothes");
    row("no config", "config.json", "", "config.json");
    row("no weights", "model.safetensors", "", "model.safetensors");
    row("cut config", "", "{\"architectures\": [\"Segf", "config.json");
    row("another network", "", ParserFolder::config(kAtrLabels, "BertModel"), "SegformerForSemanticSegmentation");
    row("streets", "", ParserFolder::config(R"({"0": "road", "1": "car"})"), "parts of a person");
    row("nameless, of no known number", "", ParserFolder::config(R"({"0": "LABEL_0", "1": "LABEL_1"})"), "parts of a person");
    row("a gap in the ids", "", ParserFolder::config(R"({"0": "hair", "2": "pants"})"), "numbered");
    row("ids that are words", "", ParserFolder::config(R"({"hair": "0", "pants": "1"})"), "numbered");
    row("labels that are numbers", "", ParserFolder::config(R"({"0": 1, "1": 2})"), "numbered");
  }
  void whatIsNoParserIsRefused() {
    QFETCH(QString, missing);
    QFETCH(QByteArray, config);
    QFETCH(QString, words);
    const ParserFolder models;
    models.writeParser("clothes");
    if (!missing.isEmpty())
      std::filesystem::remove_all(models.path("clothes/" + (missing == QLatin1String(".") ? "" : missing.toStdString())));
    if (!config.isEmpty()) models.write("clothes/config.json", config.toStdString());
    const auto parser = openParser(models.path("clothes"));
    QVERIFY(!parser && parser.failure().kind == FailureKind::MissingWeights);
    QVERIFY2(parser.failure().sentence.find(words.toStdString()) != std::string::npos, parser.failure().sentence.c_str());
  }

  void whereThereIsNoneItIsToldWhatToInstall() {
    const ParserFolder models;
    const auto none = firstParser(searchIn(models));
    QVERIFY(!none && none.failure().kind == FailureKind::MissingWeights);
    QVERIFY(none.failure().sentence.find("segformer_b2_clothes") != std::string::npos);
    models.writeParser("clothes");
    std::filesystem::remove(models.path("clothes/model.safetensors"));
    const auto broken = firstParser(searchIn(models));
    QVERIFY(!broken);
    QVERIFY2(broken.failure().sentence.find("clothes/model.safetensors") != std::string::npos, broken.failure().sentence.c_str());
  }
};

QTEST_GUILESS_MAIN(TestParserModel)
#include "test_parser_model.moc"
