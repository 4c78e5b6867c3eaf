#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <fstream>

#include <sys/stat.h>

#include "core/neural/weights/folder/find_models.h"
#include "core/neural/weights/folder/model_folder.h"
#include "core/neural/weights/folder/model_licence.h"
#include "core/neural/weights/safetensors/safetensors_writer.h"
#include "tests/core/neural/weights/handmade_weights.h"
#include "tests/core/neural/weights/held_tensor.h"

using namespace retailor;
using weights::ModelFolder;
using weights::Precision;

namespace {

namespace fs = std::filesystem;

void writeText(const fs::path& file, const std::string& text) {
  fs::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << text;
}

// A file whose one tensor says, by its length, which file it is.
void writeMarked(const fs::path& file, std::int64_t mark) {
  fs::create_directories(file.parent_path());
  const auto written = weights::writeSafetensors(file, {{"conv_in.weight", tests::ones({mark, 9, 3, 3})}});
  QVERIFY(written.ok());
}

std::int64_t markOf(const weights::Component& component) { return component.weights.find("conv_in.weight")->shape.front(); }

std::string sentenceOf(const Result<weights::Component>& result) { return result.ok() ? std::string() : result.failure().sentence; }

}  // namespace

class TestModelFolder : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() { m_folder = std::make_unique<QTemporaryDir>(); }

  void everyWayToNameAComponentWorks_data() {
    QTest::addColumn<QString>("opened");
    QTest::newRow("pipeline") << QStringLiteral("model");
    QTest::newRow("the component's own folder") << QStringLiteral("model/unet");
    QTest::newRow("pipeline with one part") << QStringLiteral("partial");
    QTest::newRow("hub repository") << QStringLiteral("models--org--name");
    QTest::newRow("hub snapshot") << QStringLiteral("models--org--name/snapshots/abc123");
    QTest::newRow("loose file") << QStringLiteral("loose/diffusion_pytorch_model.safetensors");
    QTest::newRow("folder with a loose file") << QStringLiteral("loose");
  }

  void everyWayToNameAComponentWorks() {
    QFETCH(QString, opened);
    makeModel(root() / "model");
    makeUnet(root() / "partial" / "unet");
    makeHubRepository();
    makeUnet(root() / "loose");
    fs::remove(root() / "loose" / "config.json");
    const auto model = ModelFolder::open(root() / opened.toStdString());
    QVERIFY2(model.ok(), model.ok() ? "" : model.failure().sentence.c_str());
    const auto unet = model->component("unet", Precision::Fp32);
    QVERIFY2(unet.ok(), sentenceOf(unet).c_str());
    QCOMPARE(markOf(*unet), 7);
    QVERIFY(unet->config.find("UNet2DConditionModel") != std::string::npos);
  }

  void thePreferredVariantIsTaken_data() {
    QTest::addColumn<QStringList>("files");
    QTest::addColumn<int>("precision");
    QTest::addColumn<int>("taken");  // index into files
    const QString plain = QStringLiteral("diffusion_pytorch_model.safetensors"),
                  half = QStringLiteral("diffusion_pytorch_model.fp16.safetensors"),
                  brain = QStringLiteral("diffusion_pytorch_model.bf16.safetensors"), other = QStringLiteral("model.safetensors"),
                  odd = QStringLiteral("anything.safetensors");
    QTest::newRow("plain for fp32") << QStringList{plain, half} << int(Precision::Fp32) << 0;
    QTest::newRow("half for fp16") << QStringList{plain, half} << int(Precision::Fp16) << 1;
    QTest::newRow("brain for bf16") << QStringList{plain, half, brain} << int(Precision::Bf16) << 2;
    QTest::newRow("plain for bf16") << QStringList{plain, half} << int(Precision::Bf16) << 0;
    QTest::newRow("half where there is nothing else") << QStringList{half} << int(Precision::Fp32) << 0;
    QTest::newRow("transformers' name") << QStringList{other} << int(Precision::Fp16) << 0;
    QTest::newRow("any name, if alone") << QStringList{odd} << int(Precision::Fp32) << 0;
  }

  void thePreferredVariantIsTaken() {
    QFETCH(QStringList, files);
    QFETCH(int, precision);
    QFETCH(int, taken);
    const fs::path unet = root() / "m" / "unet";
    for (int i = 0; i < files.size(); ++i) writeMarked(unet / files[i].toStdString(), i + 1);
    writeText(unet / "config.json", "{}");
    const auto component = ModelFolder::open(root() / "m")->component("unet", static_cast<Precision>(precision));
    QVERIFY2(component.ok(), sentenceOf(component).c_str());
    QCOMPARE(markOf(*component), taken + 1);
  }

  void whatIsMissingIsNamedWithItsPlace() {
    makeModel(root() / "model");
    fs::remove(root() / "model" / "unet" / "diffusion_pytorch_model.safetensors");
    const auto model = ModelFolder::open(root() / "model");
    const auto unet = model->component("unet", Precision::Fp16);
    QCOMPARE(unet.failure().kind, FailureKind::MissingWeights);
    QVERIFY2(sentenceOf(unet).find((root() / "model" / "unet" / "diffusion_pytorch_model.safetensors").string()) != std::string::npos,
             sentenceOf(unet).c_str());
    const auto text = model->component("text_encoder", Precision::Fp16);
    QVERIFY2(sentenceOf(text).find((root() / "model" / "text_encoder").string()) != std::string::npos, sentenceOf(text).c_str());
  }

  void aPartialDownloadIsToldApart() {
    makeHubRepository();
    fs::remove(root() / "models--org--name" / "blobs" / "weights");
    const auto unet = ModelFolder::open(root() / "models--org--name")->component("unet", Precision::Fp32);
    QVERIFY2(sentenceOf(unet).find("unfinished download") != std::string::npos, sentenceOf(unet).c_str());
  }

  void strangeFoldersAreRefusedInOneSentence_data() {
    QTest::addColumn<QString>("kind");
    for (const char* kind : {"absent", "empty", "index is cut", "index leaves the folder", "config is cut", "config names something twice",
                             "weights are a folder", "weights are a circle of links", "weights are a pipe", "weights are a device",
                             "weights are no weights", "snapshot is missing"})
      QTest::newRow(kind) << QString::fromLatin1(kind);
  }

  void strangeFoldersAreRefusedInOneSentence() {
    QFETCH(QString, kind);
    makeStrange(root() / "m", kind.toStdString());
    const auto model = ModelFolder::open(root() / "m");
    const auto unet = model ? model->component("unet", Precision::Fp32) : Result<weights::Component>(model.failure());
    QVERIFY(!unet);
    QCOMPARE(unet.failure().kind, FailureKind::MissingWeights);
    QVERIFY2(sentenceOf(unet).find(root().string()) != std::string::npos, sentenceOf(unet).c_str());
    QCOMPARE(std::ranges::count(sentenceOf(unet), '\n'), 0);
  }

  void namesOfPartsStayInTheFolder() {
    makeModel(root() / "model");
    const auto model = ModelFolder::open(root() / "model");
    for (const char* name : {"../model/unet", "/etc", "..", "", "unet/../unet"}) QVERIFY(!model->component(name, Precision::Fp32).ok());
    QVERIFY(!model->file("../x.safetensors").ok());
  }

  void modelsAreFoundWhereTheyMayLie() {
    makeModel(root() / "shelf" / "first");
    makeModel(root() / "shelf" / "org" / "second");
    makeHubRepository();
    fs::create_directory_symlink(root(), root() / "shelf" / "circle");
    qputenv("RETAILOR_MODELS", QByteArray::fromStdString((root() / "nowhere").string() + ":" + (root() / "shelf").string()));
    qputenv("HF_HUB_CACHE", QByteArray::fromStdString(root().string()));
    const auto found = weights::findModels(weights::modelSearchPath({}, {}));
    QStringList names;
    for (const auto& model : found) names << QString::fromStdString(model.name);
    QVERIFY2(
        names.contains(QStringLiteral("first")) && names.contains(QStringLiteral("second")) && names.contains(QStringLiteral("org/name")),
        qPrintable(names.join(QLatin1Char(' '))));
    QCOMPARE(found.front().because, weights::SearchedBecause::Environment);
    QCOMPARE(found.front().kind, std::string("StableDiffusionInpaintPipeline"));
    qunsetenv("RETAILOR_MODELS");
    qunsetenv("HF_HUB_CACHE");
  }

  void theLicenceIsTheCards() {
    writeText(root() / "m" / "README.md", "---\nlanguage: en\nlicense: \"creativeml-openrail-m\"\n---\ntext\n");
    QCOMPARE(weights::licenceOf(root() / "m"), std::string("creativeml-openrail-m"));
    writeText(root() / "n" / "LICENSE", "…");
    QCOMPARE(weights::licenceOf(root() / "n"), std::string("see LICENSE"));
    QCOMPARE(weights::licenceOf(root() / "nowhere"), std::string());
  }

 private:
  fs::path root() const { return m_folder->path().toStdString(); }

  static void makeUnet(const fs::path& folder) {
    fs::create_directories(folder);
    writeText(folder / "config.json", R"({"_class_name": "UNet2DConditionModel"})");
    const auto written = weights::writeSafetensors(
        folder / "diffusion_pytorch_model.safetensors",
        {{"conv_in.weight", tests::ones({7, 9, 3, 3})}, {"down_blocks.0.resnets.0.conv1.weight", tests::ones({7, 7, 3, 3})}});
    QVERIFY(written.ok());
  }

  static void makeModel(const fs::path& folder) {
    writeText(folder / "model_index.json",
              R"({"_class_name": "StableDiffusionInpaintPipeline", "unet": ["diffusers", "UNet2DConditionModel"],
                                               "text_encoder": ["transformers", "CLIPTextModel"], "safety_checker": [null, null]})");
    makeUnet(folder / "unet");
  }

  void makeHubRepository() const {
    const fs::path repository = root() / "models--org--name", snapshot = repository / "snapshots" / "abc123";
    makeModel(snapshot);
    writeText(repository / "refs" / "main", "abc123\n");
    fs::create_directories(repository / "snapshots" / "ffffff");
    fs::create_directories(repository / "blobs");
    fs::rename(snapshot / "unet" / "diffusion_pytorch_model.safetensors", repository / "blobs" / "weights");
    fs::create_symlink("../../../blobs/weights", snapshot / "unet" / "diffusion_pytorch_model.safetensors");
  }

  static void makeStrange(const fs::path& folder, const std::string& kind) {
    const fs::path weightFile = folder / "unet" / "diffusion_pytorch_model.safetensors";
    if (kind == "absent") return;
    if (kind == "empty") fs::create_directories(folder);
    if (kind == "snapshot is missing") fs::create_directories(folder / "snapshots");
    if (kind == "empty" || kind == "snapshot is missing") return;
    makeModel(folder);
    if (kind == "index is cut") writeText(folder / "model_index.json", "{\"unet\": [");
    if (kind == "index leaves the folder")
      writeText(folder / "model_index.json", R"({"../../unet": ["diffusers", "UNet2DConditionModel"]})");
    if (kind == "config is cut") writeText(folder / "unet" / "config.json", "{\"in_channels\": ");
    if (kind == "config names something twice") writeText(folder / "unet" / "config.json", R"({"in_channels": 4, "in_channels": 9})");
    if (kind == "weights are no weights") writeText(weightFile, "hello");
    if (!kind.starts_with("weights are a ")) return;
    fs::remove(weightFile);
    if (kind == "weights are a folder") fs::create_directories(weightFile);
    if (kind == "weights are a circle of links") fs::create_symlink(weightFile.filename(), weightFile);
    if (kind == "weights are a pipe") QCOMPARE(::mkfifo(weightFile.c_str(), 0600), 0);
    if (kind == "weights are a device") fs::create_symlink("/dev/zero", weightFile);
  }

  std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestModelFolder)
#include "test_model_folder.moc"
