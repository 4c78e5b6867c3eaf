// LPIPS on a made-up trunk against metric_vectors.json, DINO and CLIP against transformers (make_metric_goldens.py).
#include <ATen/ATen.h>

#include <QtTest>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <numeric>

#include "core/metrics/models/metric_models.h"
#include "core/metrics/networks/clip_similarity.h"
#include "core/metrics/networks/loaded_metrics.h"
#include "core/metrics/networks/perceptual_distance.h"
#include "core/neural/models/dino_vision.h"
#include "core/neural/models/model_settings.h"
#include "core/neural/tensor/weight_tensor.h"
#include "core/neural/weights/open_weights.h"
#include "core/neural/weights/safetensors/safetensors_writer.h"
#include "tests/core/metrics/vector_pictures.h"
#include "tests/support/name_seeded_weights.h"

using namespace retailor;
using namespace retailor::metrics;
using namespace retailor::tests;
using namespace Qt::StringLiterals;
using neural::Lpips;
using neural::LpipsTrunk;
namespace fs = std::filesystem;

namespace {

const fs::path here = RETAILOR_SOURCE_DIR "/tests/core/metrics/networks";

struct TrunkLayer {
  int index;
  std::int64_t in, out, side;
};

std::vector<TrunkLayer> trunkOf(LpipsTrunk kind) {
  if (kind == LpipsTrunk::AlexNet) return {{0, 3, 64, 11}, {3, 64, 192, 5}, {6, 192, 384, 3}, {8, 384, 256, 3}, {10, 256, 256, 3}};
  std::vector<TrunkLayer> layers;
  std::int64_t in = 3;
  for (const auto& [index, out] : {std::pair(0, 64),
                                   {2, 64},
                                   {5, 128},
                                   {7, 128},
                                   {10, 256},
                                   {12, 256},
                                   {14, 256},
                                   {17, 512},
                                   {19, 512},
                                   {21, 512},
                                   {24, 512},
                                   {26, 512},
                                   {28, 512}}) {
    layers.push_back({index, in, out, 3});
    in = out;
  }
  return layers;
}

using Tensors = std::map<std::string, at::Tensor>;

// A stream of pseudo-random weights from layer to layer, as the file's "definitions" say.
Tensors syntheticTrunk(LpipsTrunk kind) {
  Tensors trunk;
  Lcg random(12345);
  for (const TrunkLayer& layer : trunkOf(kind)) {
    const double bound = std::sqrt(6.0 / static_cast<double>(layer.in * layer.side * layer.side));
    const at::Tensor weight = at::empty({layer.out, layer.in, layer.side, layer.side});
    float* to = weight.mutable_data_ptr<float>();
    for (std::int64_t i = 0; i < weight.numel(); ++i) to[i] = static_cast<float>((random.word() / 65535.0 * 2 - 1) * bound);
    trunk["features." + std::to_string(layer.index) + ".weight"] = weight;
    trunk["features." + std::to_string(layer.index) + ".bias"] = at::zeros({layer.out});
  }
  return trunk;
}

weights::WeightMap mapOf(const Tensors& tensors) {
  weights::WeightMap map;
  for (const auto& [name, tensor] : tensors) map.tensors[name] = neural::viewOf(tensor);
  return map;
}

void write(const fs::path& file, const Tensors& tensors) {
  fs::create_directories(file.parent_path());
  QVERIFY(weights::writeSafetensors(file, mapOf(tensors).tensors).ok());
}

std::shared_ptr<const Lpips> lpips(LpipsTrunk kind) {
  const auto heads = weights::openWeights(here / "lpips-0.1.4" / (kind == LpipsTrunk::AlexNet ? "alex.pth" : "vgg.pth"));
  return Lpips::load(mapOf(syntheticTrunk(kind)), *heads, kind).value();
}

QJsonObject goldens() {
  QFile file(QString::fromStdString((here / "metric_goldens.json").string()));
  return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

std::string jsonText(const QJsonValue& value) { return QJsonDocument(value.toObject()).toJson().toStdString(); }

bool isClose(double is, double should, double relative) { return std::abs(is - should) <= relative * std::abs(should) + 1e-9; }

double furthest(const at::Tensor& is, const QJsonArray& should) {
  const at::Tensor flat = is.to(at::kDouble).contiguous().view({-1});
  double most = flat.numel() == should.size() ? 0 : 1e9;
  for (qsizetype i = 0; i < should.size() && most < 1e9; ++i)
    most = std::max(most, std::abs(flat[i].item<double>() - should[i].toDouble()));
  return most;
}

// A CLIP of the goldens' settings, as a user has it on disk.
void writeClip(const fs::path& folder, const QJsonObject& golden) {
  Tensors tensors;
  const QJsonObject shapes = golden["shapes"_L1].toObject();
  for (auto one = shapes.begin(); one != shapes.end(); ++one) {
    std::vector<std::int64_t> shape;
    for (const QJsonValue side : one->toArray()) shape.push_back(side.toInteger());
    tensors[one.key().toStdString()] = support::nameSeeded(one.key().toStdString(), shape);
  }
  write(folder / "model.safetensors", tensors);
  std::ofstream(folder / "config.json") << jsonText(golden["config"_L1]);
  std::ofstream(folder / "preprocessor_config.json") << R"({"size": {"shortest_edge": 32}, "crop_size": {"height": 32, "width": 32}})";
  for (const auto& entry : fs::directory_iterator(RETAILOR_SOURCE_DIR "/tests/parity/tokenizer/small_vocabulary"))
    fs::copy_file(entry.path(), folder / entry.path().filename(), fs::copy_options::overwrite_existing);
}

// The three layers' fused rows and short names of the authors' own files.
Tensors publishedDino(const Tensors& model) {
  Tensors published{{"cls_token", model.at("embeddings.cls_token")},
                    {"pos_embed", model.at("embeddings.position_embeddings")},
                    {"patch_embed.proj.weight", model.at("embeddings.patch_embeddings.projection.weight")},
                    {"patch_embed.proj.bias", model.at("embeddings.patch_embeddings.projection.bias")},
                    {"norm.weight", model.at("layernorm.weight")},
                    {"norm.bias", model.at("layernorm.bias")}};
  for (int i = 0; i < 3; ++i)
    for (const std::string kind : {"weight", "bias"}) {
      const std::string from = "encoder.layer." + std::to_string(i) + ".", to = "blocks." + std::to_string(i) + ".";
      const auto of = [&](const std::string& name) { return model.at(from + name + kind); };
      published[to + "attn.qkv." + kind] =
          at::cat({of("attention.attention.query."), of("attention.attention.key."), of("attention.attention.value.")});
      published[to + "attn.proj." + kind] = of("attention.output.dense.");
      published[to + "norm1." + kind] = of("layernorm_before."), published[to + "norm2." + kind] = of("layernorm_after.");
      published[to + "mlp.fc1." + kind] = of("intermediate.dense."), published[to + "mlp.fc2." + kind] = of("output.dense.");
    }
  return published;
}

}  // namespace

class TestMetricNetworks : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void lpipsMatches_data() {
    QTest::addColumn<bool>("isAlex");
    QTest::addColumn<QJsonObject>("row");
    const QJsonObject all = metricVectors()["lpips"_L1].toObject();
    for (const char* kind : {"alex", "vgg"})
      for (const QJsonValue row : all[QLatin1String(kind)].toObject()["results"_L1].toArray())
        QTest::addRow("%s %s", kind, qPrintable(row["b"_L1].toString())) << (kind[0] == 'a') << row.toObject();
  }
  void lpipsMatches() {
    QFETCH(bool, isAlex);
    QFETCH(QJsonObject, row);
    static const auto alex = lpips(LpipsTrunk::AlexNet), vgg = lpips(LpipsTrunk::Vgg16);
    const Lpips& network = isAlex ? *alex : *vgg;
    const at::Tensor a = planesOf(picture(row, "a")), b = planesOf(picture(row, "b"));
    const auto distance = network.between(a, b), back = network.between(b, a);
    const QJsonArray layers = row["per_layer_heads"_L1].toArray(), taps = row["tap_mean_a"_L1].toArray();
    const std::vector<at::Tensor> seen = network.features(a);
    for (std::size_t i = 0; i < 5; ++i) {
      QVERIFY(isClose(seen[i].mean(at::kDouble).item<double>(), taps[static_cast<qsizetype>(i)].toDouble(), 1e-4));
      QVERIFY(isClose(distance.layers[i], layers[static_cast<qsizetype>(i)].toDouble(), 1e-4));
    }
    QVERIFY(isClose(distance.whole, row["lpips_heads"_L1].toDouble(), 1e-4));
    QVERIFY(isClose(back.whole, distance.whole, 1e-5));
    QVERIFY(isClose(distance.map.mean(at::kDouble).item<double>(), row["spatial_mean"_L1].toDouble(), 1e-4));
    QVERIFY(isClose(meanInside(distance.map, rectMask()), row["spatial_mean_rect"_L1].toDouble(), 1e-4));
  }

  void swappedChannelsChangeLpips() {
    const auto network = lpips(LpipsTrunk::AlexNet);
    const at::Tensor a = planesOf(vectorPicture("G64")), b = planesOf(vectorPicture("GN64"));
    QVERIFY(!isClose(network->between(a.flip(1), b.flip(1)).whole, network->between(a, b).whole, 1e-3));
  }

  void headsOfAnotherVersionAreRefused() {
    Tensors heads;
    for (const auto& [i, width] : {std::pair(0, 64), {1, 192}, {2, 384}, {3, 256}, {4, 256}})
      heads["lin" + std::to_string(i) + ".model.1.weight"] = at::full({1, width, 1, 1}, 0.1);
    const auto loaded = Lpips::load(mapOf(syntheticTrunk(LpipsTrunk::AlexNet)), mapOf(heads), LpipsTrunk::AlexNet);
    QVERIFY(!loaded && loaded.failure().kind == FailureKind::MissingWeights);
    QVERIFY(loaded.failure().sentence.find("0.1") != std::string::npos);
  }

  void dinoMatchesUnderBothSetsOfNames() {
    const QJsonObject golden = goldens()["dino"_L1].toObject();
    const auto settings = neural::DinoSettings::read(neural::ModelSettings(jsonText(golden["config"_L1]), "golden"));
    Tensors asked;
    const neural::WeightSource source(
        [&asked](const std::string& name, at::IntArrayRef shape) { return asked[name] = support::nameSeeded(name, shape); },
        {at::kCPU, at::kFloat, neural::Operators::Plain});
    const neural::DinoVision network(source, settings);
    const auto published = neural::DinoVision::load(mapOf(publishedDino(asked)), settings);
    const at::Tensor pixels = support::normal(300, {2, 3, 32, 32});
    const QJsonArray wanted = golden["embedding"_L1].toArray();
    for (const at::Tensor& embedding : {network.embedding(pixels), (*published)->embedding(pixels)})
      for (int row : {0, 1}) QVERIFY(furthest(embedding[row], wanted[row].toArray()) < 2e-5);
  }

  void clipMatches() {
    const QTemporaryDir place;
    const QJsonObject golden = goldens()["clip"_L1].toObject();
    const fs::path folder = fs::path(place.path().toStdString()) / "clip-vit-base-patch32";
    writeClip(folder, golden);
    const auto clip = ClipSimilarity::load(folder);
    QVERIFY2(clip.ok(), clip ? "" : clip.failure().sentence.c_str());
    const image::Bitmap a = vectorPicture("G64"), b = vectorPicture("GN64");
    const std::string prompt = golden["prompt"_L1].toString().toStdString();
    QVERIFY(furthest(*(*clip)->pictureEmbedding(b), golden["image_embeds"_L1].toArray()[1].toArray()) < 2e-5);
    QVERIFY(furthest(*(*clip)->textEmbedding(prompt), golden["text_embeds"_L1].toArray()) < 2e-5);
    std::vector<Measurement> done;
    std::vector<NotMeasured> lacking;
    Verdict verdict(done, lacking);
    (*clip)->judge({b, a, rectMask(), prompt}, verdict);
    QCOMPARE(done.size(), std::size_t(3));
    QVERIFY(isClose(done[0].value, golden["clip-i"_L1].toDouble(), 1e-5) && done[0].protocol == "full");
    QVERIFY(done[1].metric == "clip-i" && done[1].protocol == "crop");
    QVERIFY(isClose(done[2].value, golden["clip-t"_L1].toDouble(), 1e-4) && done[2].metric == "clip-t");
  }

  void textWithoutPromptIsNotMeasured() {
    const QTemporaryDir place;
    const fs::path folder = fs::path(place.path().toStdString()) / "clip-vit-base-patch32";
    writeClip(folder, goldens()["clip"_L1].toObject());
    std::vector<Measurement> done;
    std::vector<NotMeasured> lacking;
    Verdict verdict(done, lacking);
    (*ClipSimilarity::load(folder))->judge({vectorPicture("G64"), vectorPicture("G64"), rectMask(), std::string()}, verdict);
    QCOMPARE(done.size(), std::size_t(2));
    QVERIFY(isClose(done[0].value, 1, 1e-6) && lacking.empty());
  }

  void modelsAreFoundByTheirPublishedNamesAlone() {
    const QTemporaryDir place;
    const fs::path models = place.path().toStdString();
    const auto found = [&models] { return findMetricModels({{models, weights::SearchedBecause::Asked}}); };
    QVERIFY(!found().any());
    Tensors trunk = syntheticTrunk(LpipsTrunk::AlexNet);
    write(models / "my-classifier.safetensors", trunk);
    fs::create_directories(models / "lpips" / "weights" / "v0.0");
    fs::copy_file(here / "lpips-0.1.4" / "alex.pth", models / "lpips" / "weights" / "v0.0" / "alex.pth");
    writeClip(models / "clip-of-somebody", goldens()["clip"_L1].toObject());
    QVERIFY(!found().any());
    fs::rename(models / "my-classifier.safetensors", models / "alexnet-owt-7be5be79.safetensors");
    fs::rename(models / "lpips" / "weights" / "v0.0", models / "lpips" / "weights" / "v0.1");
    fs::rename(models / "clip-of-somebody", models / "clip-vit-base-patch32");
    QVERIFY(found().hasLpips() && !found().hasLpipsVgg());
    QCOMPARE(found().clipName, std::string("clip-vit-base-patch32"));
    write(models / "alexnet-owt-7be5be79.safetensors", syntheticTrunk(LpipsTrunk::Vgg16));
    QVERIFY(!found().hasLpips());
  }

  void loadedMetricsTellTheirFilesAndWhatIsDamaged() {
    const QTemporaryDir place;
    const fs::path models = place.path().toStdString();
    write(models / "alexnet.safetensors", syntheticTrunk(LpipsTrunk::AlexNet));
    fs::copy_file(here / "lpips-0.1.4" / "alex.pth", models / "alex.pth");
    fs::create_directories(models / "clip-vit-base-patch32");
    std::ofstream(models / "clip-vit-base-patch32" / "config.json") << "{}";
    std::vector<NotMeasured> lacking;
    const auto loaded = loadMetrics(findMetricModels({{models, weights::SearchedBecause::Asked}}), lacking, {});
    QCOMPARE(loaded->networks().size(), std::size_t(1));
    QCOMPARE(loaded->networks().front().metric, std::string("lpips"));
    QCOMPARE(loaded->networks().front().sha256.size(), std::size_t(64 + 1 + 64));
    QCOMPARE(lacking.size(), std::size_t(4));  // DINO, DreamSim, CLIP-I, CLIP-T
    std::vector<NotMeasured> none;
    const auto done = loaded->measure({vectorPicture("GN64"), vectorPicture("G64"), rectMask(), std::string()}, none, {});
    QCOMPARE(done.size(), std::size_t(3));  // full, inside, paste
    const image::Bitmap tiny({30, 64}, 3, image::SampleType::U8);
    QVERIFY(loaded->measure({tiny, tiny, mask::Mask(tiny.size(), 255), std::string()}, none, {}).empty());
    QVERIFY(none.size() == 1 && none.front().why.find("at least 31") != std::string::npos);
  }
};

QTEST_GUILESS_MAIN(TestMetricNetworks)
#include "test_metric_networks.moc"
