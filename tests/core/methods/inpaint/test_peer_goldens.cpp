// Whole runs of systems that diffusers has no pipeline for against restatements of them (catvton_goldens.py and
// mimicbrush_goldens.py of tests/parity/pipelines).
#include <ATen/ATen.h>

#include <QTemporaryDir>
#include <QtTest>
#include <fstream>

#include "core/methods/inpaint/inpaint_run.h"
#include "core/neural/sampling/noise_source.h"
#include "tests/core/methods/inpaint/heard_run.h"
#include "tests/core/methods/inpaint/named_tensors.h"
#include "tests/core/methods/inpaint/tiny_model.h"
#include "tests/support/name_seeded_weights.h"

using namespace retailor;
using namespace retailor::tests;
using at::Tensor;
using completion::BodyRegion;
using completion::CompletionRequest;

namespace fs = std::filesystem;

namespace {

constexpr int kSteps = 6;

struct PeerCase {
  image::Size size{128, 128};
  image::Size reference{90, 60};
  double guidance = 2.5;
};

image::Bitmap gradients(image::Size size) {
  image::Bitmap pixels(size, 3, image::SampleType::U8);
  const auto span = pixels.span<std::uint8_t>();
  for (int y = 0; y < size.height; ++y)
    for (int x = 0; x < size.width; ++x) {
      const std::array<int, 3> colour{2 * x, 2 * y, x + y};
      for (std::size_t c = 0; c < 3; ++c) span.pixel(x, y)[c] = static_cast<std::uint8_t>(colour[c] % 256);
    }
  return pixels;
}

completion::TaggedReference referenceOf(image::Size size, BodyRegion region) {
  completion::TaggedReference reference;
  reference.picture = std::make_shared<image::Bitmap>(gradients(size));
  reference.region = region;
  return reference;
}

mask::Mask holeIn(image::Size size) {
  mask::Mask hole(size);
  for (int y = size.height * 40 / 128; y < size.height * 90 / 128; ++y)
    for (int x = size.width * 30 / 128; x < size.width * 100 / 128; ++x) hole.row(y)[x] = 255;
  return hole;
}

// In the order in which the restatements draw from one generator.
NamedTensors canvasNoise(image::Size size) {
  neural::SeededNoise seeded(3);
  NamedTensors noise;
  const std::int64_t height = size.height / 8, width = size.width / 8;
  const auto draw = [&](const std::string& name, std::int64_t rows) { noise[name] = seeded.draw(name, {1, 4, rows, width}).value(); };
  draw("init", 2 * height);
  draw("masked_image_posterior", height);
  draw("reference_posterior.0", height);
  for (int i = 0; i < kSteps; ++i) draw("step." + std::to_string(i), 2 * height);
  return noise;
}

NamedTensors imitationNoise() {
  neural::SeededNoise seeded(3);
  NamedTensors noise;
  for (const char* name : {"reference_posterior.0", "init", "masked_image_posterior"})
    noise[name] = seeded.draw(name, {1, 4, 16, 16}).value();
  return noise;
}

double distance(const Tensor& made, const Tensor& golden) { return ((made - golden).abs().max() / golden.abs().max()).item<double>(); }

}  // namespace

Q_DECLARE_METATYPE(PeerCase)

class TestPeerGoldens : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    writeTinyModel(folder() / "base", 9);
    // As Stable Diffusion's inpainting folder has it.
    std::ofstream(folder() / "base" / "scheduler" / "scheduler_config.json")
        << R"({"_class_name": "PNDMScheduler", "beta_start": 0.00085, "beta_end": 0.012, "beta_schedule": "scaled_linear",
               "num_train_timesteps": 1000, "steps_offset": 1, "set_alpha_to_one": false, "skip_prk_steps": true, "clip_sample": false})";
    writeTensors(garments() / "mix-48k-1024" / "attention" / "model.safetensors", tinyGarmentAttention());
    writeTinyImitationModel(imitation());
    writeTinyImitationModel(folder() / "deep");
    writeTensors(folder() / "deep" / "depth_constant.safetensors", {{"depth", support::nameSeeded("depth", {10, 14})}});
  }

  void aGarmentIsDrawnFromItsCanvas_data() {
    QTest::addColumn<PeerCase>("row");
    QTest::newRow("garment") << PeerCase{};
    QTest::newRow("garment-tall") << PeerCase{.size = {96, 128}, .reference = {50, 90}};
    QTest::newRow("garment-unguided") << PeerCase{.reference = {128, 128}, .guidance = 1};
  }

  void aGarmentIsDrawnFromItsCanvas() {
    QFETCH(PeerCase, row);
    CompletionRequest request = garmentRequest(row);
    writeTensors(request.noiseFile, canvasNoise(row.size));
    compare(request);
  }

  void whatIsNoGarmentIsNotDrawn() {
    CompletionRequest request = garmentRequest({});
    request.noiseFile.clear();
    request.references.front().region = BodyRegion::Face;
    refuses(request, FailureKind::BadInput, "upper-clothes");
    request.references.clear();
    refuses(request, FailureKind::BadInput, "there is none");
  }

  void aGarmentIsTakenFromAmongOtherReferences() {
    CompletionRequest request = garmentRequest({});
    writeTensors(request.noiseFile, canvasNoise({128, 128}));
    request.references.insert(request.references.begin(), referenceOf({40, 40}, BodyRegion::Shoes));
    HeardRun heard;
    QVERIFY(!std::holds_alternative<Failure>(inpaint::completeByInpainting(request, heard, {})));
    QVERIFY(std::ranges::any_of(heard.notes, [](const std::string& note) { return note.find("left out") != std::string::npos; }));
    compareTrace(request, "garment");
  }

  void aGarmentsSeedMakesItsPicture() {
    CompletionRequest request = garmentRequest({});
    request.noiseFile.clear();
    request.settings.steps = 2;
    const auto once = candidatesOf(request), again = candidatesOf(request);
    QVERIFY(*once.front().pixels == *again.front().pixels);
    request.references.front() = referenceOf({60, 60}, BodyRegion::UpperClothes);
    QVERIFY(!(*candidatesOf(request).front().pixels == *once.front().pixels));
  }

  void aBrokenListOfAttentionIsNamed_data() {
    QTest::addColumn<QString>("broken");
    QTest::addColumn<QString>("said");
    QTest::newRow("a layer is missing") << QStringLiteral("16.") << QStringLiteral("15 self-attention layers");
    QTest::newRow("a tensor is missing") << QStringLiteral("16.to_v.weight") << QStringLiteral("16.to_v.weight");
    QTest::newRow("of another width") << QStringLiteral("shape") << QStringLiteral("[64, 64]");
  }

  void aBrokenListOfAttentionIsNamed() {
    QFETCH(QString, broken);
    QFETCH(QString, said);
    NamedTensors list = tinyGarmentAttention();
    if (broken == QStringLiteral("shape")) list["0.to_q.weight"] = list.at("16.to_q.weight");
    std::erase_if(list, [&](const auto& tensor) { return tensor.first.starts_with(broken.toStdString()); });
    const fs::path file = folder() / "broken" / "mix-48k-1024" / "attention" / "model.safetensors";
    writeTensors(file, list);
    CompletionRequest request = garmentRequest({});
    request.modelFolders.named.back() = (folder() / "broken").string();
    refuses(request, FailureKind::MissingWeights, file.string());
    refuses(request, FailureKind::MissingWeights, said.toStdString());
  }

  void aReferenceIsImitated_data() {
    QTest::addColumn<PeerCase>("row");
    QTest::addColumn<QString>("model");
    QTest::newRow("imitation") << PeerCase{.guidance = 5} << QStringLiteral("MimicBrush");
    QTest::newRow("imitation-depth") << PeerCase{.reference = {50, 90}, .guidance = 5} << QStringLiteral("deep");
    QTest::newRow("imitation-unguided") << PeerCase{.reference = {128, 128}, .guidance = 1} << QStringLiteral("MimicBrush");
  }

  void aReferenceIsImitated() {
    QFETCH(PeerCase, row);
    QFETCH(QString, model);
    CompletionRequest request = imitationRequest(row, folder() / model.toStdString());
    writeTensors(request.noiseFile, imitationNoise());
    compare(request);
  }

  void aFileOfPartsAloneServesToo() {
    CompletionRequest request = imitationRequest({.guidance = 5}, imitation() / "mimicbrush" / "mimicbrush.bin");
    writeTensors(request.noiseFile, imitationNoise());
    candidatesOf(request);
    compareTrace(request, "imitation");
  }

  void severalReferencesAreImitatedInAnyOrder() {
    CompletionRequest request = imitationRequest({.guidance = 5}, imitation());
    request.noiseFile.clear();
    request.settings.steps = 2;
    const auto one = candidatesOf(request);
    request.references.push_back(referenceOf({60, 70}, BodyRegion::Shoes));
    const auto both = candidatesOf(request);
    QVERIFY(!(*both.front().pixels == *one.front().pixels));
    request.references.back().weight = 0;
    QVERIFY(*candidatesOf(request).front().pixels == *one.front().pixels);
  }

  void aBrokenFileOfPartsIsNamed_data() {
    QTest::addColumn<QString>("without");
    QTest::addColumn<QString>("said");
    QTest::newRow("a tensor of the depth guider") << QStringLiteral("depth_guider.conv_out.weight") << QStringLiteral("conv_out.weight");
    QTest::newRow("the projector") << QStringLiteral("image_proj.projector.weight") << QStringLiteral("projector.weight");
    QTest::newRow("a tensor of the U-Net") << QStringLiteral("unet.conv_out.bias") << QStringLiteral("conv_out.bias");
    QTest::newRow("a whole part") << QStringLiteral("referencenet.") << QStringLiteral("lacks reference_unet");
  }

  void aBrokenFileOfPartsIsNamed() {
    QFETCH(QString, without);
    QFETCH(QString, said);
    const fs::path place = folder() / "cut";
    writeTinyImitationModel(place);
    NamedTensors parts = tinyImitationParts();
    std::erase_if(parts, [&](const auto& tensor) { return tensor.first.starts_with(without.toStdString()); });
    writeTensors(place / "mimicbrush" / "mimicbrush.bin", parts);
    CompletionRequest request = imitationRequest({}, place);
    request.noiseFile.clear();
    refuses(request, FailureKind::MissingWeights, place.string());
    refuses(request, FailureKind::MissingWeights, said.toStdString());
  }

  void aDepthThatIsNoMapIsNamed() {
    const fs::path place = folder() / "flat";
    writeTinyImitationModel(place);
    writeTensors(place / "depth_constant.safetensors", {{"depth", at::ones({2, 10, 10})}});
    CompletionRequest request = imitationRequest({}, place);
    request.noiseFile.clear();
    refuses(request, FailureKind::MissingWeights, "depth_constant.safetensors");
  }

 private:
  fs::path folder() const { return m_folder.path().toStdString(); }
  fs::path imitation() const { return folder() / "MimicBrush"; }
  fs::path garments() const { return folder() / "CatVTON"; }

  CompletionRequest garmentRequest(const PeerCase& row) const {
    CompletionRequest request = tinyRequest(folder() / "base");
    request.modelFolders.named.push_back(garments().string());
    auto photo = std::make_shared<image::Photo>();
    photo->pixels = gradients(row.size);
    request.photo = photo;
    request.mask = std::make_shared<mask::Mask>(holeIn(row.size));
    request.settings.method = "complete-me";
    request.settings.prompt = {};
    request.settings.guidance = row.guidance;
    request.settings.steps = kSteps;
    request.settings.threads = 1;
    request.references = {referenceOf(row.reference, BodyRegion::UpperClothes)};
    request.noiseFile = (folder() / "noise.safetensors").string();
    request.traceFile = (folder() / "trace.safetensors").string();
    return request;
  }

  CompletionRequest imitationRequest(const PeerCase& row, const fs::path& model) const {
    CompletionRequest request = garmentRequest(row);
    request.modelFolders.named = {model.string()};
    return request;
  }

  static void compare(const CompletionRequest& request) {
    candidatesOf(request);
    compareTrace(request, QTest::currentDataTag());
  }

  static std::vector<completion::Candidate> candidatesOf(const CompletionRequest& request) {
    HeardRun heard;
    auto outcome = inpaint::completeByInpainting(request, heard, {});
    if (const auto* failure = std::get_if<Failure>(&outcome)) throw std::runtime_error(failure->sentence);
    return std::get<std::vector<completion::Candidate>>(std::move(outcome));
  }

  static void compareTrace(const CompletionRequest& request, const std::string& name) {
    const NamedTensors golden = tensorsOf(std::string(RETAILOR_SOURCE_DIR "/tests/parity/pipelines/peers/") + name + ".safetensors");
    const NamedTensors trace = tensorsOf(request.traceFile);
    for (int i = 0; i < kSteps; ++i) {
      const std::string step = "latents." + std::to_string(i);
      const double off = distance(trace.at(step), golden.at(step));
      QVERIFY2(off <= 5e-5, qPrintable(QStringLiteral("%1 off by %2").arg(QString::fromStdString(step)).arg(off)));
    }
    comparePictures(trace.at("image"), golden.at("picture"));
  }

  static void comparePictures(const Tensor& made, const Tensor& golden) {
    using at::indexing::Ellipsis;
    using at::indexing::Slice;
    const Tensor samples = (made.index({Ellipsis, Slice(0, at::indexing::None, 4), Slice(0, at::indexing::None, 4)}) * 255).round();
    QVERIFY(samples.sizes() == golden.sizes());
    QVERIFY(((samples - golden.to(at::kFloat)).abs() <= 1).all().item<bool>());
  }

  static void refuses(const CompletionRequest& request, FailureKind kind, const std::string& said) {
    HeardRun heard;
    const auto outcome = inpaint::completeByInpainting(request, heard, {});
    const auto* failure = std::get_if<Failure>(&outcome);
    QVERIFY(failure != nullptr && failure->kind == kind);
    QVERIFY2(failure->sentence.find(said) != std::string::npos, failure->sentence.c_str());
  }

  QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestPeerGoldens)
#include "test_peer_goldens.moc"
