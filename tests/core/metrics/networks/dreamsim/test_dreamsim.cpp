// DreamSim on small transformers in the published layout, against the package itself (make_dreamsim_goldens.py).
#include <ATen/Parallel.h>

#include <QtTest>
#include <algorithm>
#include <cmath>

#include "core/metrics/models/metric_models.h"
#include "core/metrics/networks/dreamsim/dreamsim_distance.h"
#include "core/metrics/networks/loaded_metrics.h"
#include "tests/core/metrics/networks/dreamsim/published_dreamsim.h"
#include "tests/core/metrics/vector_pictures.h"

using namespace retailor;
using namespace retailor::metrics;
using namespace retailor::tests;
using namespace Qt::StringLiterals;
namespace fs = std::filesystem;

namespace {

MetricModels foundIn(const fs::path& folder) { return findMetricModels({{folder, weights::SearchedBecause::Asked}}); }

const DreamSimModel& modelOf(const MetricModels& found, const std::string& kind) {
  return kind == "ensemble" ? found.dreamSim : found.dreamSimSingle;
}

image::Bitmap wide(const char* name) { return vectorPicture(name).cropped({0, 10, 64, 40}); }

// Anticlockwise, as Pillow's ROTATE_90.
image::Bitmap turned(const image::Bitmap& picture) {
  image::Bitmap turned({picture.height(), picture.width()}, 3, image::SampleType::U8);
  for (int y = 0; y < turned.height(); ++y)
    for (int x = 0; x < turned.width(); ++x)
      std::copy_n(picture.view<std::uint8_t>().pixel(picture.width() - 1 - y, x), 3, turned.span<std::uint8_t>().pixel(x, y));
  return turned;
}

double distanceOf(const DreamSimDistance& network, const image::Bitmap& one, const image::Bitmap& other) {
  const Result<double> distance = network.between(one, other);
  return distance ? *distance : -1;
}

std::string refusalIn(const fs::path& folder) {
  const auto loaded = DreamSimDistance::load(foundIn(folder).dreamSimSingle, "dreamsim-single");
  return loaded ? std::string() : loaded.failure().sentence;
}

}  // namespace

class TestDreamSim : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { at::set_num_threads(1); }  // small networks are not faster with more

  void itMatchesThePackage_data() {
    QTest::addColumn<QString>("kind");
    for (const char* kind : {"ensemble", "dino_vitb16", "dinov2_vitb14", "clip_vitb32", "open_clip_vitb32"})
      QTest::addRow("%s", kind) << QString::fromLatin1(kind);
  }
  void itMatchesThePackage() {
    QFETCH(QString, kind);
    const QTemporaryDir place;
    const PublishedDreamSim published(place.path().toStdString(), kind.toStdString());
    QVERIFY(published.write());
    const MetricModels found = foundIn(place.path().toStdString());
    const auto network = DreamSimDistance::load(modelOf(found, kind.toStdString()), "dreamsim");
    QVERIFY2(network.ok(), network ? "" : network.failure().sentence.c_str());
    const QJsonObject wanted = published.golden()["distances"_L1].toObject();
    const auto compare = [&](const char* pair, const image::Bitmap& one, const image::Bitmap& other) {
      const double should = wanted[QLatin1String(pair)].toDouble(), is = distanceOf(**network, one, other);
      QVERIFY2(std::abs(is - should) <= 1e-4 * should,
               qPrintable(QStringLiteral("%1: %2, not %3").arg(QLatin1String(pair)).arg(is).arg(should)));
    };
    compare("whole", vectorPicture("G64"), vectorPicture("GN64"));
    compare("wide", wide("G64"), wide("GN64"));
    compare("unlike", vectorPicture("G64"), turned(wide("GN64")));
    QCOMPARE(distanceOf(**network, vectorPicture("G64"), vectorPicture("G64")), 0.0);
  }

  void theEnsembleIsMeasuredWholeAndInTheCrop() {
    const QTemporaryDir place;
    const PublishedDreamSim published(place.path().toStdString(), "ensemble");
    QVERIFY(published.write());
    std::vector<NotMeasured> lacking, none;
    const auto loaded = loadMetrics(foundIn(place.path().toStdString()), lacking, {});
    QCOMPARE(loaded->networks().size(), std::size_t(1));
    QCOMPARE(loaded->networks().front().model, std::string("DreamSim, ensemble"));
    QCOMPARE(loaded->networks().front().sha256.size(), std::size_t(4 * 64 + 3));
    const auto done = loaded->measure({vectorPicture("GN64"), vectorPicture("G64"), rectMask(), std::string()}, none, {});
    QCOMPARE(done.size(), std::size_t(2));
    QVERIFY(done[0].metric == "dreamsim" && done[0].protocol == "full" && done[1].protocol == "crop");
    QVERIFY(done[0].value > 0 && done[1].value > 0 && done[0].value != done[1].value);
  }

  void theAdapterCounts() {
    const QTemporaryDir place;
    const fs::path folder = place.path().toStdString();
    const PublishedDreamSim published(folder, "clip_vitb32");
    QVERIFY(published.write());
    const auto distance = [&] {
      const auto network = DreamSimDistance::load(foundIn(folder).dreamSimSingle, "dreamsim-single");
      return network ? distanceOf(**network, vectorPicture("G64"), vectorPicture("GN64")) : -1;
    };
    const double tuned = distance();
    QVERIFY(published.writeAdapter(0));
    QVERIFY(tuned > 0 && std::abs(distance() - tuned) > 1e-2 * tuned);
  }

  void whatIsMissingIsNamed() {
    const QTemporaryDir place;
    const fs::path folder = place.path().toStdString();
    QCOMPARE(foundIn(folder).dreamSim.whyNot(), std::string("model not installed"));
    const PublishedDreamSim published(folder, "ensemble");
    QVERIFY(published.write());
    QVERIFY(foundIn(folder).hasDreamSim() && foundIn(folder).any());
    fs::remove(published.fileOf("clip_vitb16"));
    QVERIFY(!foundIn(folder).any());
    QVERIFY(foundIn(folder).dreamSim.whyNot().ends_with("clip_vitb16_pretrain.pth.tar is missing"));
    std::vector<NotMeasured> lacking;
    QVERIFY(loadMetrics(foundIn(folder), lacking, {})->networks().empty());
    QVERIFY(std::ranges::any_of(
        lacking, [](const NotMeasured& one) { return one.metric == "dreamsim" && one.why.starts_with("model not installed: "); }));
  }

  // The archive has DINO only as training left it, with other weights beside: the student's are not DreamSim's.
  void dinoIsTakenFromItsOwnFileOrTheTeacher() {
    const QTemporaryDir place;
    const fs::path folder = place.path().toStdString();
    const PublishedDreamSim published(folder, "dino_vitb16");
    QVERIFY(published.write());
    const Tensors dino = published.trunk("dino_vitbase16");
    fs::remove_all(folder / "checkpoints");
    const auto writeTrained = [&](const std::string& who) {
      Tensors trained;
      for (const auto& [name, tensor] : dino) trained[who + name] = tensor;
      return writeWeights(folder / "dino_vitb16_pretrain.pth", trained);
    };
    QVERIFY(writeTrained("student.module.backbone."));
    QVERIFY(foundIn(folder).dreamSimSingle.whyNot().ends_with("dino_vitbase16_pretrain.pth is missing"));
    QVERIFY(writeTrained("teacher.backbone."));
    const auto network = DreamSimDistance::load(foundIn(folder).dreamSimSingle, "dreamsim-single");
    QVERIFY(network.ok());
    const double should = published.golden()["distances"_L1].toObject()["whole"_L1].toDouble();
    QVERIFY(std::abs(distanceOf(**network, vectorPicture("G64"), vectorPicture("GN64")) - should) <= 1e-4 * should);
    QVERIFY(writeWeights(folder / "elsewhere" / "dino_vitbase16_pretrain.pth", dino));
    QCOMPARE(foundIn(folder).dreamSimSingle.trunks.front().file, folder / "elsewhere" / "dino_vitbase16_pretrain.pth");
  }

  void damagedFilesAreRefusedByName_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("word");
    const QString config = u"open_clip_vitb32_single_lora/adapter_config.json"_s, trunk = u"open_clip_vitb32_pretrain.pth.tar"_s,
                  adapter = u"open_clip_vitb32_single_lora/adapter_model.safetensors"_s;
    QTest::newRow("no JSON") << config << QByteArray("lora") << u"adapter_config.json"_s;
    QTest::newRow("no alpha") << config << QByteArray("{}") << u"lora_alpha"_s;
    QTest::newRow("DoRA") << config << QByteArray(R"({"lora_alpha": 1, "use_dora": true})") << u"use_dora"_s;
    QTest::newRow("ranks by layer") << config << QByteArray(R"({"lora_alpha": 1, "rank_pattern": {"qkv": 2}})") << u"rank_pattern"_s;
    QTest::newRow("cut trunk") << trunk << QByteArray("\x40\0\0\0", 4) << trunk;
    QTest::newRow("cut adapter") << adapter << QByteArray("PK\x03\x04") << u"adapter_model"_s;
  }
  void damagedFilesAreRefusedByName() {
    QFETCH(QString, file);
    QFETCH(QByteArray, text);
    QFETCH(QString, word);
    const QTemporaryDir place;
    const PublishedDreamSim published(place.path().toStdString(), "open_clip_vitb32");
    QVERIFY(published.write());
    QFile damaged(place.filePath(file));
    QVERIFY(damaged.open(QIODevice::WriteOnly | QIODevice::Truncate) && damaged.write(text) == text.size());
    damaged.close();
    const std::string sentence = refusalIn(place.path().toStdString());
    QVERIFY2(sentence.find(word.toStdString()) != std::string::npos, sentence.c_str());
  }

  void anAdapterOfMoreNetworksIsRefused_data() {
    QTest::addColumn<QString>("number");
    QTest::newRow("one more") << u"1"_s;
    QTest::newRow("the highest number there is") << u"2147483647"_s;
  }
  void anAdapterOfMoreNetworksIsRefused() {
    QFETCH(QString, number);
    const QTemporaryDir place;
    const PublishedDreamSim published(place.path().toStdString(), "open_clip_vitb32");
    QVERIFY(published.write());
    const std::string layer = "base_model.model.extractor_list." + number.toStdString() + ".model.blocks.0.attn.qkv.";
    QVERIFY(writeWeights(published.adapter() / "adapter_model.safetensors",
                         {{layer + "lora_A.weight", at::zeros({1, 1})}, {layer + "lora_B.weight", at::zeros({1, 1})}}));
    const std::string sentence = refusalIn(place.path().toStdString());
    QVERIFY2(sentence.find("changes more networks") != std::string::npos, sentence.c_str());
  }

  void filesThatDoNotBelongTogetherAreRefused_data() {
    QTest::addColumn<QString>("tensor");
    QTest::addColumn<QList<int>>("shape");
    QTest::newRow("no transformer") << u"cls_token"_s << QList<int>{};
    QTest::newRow("width of no heads") << u"cls_token"_s << QList<int>{1, 1, 100};
    QTest::newRow("positions in no square") << u"pos_embed"_s << QList<int>{1, 49, 128};
    QTest::newRow("no projection") << u"proj"_s << QList<int>{};
    QTest::newRow("projection of another width") << u"proj"_s << QList<int>{64, 48};
    QTest::newRow("another layer than the adapter's") << u"blocks.3.attn.qkv.weight"_s << QList<int>{128, 128};
    QTest::newRow("a layer less") << u"blocks.3.norm1.weight"_s << QList<int>{};
    QTest::newRow("factors for no layer") << u"blocks.3.ls1.gamma"_s << QList<int>{7};
    QTest::newRow("patches larger than the picture") << u"patch_embed.proj.weight"_s << QList<int>{1, 3, 300, 300};
  }
  void filesThatDoNotBelongTogetherAreRefused() {
    QFETCH(QString, tensor);
    QFETCH(QList<int>, shape);
    const QTemporaryDir place;
    const PublishedDreamSim published(place.path().toStdString(), "open_clip_vitb32");
    QVERIFY(published.write());
    Tensors trunk = published.trunk("open_clip_vitb32");
    trunk.erase(tensor.toStdString());
    const std::vector<std::int64_t> sides(shape.begin(), shape.end());
    if (!sides.empty()) trunk[tensor.toStdString()] = at::zeros(sides);
    QVERIFY(writeWeights(published.fileOf("open_clip_vitb32"), trunk));
    const std::string sentence = refusalIn(place.path().toStdString());
    QVERIFY2(sentence.find("open_clip_vitb32") != std::string::npos, sentence.c_str());
  }
};

QTEST_GUILESS_MAIN(TestDreamSim)
#include "test_dreamsim.moc"
