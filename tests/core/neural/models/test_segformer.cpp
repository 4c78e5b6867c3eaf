// What SegFormers of the published sizes are made of, and what is refused. Their numbers are held against transformers by
// test_network_parity.
#include <ATen/ATen.h>

#include <QtTest>
#include <numeric>
#include <set>

#include "core/neural/models/segformer.h"
#include "core/neural/tensor/network_failure.h"
#include "core/neural/tensor/segformer_preprocess.h"
#include "core/neural/tensor/weight_tensor.h"
#include "core/neural/weights/folder/expected_tensors.h"
#include "tests/parity/networks/parser_weights.h"

using namespace retailor;
using namespace retailor::neural;

namespace {

SegformerSettings sized(std::vector<std::int64_t> widths, std::vector<std::int64_t> depths, std::int64_t decoderWidth) {
  SegformerSettings settings;
  for (std::size_t i = 0; i < 4; ++i) {
    settings.stages[i].width = widths[i];
    settings.stages[i].depth = depths[i];
    settings.stages[i].in = i == 0 ? 3 : widths[i - 1];
  }
  settings.decoderWidth = decoderWidth;
  settings.classes = 18;
  return settings;
}

SegformerSettings b0() { return sized({32, 64, 160, 256}, {2, 2, 2, 2}, 256); }

SegformerSettings tiny() { return sized({4, 8, 10, 16}, {1, 1, 1, 1}, 6); }

// Every tensor that the network asks for, by name.
std::map<std::string, std::vector<std::int64_t>> tensorsOf(const SegformerSettings& settings) {
  std::map<std::string, std::vector<std::int64_t>> tensors;
  const auto lookup = [&](const std::string& name, at::IntArrayRef shape) {
    tensors[name] = shape.vec();
    return at::ones(shape);
  };
  const Segformer network(WeightSource(lookup, Placement{}), settings);
  return tensors;
}

weights::WeightMap weightsOf(const SegformerSettings& settings) {
  weights::WeightMap map;
  for (const auto& [name, shape] : tensorsOf(settings)) map.tensors[name] = viewOf(parity::parserWeight(name, shape));
  map.file = "/models/parser/model.safetensors";
  return map;
}

QString readRefusal(const char* json) {
  const auto read = guarded("Reading", [&] { return SegformerSettings::read(ModelSettings(json, "/models/parser/config.json")); });
  return read ? QString() : QString::fromStdString(read.failure().sentence);
}

}  // namespace

class TestSegformer : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void publishedSizesHaveThePublishedNumberOfParameters_data() {
    QTest::addColumn<QList<qlonglong>>("widths");
    QTest::addColumn<QList<qlonglong>>("depths");
    QTest::addColumn<int>("decoderWidth");
    QTest::addColumn<double>("millions");
    const QList<qlonglong> usual{64, 128, 320, 512};
    QTest::newRow("B0") << QList<qlonglong>{32, 64, 160, 256} << QList<qlonglong>{2, 2, 2, 2} << 256 << 3.7;
    QTest::newRow("B2") << usual << QList<qlonglong>{3, 4, 6, 3} << 768 << 27.4;
    QTest::newRow("B3") << usual << QList<qlonglong>{3, 4, 18, 3} << 768 << 47.2;
  }
  void publishedSizesHaveThePublishedNumberOfParameters() {
    QFETCH(QList<qlonglong>, widths);
    QFETCH(QList<qlonglong>, depths);
    QFETCH(int, decoderWidth);
    QFETCH(double, millions);
    std::int64_t count = 0;
    for (const auto& [name, shape] : tensorsOf(sized({widths.begin(), widths.end()}, {depths.begin(), depths.end()}, decoderWidth)))
      if (name.find(".running_") == std::string::npos)
        count += std::accumulate(shape.begin(), shape.end(), std::int64_t{1}, std::multiplies<>());
    QVERIFY2(std::abs(static_cast<double>(count) / 1e6 - millions) <= 0.01 * millions, std::to_string(count).c_str());
  }

  void aCheckWithoutLibtorchKnowsTheSameTensors() {
    std::set<std::string> asked;
    for (const auto& [name, shape] : tensorsOf(b0())) asked.insert(name);
    const auto names = weights::expectedTensors("SegformerForSemanticSegmentation", "{}");
    QVERIFY(asked == std::set<std::string>(names.begin(), names.end()));
    QCOMPARE(names.size(), asked.size());
  }

  void scoresAreAQuarterOfThePictureEachWay_data() {
    QTest::addColumn<int>("height");
    QTest::addColumn<int>("width");
    QTest::newRow("as published") << 512 << 512;
    QTest::newRow("upright") << 384 << 256;
    QTest::newRow("no multiple of anything") << 131 << 77;
  }
  void scoresAreAQuarterOfThePictureEachWay() {
    QFETCH(int, height);
    QFETCH(int, width);
    const Segformer network(WeightSource(parity::parserWeight, Placement{}), b0());
    const at::Tensor scores = network.logits(support::normal(1, {1, 3, height, width}));
    QVERIFY(scores.sizes() == at::IntArrayRef({1, 18, (height + 3) / 4, (width + 3) / 4}));
    QVERIFY(scores.isfinite().all().item<bool>());
  }

  void stoppingIsHeededAfterEveryBlock() {
    const Segformer network(WeightSource(parity::parserWeight, Placement{}), tiny());
    const at::Tensor pixels = support::normal(1, {1, 3, 64, 64});
    for (std::int64_t last = 1; last <= 5; ++last) {
      std::int64_t heard = 0;
      const at::Tensor scores = network.logits(pixels, [&](std::int64_t block, std::int64_t blocks) {
        heard = block;
        return blocks == 5 && block < last;
      });
      QCOMPARE(heard, last);
      QVERIFY(!scores.defined());
    }
  }

  void weightsThatDoNotFitAreRefused_data() {
    QTest::addColumn<QString>("tensor");
    QTest::addColumn<bool>("isThere");
    QTest::newRow("no classifier") << QStringLiteral("decode_head.classifier.weight") << false;
    QTest::newRow("no statistics") << QStringLiteral("decode_head.batch_norm.running_var") << false;
    QTest::newRow("no shrinking") << QStringLiteral("segformer.encoder.block.0.0.attention.self.sr.weight") << false;
    QTest::newRow("another filter") << QStringLiteral("segformer.encoder.block.2.0.mlp.dwconv.dwconv.weight") << true;
    QTest::newRow("another width") << QStringLiteral("segformer.encoder.patch_embeddings.1.proj.weight") << true;
    QTest::newRow("other classes") << QStringLiteral("decode_head.classifier.weight") << true;
  }
  void weightsThatDoNotFitAreRefused() {
    QFETCH(QString, tensor);
    QFETCH(bool, isThere);
    weights::WeightMap map = weightsOf(tiny());
    QVERIFY(Segformer::load(map, tiny()).ok());
    QCOMPARE(map.tensors.erase(tensor.toStdString()), std::size_t{1});
    if (isThere) map.tensors[tensor.toStdString()] = viewOf(at::ones({3, 5, 2, 2}));
    const auto loaded = Segformer::load(map, tiny());
    QVERIFY(!loaded);
    QVERIFY(loaded.failure().kind == FailureKind::MissingWeights);
    const QString sentence = QString::fromStdString(loaded.failure().sentence);
    QVERIFY2(sentence.contains(tensor) && sentence.contains(QStringLiteral("model.safetensors")), qPrintable(sentence));
  }

  void settingsThatCannotBeAreRefused_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* name, const char* json, const char* words) {
      QTest::newRow(name) << QByteArray(json) << QString::fromLatin1(words);
    };
    row("no object", "[]", "config.json");
    row("heads", R"({"num_attention_heads": [3, 2, 5, 8]})", "num_attention_heads");
    row("three stages", R"({"hidden_sizes": [32, 64, 160]})", "hidden_sizes");
    row("stages", R"({"num_encoder_blocks": 5})", "num_encoder_blocks");
    row("nothing deep", R"({"depths": [2, 0, 2, 2]})", "depths");
    row("very deep", R"({"depths": [2, 2, 100000, 2]})", "depths");
    row("even patches", R"({"patch_sizes": [8, 3, 3, 3]})", "patch_sizes");
    row("gaps", R"({"strides": [4, 2, 5, 2]})", "strides");
    row("function", R"({"hidden_act": "relu"})", "relu");
    row("depth pictures", R"({"num_channels": 4})", "num_channels");
    row("no labels", R"({"id2label": {}})", "id2label");
    row("flat", R"({"reshape_last_stage": false})", "reshape_last_stage");
  }
  void settingsThatCannotBeAreRefused() {
    QFETCH(QByteArray, json);
    QFETCH(QString, words);
    QVERIFY(readRefusal("{}").isEmpty());
    const QString sentence = readRefusal(json.constData());
    QVERIFY2(sentence.contains(words) && sentence.contains(QStringLiteral("config.json")), qPrintable(sentence));
  }

  void processorSettingsThatCannotBeAreRefused_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("no object") << QByteArray("7");
    QTest::newRow("short side only") << QByteArray(R"({"size": {"shortest_edge": 512}})");
    QTest::newRow("huge") << QByteArray(R"({"size": 4096})");
    QTest::newRow("a dot") << QByteArray(R"({"size": {"height": 1, "width": 512}})");
    QTest::newRow("no deviation") << QByteArray(R"({"image_std": [0, 1, 1]})");
    QTest::newRow("words") << QByteArray(R"({"size": "large"})");
  }
  void processorSettingsThatCannotBeAreRefused() {
    QFETCH(QByteArray, json);
    const auto read = segformerPreprocess(json.toStdString(), "preprocessor_config.json");
    QVERIFY(!read && read.failure().kind == FailureKind::MissingWeights);
    QVERIFY(read.failure().sentence.find("preprocessor_config.json") != std::string::npos);
  }

  void aNumberIsTheSideOfASquare() {
    const auto read =
        segformerPreprocess(R"({"size": 640, "feature_extractor_type": "SegformerFeatureExtractor", "do_resize": false})", "it");
    QVERIFY(read);
    QCOMPARE(read->height, 640);
    QCOMPARE(read->width, 640);
    QVERIFY(read->resizes && !read->crops);
  }
};

QTEST_GUILESS_MAIN(TestSegformer)
#include "test_segformer.moc"
