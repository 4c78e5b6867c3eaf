#include <ATen/ATen.h>

#include <QTemporaryDir>
#include <QtTest>

#include <fstream>

#include "core/methods/inpaint/inpaint_run.h"
#include "core/methods/inpaint/similarity.h"
#include "tests/core/methods/inpaint/drawn_references.h"
#include "tests/core/methods/inpaint/named_tensors.h"
#include "tests/core/methods/inpaint/tiny_model.h"

using namespace retailor;
using namespace retailor::tests;
using completion::CompletionRequest;

class TestSimilarity : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    writeTinyModel(model(), 9);
    writeTinyReferenceUnet(model());
    writeTinyAdapter(model());
    writeTinyExampleModel(example());
    writeTensors(garments() / "mix-48k-1024" / "attention" / "model.safetensors", tinyGarmentAttention());
    std::filesystem::copy(model(), halved(), std::filesystem::copy_options::recursive);
    std::ofstream(halved() / "bundle.json") << R"({"bundle": "own", "method": "complete-me", "recognised-by": {"channels": 9},
      "parts": ["unet", "vae"], "input": ["latent", "mask", "masked-picture"],
      "references": {"blend": 0.5}, "defaults": {"steps": 50, "guidance": 7.5}})";
  }

  void atOneNothingIsTouched() {
    const inpaint::Similarity neutral;
    QVERIFY(neutral.blend() == 1 && neutral.tokens() == 1 && neutral.imagePrompt() == 1);
    QVERIFY(neutral.guidance(7.3) == 7.3);
  }

  void atNoneNoReferenceIsSeen_data() { methods(); }
  void atNoneNoReferenceIsSeen() {
    CompletionRequest none = request(), without = request();
    none.settings.similarity = 0;
    without.references.clear();
    QVERIFY(run(none) == run(without));
    QVERIFY(run(none) != run(request()));
  }

  void aboveOneReferenceTokensCountMoreOften() {
    CompletionRequest similar = request(), written = request();
    similar.settings.similarity = 1.5;
    written.settings.referenceScale = 1.5 * 1.5;
    written.settings.imageScale = 1.5;
    QVERIFY(run(similar) == run(written));
    QVERIFY(run(similar) != run(request()));
  }

  void belowOneTheAnswerWithoutThemComesIn() {
    CompletionRequest similar = request(), written = request();
    similar.settings.similarity = 0.5;
    written.modelFolders.named = {halved().string()};
    written.settings.imageScale = 0.5;
    QVERIFY(run(similar) == run(written));
    QVERIFY(run(similar) != run(request()));
  }

  void forAnImagePromptItIsItsScale() {
    CompletionRequest similar = request(), written = request();
    similar.settings.method = written.settings.method = "inpaint";
    similar.settings.similarity = written.settings.referenceScale = 0.7;
    QVERIFY(run(similar) == run(written));
  }

  void whereOnlyReferencesSteerItIsWhatGuidanceAdds_data() {
    QTest::addColumn<bool>("canvas");
    QTest::newRow("an example") << false;
    QTest::newRow("a garment on the canvas") << true;
  }
  void whereOnlyReferencesSteerItIsWhatGuidanceAdds() {
    QFETCH(bool, canvas);
    const CompletionRequest usual = canvas ? garmentRequest() : exampleRequest();
    CompletionRequest similar = usual, written = usual;
    similar.settings.similarity = 1.5;
    written.settings.guidance = 1 + (similar.settings.guidance - 1) * 1.5;
    QVERIFY(run(similar) == run(written));
    QVERIFY(run(similar) != run(usual));
  }

 private:
  static void methods() {
    QTest::addColumn<QString>("method");
    QTest::newRow("complete-me");
    QTest::newRow("inpaint");
  }

  std::filesystem::path place(const char* name) const { return std::filesystem::path(m_folder.path().toStdString()) / name; }
  std::filesystem::path model() const { return place("model"); }
  std::filesystem::path halved() const { return place("halved"); }
  std::filesystem::path example() const { return place("example"); }
  std::filesystem::path garments() const { return place("CatVTON"); }

  CompletionRequest request() const {
    CompletionRequest made = tinyRequest(model());
    made.settings.method = QTest::currentDataTag() != nullptr ? QTest::currentDataTag() : "complete-me";
    made.settings.threads = 1;
    made.settings.steps = 3;
    made.references = threeReferences();
    return made;
  }
  CompletionRequest exampleRequest() const {
    CompletionRequest made = tinyRequest(example());
    made.settings.method = "paint-by-example";
    made.settings.threads = 1;
    made.settings.guidance = 5;
    made.references = {drawnReference(completion::BodyRegion::Anything, 70)};
    return made;
  }
  CompletionRequest garmentRequest() const {
    CompletionRequest made = exampleRequest();
    made.modelFolders.named = {model().string(), garments().string()};
    made.settings.method = "complete-me";
    made.references = {drawnReference(completion::BodyRegion::UpperClothes, 70)};
    return made;
  }

  static image::Bitmap run(const CompletionRequest& request) {
    HeardRun heard;
    return drawnPicture(inpaint::completeByInpainting(request, heard, {}));
  }

  QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestSimilarity)
#include "test_similarity.moc"
