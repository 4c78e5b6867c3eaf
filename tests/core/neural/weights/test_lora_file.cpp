#include <QtTest>
#include <algorithm>

#include "core/neural/weights/lora/lora_file.h"
#include "core/neural/weights/open_weights.h"
#include "tests/core/neural/weights/held_tensor.h"

using namespace retailor;
using tests::ones;
using weights::LoraFile;
using weights::WeightMap;

namespace {

const std::filesystem::path fixtures = std::filesystem::path(RETAILOR_SOURCE_DIR) / "tests" / "parity" / "weights" / "lora";

WeightMap mapOf(std::initializer_list<std::pair<const char*, weights::Shape>> tensors) {
  WeightMap map;
  map.file = "some.safetensors";
  for (const auto& [name, shape] : tensors) map.tensors[name] = ones(shape);
  return map;
}

const WeightMap smallUnet = mapOf({{"down_blocks.0.attentions.0.transformer_blocks.0.attn1.to_out.0.weight", {4, 4}},
                                   {"down_blocks.0.resnets.0.conv1.weight", {8, 4, 3, 3}},
                                   {"mid_block.attentions.0.proj_in.weight", {4, 4, 1, 1}}});
const WeightMap smallText = mapOf(
    {{"text_model.encoder.layers.0.self_attn.q_proj.weight", {4, 4}}, {"text_model.encoder.layers.0.self_attn.out_proj.weight", {4, 4}}});

}  // namespace

class TestLoraFile : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void publishedFilesFitWithoutARest_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("layers");
    QTest::addColumn<double>("alpha");
    QTest::newRow("peft, alpha in the metadata") << QStringLiteral("peft.safetensors") << 249 << 5.0;
    QTest::newRow("kohya, alpha as tensors") << QStringLiteral("kohya.safetensors") << 249 << 5.0;
    QTest::newRow("older diffusers, no alpha") << QStringLiteral("older.safetensors") << 128 << 3.0;
  }

  void publishedFilesFitWithoutARest() {
    QFETCH(QString, file);
    QFETCH(int, layers);
    QFETCH(double, alpha);
    const auto unet = weights::openWeights(fixtures / "unet.safetensors");
    const auto lora = weights::readLora(*weights::openWeights(fixtures / file.toStdString()), *unet, {});
    QVERIFY2(lora.ok(), lora.ok() ? "" : lora.failure().sentence.c_str());
    QCOMPARE(static_cast<int>(lora->layers.size()), layers);
    QVERIFY2(lora->unmatched.empty(), lora->unmatched.empty() ? "" : lora->unmatched.front().c_str());
    QVERIFY(std::ranges::all_of(lora->layers, [&](const auto& layer) { return layer.alpha == alpha && layer.rank() == 3; }));
  }

  void everyKindOfNameFindsItsLayer_data() {
    QTest::addColumn<QString>("stem");
    QTest::addColumn<QString>("module");
    const auto row = [](const char* name, const char* stem, const char* module) {
      QTest::newRow(name) << QString::fromLatin1(stem) << QString::fromLatin1(module);
    };
    const char* out = "unet/down_blocks.0.attentions.0.transformer_blocks.0.attn1.to_out.0";
    const char* text = "text_encoder/text_model.encoder.layers.0.self_attn.q_proj";
    row("kohya", "lora_unet_down_blocks_0_attentions_0_transformer_blocks_0_attn1_to_out_0.lora_{}.weight", out);
    row("kohya, original names", "lora_unet_input_blocks_1_1_transformer_blocks_0_attn1_to_out_0.lora_{}.weight", out);
    row("peft", "unet.down_blocks.0.attentions.0.transformer_blocks.0.attn1.to_out.0.lora_{A}.weight", out);
    row("peft, with a name of its own",
        "base_model.model.down_blocks.0.attentions.0.transformer_blocks.0.attn1.to_out.0.lora_{A}.default.weight", out);
    row("older", "unet.down_blocks.0.attentions.0.transformer_blocks.0.attn1.processor.to_out_lora.{}.weight", out);
    row("oldest", "down_blocks.0.attentions.0.transformer_blocks.0.attn1.processor.to_out_lora.{}.weight", out);
    row("lora layer", "unet.down_blocks.0.attentions.0.transformer_blocks.0.attn1.to_out.0.lora.{}.weight", out);
    row("text, kohya", "lora_te_text_model_encoder_layers_0_self_attn_q_proj.lora_{}.weight", text);
    row("text, kohya for two", "lora_te1_text_model_encoder_layers_0_self_attn_q_proj.lora_{}.weight", text);
    row("text, peft", "text_encoder.text_model.encoder.layers.0.self_attn.q_proj.lora_{A}.weight", text);
    row("text, peft of today", "text_encoder.encoder.layers.0.self_attn.q_proj.lora_{A}.weight", text);
    row("text, older", "text_encoder.text_model.encoder.layers.0.self_attn.to_q_lora.{}.weight", text);
    row("text, linear layers", "text_encoder.text_model.encoder.layers.0.self_attn.q_proj.lora_linear_layer.{}.weight", text);
  }

  void everyKindOfNameFindsItsLayer() {
    QFETCH(QString, stem);
    QFETCH(QString, module);
    const auto named = [&](const char* side, const char* letter) {
      return QString(stem)
          .replace(QStringLiteral("{}"), QLatin1String(side))
          .replace(QStringLiteral("{A}"), QLatin1String(letter))
          .toStdString();
    };
    WeightMap file;
    file.tensors[named("down", "A")] = ones({2, 4});
    file.tensors[named("up", "B")] = ones({4, 2});
    const auto lora = weights::readLora(file, smallUnet, smallText);
    QVERIFY2(lora.ok(), lora.ok() ? "" : lora.failure().sentence.c_str());
    QCOMPARE(QString::fromStdString(lora->layers.front().component + "/" + lora->layers.front().module), module);
  }

  void convolutionsFitInBothShapes() {
    const auto kernel = mapOf({{"lora_unet_down_blocks_0_resnets_0_conv1.lora_down.weight", {2, 4, 3, 3}},
                               {"lora_unet_down_blocks_0_resnets_0_conv1.lora_up.weight", {8, 2, 1, 1}}});
    QVERIFY(weights::readLora(kernel, smallUnet, {}).ok());
    const auto point = mapOf({{"lora_unet_mid_block_attentions_0_proj_in.lora_down.weight", {2, 4}},
                              {"lora_unet_mid_block_attentions_0_proj_in.lora_up.weight", {4, 2}}});
    QVERIFY(weights::readLora(point, smallUnet, {}).ok());
  }

  void namesThatFitNothingAreTold() {
    auto file = mapOf({{"lora_unet_mid_block_attentions_0_proj_in.lora_down.weight", {2, 4}},
                       {"lora_unet_mid_block_attentions_0_proj_in.lora_up.weight", {4, 2}},
                       {"lora_unet_nowhere.lora_down.weight", {2, 4}},
                       {"something.else", {1}}});
    const auto lora = weights::readLora(file, smallUnet, {});
    QCOMPARE(lora->unmatched, (std::vector<std::string>{"something.else", "lora_unet_nowhere"}));
  }

  void whatIsNoPlainLoraIsRefused_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* name, const char* reason) {
      QTest::newRow(name) << QString::fromLatin1(name) << QString::fromLatin1(reason);
    };
    row("lora_unet_x.dora_scale", "DoRA");
    row("lora_unet_x.hada_w1_a", "LoHa");
    row("lora_unet_x.lokr_w1", "LoKr");
    row("lora_unet_x.oft_blocks", "OFT");
    row("lora_unet_x.lora_mid.weight", "three");
    row("lora_te2_text_model_encoder_layers_0_mlp_fc1.alpha", "XL");
    row("unrelated", "no LoRA");
    row("lora_unet_nowhere.lora_down.weight", "another model");
    row("lora_unet_mid_block_attentions_0_proj_in.lora_down.weight", "only one");
  }

  void whatIsNoPlainLoraIsRefused() {
    QFETCH(QString, name);
    QFETCH(QString, reason);
    WeightMap file;
    file.file = "some.safetensors";
    file.tensors[name.toStdString()] = ones({2, 4});
    const auto lora = weights::readLora(file, smallUnet, smallText);
    QVERIFY(!lora);
    QVERIFY2(QString::fromStdString(lora.failure().sentence).contains(reason), lora.failure().sentence.c_str());
  }

  void shapesOfAnotherModelAreRefused_data() {
    QTest::addColumn<QList<int>>("down");
    QTest::addColumn<QList<int>>("up");
    QTest::newRow("other input") << QList<int>{2, 5} << QList<int>{4, 2};
    QTest::newRow("other output") << QList<int>{2, 4} << QList<int>{5, 2};
    QTest::newRow("two ranks") << QList<int>{2, 4} << QList<int>{4, 3};
    QTest::newRow("rank 0") << QList<int>{0, 4} << QList<int>{4, 0};
    QTest::newRow("one side") << QList<int>{8} << QList<int>{4, 2};
    QTest::newRow("another kernel") << QList<int>{2, 4, 3, 3} << QList<int>{4, 2, 1, 1};
  }

  void shapesOfAnotherModelAreRefused() {
    QFETCH(QList<int>, down);
    QFETCH(QList<int>, up);
    WeightMap file;
    file.tensors["lora_unet_mid_block_attentions_0_proj_in.lora_down.weight"] = ones(weights::Shape(down.begin(), down.end()));
    file.tensors["lora_unet_mid_block_attentions_0_proj_in.lora_up.weight"] = ones(weights::Shape(up.begin(), up.end()));
    const auto lora = weights::readLora(file, smallUnet, {});
    QVERIFY(!lora);
    QVERIFY2(lora.failure().sentence.find("shape") != std::string::npos, lora.failure().sentence.c_str());
  }
};

QTEST_GUILESS_MAIN(TestLoraFile)
#include "test_lora_file.moc"
