#include <QTemporaryDir>
#include <QtTest>

#include "core/completion/clothed_photo.h"
#include "core/methods/inpaint/inpaint_run.h"
#include "tests/core/garment/drawn_garments.h"
#include "tests/core/methods/inpaint/heard_run.h"
#include "tests/core/methods/inpaint/tiny_model.h"

using namespace retailor;
using namespace retailor::tests;
using completion::Candidate;
using completion::CompletionRequest;

namespace {

Point onPhoto(Point p) { return {0.24 * p.x + 6, 0.22 * p.y + 2}; }

// A top over the one that the tiny photo wears, whose sleeves are longer.
CompletionRequest dressing(const std::filesystem::path& model, Colour colour, double strength) {
  CompletionRequest request = tinyRequest(model);
  request.mask.reset();
  request.settings.strength = strength;
  const mask::Mask worn = maskOf(moved(jumper(), onPhoto), request.photo->pixels.size());
  request.regions.body[completion::BodyRegion::UpperClothes] = {std::make_shared<const mask::Mask>(worn), ""};
  completion::TaggedReference top;
  top.name = "tee";
  top.picture = std::make_shared<const image::Bitmap>(pictureOf(maskOf(tee(), {480, 560}), colour, colour));
  top.region = completion::BodyRegion::UpperClothes;
  top.fit = garment::FitSettings{.uncovered = garment::Uncovered::Fill};
  request.references.push_back(std::move(top));
  return request;
}

Candidate candidateOf(const CompletionRequest& request) {
  HeardRun heard;
  const auto outcome = inpaint::completeByInpainting(request, heard, {});
  if (const auto* failure = std::get_if<Failure>(&outcome)) qWarning("%s", failure->sentence.c_str());
  const auto* made = std::get_if<std::vector<Candidate>>(&outcome);
  return made != nullptr && made->size() == 1 ? made->front() : Candidate{};
}

// Greatest difference from the clothed photo where cloth lies whole.
int changeOfCloth(const CompletionRequest& request, const Candidate& made) {
  const auto fitted = completion::fittedReferences(request);
  const auto clothed = completion::clothedPhoto(*request.photo, *fitted);
  const completion::PlacedReference& cloth = fitted->placed.front();
  int most = 0;
  for (int y = 0; y < cloth.window.height; ++y)
    for (int x = 0; x < cloth.window.width; ++x) {
      if (cloth.coverage->at(x, y) < 255) continue;
      const int px = cloth.window.x + x, py = cloth.window.y + y;
      const std::uint8_t* a = made.pixels->view<std::uint8_t>().pixel(px - made.window.x, py - made.window.y);
      const std::uint8_t* b = (*clothed)->pixels.view<std::uint8_t>().pixel(px, py);
      for (int c = 0; c < 3; ++c) most = std::max(most, std::abs(a[c] - b[c]));
    }
  return most;
}

}  // namespace

class TestInpaintOnCloth : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { writeTinyModel(model(), 9); }

  void atFullStrengthTheClothStays() {
    const CompletionRequest request = dressing(model(), {190, 40, 50}, 1);
    const Candidate made = candidateOf(request);
    QVERIFY(made.pixels);
    QCOMPARE(changeOfCloth(request, made), 0);
    QVERIFY(made.recipe.references.at(0).fit.has_value());
    QVERIFY(!made.recipe.weights.empty());  // what the cloth leaves bare was drawn
  }

  void belowItTheClothIsWhereDrawingBegins() {
    const CompletionRequest red = dressing(model(), {190, 40, 50}, 0.5), blue = dressing(model(), {30, 50, 190}, 0.5);
    const Candidate one = candidateOf(red), other = candidateOf(blue);
    QVERIFY(one.pixels && other.pixels);
    QVERIFY(changeOfCloth(red, one) > 2);
    QVERIFY(*one.pixels != *other.pixels);
  }

  void nothingChangesBeyondGarmentAndRest() {
    const CompletionRequest request = dressing(model(), {190, 40, 50}, 0.5);
    const Candidate made = candidateOf(request);
    const auto fitted = completion::fittedReferences(request);
    QVERIFY(made.blend);
    for (int y = 0; y < made.blend->height(); ++y)
      for (int x = 0; x < made.blend->width(); ++x)
        if (fitted->change.at(made.window.x + x, made.window.y + y) == 0) QCOMPARE(made.blend->at(x, y), std::uint8_t{0});
  }

  void stoppedWhileFittingIsCancelled() {
    std::stop_source stop;
    stop.request_stop();
    HeardRun heard;
    const auto outcome = inpaint::completeByInpainting(dressing(model(), {190, 40, 50}, 1), heard, stop.get_token());
    QVERIFY(std::holds_alternative<completion::Cancelled>(outcome));
    QVERIFY(heard.steps.empty());
  }

 private:
  std::filesystem::path model() const { return std::filesystem::path(m_folder.path().toStdString()) / "model"; }

  QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestInpaintOnCloth)
#include "test_inpaint_on_cloth.moc"
