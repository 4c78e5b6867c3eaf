#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include "core/methods/models/method_model.h"
#include "core/neural/weights/safetensors/safetensors_writer.h"
#include "tests/core/neural/weights/held_tensor.h"

using namespace retailor;
using completion::ModelFolders;

namespace {

void write(const QString& file, const QByteArray& text) {
  QVERIFY(QDir().mkpath(QFileInfo(file).path()));
  QFile out(file);
  QVERIFY(out.open(QIODevice::WriteOnly));
  out.write(text);
}

// A pipeline's folder by its names and settings; its weight files are empty, since looking for a model does not open them.
void writePipeline(const QString& folder, const char* pipeline, int channels, const QStringList& without = {}) {
  write(folder + QStringLiteral("/model_index.json"), QByteArray("{\"_class_name\": \"") + pipeline + "\"}");
  write(folder + QStringLiteral("/unet/config.json"), QByteArray("{\"in_channels\": ") + QByteArray::number(channels) + "}");
  write(folder + QStringLiteral("/vae/config.json"), "{}");
  write(folder + QStringLiteral("/text_encoder/config.json"), "{}");
  for (const char* file : {"/unet/diffusion_pytorch_model.safetensors", "/vae/diffusion_pytorch_model.safetensors",
                           "/text_encoder/model.safetensors", "/tokenizer/vocab.json", "/scheduler/scheduler_config.json"})
    if (!without.contains(QString::fromLatin1(file))) write(folder + QString::fromLatin1(file), "{}");
}

using Shapes = std::map<std::string, weights::Shape>;

void writeTensors(const QString& file, const Shapes& shapes) {
  QVERIFY(QDir().mkpath(QFileInfo(file).path()));
  std::map<std::string, weights::TensorView, std::less<>> views;
  for (const auto& [name, shape] : shapes) views[name] = tests::ones(shape);
  QVERIFY(weights::writeSafetensors(file.toStdString(), views).ok());
}

// As CatVTON is published, but for its size.
void writeAttention(const QString& folder) {
  writeTensors(folder + QStringLiteral("/attention/model.safetensors"), {{"0.to_q.weight", {4, 4}}, {"8.to_q.weight", {4, 4}}});
}

using Names = std::vector<std::string>;

Names namesOf(const std::vector<models::MethodModel>& found) {
  Names names;
  for (const auto& model : found) names.push_back(model.name);
  return names;
}

}  // namespace

class TestMethodModel : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    m_folder = std::make_unique<QTemporaryDir>();
    qunsetenv("RETAILOR_MODELS");
    qputenv("HF_HOME", "/nonexistent");
    qputenv("XDG_DATA_HOME", at("data").toUtf8());
  }

  void wholeModelsComeBeforeOthersAndThoseTrainedToCompleteBeforeTheRest() {
    writePipeline(at("own/a-half"), "StableDiffusionInpaintPipeline", 9, {QStringLiteral("/unet/diffusion_pytorch_model.safetensors")});
    writePipeline(at("own/b-base"), "StableDiffusionPipeline", 4);
    writePipeline(at("own/c-inpainting"), "StableDiffusionInpaintPipeline", 9);
    QCOMPARE(namesOf(models::methodModels("inpaint", preferring("own"))), (Names{"c-inpainting", "b-base", "a-half"}));
    const auto readiness = models::methodReadiness("inpaint", preferring("own"));
    QVERIFY(readiness.ready());
    QCOMPARE(readiness.models.size(), std::size_t{3});
    QCOMPARE(readiness.models[0].name, std::string("c-inpainting"));
  }

  void aNamedModelIsTakenAndNoOther() {
    writePipeline(at("own/inpainting"), "StableDiffusionInpaintPipeline", 9);
    writePipeline(at("own/base"), "StableDiffusionPipeline", 4);
    ModelFolders folders = preferring("own");
    folders.named = {at("own/base").toStdString()};
    QCOMPARE(namesOf(models::methodModels("inpaint", folders)), (Names{"base"}));
  }

  void aModelsPathNamesIt() {
    writePipeline(at("own/inpainting"), "StableDiffusionInpaintPipeline", 9);
    writePipeline(at("own/other"), "StableDiffusionInpaintPipeline", 9);
    for (const auto& model : models::methodReadiness("inpaint", preferring("own")).models) {
      ModelFolders folders = preferring("own");
      folders.named = {model.path};
      const auto found = models::findMethodModel("inpaint", folders);
      QVERIFY(found.ok());
      QCOMPARE(found->name, model.name);
    }
  }

  void anotherMethodsModelInAPreferredFolderHidesNothing() {
    writePipeline(at("own/example"), "PaintByExamplePipeline", 9);
    writePipeline(at("data/retailor/models/inpainting"), "StableDiffusionInpaintPipeline", 9);
    QCOMPARE(namesOf(models::methodModels("inpaint", preferring("own"))), (Names{"inpainting"}));
    ModelFolders named;
    named.named = {at("own/example").toStdString()};
    QVERIFY(models::methodModels("inpaint", named).empty());
    QVERIFY(models::findMethodModel("inpaint", named).failure().sentence.find("example") != std::string::npos);
  }

  void everyMethodFindsItsOwnModels() {
    writePipeline(at("own/example"), "PaintByExamplePipeline", 9);
    writePipeline(at("own/inpainting"), "StableDiffusionInpaintPipeline", 9);
    writePipeline(at("own/trained"), "StableDiffusionInpaintPipeline", 9);
    write(at("own/trained/reference_unet/diffusion_pytorch_model.safetensors"), "{}");
    QCOMPARE(namesOf(models::methodModels("paint-by-example", preferring("own"))), (Names{"example"}));
    const auto readers = models::methodModels("complete-me", preferring("own"));
    QCOMPARE(namesOf(readers), (Names{"trained", "inpainting"}));
    QCOMPARE(readers.front().manifest.key, std::string("complete-me"));
    QCOMPARE(readers.back().manifest.key, std::string("complete-me-start"));
  }

  void aModelThatLacksAFileBesideItsPartsSaysWhich() {
    writePipeline(at("own/parts"), "Refs2ImagePipeline", 4);
    for (const char* file : {"own/parts/reference_unet/diffusion_pytorch_model.safetensors", "own/parts/image_encoder/model.safetensors"})
      write(at(file), "{}");
    QCOMPARE(namesOf(models::methodModels("parts-to-whole", preferring("own"))), (Names{"parts"}));
    QVERIFY(models::methodModels("inpaint", preferring("own")).empty());
    const auto lacking = models::methodReadiness("parts-to-whole", preferring("own"));
    QCOMPARE(lacking.missing.size(), std::size_t{1});
    QCOMPARE(QString::fromStdString(lacking.missing[0].where), at("own/parts/decoupled_attn.pth"));
    write(at("own/parts/decoupled_attn.pth"), "{}");
    QVERIFY(models::methodReadiness("parts-to-whole", preferring("own")).ready());
  }

  void aListOfAttentionDrawsWithAnotherModel() {
    writePipeline(at("own/inpainting"), "StableDiffusionInpaintPipeline", 9);
    writeAttention(at("own/CatVTON/mix-48k-1024"));
    writeAttention(at("own/CatVTON/vitonhd-16k-512"));
    const auto found = models::methodModels("complete-me", preferring("own"));
    QCOMPARE(namesOf(found), (Names{"inpainting", "mix-48k-1024", "vitonhd-16k-512"}));
    QVERIFY(!found[1].problem && !found[1].manifest.commercial);
    QCOMPARE(QString::fromStdString(found[1].base.string()), at("own/inpainting"));
    QCOMPARE(QString::fromStdString(found[1].folder.folderOf("vae").value().string()), at("own/inpainting/vae"));
    QCOMPARE(found[1].manifest.width, 768);
    QCOMPARE(found[2].manifest.width, 384);
  }

  void aPartPublishedByItselfCountsBeforeTheBases() {
    writePipeline(at("own/inpainting"), "StableDiffusionInpaintPipeline", 9);
    writeAttention(at("own/CatVTON/mix-48k-1024"));
    write(at("own/sd-vae-ft-mse/config.json"), R"({"_class_name": "AutoencoderKL"})");
    write(at("own/sd-vae-ft-mse/diffusion_pytorch_model.safetensors"), "{}");
    const auto found = models::methodModels("complete-me", preferring("own"));
    QCOMPARE(QString::fromStdString(found.back().folder.folderOf("vae").value().string()), at("own/sd-vae-ft-mse"));
  }

  void aListOfAttentionAloneSaysWhatItLacks() {
    writeAttention(at("own/CatVTON/mix-48k-1024"));
    const auto found = models::findMethodModel("complete-me", preferring("own"));
    QVERIFY(!found.ok());
    for (const char* said : {"CatVTON", "Stable Diffusion 1.5 inpainting", "mix-48k-1024"})
      QVERIFY2(found.failure().sentence.find(said) != std::string::npos, found.failure().sentence.c_str());
    QCOMPARE(models::methodReadiness("complete-me", preferring("own")).missing.size(), std::size_t{1});
  }

  void whatBorrowsFromABaseThatWasNamedTooIsMeant() {
    writePipeline(at("own/inpainting"), "StableDiffusionInpaintPipeline", 9);
    writeAttention(at("other/CatVTON/mix-48k-1024"));
    for (const bool baseFirst : {true, false}) {
      ModelFolders folders;
      folders.named = {at("own/inpainting").toStdString(), at("other/CatVTON").toStdString()};
      if (!baseFirst) std::swap(folders.named[0], folders.named[1]);
      QCOMPARE(models::findMethodModel("complete-me", folders)->name, std::string("mix-48k-1024"));
      QCOMPARE(models::findMethodModel("inpaint", folders)->name, std::string("inpainting"));
    }
  }

  void dictionariesOfOneFileAreParts() {
    Shapes tensors;
    for (const char* name :
         {"unet.conv_in.weight", "referencenet.conv_in.weight", "image_encoder.a", "image_proj.projector.weight", "depth_guider.a"})
      tensors[name] = {1, 13, 1, 1};
    writeTensors(at("own/MimicBrush/mimicbrush/mimicbrush.bin"), tensors);
    write(at("own/MimicBrush/image_encoder/config.json"), "{}");
    write(at("own/MimicBrush/sd-vae-ft-mse/config.json"), "{}");
    write(at("own/MimicBrush/sd-vae-ft-mse/diffusion_pytorch_model.bin"), "{}");
    const auto found = models::findMethodModel("complete-me", preferring("own"));
    QVERIFY2(found.ok(), found.ok() ? "" : found.failure().sentence.c_str());
    QCOMPARE(found->manifest.key, std::string("mimicbrush"));
    QVERIFY(found->folder.component("reference_unet", weights::Precision::Fp32)->weights.find("conv_in.weight") != nullptr);
    QCOMPARE(QString::fromStdString(found->folder.folderOf("vae").value().string()), at("own/MimicBrush/sd-vae-ft-mse"));
    tensors.erase("depth_guider.a");
    writeTensors(at("own/MimicBrush/mimicbrush/mimicbrush.bin"), tensors);
    const auto cut = models::findMethodModel("complete-me", preferring("own"));
    QVERIFY(!cut.ok());
    QVERIFY2(cut.failure().sentence.find("lacks depth_guider") != std::string::npos, cut.failure().sentence.c_str());
  }

  void aRepositoryOfTheHubMayHoldSeveralModels() {
    qputenv("HF_HOME", at("hf").toUtf8());
    const QString repository = at("hf/hub/models--zhengchong--CatVTON");
    write(repository + QStringLiteral("/refs/main"), "abc");
    writeAttention(repository + QStringLiteral("/snapshots/abc/mix-48k-1024"));
    writePipeline(at("own/inpainting"), "StableDiffusionInpaintPipeline", 9);
    QCOMPARE(namesOf(models::methodModels("complete-me", preferring("own"))), (Names{"inpainting", "mix-48k-1024"}));
  }

  void aFoldersOwnBundleIsTakenForItsMethodOnly() {
    writePipeline(at("own/odd"), "SomethingElsePipeline", 13);
    write(at("own/odd/bundle.json"), R"({"bundle": "odd", "method": "inpaint", "recognised-by": {"channels": 13}, "parts": ["unet", "vae"],
      "input": ["latent", "masked-picture", "mask", "masked-picture"]})");
    QCOMPARE(namesOf(models::methodModels("inpaint", preferring("own"))), (Names{"odd"}));
    QVERIFY(models::methodModels("complete-me", preferring("own")).empty());
  }

  void aBundleThatCannotBeUsedIsNamed() {
    writePipeline(at("own/model"), "StableDiffusionInpaintPipeline", 9);
    write(at("own/model/bundle.json"), R"({"bundle": "odd", "method": "inpaint", "input": ["latent"]})");
    const auto found = models::findMethodModel("inpaint", preferring("own"));
    QVERIFY(!found.ok());
    QVERIFY2(found.failure().sentence.find("bundle.json") != std::string::npos, found.failure().sentence.c_str());
    QVERIFY2(found.failure().sentence.find("recognised-by") != std::string::npos, found.failure().sentence.c_str());
  }

  void whatIsMissingIsNamedWithItsPlace() {
    writePipeline(at("own/half"), "StableDiffusionInpaintPipeline", 9, {QStringLiteral("/vae/diffusion_pytorch_model.safetensors")});
    const auto readiness = models::methodReadiness("inpaint", preferring("own"));
    QCOMPARE(readiness.missing.size(), std::size_t{1});
    QCOMPARE(QString::fromStdString(readiness.missing[0].where), at("own/half/vae"));
  }

 private:
  QString at(const char* path) const { return m_folder->filePath(QString::fromLatin1(path)); }
  ModelFolders preferring(const char* folder) const { return {{}, {at(folder).toStdString()}}; }

  std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestMethodModel)
#include "test_method_model.moc"
