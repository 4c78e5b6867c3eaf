#include <ATen/ATen.h>

#include <QTemporaryDir>
#include <QtTest>

#include <fstream>

#include "core/methods/diffusion/kept_references.h"
#include "core/methods/diffusion/network_set.h"
#include "core/methods/inpaint/inpaint_run.h"
#include "tests/core/methods/inpaint/drawn_references.h"
#include "tests/core/methods/inpaint/limited_allocator.h"
#include "tests/core/methods/inpaint/named_tensors.h"
#include "tests/core/methods/inpaint/tiny_model.h"

using namespace retailor;
using namespace retailor::tests;
using completion::BodyRegion;
using completion::CompletionRequest;
using diffusion::KeptReferences;
using Work = KeptReferences::Work;

namespace {

// Hears how many references were known.
class HeardReferences : public HeardRun {
 public:
  int cached = -1, encoded = -1;
  void referencesRead(int known, int fresh) override {
    cached = known;
    encoded = fresh;
  }
};

Work operator-(const Work& after, const Work& before) {
  return {after.pictures - before.pictures, after.latents - before.latents, after.labels - before.labels, after.looks - before.looks,
          after.projections - before.projections};
}

KeptReferences::Tensors numbers(std::int64_t count) { return {at::zeros({count}, at::kFloat)}; }

}  // namespace

class TestKeptReferences : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    for (const auto& folder : {trained(), plain()}) {
      writeTinyModel(folder, 9);
      writeTinyAdapter(folder);
    }
    writeTinyReferenceUnet(trained());
    writeTinyExampleModel(example());
    writeTinyImitationModel(imitation());
  }

  void whatWasUsedLeastRecentlyGoesFirst() {
    KeptReferences kept(100 * sizeof(float));
    kept.keep("a", numbers(40));
    kept.keep("b", numbers(40));
    QVERIFY(kept.find("a") != nullptr);
    kept.keep("c", numbers(40));
    QVERIFY(kept.find("b") == nullptr);
    QVERIFY(kept.find("a") != nullptr && kept.find("c") != nullptr);
    kept.keep("larger than all", numbers(101));
    QVERIFY(kept.find("larger than all") == nullptr);
    QCOMPARE(kept.bytes(), 80 * sizeof(float));
    kept.keep("a", numbers(10));
    QCOMPARE(kept.bytes(), 50 * sizeof(float));
    kept.clear();
    QCOMPARE(kept.bytes(), std::size_t(0));
    QVERIFY(kept.find("a") == nullptr);
  }

  void anotherSeedPromptOrHoleEncodesNothingAndDrawsTheSame_data() { models(); }
  void anotherSeedPromptOrHoleEncodesNothingAndDrawsTheSame() {
    KeptReferences kept;
    HeardReferences first;
    run(request(), kept, first);
    QCOMPARE(first.encoded, 3);
    QVERIFY(kept.bytes() > 0);
    for (const CompletionRequest& changed : {withSeed(), withPrompt(), withHole(), withSteps()}) {
      const Work before = kept.work();
      HeardReferences heard;
      const image::Bitmap cached = run(changed, kept, heard);
      const Work done = kept.work() - before;
      QCOMPARE(heard.cached, 3);
      QCOMPARE(heard.encoded, 0);
      QVERIFY(std::ranges::count(heard.notes, "References: 3 cached.") == 1);
      QCOMPARE(done.pictures + done.latents + done.labels, 0);
      if (isTrained()) QCOMPARE(done.looks + done.projections, 0);  // else the drawing network looks at every step
      KeptReferences none;
      QVERIFY(cached == run(changed, none));
    }
  }

  void switchingOneOfThreeEncodesThatOne_data() { models(); }
  void switchingOneOfThreeEncodesThatOne() {
    KeptReferences kept;
    run(request(), kept);
    const Work all = kept.work();
    CompletionRequest changed = request();
    changed.references[1] = drawnReference(BodyRegion::UpperClothes, 90);
    HeardReferences heard;
    const image::Bitmap cached = run(changed, kept, heard);
    const Work done = kept.work() - all;
    QCOMPARE(heard.cached, 2);
    QCOMPARE(heard.encoded, 1);
    QVERIFY(std::ranges::count(heard.notes, "References: 2 cached, 1 encoded.") == 1);
    QCOMPARE(done.pictures, 1);
    QCOMPARE(done.latents, 1);
    QCOMPARE(done.labels, 0);
    if (isTrained()) QCOMPARE(done.looks, 1);
    if (isTrained()) QCOMPARE(done.projections * 3, all.projections);
    KeptReferences none;
    QVERIFY(cached == run(changed, none));
    run(request(), kept, heard);  // back: it is still there
    QCOMPARE(heard.encoded, 0);
  }

  void weightsAndScalesAreNoPartOfWhatIsKept() {
    KeptReferences kept;
    run(request(), kept);
    CompletionRequest changed = request();
    changed.references[0].weight = 0.4;
    changed.settings.similarity = 1.6;
    const Work before = kept.work();
    HeardReferences heard;
    const image::Bitmap cached = run(changed, kept, heard);
    QCOMPARE(heard.cached, 3);
    QCOMPARE((kept.work() - before).looks, 0);
    KeptReferences none;
    QVERIFY(cached == run(changed, none));
    QVERIFY(cached != run(request(), kept));
  }

  void maskTagAndWorkingSizeAre_data() {
    QTest::addColumn<int>("what");
    QTest::newRow("mask") << 0;
    QTest::newRow("tag") << 1;
    QTest::newRow("working size") << 2;
    QTest::newRow("model") << 3;
    QTest::newRow("how it is read") << 4;
  }
  void maskTagAndWorkingSizeAre() {
    QFETCH(int, what);
    KeptReferences kept;
    CompletionRequest changed = request();
    changed.references.resize(1);
    run(changed, kept);
    if (what == 0) changed.references[0].mask = nullptr;
    if (what == 1) changed.references[0].region = BodyRegion::Hair;
    if (what == 2) changed.settings.workingSize = {128, 64};
    if (what == 3) changed.modelFolders.named = {copiedModel("copy").string()};
    if (what == 4) changed.modelFolders.named = {modelThatReadsOtherwise().string()};
    HeardReferences heard;
    const image::Bitmap cached = run(changed, kept, heard);
    QCOMPARE(heard.encoded, 1);
    KeptReferences none;
    QVERIFY(cached == run(changed, none));
  }

  void withoutRoomEveryRunEncodes() {
    KeptReferences tiny(16);
    HeardReferences heard;
    run(request(), tiny);
    run(request(), tiny, heard);
    QCOMPARE(heard.encoded, 3);
    QCOMPARE(tiny.bytes(), std::size_t(0));
  }

  void shortMemoryTakesItBack() {
    KeptReferences kept;
    kept.keep("of another model", numbers(1000));
    {
      // Enough to load and draw in tiles and slices, not enough for the first try.
      const std::size_t peak = peakOf(request());
      const LimitedAllocator limited(peak * 9 / 10);
      HeardReferences heard;
      (void)inpaint::completeByInpainting(request(), heard, {}, kept);
    }
    QVERIFY(kept.find("of another model") == nullptr);
  }

  void anExampleIsEncodedOnce() {
    KeptReferences kept;
    CompletionRequest wanted = tinyRequest(example());
    wanted.settings.method = "paint-by-example";
    wanted.settings.threads = 1;
    wanted.references = {drawnReference(BodyRegion::Anything, 70)};
    run(wanted, kept);
    QCOMPARE(kept.work().pictures, 1);
    wanted.settings.seed = 9;
    HeardReferences heard;
    const image::Bitmap cached = run(wanted, kept, heard);
    QCOMPARE(kept.work().pictures, 1);
    QCOMPARE(heard.cached, 1);
    KeptReferences none;
    QVERIFY(cached == run(wanted, none));
  }

  void statesAreEncodedOnceButWhatIsLookedAtAtEveryStepIsNot() {
    KeptReferences kept;
    CompletionRequest wanted = request();
    wanted.modelFolders.named = {imitation().string()};
    wanted.references.resize(2);
    run(wanted, kept);
    QCOMPARE(kept.work().pictures, 3);  // both, and what stands for none
    QCOMPARE(kept.work().labels, 0);
    QCOMPARE(kept.work().looks, 2 * wanted.settings.steps);
    const Work before = kept.work();
    wanted.settings.seed = 9;
    HeardReferences heard;
    const image::Bitmap cached = run(wanted, kept, heard);
    const Work done = kept.work() - before;
    QCOMPARE(heard.cached, 2);
    QCOMPARE(heard.encoded, 0);
    QCOMPARE(done.pictures + done.latents, 0);
    QCOMPARE(done.looks, 2 * wanted.settings.steps);
    KeptReferences none;
    QVERIFY(cached == run(wanted, none));
  }

  void otherSelfAttentionMakesItAnotherUnet() {
    auto model = weights::ModelFolder::open(plain()).value();
    const auto identity = [&model](const char* attention, const char* part) {
      const diffusion::MemoryLadder ladder({}, [](const std::string&) {});
      diffusion::NetworkSet networks(model, diffusion::processorPlan(), ladder);
      networks.attendBy(attention);
      return networks.identityOf(part).value();
    };
    for (const char* name : {"attention", "likewise"}) {
      writeTensors(place(name) / "model.safetensors", tinyGarmentAttention());
      model.borrow(name, weights::ModelFolder::open(place(name) / "model.safetensors").value(), "attention");
    }
    QVERIFY(identity("attention", "unet") == identity("attention", "unet"));
    QVERIFY(identity("attention", "unet") != identity("", "unet"));
    QVERIFY(identity("attention", "unet") != identity("likewise", "unet"));
    QVERIFY(identity("attention", "vae") == identity("", "vae"));
  }

 private:
  static void models() {
    QTest::addColumn<bool>("trained");
    QTest::newRow("with a Reference U-Net") << true;
    QTest::newRow("without one") << false;
  }
  static bool isTrained() { return QTest::currentDataTag() == nullptr || QByteArray(QTest::currentDataTag()) != "without one"; }

  std::filesystem::path place(const char* name) const { return std::filesystem::path(m_folder.path().toStdString()) / name; }
  std::filesystem::path plain() const { return place("plain"); }
  std::filesystem::path trained() const { return place("trained"); }
  std::filesystem::path example() const { return place("example"); }
  std::filesystem::path imitation() const { return place("MimicBrush"); }

  std::filesystem::path copiedModel(const char* name) const {
    std::filesystem::copy(trained(), place(name), std::filesystem::copy_options::recursive);
    return place(name);
  }
  std::filesystem::path modelThatReadsOtherwise() const {
    const std::filesystem::path folder = copiedModel("otherwise");
    std::ofstream(folder / "bundle.json") << R"({"bundle": "own", "method": "complete-me", "recognised-by": {"channels": 9},
      "parts": ["unet", "vae"], "input": ["latent", "mask", "masked-picture"], "references": {"mask": "zero"}})";
    return folder;
  }

  CompletionRequest request() const {
    CompletionRequest made = tinyRequest(isTrained() ? trained() : plain());
    made.settings.method = "complete-me";
    made.settings.threads = 1;
    made.settings.steps = 3;
    made.references = threeReferences();
    return made;
  }
  CompletionRequest withSeed() const {
    CompletionRequest made = request();
    made.settings.seed = 99;
    return made;
  }
  CompletionRequest withPrompt() const {
    CompletionRequest made = request();
    made.settings.prompt = "a red coat";
    return made;
  }
  CompletionRequest withHole() const {
    CompletionRequest made = request();
    auto mask = std::make_shared<mask::Mask>(*made.mask);
    for (int x = 0; x < mask->width() / 2; ++x) mask->row(mask->height() / 2)[x] = 255;
    made.mask = mask;
    return made;
  }
  CompletionRequest withSteps() const {
    CompletionRequest made = request();
    made.settings.steps = 4;
    return made;
  }

  static std::size_t peakOf(const CompletionRequest& request) {
    const LimitedAllocator unlimited(std::size_t{1} << 40);
    HeardRun heard;
    KeptReferences none;
    (void)inpaint::completeByInpainting(request, heard, {}, none);
    return LimitedAllocator::peak();
  }

  static image::Bitmap run(const CompletionRequest& request, KeptReferences& kept, HeardRun& heard) {
    return drawnPicture(inpaint::completeByInpainting(request, heard, {}, kept));
  }
  static image::Bitmap run(const CompletionRequest& request, KeptReferences& kept) {
    HeardRun heard;
    return run(request, kept, heard);
  }

  QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestKeptReferences)
#include "test_kept_references.moc"
