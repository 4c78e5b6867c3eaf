#include <ATen/ATen.h>

#include <QTemporaryDir>
#include <QtTest>

#include <fstream>

#include "core/methods/diffusion/region_picture.h"
#include "core/methods/inpaint/inpaint_run.h"
#include "tests/core/methods/inpaint/drawn_references.h"
#include "tests/core/methods/inpaint/tiny_model.h"

using namespace retailor;
using namespace retailor::tests;
using completion::BodyRegion;
using completion::Candidate;
using completion::CompletionOutcome;
using completion::CompletionRequest;
using completion::TaggedReference;
using Candidates = std::vector<Candidate>;

namespace {

const Candidates& candidatesOf(const CompletionOutcome& outcome) {
  static const Candidates none;
  if (const auto* failure = std::get_if<Failure>(&outcome)) qWarning("%s", failure->sentence.c_str());
  const auto* made = std::get_if<Candidates>(&outcome);
  return made != nullptr ? *made : none;
}

const image::Bitmap& pictureOf(const CompletionOutcome& outcome) { return *candidatesOf(outcome).at(0).pixels; }

}  // namespace

class TestReadReferences : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    for (const auto& folder : {plain(), trained()}) writeTinyModel(folder, 9);
    writeTinyReferenceUnet(trained());
    writeTinyAdapter(trained());
  }

  void withoutReferencesItIsInpainting_data() { models(); }
  void withoutReferencesItIsInpainting() {
    CompletionRequest wanted = request();
    const auto made = run(wanted);
    wanted.settings.method = "inpaint";
    const auto inpainted = run(wanted);
    QVERIFY(pictureOf(made) == pictureOf(inpainted));
  }

  void referencesChangeWhatIsDrawn_data() { models(); }
  void referencesChangeWhatIsDrawn() {
    CompletionRequest one = request(), other = request();
    one.references = {drawnReference(BodyRegion::UpperClothes, 40)};
    other.references = {drawnReference(BodyRegion::UpperClothes, 220)};
    HeardRun heard;
    const auto first = run(one, heard), second = run(other);
    QCOMPARE(heard.previews.size(), std::size_t(7));
    QVERIFY(pictureOf(first) != pictureOf(run(request())));
    QVERIFY(pictureOf(first) != pictureOf(second));
    QVERIFY(pictureOf(first) == pictureOf(run(one)));
  }

  void theTagIsReadWithTheReference_data() { models(); }
  void theTagIsReadWithTheReference() {
    CompletionRequest shirt = request(), shoes = request();
    shirt.references = {drawnReference(BodyRegion::UpperClothes, 40)};
    shoes.references = {drawnReference(BodyRegion::Shoes, 40)};
    QVERIFY(pictureOf(run(shirt)) != pictureOf(run(shoes)));
  }

  void whatTheMaskLeavesOutIsNotSeenInItsRegion() {
    const TaggedReference whole = drawnReference(BodyRegion::Face, 40);
    const auto seen = diffusion::regionPicture(whole, {128, 64});
    QCOMPARE(seen.mask.size(0), 64);
    QCOMPARE(seen.mask.size(1), 128);
    QCOMPARE(seen.mask[0][0].item<float>(), 0.0F);           // a bar
    QCOMPARE(seen.mask[32][64].item<float>(), 1.0F);         // the region's middle
    QCOMPARE(seen.picture[0][1][0][0].item<float>(), 1.0F);  // white
    const double share = seen.mask.mean().item<double>();
    QVERIFY2(share > 0.4 && share < 0.9, qPrintable(QString::number(share)));
  }

  void aReferenceOfNoWeightIsNotThere_data() { models(); }
  void aReferenceOfNoWeightIsNotThere() {
    CompletionRequest with = request();
    with.references = {drawnReference(BodyRegion::Face, 99)};
    with.references.front().weight = 0;
    QVERIFY(pictureOf(run(with)) == pictureOf(run(request())));
  }

  void aModelSaysHowItReads() {
    const QTemporaryDir other;
    const std::filesystem::path folder = std::filesystem::path(other.path().toStdString()) / "model";
    std::filesystem::copy(trained(), folder, std::filesystem::copy_options::recursive);
    CompletionRequest wanted = request();
    wanted.modelFolders.named = {folder.string()};
    wanted.references = {drawnReference(BodyRegion::Hair, 70)};
    const auto usual = run(wanted);
    say(folder, R"({"mask": "zero", "blocks": "midup", "blend": 0.5})");
    QVERIFY(pictureOf(run(wanted)) != pictureOf(usual));
    say(folder, R"({"mask": "drop", "blocks": "full", "blend": 1})");
    QVERIFY(pictureOf(run(wanted)) == pictureOf(usual));
    say(folder, R"({"mask": "faded"})");
    const auto outcome = run(wanted);
    const auto* failure = std::get_if<Failure>(&outcome);
    QVERIFY(failure != nullptr && failure->kind == FailureKind::MissingWeights);
    QVERIFY2(failure->sentence.find("bundle.json") != std::string::npos, failure->sentence.c_str());
  }

  void aCutReferenceUnetIsNamed() {
    const QTemporaryDir other;
    const std::filesystem::path folder = std::filesystem::path(other.path().toStdString()) / "model";
    std::filesystem::copy(trained(), folder, std::filesystem::copy_options::recursive);
    std::filesystem::resize_file(folder / "reference_unet" / "diffusion_pytorch_model.safetensors", 5000);
    CompletionRequest wanted = request();
    wanted.modelFolders.named = {folder.string()};
    wanted.references = {drawnReference(BodyRegion::Hair, 70)};
    const auto outcome = run(wanted);
    const auto* failure = std::get_if<Failure>(&outcome);
    QVERIFY(failure != nullptr && failure->kind == FailureKind::MissingWeights);
    QVERIFY2(failure->sentence.find("reference_unet") != std::string::npos, failure->sentence.c_str());
  }

  void aStopAtAStepEndsThere_data() { models(); }
  void aStopAtAStepEndsThere() {
    std::stop_source stop;
    HeardRun heard;
    heard.atStep = [&stop](int step) {
      if (step == 2) stop.request_stop();
    };
    CompletionRequest wanted = request();
    wanted.references = {drawnReference(BodyRegion::Face, 10)};
    QVERIFY(std::holds_alternative<completion::Cancelled>(inpaint::completeByInpainting(wanted, heard, stop.get_token())));
    QCOMPARE(heard.steps.size(), std::size_t(2));
  }

 private:
  static void models() {
    QTest::addColumn<bool>("hasReferenceUnet");
    QTest::newRow("with a Reference U-Net") << true;
    QTest::newRow("without one") << false;
  }

  std::filesystem::path place(const char* name) const { return std::filesystem::path(m_folder.path().toStdString()) / name; }
  std::filesystem::path plain() const { return place("plain"); }
  std::filesystem::path trained() const { return place("trained"); }

  // For the model of the data row; tests without rows take the trained one.
  CompletionRequest request() const {
    const bool rows = QTest::currentDataTag() != nullptr;
    CompletionRequest made = tinyRequest(rows && QByteArray(QTest::currentDataTag()) == "without one" ? plain() : trained());
    made.settings.method = "complete-me";
    made.settings.threads = 1;  // small networks are not faster with more
    return made;
  }

  // The shipped bundle but for how references are read.
  static void say(const std::filesystem::path& folder, const char* references) {
    std::ofstream(folder / "bundle.json") << R"({"bundle": "own", "method": "complete-me", "recognised-by": {"channels": 9},
      "parts": ["unet", "vae"], "input": ["latent", "mask", "masked-picture"], "references": )"
                                          << references << '}';
  }

  static CompletionOutcome run(const CompletionRequest& request, HeardRun& heard) {
    return inpaint::completeByInpainting(request, heard, {});
  }
  static CompletionOutcome run(const CompletionRequest& request) {
    HeardRun heard;
    return run(request, heard);
  }

  QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestReadReferences)
#include "test_read_references.moc"
