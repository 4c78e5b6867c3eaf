#include <QtTest>
#include <variant>

#include "core/completion/fitted_references.h"
#include "core/composite/paste_back.h"
#include "core/methods/patch_diffusion/patch_diffusion_method.h"
#include "tests/core/garment/drawn_garments.h"

using namespace retailor;
using namespace retailor::completion;
using namespace retailor::tests;

namespace {

constexpr image::Size kSize{480, 560};
const SmoothWarp kWorn(2, 5, 2, 0.6);

class Silent final : public CompletionListener {
 public:
  void stageBegan(const std::string&, double) override {}
  void stepDone(int, int, double) override {}
  void previewReady(const image::Rect&, image::Bitmap) override { ++previews; }
  void noted(const std::string& sentence) override { notes.push_back(sentence); }
  int previews = 0;
  std::vector<std::string> notes;
};

std::shared_ptr<const mask::Mask> shared(mask::Mask mask) { return std::make_shared<const mask::Mask>(std::move(mask)); }

// A magenta top of half the worn one's length: half of the old garment is left bare.
CompletionRequest croppedTop(image::SampleType type) {
  const auto half = [](Point p) { return Point{p.x, p.y < 170 ? p.y : 170 + 0.35 * (p.y - 170)}; };
  CompletionRequest request;
  auto photo = std::make_shared<image::Photo>();
  const mask::Mask worn = maskOf(moved(tee(), kWorn), kSize);
  photo->pixels = image::withSampleType(pictureOf(worn, {90, 90, 200}, {80, 90, 190}, {110, 150, 110}), type);
  request.photo = photo;
  request.regions.body[BodyRegion::UpperClothes] = {shared(worn), ""};
  TaggedReference top;
  top.name = "top.png";
  top.picture = std::make_shared<const image::Bitmap>(pictureOf(maskOf(moved(tee(), half), kSize), {255, 0, 255}, {250, 0, 250}));
  top.region = BodyRegion::UpperClothes;
  top.fit = garment::FitSettings{.length = garment::LengthRule::Own, .collarCut = false};
  request.references.push_back(std::move(top));
  request.settings.preset = Preset::Fast;
  return request;
}

}  // namespace

class TestFittedCloth : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void changesStayWithinTheFit_data();
  void changesStayWithinTheFit();
  void patchesNeitherCopyNorChangeTheCloth();
  void uncoveredPartIsTold();
  void cancelledRunEndsCancelled();
};

void TestFittedCloth::changesStayWithinTheFit_data() {
  QTest::addColumn<int>("type");
  QTest::newRow("8 bit") << static_cast<int>(image::SampleType::U8);
  QTest::newRow("16 bit") << static_cast<int>(image::SampleType::U16);
}

void TestFittedCloth::changesStayWithinTheFit() {
  QFETCH(int, type);
  const CompletionRequest request = croppedTop(static_cast<image::SampleType>(type));
  Silent listener;
  const CompletionOutcome outcome = methods::PatchDiffusionMethod().complete(request, listener, {});
  const auto* candidates = std::get_if<std::vector<Candidate>>(&outcome);
  QVERIFY(candidates != nullptr && candidates->size() == 1);
  image::Bitmap result = request.photo->pixels;
  composite::pasteBack(result, candidates->front().window, *candidates->front().pixels, *candidates->front().blend);
  const Result<FittedReferences> fitted = fittedReferences(request);
  const std::size_t pixel = 3 * image::bytesPerSample(result.sampleType());
  for (int y = 0; y < kSize.height; ++y)
    for (int x = 0; x < kSize.width; ++x) {
      if (fitted->change.at(x, y) > 0) continue;
      const std::size_t at = static_cast<std::size_t>(y) * result.rowBytes() + static_cast<std::size_t>(x) * pixel;
      QVERIFY(std::equal(result.bytes() + at, result.bytes() + at + pixel, request.photo->pixels.bytes() + at));
    }
}

void TestFittedCloth::patchesNeitherCopyNorChangeTheCloth() {
  const CompletionRequest request = croppedTop(image::SampleType::U8);
  Silent listener;
  const CompletionOutcome outcome = methods::PatchDiffusionMethod().complete(request, listener, {});
  const Candidate& candidate = std::get<std::vector<Candidate>>(outcome).front();
  const Result<FittedReferences> fitted = fittedReferences(request);
  const PlacedReference& placed = fitted->placed.front();
  int filled = 0;
  for (int y = 0; y < candidate.window.height; ++y)
    for (int x = 0; x < candidate.window.width; ++x) {
      const int px = candidate.window.x + x, py = candidate.window.y + y;
      const std::uint8_t* p = candidate.pixels->view<std::uint8_t>().pixel(x, y);
      const bool inside = placed.window.contains(px, py);
      const int coverage = inside ? placed.coverage->at(px - placed.window.x, py - placed.window.y) : 0;
      if (coverage == 255) {
        const float* cloth = placed.picture->view<float>().pixel(px - placed.window.x, py - placed.window.y);
        QVERIFY(std::abs(255 * cloth[0] - static_cast<float>(p[0])) <= 0.51f);
      } else if (coverage == 0 && fitted->rest.at(px, py) == 255) {
        ++filled;
        QVERIFY(p[1] > 60);  // magenta has no green
      }
    }
  QVERIFY(filled > 5000);
  QVERIFY(listener.previews > 0);
}

void TestFittedCloth::uncoveredPartIsTold() {
  Silent listener;
  (void)methods::PatchDiffusionMethod().complete(croppedTop(image::SampleType::U8), listener, {});
  QVERIFY(std::ranges::any_of(listener.notes, [](const std::string& note) { return note.find("not covered") != std::string::npos; }));
}

void TestFittedCloth::cancelledRunEndsCancelled() {
  std::stop_source stop;
  stop.request_stop();
  Silent listener;
  const CompletionOutcome outcome = methods::PatchDiffusionMethod().complete(croppedTop(image::SampleType::U8), listener, stop.get_token());
  QVERIFY(std::holds_alternative<Cancelled>(outcome));
}

QTEST_GUILESS_MAIN(TestFittedCloth)
#include "test_fitted_cloth.moc"
