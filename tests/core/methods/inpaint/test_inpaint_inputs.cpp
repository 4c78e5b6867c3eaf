#include <ATen/ATen.h>

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

#include <fstream>

#include "core/methods/inpaint/inpaint_inputs.h"
#include "core/methods/inpaint/inpaint_run.h"
#include "tests/core/methods/inpaint/drawn_references.h"
#include "tests/core/methods/inpaint/named_tensors.h"
#include "tests/core/methods/inpaint/tiny_model.h"

using namespace retailor;
using namespace retailor::tests;
using completion::CompletionRequest;
using completion::PreparedInput;
using completion::PreparedInputs;
using Kind = PreparedInput::Kind;

namespace {

const PreparedInput* pictureOf(const PreparedInputs& inputs, Kind kind) {
  const auto found = std::ranges::find(inputs.pictures, kind, &PreparedInput::kind);
  return found != inputs.pictures.end() ? &*found : nullptr;
}

const std::uint8_t* pixel(const PreparedInput& input, int x, int y) { return input.picture.view<std::uint8_t>().pixel(x, y); }

QStringList referencesIn(const PreparedInputs& inputs) {
  QStringList keys;
  for (const PreparedInput& input : inputs.pictures)
    if (input.kind == Kind::Reference) keys << QString::fromStdString(preparedInputKey(input));
  return keys;
}

}  // namespace

class TestInpaintInputs : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    writeTinyModel(model(), 9);
    writeTinyAdapter(model());
    writeTinyReferenceUnet(model());
    writeTinyModel(bare(), 9);
    writeTinyExampleModel(example());
    writeTensors(garments() / "mix-48k-1024" / "attention" / "model.safetensors", tinyGarmentAttention());
  }

  void whatIsBlendedIsWhatTheRunBlends() {
    for (const completion::WindowChoice choice : {completion::WindowChoice::Whole, completion::WindowChoice::Auto}) {
      CompletionRequest wanted = request();
      wanted.settings.window = choice;
      const auto inputs = inpaint::inputsForInpainting(wanted, {});
      QVERIFY2(inputs.ok(), inputs.ok() ? "" : inputs.failure().sentence.c_str());
      HeardRun heard;
      const auto outcome = inpaint::completeByInpainting(wanted, heard, {});
      const auto& made = std::get<std::vector<completion::Candidate>>(outcome).front();
      const PreparedInput* blend = pictureOf(*inputs, Kind::BlendMask);
      QVERIFY(blend != nullptr && blend->picture.size() == inputs->window.size());
      const mask::Mask whole(blend->picture);
      QVERIFY(whole.cropped({made.window.x - inputs->window.x, made.window.y - inputs->window.y, made.window.width, made.window.height}) ==
              *made.blend);
      QVERIFY(heard.previews.front().size() == pictureOf(*inputs, Kind::Crop)->picture.size());
    }
  }

  void outsideTheModelsMaskThePreFillIsTheCropAndInsideItIsGrey() {
    const auto inputs = inpaint::inputsForInpainting(request(), {});
    QVERIFY(inputs.ok());
    const PreparedInput &crop = *pictureOf(*inputs, Kind::Crop), &hole = *pictureOf(*inputs, Kind::ModelMask),
                        &fill = *pictureOf(*inputs, Kind::PreFill);
    QVERIFY(crop.picture.size() == hole.picture.size() && crop.picture.size() == fill.picture.size());
    int drawn = 0;
    for (int y = 0; y < crop.picture.height(); ++y)
      for (int x = 0; x < crop.picture.width(); ++x) {
        const bool isHole = *pixel(hole, x, y) == 255;
        drawn += isHole ? 1 : 0;
        for (int c = 0; c < 3; ++c) QCOMPARE(int(pixel(fill, x, y)[c]), isHole ? 128 : int(pixel(crop, x, y)[c]));
        if (request().mask->at(x, y) > 0) QVERIFY(isHole);
      }
    QVERIFY(drawn > 0);
  }

  void belowFullStrengthARunBeginsWithThePhoto() {
    CompletionRequest wanted = request();
    wanted.settings.strength = 0.5;
    const auto inputs = inpaint::inputsForInpainting(wanted, {});
    QVERIFY(inputs.ok());
    QVERIFY(pictureOf(*inputs, Kind::PreFill)->picture == pictureOf(*inputs, Kind::Crop)->picture);
    QVERIFY(pictureOf(*inputs, Kind::PreFill)->behind == PreparedInput::Behind::Strength);
  }

  void everyoneWhoLooksIsShownWhatHeGets() {
    CompletionRequest wanted = request();
    wanted.references = threeReferences();
    wanted.references[1].weight = 0;
    auto inputs = inpaint::inputsForInpainting(wanted, {});
    QVERIFY(inputs.ok());
    const QStringList both{QStringLiteral("reference-1-attention"), QStringLiteral("reference-1-image-encoder"),
                           QStringLiteral("reference-3-attention"), QStringLiteral("reference-3-image-encoder")};
    QCOMPARE(referencesIn(*inputs), both);
    const PreparedInput& read = inputs->pictures[4];
    QVERIFY(read.picture.size() == pictureOf(*inputs, Kind::Crop)->picture.size());
    QCOMPARE(int(pixel(read, 0, 0)[3]), 0);      // a bar
    QCOMPARE(int(pixel(read, 64, 64)[3]), 255);  // the middle of its mask
    wanted.modelFolders.named = {bare().string()};
    inputs = inpaint::inputsForInpainting(wanted, {});
    QCOMPARE(referencesIn(*inputs), QStringList({both[0], both[2]}));
    wanted.settings.similarity = 0;
    QCOMPARE(referencesIn(*inpaint::inputsForInpainting(wanted, {})), QStringList());
  }

  void anExampleIsSeenByItsEncoder() {
    CompletionRequest wanted = tinyRequest(example());
    wanted.settings.method = "paint-by-example";
    wanted.references = {drawnReference(completion::BodyRegion::Face, 200)};
    const auto inputs = inpaint::inputsForInpainting(wanted, {});
    QVERIFY(inputs.ok());
    QCOMPARE(referencesIn(*inputs), QStringList(QStringLiteral("reference-1-image-encoder")));
    // Red in the middle of what its mask keeps; the encoder's own size.
    const PreparedInput& seen = inputs->pictures.back();
    const int middle = seen.picture.width() / 2;
    QVERIFY(std::abs(int(pixel(seen, middle, middle)[0]) - 200) <= 2);
  }

  void aGarmentIsShownAsItLiesOnTheCanvas() {
    CompletionRequest wanted = request();
    wanted.modelFolders.named = {bare().string(), garments().string()};
    wanted.references = {drawnReference(completion::BodyRegion::Face, 40), drawnReference(completion::BodyRegion::UpperClothes, 200)};
    auto inputs = inpaint::inputsForInpainting(wanted, {});
    QVERIFY2(inputs.ok(), inputs.ok() ? "" : inputs.failure().sentence.c_str());
    QCOMPARE(referencesIn(*inputs), QStringList(QStringLiteral("reference-2-canvas")));
    const PreparedInput& below = inputs->pictures.back();
    QVERIFY(below.picture.size() == pictureOf(*inputs, Kind::Crop)->picture.size());
    QCOMPARE(int(pixel(below, 64, 0)[0]), 255);   // the canvas is white
    QCOMPARE(int(pixel(below, 64, 64)[0]), 200);  // what its mask keeps lies in the middle
    wanted.references.pop_back();
    inputs = inpaint::inputsForInpainting(wanted, {});
    QVERIFY(!inputs.ok() && inputs.failure().kind == FailureKind::BadInput);
  }

  void statesOfReferencesAreSeenByTheirEncoder() {
    CompletionRequest wanted = request();
    wanted.modelFolders.named = {imitation("MimicBrush").string()};
    wanted.references = {drawnReference(completion::BodyRegion::Anything, 200)};
    const QStringList both{QStringLiteral("reference-1-attention"), QStringLiteral("reference-1-image-encoder")};
    auto inputs = inpaint::inputsForInpainting(wanted, {});
    QVERIFY2(inputs.ok(), inputs.ok() ? "" : inputs.failure().sentence.c_str());
    QCOMPARE(referencesIn(*inputs), both);
    QCOMPARE(int(pixel(*pictureOf(*inputs, Kind::PreFill), 64, 64)[0]), 0);  // its hole is black
    wanted.modelFolders.named = {imitationThatReadsNoRegions().string()};
    inputs = inpaint::inputsForInpainting(wanted, {});
    QVERIFY2(inputs.ok(), inputs.ok() ? "" : inputs.failure().sentence.c_str());
    QCOMPARE(referencesIn(*inputs), QStringList(both.back()));
    HeardRun heard;
    QVERIFY(drawnPicture(inpaint::completeByInpainting(wanted, heard, {})).width() > 0);
  }

  void withoutAMaskOrAModelASentenceSaysSo() {
    CompletionRequest empty = request();
    empty.mask = std::make_shared<mask::Mask>(empty.mask->size());
    const auto inputs = inpaint::inputsForInpainting(empty, {});
    QVERIFY(!inputs.ok() && inputs.failure().kind == FailureKind::BadInput);
    QVERIFY(inputs.failure().sentence.find("mask is empty") != std::string::npos);
    CompletionRequest nowhere = request();
    nowhere.modelFolders.named = {"/nonexistent"};
    QVERIFY(inpaint::inputsForInpainting(nowhere, {}).failure().kind == FailureKind::MissingWeights);
  }

 private:
  std::filesystem::path place(const char* name) const { return std::filesystem::path(m_folder.path().toStdString()) / name; }
  std::filesystem::path model() const { return place("model"); }
  std::filesystem::path bare() const { return place("bare"); }
  std::filesystem::path example() const { return place("example"); }
  std::filesystem::path garments() const { return place("CatVTON"); }

  std::filesystem::path imitation(const char* name) const {
    writeTinyImitationModel(place(name));
    return place(name);
  }
  std::filesystem::path imitationThatReadsNoRegions() const {
    const std::filesystem::path folder = imitation("plain");
    QFile shipped(QStringLiteral(RETAILOR_SOURCE_DIR "/resources/bundles/mimicbrush.json"));
    if (!shipped.open(QIODevice::ReadOnly)) throw std::runtime_error("the bundle is not there");
    QJsonObject bundle = QJsonDocument::fromJson(shipped.readAll()).object();
    bundle.remove(QStringLiteral("references"));
    std::ofstream(folder / "bundle.json") << QJsonDocument(bundle).toJson().toStdString();
    return folder;
  }

  CompletionRequest request() const {
    CompletionRequest made = tinyRequest(model());
    made.settings.method = "complete-me";
    made.settings.threads = 1;
    made.settings.steps = 2;
    return made;
  }

  QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestInpaintInputs)
#include "test_inpaint_inputs.moc"
