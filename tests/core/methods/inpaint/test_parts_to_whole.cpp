// Whole runs of Parts2Whole against its restatement (parts_to_whole_goldens.py of tests/parity/pipelines), and what is refused.
#include <ATen/ATen.h>

#include <QTemporaryDir>
#include <QtTest>
#include <fstream>

#include "core/methods/inpaint/inpaint_run.h"
#include "core/neural/sampling/noise_source.h"
#include "core/neural/tensor/weight_tensor.h"
#include "core/neural/weights/open_weights.h"
#include "core/neural/weights/safetensors/safetensors_writer.h"
#include "tests/core/methods/inpaint/heard_run.h"
#include "tests/core/methods/inpaint/tiny_model.h"

using namespace retailor;
using namespace retailor::tests;
using at::Tensor;
using completion::BodyRegion;
using completion::CompletionRequest;

namespace {

namespace fs = std::filesystem;
using Tensors = std::map<std::string, Tensor>;

constexpr const char* quirks = R"({"bundle": "parts-quirks", "method": "parts-to-whole", "recognised-by": {"channels": 4},
  "parts": ["unet", "vae"], "input": ["latent"], "references": {"writer": "reference-unet", "mask": "zero", "label": "first",
  "region-masks": "ignored", "canvas": "stretch"}, "image-slots": {"file": "decoupled_attn.pth"}, "pose": "pose_guider"})";

struct Case {
  std::vector<int> references{0, 1, 2};
  bool tall = false;  // and masked as a whole
  bool pose = true;
  bool sampled = true;  // references by noise of their own
  double guidance = 3.5;
  bool quirks = false;
};

// As the goldens' script draws pictures.
image::Bitmap pattern(int k, image::Size size, int channels = 3) {
  image::Bitmap made(size, channels, image::SampleType::U8);
  const auto span = made.span<std::uint8_t>();
  for (int y = 0; y < size.height; ++y)
    for (int x = 0; x < size.width; ++x) {
      const std::array<int, 3> colour{(3 + k) * x + 5 * y, 2 * x + (4 + k) * y, x * y / 8 + 40 * k};
      for (std::size_t c = 0; c < 3; ++c) span.pixel(x, y)[c] = static_cast<std::uint8_t>(colour[c] % 256);
      if (channels == 4) span.pixel(x, y)[3] = (x - 40) * (x - 40) + (y - 32) * (y - 32) < 900 ? 255 : 0;
    }
  return made;
}

completion::TaggedReference reference(int k) {
  completion::TaggedReference made;
  made.name = "reference-" + std::to_string(k);
  made.region = std::array{BodyRegion::UpperClothes, BodyRegion::Face, BodyRegion::Shoes}.at(static_cast<std::size_t>(k));
  const image::Size size = std::array{image::Size{100, 140}, image::Size{80, 64}, image::Size{128, 96}}.at(static_cast<std::size_t>(k));
  made.picture = std::make_shared<image::Bitmap>(pattern(k, size, k == 1 ? 4 : 3));
  if (k != 0) return made;
  mask::Mask mask(size);
  for (int y = 30; y < 100; ++y) std::fill_n(mask.row(y) + 20, 50, std::uint8_t{255});
  made.mask = std::make_shared<mask::Mask>(mask);
  return made;
}

completion::PosePicture poseOver(image::Size size) {
  image::Bitmap picture = pattern(7, size);
  const auto span = picture.span<std::uint8_t>();
  for (int y = 0; y < size.height; ++y) std::fill_n(span.pixel(0, y), 3 * (size.width / 4), std::uint8_t{0});
  return {"pose.png", "", std::make_shared<image::Bitmap>(std::move(picture))};
}

void maskAllOf(CompletionRequest& request) {
  const image::Size size = request.photo->pixels.size();
  mask::Mask all(size);
  for (int y = 0; y < size.height; ++y) std::fill_n(all.row(y), size.width, std::uint8_t{255});
  request.mask = std::make_shared<mask::Mask>(all);
}

void makeTall(CompletionRequest& request) {
  const image::Size size{96, 160};
  auto photo = std::make_shared<image::Photo>();
  photo->pixels = image::Bitmap(size, 3, image::SampleType::U8);
  const auto span = photo->pixels.span<std::uint8_t>();
  for (int y = 0; y < size.height; ++y)
    for (int x = 0; x < size.width; ++x) {
      const std::array<int, 3> colour{2 * x, 2 * y, x + y};
      for (std::size_t c = 0; c < 3; ++c) span.pixel(x, y)[c] = static_cast<std::uint8_t>(colour[c] % 256);
    }
  request.photo = photo;
  maskAllOf(request);
}

Tensors tensorsOf(const fs::path& file) {
  Tensors tensors;
  const auto opened = weights::openWeights(file).value();
  for (const auto& [name, view] : opened.tensors) tensors[name] = neural::sharedTensor(view).clone();
  return tensors;
}

void writeTensors(const fs::path& file, const Tensors& tensors) {
  std::map<std::string, weights::TensorView, std::less<>> views;
  for (const auto& [name, tensor] : tensors) views[name] = neural::viewOf(tensor);
  QVERIFY(weights::writeSafetensors(file, views).ok());
}

// In the order in which the script draws from one generator.
Tensors noiseOf(const Case& row, image::Size size) {
  neural::SeededNoise seeded(3);
  Tensors noise;
  const auto draw = [&](const std::string& name) { noise[name] = seeded.draw(name, {1, 4, size.height / 8, size.width / 8}).value(); };
  draw("image_posterior");
  draw("init");
  for (std::size_t k = 0; row.sampled && k < row.references.size(); ++k) draw("reference_posterior." + std::to_string(k));
  return noise;
}

}  // namespace

Q_DECLARE_METATYPE(Case)

class TestPartsToWhole : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    writeTinyPartsModel(model());
    fs::copy(model(), quirked(), fs::copy_options::recursive);
    std::ofstream(quirked() / "bundle.json") << quirks;
  }

  void everyStepAgreesWithTheRestatement_data() {
    QTest::addColumn<Case>("row");
    QTest::newRow("completion") << Case{};
    QTest::newRow("generation") << Case{.tall = true};
    QTest::newRow("without-pose") << Case{.references = {0}, .pose = false, .sampled = false};
    QTest::newRow("unguided") << Case{.references = {1, 2}, .guidance = 1};
    QTest::newRow("without-references") << Case{.references = {}};
    QTest::newRow("quirks") << Case{.quirks = true};
  }
  void everyStepAgreesWithTheRestatement() {
    QFETCH(Case, row);
    const Tensors golden =
        tensorsOf(std::string(RETAILOR_SOURCE_DIR "/tests/parity/pipelines/parts_to_whole/") + QTest::currentDataTag() + ".safetensors");
    CompletionRequest request = requestOf(row);
    writeTensors(request.noiseFile, noiseOf(row, request.photo->pixels.size()));
    QCOMPARE(sentenceOf(run(request)), std::string());
    const Tensors trace = tensorsOf(request.traceFile);
    const Tensor steps = golden.at("latents");
    QCOMPARE(trace.at("timesteps").size(0), steps.size(0));
    double worst = 0;
    for (std::int64_t i = 0; i < steps.size(0); ++i) {
      const Tensor off = (trace.at("latents." + std::to_string(i))[0] - steps[i]).abs().max() / steps[i].std();
      worst = std::max(worst, off.item<double>());
    }
    QVERIFY2(worst <= 1e-4, qPrintable(QStringLiteral("latents off by up to %1 of their deviation").arg(worst)));
    const Tensor samples = (trace.at("image").slice(1, 0, std::nullopt, 4).slice(2, 0, std::nullopt, 4) * 255).round();
    QVERIFY(((samples - golden.at("picture").to(at::kFloat)).abs() > 1).sum().item<std::int64_t>() == 0);
  }

  void aPoseChangesWhatIsDrawnAndIsInTheRecipe() {
    CompletionRequest with = productRequest(), without = with;
    without.pose = {};
    with.pose.sha256 = std::string(64, 'a');
    const auto posed = candidatesOf(run(with)), plain = candidatesOf(run(without));
    QVERIFY(*posed.at(0).pixels != *plain.at(0).pixels);
    QVERIFY(posed.at(0).recipe.pose == (completion::RecipePose{"pose.png", std::string(64, 'a')}));
    QVERIFY(!plain.at(0).recipe.pose);
    const auto hasWeights = [](const completion::Candidate& made, const char* name) {
      return std::ranges::count(made.recipe.weights, name, &completion::RecipeWeights::name) == 1;
    };
    QVERIFY(hasWeights(posed.at(0), "image-attention/decoupled_attn.pth"));
    QVERIFY(hasWeights(posed.at(0), "pose_guider/diffusion_pytorch_model.safetensors"));
    QVERIFY(!hasWeights(plain.at(0), "pose_guider/diffusion_pytorch_model.safetensors"));
  }

  // The working window is smaller than the photo and has another shape, and the pose is cut with it.
  void theWindowTakesItsPartOfThePose() {
    CompletionRequest request = productRequest();
    request.settings.window = completion::WindowChoice::Given;
    request.settings.givenWindow = {24, 32, 96, 64};
    const auto whole = candidatesOf(run(request));
    image::Bitmap cut = *request.pose.picture;
    const auto span = cut.span<std::uint8_t>();
    for (int x = 0; x < 128; ++x) std::fill_n(span.pixel(x, 120), 3, std::uint8_t{99});  // outside the window
    request.pose.picture = std::make_shared<image::Bitmap>(cut);
    QVERIFY(*candidatesOf(run(request)).at(0).pixels == *whole.at(0).pixels);
    std::fill_n(cut.span<std::uint8_t>().pixel(60, 60), 300, std::uint8_t{99});
    request.pose.picture = std::make_shared<image::Bitmap>(std::move(cut));
    QVERIFY(*candidatesOf(run(request)).at(0).pixels != *whole.at(0).pixels);
  }

  void aWholeMaskDrawsTheWholePictureAndSaysSo() {
    CompletionRequest request = productRequest();
    const auto says = [](const HeardRun& heard) {
      return std::ranges::any_of(heard.notes, [](const std::string& note) { return note.find("drawn anew") != std::string::npos; });
    };
    HeardRun part, all;
    run(request, part);
    QVERIFY(!says(part));
    maskAllOf(request);
    const auto made = candidatesOf(run(request, all));
    QVERIFY(says(all));
    QVERIFY(made.at(0).window == (image::Rect{0, 0, 128, 128}));
    QCOMPARE(int(made.at(0).blend->at(0, 0)), 255);
    QCOMPARE(int(made.at(0).blend->at(127, 127)), 255);
  }

  void masksMatterUnlessTheBundleIgnoresThem() {
    CompletionRequest masked = productRequest(), whole = masked;
    whole.references.front().mask.reset();
    QVERIFY(*candidatesOf(run(masked)).at(0).pixels != *candidatesOf(run(whole)).at(0).pixels);
    masked.modelFolders.named = whole.modelFolders.named = {quirked().string()};
    QVERIFY(*candidatesOf(run(masked)).at(0).pixels == *candidatesOf(run(whole)).at(0).pixels);
  }

  void whatCannotWorkIsRefused_data() {
    QTest::addColumn<QString>("fault");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("names");
    const auto row = [](const char* fault, FailureKind kind, const char* names) {
      QTest::newRow(fault) << QString::fromLatin1(fault) << static_cast<int>(kind) << QString::fromLatin1(names);
    };
    row("attention missing", FailureKind::MissingWeights, "decoupled_attn.pth");
    row("attention damaged", FailureKind::MissingWeights, "decoupled_attn.pth");
    row("a layer too few", FailureKind::MissingWeights, "decoupled_attn.pth");
    row("a value too few", FailureKind::MissingWeights, "to_v_dc.weight");
    row("another width", FailureKind::MissingWeights, "decoupled_attn.pth");
    row("guider missing", FailureKind::MissingWeights, "pose_guider");
    row("guider of another width", FailureKind::MissingWeights, "pose");
    row("pose of another size", FailureKind::BadInput, "pose.png");
    row("grey pose", FailureKind::BadInput, "pose.png");
    row("no tag", FailureKind::BadInput, "reference-1");
    row("seven references", FailureKind::BadInput, "6 references");
  }
  void whatCannotWorkIsRefused() {
    QFETCH(QString, fault);
    QFETCH(int, kind);
    QFETCH(QString, names);
    const fs::path folder = fs::path(m_folder.path().toStdString()) / "faulty";
    fs::remove_all(folder);
    fs::copy(model(), folder, fs::copy_options::recursive);
    CompletionRequest request = productRequest();
    request.modelFolders.named = {folder.string()};
    spoil(fault, request, folder);
    const auto outcome = run(request);
    const auto* failure = std::get_if<Failure>(&outcome);
    QVERIFY(failure != nullptr);
    QVERIFY2(static_cast<int>(failure->kind) == kind, failure->sentence.c_str());
    QVERIFY2(failure->sentence.find(names.toStdString()) != std::string::npos, failure->sentence.c_str());
  }

  void aModelWithoutItsGuiderStillDrawsWithoutAPose() {
    const fs::path folder = fs::path(m_folder.path().toStdString()) / "poseless";
    fs::copy(model(), folder, fs::copy_options::recursive);
    fs::remove_all(folder / "pose_guider");
    CompletionRequest request = productRequest();
    request.modelFolders.named = {folder.string()};
    request.pose = {};
    QCOMPARE(sentenceOf(run(request)), std::string());
  }

 private:
  fs::path model() const { return fs::path(m_folder.path().toStdString()) / "parts"; }
  fs::path quirked() const { return fs::path(m_folder.path().toStdString()) / "quirks"; }

  CompletionRequest requestOf(const Case& row) const {
    CompletionRequest request = tinyRequest(row.quirks ? quirked() : model());
    if (row.tall) makeTall(request);
    request.settings.method = "parts-to-whole";
    request.settings.guidance = row.guidance;
    request.settings.threads = 1;
    for (const int k : row.references) request.references.push_back(reference(k));
    if (row.pose) request.pose = poseOver(request.photo->pixels.size());
    request.noiseFile = (model().parent_path() / "noise.safetensors").string();
    request.traceFile = (model().parent_path() / "trace.safetensors").string();
    return request;
  }

  // With random numbers of its own, two steps.
  CompletionRequest productRequest() const {
    CompletionRequest request = requestOf({});
    request.noiseFile.clear();
    request.traceFile.clear();
    request.settings.steps = 2;
    return request;
  }

  static void spoil(const QString& fault, CompletionRequest& request, const fs::path& folder) {
    const fs::path attention = folder / "decoupled_attn.pth", guider = folder / "pose_guider" / "diffusion_pytorch_model.safetensors";
    const std::string layer = "mid_block.attentions.0.transformer_blocks.0.attn2.processor.";
    Tensors tensors = tensorsOf(attention), guiding = tensorsOf(guider);
    if (fault == QLatin1String("attention missing")) fs::remove(attention);
    if (fault == QLatin1String("attention damaged")) std::ofstream(attention) << "not what it says";
    if (fault == QLatin1String("a layer too few")) tensors.erase(layer + "to_k_dc.weight"), writeTensors(attention, tensors);
    if (fault == QLatin1String("a value too few")) tensors.erase(layer + "to_v_dc.weight"), writeTensors(attention, tensors);
    if (fault == QLatin1String("another width")) tensors[layer + "to_k_dc.weight"] = at::zeros({96, 32}), writeTensors(attention, tensors);
    if (fault == QLatin1String("guider missing")) fs::remove(guider);
    if (fault == QLatin1String("guider of another width")) {
      guiding["conv_out.weight"] = at::zeros({40, 12, 3, 3});
      guiding["conv_out.bias"] = at::zeros({40});
      writeTensors(guider, guiding);
    }
    if (fault == QLatin1String("pose of another size")) request.pose = poseOver({128, 120});
    if (fault == QLatin1String("grey pose"))
      request.pose.picture = std::make_shared<image::Bitmap>(image::Size{128, 128}, 1, image::SampleType::U8);
    if (fault == QLatin1String("no tag")) request.references.at(1).region = BodyRegion::Anything;
    if (fault == QLatin1String("seven references")) request.references.resize(7, reference(2));
  }

  static completion::CompletionOutcome run(const CompletionRequest& request, HeardRun& heard) {
    return inpaint::completeByInpainting(request, heard, {});
  }
  static completion::CompletionOutcome run(const CompletionRequest& request) {
    HeardRun heard;
    return run(request, heard);
  }
  static std::string sentenceOf(const completion::CompletionOutcome& outcome) {
    const auto* failure = std::get_if<Failure>(&outcome);
    return failure != nullptr ? failure->sentence : std::string();
  }
  static std::vector<completion::Candidate> candidatesOf(const completion::CompletionOutcome& outcome) {
    if (const std::string sentence = sentenceOf(outcome); !sentence.empty()) qWarning("%s", sentence.c_str());
    const auto* made = std::get_if<std::vector<completion::Candidate>>(&outcome);
    return made != nullptr ? *made : std::vector<completion::Candidate>();
  }

  QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestPartsToWhole)
#include "test_parts_to_whole.moc"
