#include <QCryptographicHash>
#include <QDirIterator>
#include <QtTest>
#include <filesystem>
#include <fstream>
#include <limits>

#include "core/neural/weights/safetensors/safetensors_writer.h"
#include "tests/app/command_line/workplace.h"
#include "tests/core/neural/weights/broken_weights.h"
#include "tests/core/neural/weights/held_tensor.h"

using namespace retailor;
using tests::Ended;
using tests::Workplace;

namespace {

namespace fs = std::filesystem;

const fs::path fixtures = fs::path(RETAILOR_SOURCE_DIR) / "tests" / "parity";

}  // namespace

class TestModels : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    for (const char* name : {"HF_HUB_CACHE", "XDG_DATA_HOME", "XDG_CONFIG_HOME"})
      qputenv(name, m_place.path(QString::fromLatin1(name)).toUtf8());
    qunsetenv("RETAILOR_MODELS");
    makeModel("model");
  }

  void withoutModelsTheListSaysWhereItLooked() {
    const Ended ended = m_place.runReal(QStringLiteral("models list"));
    QCOMPARE(ended.code, 0);
    QVERIFY2(ended.out.contains(QStringLiteral("hub cache")) && ended.out.contains(m_place.path(QStringLiteral("HF_HUB_CACHE"))),
             qPrintable(ended.out));
    QCOMPARE(m_place.runReal(QStringLiteral("models check")).code, 3);
  }

  void aWholeModelIsGood() {
    const Ended ended = m_place.runReal(QStringLiteral("models check --model model"));
    QVERIFY2(ended.code == 0, qPrintable(ended.out + ended.err));
    for (const char* word :
         {"StableDiffusionInpaintPipeline", "creativeml-openrail-m", "unet", "safetensors, F32", "sha256", "tokenizer", "scheduler"})
      QVERIFY2(ended.out.contains(QLatin1String(word)), qPrintable(ended.out));
    QCOMPARE(m_place.runReal(QStringLiteral("models check model/unet --quick")).code, 0);
  }

  void theHashIsTheFiles() {
    const QString hash =
        QString::fromLatin1(QCryptographicHash::hash(m_place.bytes(QStringLiteral("model/unet/diffusion_pytorch_model.safetensors")),
                                                     QCryptographicHash::Sha256)
                                .toHex());
    QVERIFY(m_place.runReal(QStringLiteral("models check model")).out.contains(hash));
  }

  void modelsAreFoundThroughTheEnvironmentAndThePreferences() {
    qputenv("RETAILOR_MODELS", m_place.folder().toUtf8());
    QVERIFY(m_place.runReal(QStringLiteral("models list")).out.contains(QStringLiteral("(RETAILOR_MODELS)")));
    qunsetenv("RETAILOR_MODELS");
    QDir().mkpath(m_place.path(QStringLiteral("XDG_CONFIG_HOME/Retailor")));
    m_place.writeText(QStringLiteral("XDG_CONFIG_HOME/Retailor/retailor.conf"),
                      "[models]\nfolders=/nowhere, \"" + m_place.path(QStringLiteral("model")).toUtf8() + "\"\n");
    QVERIFY(m_place.runReal(QStringLiteral("models list")).out.contains(QStringLiteral("(preferences)")));
    QVERIFY(QFile::remove(m_place.path(QStringLiteral("XDG_CONFIG_HOME/Retailor/retailor.conf"))));
  }

  void whatIsMissingIsToldWithItsPlace_data() {
    QTest::addColumn<QString>("removed");
    QTest::addColumn<QString>("told");
    QTest::newRow("weights") << QStringLiteral("unet/diffusion_pytorch_model.safetensors")
                             << QStringLiteral("unet/diffusion_pytorch_model.safetensors");
    QTest::newRow("vocabulary") << QStringLiteral("tokenizer/vocab.json") << QStringLiteral("tokenizer/vocab.json");
    QTest::newRow("scheduler") << QStringLiteral("scheduler/scheduler_config.json") << QStringLiteral("scheduler/scheduler_config.json");
  }

  void whatIsMissingIsToldWithItsPlace() {
    QFETCH(QString, removed);
    QFETCH(QString, told);
    makeModel("partial");
    QVERIFY(QFile::remove(m_place.path(QStringLiteral("partial/") + removed)));
    const Ended ended = m_place.runReal(QStringLiteral("models check --model partial"));
    QCOMPARE(ended.code, 3);
    QVERIFY2(ended.out.contains(QStringLiteral("MISSING")) && ended.err.contains(told), qPrintable(ended.out + ended.err));
    QDir(m_place.path(QStringLiteral("partial"))).removeRecursively();
  }

  void brokenFilesEndWithExitCode3AndOneSentence_data() {
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < m_broken.size(); ++i) QTest::newRow(m_broken[i].name.c_str()) << static_cast<int>(i);
  }

  void brokenFilesEndWithExitCode3AndOneSentence() {
    QFETCH(int, index);
    const tests::BrokenWeights& broken = m_broken[static_cast<std::size_t>(index)];
    const QString name = QString::fromStdString(broken.fileName);
    QDir().mkpath(m_place.path(QStringLiteral("broken")));
    m_place.writeText(QStringLiteral("broken/") + name, QByteArray::fromStdString(broken.bytes));
    expectOneSentence(m_place.runReal(QStringLiteral("models check broken/") + name), QString::fromStdString(broken.reason));
    QDir(m_place.path(QStringLiteral("broken"))).removeRecursively();
  }

  void hostilePicklesRunNothing() {
    const QDir files(QString::fromStdString((fixtures / "weights" / "files").string()));
    const QStringList hostile = files.entryList({QStringLiteral("hostile_*")});
    QVERIFY(hostile.size() >= 5);
    for (const QString& file : hostile)
      expectOneSentence(m_place.runReal(QStringLiteral("models check ") + files.filePath(file)), QStringLiteral("do harm"));
    QVERIFY(!QFile::exists(m_place.path(QStringLiteral("owned"))));
  }

  void numbersThatAreNoneAreFound() {
    const float none = std::numeric_limits<float>::quiet_NaN();
    QVERIFY(
        weights::writeSafetensors(m_place.file(QStringLiteral("nan.safetensors")), {{"some.weight", tests::numbers({2}, {1, none})}}).ok());
    expectOneSentence(m_place.runReal(QStringLiteral("models check nan.safetensors")), QStringLiteral("some.weight"));
    QCOMPARE(m_place.runReal(QStringLiteral("models check nan.safetensors --quick")).code, 0);
  }

  void aFileThatIsNotTheWholePartIsRefused() {
    makeModel("lacking");
    write(m_place.file(QStringLiteral("lacking/unet/config.json")), R"({"_class_name": "UNet2DConditionModel"})");
    expectOneSentence(m_place.runReal(QStringLiteral("models check lacking")), QStringLiteral("lacks 685 of the tensors"));
  }

  void settingsThatTheWeightsContradictAreRefused_data() {
    QTest::addColumn<QString>("setting");
    QTest::addColumn<QString>("told");
    const auto oneBlock = QStringLiteral(R"("down_block_types": ["DownBlock2D"], "up_block_types": ["UpBlock2D"])");
    QTest::newRow("channels") << QStringLiteral(R"("in_channels": 9)") << QStringLiteral("in_channels 9, and the weights 4");
    QTest::newRow("a word") << QStringLiteral(R"("in_channels": "four")") << QStringLiteral("in_channels");
    QTest::newRow("groups") << QStringLiteral(R"("block_out_channels": [32], %1, "norm_num_groups": 7)").arg(oneBlock)
                            << QStringLiteral("norm_num_groups");
    QTest::newRow("heads") << QStringLiteral(R"("block_out_channels": [32], %1, "attention_head_dim": 0)").arg(oneBlock)
                           << QStringLiteral("attention_head_dim");
  }

  void settingsThatTheWeightsContradictAreRefused() {
    QFETCH(QString, setting);
    QFETCH(QString, told);
    makeModel("contradicted");
    write(m_place.file(QStringLiteral("contradicted/unet/config.json")),
          R"({"_class_name": "UNet2DConditionModel", )" + setting.toStdString() + "}");
    expectOneSentence(m_place.runReal(QStringLiteral("models check contradicted")), told);
    QDir(m_place.path(QStringLiteral("contradicted"))).removeRecursively();
  }

  void settingsThatNothingHereCanWorkWithAreRefused_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("told");
    const auto row = [](const char* name, const char* file, const QString& text, const char* told) {
      QTest::newRow(name) << QString::fromLatin1(file) << text << QString::fromUtf8(told);
    };
    const auto config = [&](const char* name, const char* part, const char* className, const char* setting, const char* told) {
      row(name, (QByteArray(part) + "/config.json").constData(),
          QStringLiteral(R"({"_class_name": "%1", "block_out_channels": [32, 32], %2})")
              .arg(QLatin1String(className), QLatin1String(setting)),
          told);
    };
    config("unet of other blocks", "unet", "UNet2DConditionModel", R"("down_block_types": ["X", "Y"])", "lists of blocks");
    config(
        "unet that skips", "unet", "UNet2DConditionModel",
        R"("down_block_types": ["DownBlock2D", "DownBlock2D"], "up_block_types": ["UpBlock2D", "UpBlock2D"], "resnet_skip_time_act": true)",
        "resnet_skip_time_act");
    config("vae with a scale that is a word", "vae", "AutoencoderKL", R"("scaling_factor": "much")", "scaling_factor");
    config("vae with tiles of nothing", "vae", "AutoencoderKL", R"("sample_size": 1)", "sample_size");
    const char* scheduler = "scheduler/scheduler_config.json";
    row("scheduler is cut", scheduler, QStringLiteral("{\"_class_name\": "), scheduler);
    row("scheduler is a list", scheduler, QStringLiteral("[]"), scheduler);
    row("scheduler without timesteps", scheduler, QStringLiteral(R"({"num_train_timesteps": 0})"), scheduler);
    row("scheduler with more timesteps than memory", scheduler, QStringLiteral(R"({"num_train_timesteps": 1000000000000})"), scheduler);
    row("scheduler with noise beyond all", scheduler, QStringLiteral(R"({"num_train_timesteps": 2, "trained_betas": [0.1, 2]})"),
        scheduler);
    row("scheduler of an unknown schedule", scheduler, QStringLiteral(R"({"beta_schedule": "wild"})"), "beta_schedule");
    row("scheduler with noise that is a word", scheduler, QStringLiteral(R"({"beta_end": "x"})"), "beta_end");
    row("scheduler with noise below zero", scheduler, QStringLiteral(R"({"beta_start": -1})"), scheduler);
    row("scheduler nested without end", scheduler, QStringLiteral(R"({"a":)") + QString(1000000, QLatin1Char('[')), scheduler);
    row("merges that are no text", "tokenizer/merges.txt", QStringLiteral("#v\nabc\n"), "merges.txt");
    row("vocabulary of words", "tokenizer/vocab.json", QStringLiteral(R"({"a": "b"})"), "vocab.json");
    row("vocabulary is a list", "tokenizer/vocab.json", QStringLiteral("[1]"), "vocab.json");
  }

  void settingsThatNothingHereCanWorkWithAreRefused() {
    QFETCH(QString, file);
    QFETCH(QString, text);
    QFETCH(QString, told);
    if (!QFileInfo(Workplace::realProgram()).dir().exists(QStringLiteral("libretailor-networks.so")))
      QSKIP("the library that knows what networks need is not built");
    makeModel("unworkable");
    m_place.writeText(QStringLiteral("unworkable/") + file, text.toUtf8());
    const Ended ended = m_place.runReal(QStringLiteral("models check unworkable"));
    expectOneSentence(ended, told);
    QVERIFY2(ended.err.contains(QStringLiteral("unworkable/") + file.section(QLatin1Char('/'), 0, 0)), qPrintable(ended.err));
    QDir(m_place.path(QStringLiteral("unworkable"))).removeRecursively();
  }

  void infinitiesAsPythonWritesThemAreUnderstood() {
    makeModel("infinite");
    write(m_place.file(QStringLiteral("infinite/scheduler/scheduler_config.json")),
          R"({"_class_name": "DPMSolverMultistepScheduler", "lambda_min_clipped": -Infinity})");
    const Ended ended = m_place.runReal(QStringLiteral("models check infinite"));
    QVERIFY2(ended.code == 0, qPrintable(ended.err));
    QDir(m_place.path(QStringLiteral("infinite"))).removeRecursively();
  }

  void whatASentenceQuotesIsTextWhateverTheFileHolds() {
    makeModel("bytes");
    m_place.writeText(QStringLiteral("bytes/tokenizer/merges.txt"), "#v\n\xc0\xff\x80 \xe2\x28 zzz\x01\n");
    const Ended ended = m_place.runReal(QStringLiteral("models check bytes"));
    QCOMPARE(ended.code, 3);
    QVERIFY2(!ended.err.contains(QChar(QChar::ReplacementCharacter)) && ended.err.contains(QLatin1Char('?')), qPrintable(ended.err));
    QDir(m_place.path(QStringLiteral("bytes"))).removeRecursively();
  }

  void tensorsThatDoNotFitEachOtherAreRefused() {
    makeModel("unlike");
    write(m_place.file(QStringLiteral("unlike/unet/config.json")),
          R"({"_class_name": "UNet2DConditionModel", "block_out_channels": [4], "norm_num_groups": 4,
              "down_block_types": ["DownBlock2D"], "up_block_types": ["UpBlock2D"]})");
    QVERIFY(weights::writeSafetensors(m_place.file(QStringLiteral("unlike/unet/diffusion_pytorch_model.safetensors")),
                                      {{"conv_in.weight", tests::ones({4, 4, 3, 3})}, {"conv_in.bias", tests::ones({8})}})
                .ok());
    expectOneSentence(m_place.runReal(QStringLiteral("models check unlike")), QStringLiteral("do not fit each other"));
    QDir(m_place.path(QStringLiteral("unlike"))).removeRecursively();
  }

  void weightsOfWholeNumbersAreRefused() {
    makeModel("whole");
    weights::TensorView view = tests::ones({4, 4, 3, 3});
    view.element = weights::Element::I32;
    QVERIFY(weights::writeSafetensors(m_place.file(QStringLiteral("whole/unet/diffusion_pytorch_model.safetensors")),
                                      {{"conv_in.weight", view}})
                .ok());
    expectOneSentence(m_place.runReal(QStringLiteral("models check whole")), QStringLiteral("whole numbers"));
    QDir(m_place.path(QStringLiteral("whole"))).removeRecursively();
  }

  void whatIsPublishedInPiecesIsToldWithItsLicence() {
    const fs::path list = m_place.file(QStringLiteral("pieces/CatVTON/mix-48k-1024/attention"));
    fs::create_directories(list);
    QVERIFY(weights::writeSafetensors(list / "model.safetensors", {{"0.to_q.weight", tests::ones({4, 4})}}).ok());
    const Ended alone = m_place.runReal(QStringLiteral("models check --model pieces/CatVTON"));
    expectOneSentence(alone, QStringLiteral("lacks unet, vae, scheduler"));
    makeModel("pieces/base");
    write(m_place.file(QStringLiteral("pieces/base/unet/config.json")), R"({"in_channels": 9})");
    const Ended whole = m_place.runReal(QStringLiteral("models check --model pieces/CatVTON --model pieces/base --quick"));
    for (const char* said : {"serves          complete-me: CatVTON", "CC BY-NC-SA 4.0, not for commercial use", "unet            from "})
      QVERIFY2(whole.out.contains(QLatin1String(said)), qPrintable(whole.out));
    QVERIFY(m_place.runReal(QStringLiteral("models list --model pieces")).out.contains(QStringLiteral("not for commercial use")));
    QDir(m_place.path(QStringLiteral("pieces"))).removeRecursively();
  }

  void wrongUseEndsWithExitCode2() {
    for (const char* arguments :
         {"models", "models mend", "models list --nonsense", "models check no-such-model", "models fetch no-such-model"})
      QCOMPARE(m_place.runReal(QString::fromLatin1(arguments)).code, 2);
  }

  void checkingChangesNothing() {
    const auto before = QDirIterator(m_place.path(QStringLiteral("model")), QDirIterator::Subdirectories).fileInfo().lastModified();
    const QStringList names = m_place.entries();
    m_place.runReal(QStringLiteral("models check --model model"));
    QCOMPARE(m_place.entries(), names);
    QCOMPARE(QDirIterator(m_place.path(QStringLiteral("model")), QDirIterator::Subdirectories).fileInfo().lastModified(), before);
  }

 private:
  static void expectOneSentence(const Ended& ended, const QString& word) {
    QVERIFY2(ended.code == 3, qPrintable(QString::number(ended.code) + ended.out + ended.err));
    QCOMPARE(ended.err.count(QLatin1Char('\n')), 1);
    QVERIFY2(ended.err.contains(word), qPrintable(ended.err));
  }

  void makeModel(const std::string& name) const {
    const fs::path folder = m_place.file(QString::fromStdString(name));
    for (const char* part : {"unet", "vae", "scheduler"}) fs::create_directories(folder / part);
    fs::copy(fixtures / "tokenizer" / "small_vocabulary", folder / "tokenizer");
    write(folder / "README.md", "---\nlicense: creativeml-openrail-m\n---\n");
    write(folder / "model_index.json",
          R"({"_class_name": "StableDiffusionInpaintPipeline", "unet": ["diffusers", "U"], "vae": ["diffusers", "V"],
                                           "tokenizer": ["transformers", "CLIPTokenizer"], "scheduler": ["diffusers", "PNDMScheduler"]})");
    write(folder / "scheduler" / "scheduler_config.json", "{}");
    for (const char* part : {"unet", "vae"}) {
      write(folder / part / "config.json", R"({"_class_name": "SomethingSmall"})");
      QVERIFY(
          weights::writeSafetensors(folder / part / "diffusion_pytorch_model.safetensors", {{"conv_in.weight", tests::ones({4, 4, 3, 3})}})
              .ok());
    }
  }

  static void write(const fs::path& file, const std::string& text) { std::ofstream(file) << text; }

  Workplace m_place;
  std::vector<tests::BrokenWeights> m_broken = tests::allBrokenWeights();
};

QTEST_GUILESS_MAIN(TestModels)
#include "test_models.moc"
