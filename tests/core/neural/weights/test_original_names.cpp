#include <QtTest>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "core/neural/weights/folder/config_from_shapes.h"
#include "core/neural/weights/folder/expected_tensors.h"
#include "core/neural/weights/folder/original_names.h"
#include "core/neural/weights/folder/single_file.h"
#include "core/neural/weights/open_weights.h"
#include "tests/core/neural/weights/held_tensor.h"

using namespace retailor;

namespace {

struct Row {
  std::string original;
  std::string component;
  std::string current;
};

std::vector<Row> rows() {
  std::ifstream stream(std::filesystem::path(RETAILOR_SOURCE_DIR) / "tests" / "parity" / "weights" / "original_names.txt");
  std::vector<Row> all;
  for (std::string original, place; stream >> original >> place;) {
    const std::size_t slash = place.find('/');
    all.push_back({original, place.substr(0, slash), place.substr(slash + 1)});
  }
  return all;
}

}  // namespace

class TestOriginalNames : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everyNameGoesWhereTheReferencePutsIt() {
    const auto all = rows();
    QCOMPARE(all.size(), std::size_t(686 + 248));
    for (const Row& row : all) {
      const weights::ComponentTensor place = weights::placeOfOriginal(row.original);
      QCOMPARE(place.component + "/" + place.name, row.component + "/" + row.current);
    }
  }

  void theNamesOfAUnetComeBack() {
    for (const Row& row : rows())
      if (row.component == "unet") QCOMPARE("model.diffusion_model." + weights::originalUnetName(row.current), row.original);
  }

  void whatIsNoPartOfAModelHasNoPlace() {
    for (const char* name : {"model_ema.diffusion_modelinput_blocks00weight", "alphas_cumprod",
                             "model.diffusion_model.input_blocks.x.0.weight", "model.diffusion_model.", "", "first_stage_model.loss.logvar",
                             "model.diffusion_model.input_blocks.3.1.weight", "loss.discriminator.main.0.weight"})
      QCOMPARE(weights::placeOfOriginal(name).component, std::string());
  }

  void aCheckpointGivesItsComponents() {
    weights::WeightMap checkpoint;
    for (const Row& row : rows()) checkpoint.tensors[row.original] = tests::ones({2});
    checkpoint.tensors["model.diffusion_model.input_blocks.0.0.weight"] = tests::ones({4, 9, 3, 3});
    checkpoint.tensors["first_stage_model.encoder.mid.attn_1.q.weight"] = tests::ones({3, 3, 1, 1});
    checkpoint.tensors["cond_stage_model.transformer.embeddings.token_embedding.weight"] = tests::ones({5, 2});
    checkpoint.tensors["cond_stage_model.transformer.embeddings.position_ids"] = tests::ones({1});
    QCOMPARE(weights::componentsOfCheckpoint(checkpoint), (std::vector<std::string>{"text_encoder", "unet", "vae"}));
    const auto unet = weights::componentOfCheckpoint(checkpoint, "unet");
    QCOMPARE(unet->tensors.size(), std::size_t(686));
    QVERIFY(weights::configFromShapes(*unet, "unet").find("\"in_channels\":9") != std::string::npos);
    const auto vae = weights::componentOfCheckpoint(checkpoint, "vae");
    QCOMPARE(vae->find("encoder.mid_block.attentions.0.to_q.weight")->shape, (weights::Shape{3, 3}));
    const auto text = weights::componentOfCheckpoint(checkpoint, "text_encoder");
    QCOMPARE(text->tensors.size(), std::size_t(1));
    QVERIFY(text->find("text_model.embeddings.token_embedding.weight") != nullptr);
  }

  void theNamesOfAWholeModelAreKnown() {
    for (const auto& [component, className] : {std::pair("unet", "UNet2DConditionModel"), std::pair("vae", "AutoencoderKL")}) {
      std::set<std::string> published;
      for (const Row& row : rows())
        if (row.component == component) published.insert(row.current);
      const auto expected = weights::expectedTensors(className, "{}");
      QCOMPARE(std::set<std::string>(expected.begin(), expected.end()), published);
    }
    QCOMPARE(weights::expectedTensors("CLIPTextModel", "{}").size(), std::size_t(196));
  }

  void aConfigOfItsOwnChangesTheNames() {
    const auto small =
        weights::openWeights(std::filesystem::path(RETAILOR_SOURCE_DIR) / "tests" / "parity" / "weights" / "lora" / "unet.safetensors");
    weights::Component component{"unet", R"({"block_out_channels": [4, 8, 8, 8]})", {}, *small};
    QCOMPARE(weights::missingTensors(component).size(), std::size_t(0));
    component.weights.tensors.erase("conv_out.bias");
    QCOMPARE(weights::missingTensors(component), std::vector<std::string>{"conv_out.bias"});
    for (const char* hostile : {"[]", "{", R"({"block_out_channels": 4, "layers_per_block": 1e9, "down_block_types": {}})",
                                R"({"layers_per_block": 2000000000})"}) {
      component.config = hostile;
      (void)weights::missingTensors(component);
    }
  }

  void aCheckpointOfAnotherFamilyIsRefused() {
    weights::WeightMap checkpoint;
    checkpoint.tensors["model.diffusion_model.input_blocks.1.1.proj_in.weight"] = tests::ones({2, 2});
    QVERIFY(!weights::componentOfCheckpoint(checkpoint, "unet"));
  }

  void aFusedProjectionIsSplitInThree() {
    weights::WeightMap checkpoint;
    checkpoint.tensors["learnable_vector"] = tests::ones({1, 1, 2});
    checkpoint.tensors["cond_stage_model.mapper.resblocks.0.attn.c_qkv.weight"] = tests::numbers({6, 1}, {0, 1, 2, 3, 4, 5});
    const auto encoder = weights::componentOfCheckpoint(checkpoint, "image_encoder");
    QVERIFY2(encoder.ok(), encoder.ok() ? "" : encoder.failure().sentence.c_str());
    const auto* keys = encoder->find("mapper.blocks.0.attn1.to_k.weight");
    QCOMPARE(keys->shape, (weights::Shape{2, 1}));
    float first = 0;
    std::memcpy(&first, keys->bytes.data(), sizeof first);
    QCOMPARE(first, 2.0F);
  }
};

QTEST_GUILESS_MAIN(TestOriginalNames)
#include "test_original_names.moc"
