#include <QtTest>

#include "core/completion/clothed_photo.h"
#include "tests/core/methods/patch_diffusion/completed_photo.h"

using namespace retailor;
using namespace retailor::portrait;
using completion::PreparedInput;
using completion::PreparedInputs;
using Kind = PreparedInput::Kind;

namespace {

const PreparedInput& pictureOf(const PreparedInputs& inputs, Kind kind) {
  return *std::ranges::find(inputs.pictures, kind, &PreparedInput::kind);
}

Result<PreparedInputs> inputsFor(const completion::CompletionRequest& request, std::stop_token stop = {}) {
  return methods::PatchDiffusionMethod().preparedInputs(request, stop);
}

}  // namespace

class TestPatchInputs : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void theyAreWhatARunBeginsWith() {
    completion::CompletionRequest request = shirtRequest(128);
    request.settings.preset = completion::Preset::Fast;
    const auto inputs = inputsFor(request);
    QVERIFY(inputs.ok());
    Remembering heard;
    const auto outcome = run(request, heard);
    const auto& made = std::get<std::vector<completion::Candidate>>(outcome).front();
    QVERIFY(pictureOf(*inputs, Kind::PreFill).picture == heard.previews.front());
    const image::Rect& window = inputs->window;
    const Mask blend(pictureOf(*inputs, Kind::BlendMask).picture);
    QVERIFY(blend.cropped({made.window.x - window.x, made.window.y - window.y, made.window.width, made.window.height}) == *made.blend);
    QVERIFY(pictureOf(*inputs, Kind::Crop).picture == request.photo->pixels.cropped(window));
    QVERIFY(!inputs->notes.empty() && inputs->notes == heard.notes);
  }

  void theHoleIsWhateverMayChange() {
    const completion::CompletionRequest request = shirtRequest(128);
    const auto inputs = inputsFor(request);
    QVERIFY(inputs.ok());
    const Mask hole(pictureOf(*inputs, Kind::ModelMask).picture), asked = request.mask->cropped(inputs->window);
    for (int y = 0; y < hole.height(); ++y)
      for (int x = 0; x < hole.width(); ++x) QCOMPARE(hole.at(x, y) == 255, asked.at(x, y) > 0);
  }

  void aPlacedReferenceShowsItsRegionOnTheWindow() {
    const completion::CompletionRequest request = shirtRequest(128);
    const auto inputs = inputsFor(request);
    QVERIFY(inputs.ok());
    const PreparedInput& shirt = pictureOf(*inputs, Kind::Reference);
    QVERIFY(shirt.behind == PreparedInput::Behind::Placement && shirt.looker == PreparedInput::Looker::Patches);
    QVERIFY(shirt.picture.size() == inputs->window.size());
    int there = 0;
    const auto view = shirt.picture.view<std::uint8_t>();
    for (int y = 0; y < shirt.picture.height(); ++y)
      for (int x = 0; x < shirt.picture.width(); ++x) there += view.pixel(x, y)[3] == 255 ? 1 : 0;
    QVERIFY(there > 100 && there < shirt.picture.width() * shirt.picture.height());
  }

  void withoutAMaskASentenceSaysSo() {
    completion::CompletionRequest request = shirtRequest(128);
    request.mask = std::make_shared<Mask>(request.mask->size());
    const auto inputs = inputsFor(request);
    QVERIFY(!inputs.ok());
    QVERIFY(inputs.failure().sentence.find("mask is empty") != std::string::npos);
  }

  void stoppedItEndsAtOnce() {
    std::stop_source stop;
    stop.request_stop();
    QElapsedTimer clock;
    clock.start();
    QVERIFY(inputsFor(shirtRequest(512), stop.get_token()).ok());
    QVERIFY2(clock.elapsed() < 2000, qPrintable(QString::number(clock.elapsed())));
  }
};

QTEST_GUILESS_MAIN(TestPatchInputs)
#include "test_patch_inputs.moc"
