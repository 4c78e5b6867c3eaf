#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include "core/methods/models/inpaint_model.h"

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

using Names = std::vector<std::string>;

Names namesOf(const std::vector<models::InpaintModel>& found) {
  Names names;
  for (const auto& model : found) names.push_back(model.name);
  return names;
}

}  // namespace

class TestInpaintModel : public QObject {
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
    QCOMPARE(namesOf(models::inpaintModels(preferring("own"))), (Names{"c-inpainting", "b-base", "a-half"}));
    const auto readiness = models::inpaintReadiness(preferring("own"));
    QVERIFY(readiness.ready());
    QCOMPARE(readiness.models.size(), std::size_t{3});
    QCOMPARE(readiness.models[0].name, std::string("c-inpainting"));
  }

  void aNamedModelIsTakenAndNoOther() {
    writePipeline(at("own/inpainting"), "StableDiffusionInpaintPipeline", 9);
    writePipeline(at("own/base"), "StableDiffusionPipeline", 4);
    ModelFolders folders = preferring("own");
    folders.named = {at("own/base").toStdString()};
    QCOMPARE(namesOf(models::inpaintModels(folders)), (Names{"base"}));
  }

  void aModelsPathNamesIt() {
    writePipeline(at("own/inpainting"), "StableDiffusionInpaintPipeline", 9);
    writePipeline(at("own/other"), "StableDiffusionInpaintPipeline", 9);
    for (const auto& model : models::inpaintReadiness(preferring("own")).models) {
      ModelFolders folders = preferring("own");
      folders.named = {model.path};
      const auto found = models::findInpaintModel(folders);
      QVERIFY(found.ok());
      QCOMPARE(found->name, model.name);
    }
  }

  void anotherMethodsModelInAPreferredFolderHidesNothing() {
    writePipeline(at("own/example"), "PaintByExamplePipeline", 9);
    writePipeline(at("data/retailor/models/inpainting"), "StableDiffusionInpaintPipeline", 9);
    QCOMPARE(namesOf(models::inpaintModels(preferring("own"))), (Names{"inpainting"}));
    ModelFolders named;
    named.named = {at("own/example").toStdString()};
    QVERIFY(models::inpaintModels(named).empty());
    QVERIFY(models::findInpaintModel(named).failure().sentence.find("example") != std::string::npos);
  }

  void whatIsMissingIsNamedWithItsPlace() {
    writePipeline(at("own/half"), "StableDiffusionInpaintPipeline", 9, {QStringLiteral("/vae/diffusion_pytorch_model.safetensors")});
    const auto readiness = models::inpaintReadiness(preferring("own"));
    QCOMPARE(readiness.missing.size(), std::size_t{1});
    QCOMPARE(QString::fromStdString(readiness.missing[0].where), at("own/half/vae"));
  }

 private:
  QString at(const char* path) const { return m_folder->filePath(QString::fromLatin1(path)); }
  ModelFolders preferring(const char* folder) const { return {{}, {at(folder).toStdString()}}; }

  std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestInpaintModel)
#include "test_inpaint_model.moc"
