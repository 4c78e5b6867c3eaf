// Prints the seconds of each part of a fit at a megapixel, and how near a fitted garment comes to the same one worn, beside a naive paste
// of its box into the worn one's. Drawn garments, random bends: benchmark_garment_fit
#include <chrono>
#include <cmath>
#include <cstdio>

#include "core/completion/fitted_references.h"
#include "core/garment/placing/placed_garment.h"
#include "core/methods/patch_diffusion/patch_diffusion_method.h"
#include "tests/core/garment/drawn_garments.h"

using namespace retailor;
using namespace retailor::tests;

namespace {

constexpr double kScale = 2;
constexpr image::Size kSize{960, 1120};  // 1.08 megapixels

double seconds(const auto& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

DrawnGarment enlarged(const DrawnGarment& garment) {
  return moved(garment, [](Point p) { return kScale * p; });
}

class Silent final : public completion::CompletionListener {
 public:
  void stageBegan(const std::string&, double) override {}
  void stepDone(int, int, double) override {}
  void previewReady(const image::Rect&, image::Bitmap) override {}
  void noted(const std::string&) override {}
};

completion::CompletionRequest requestFor(unsigned seed) {
  const SmoothWarp warp(seed, 10, 5.0 * (static_cast<int>(seed % 3) - 1), 0.85);
  const mask::Mask worn = maskOf(enlarged(moved(tee(), warp)), kSize);
  auto photo = std::make_shared<image::Photo>();
  photo->pixels = pictureOf(worn, {125, 125, 130}, {118, 120, 126}, {150, 160, 150});
  completion::TaggedReference shirt;
  shirt.name = "tee";
  shirt.picture = std::make_shared<const image::Bitmap>(pictureOf(maskOf(enlarged(moved(tee(), SmoothWarp(1, 0, 0, 1))), kSize)));
  shirt.region = completion::BodyRegion::UpperClothes;
  shirt.fit = garment::FitSettings{};
  completion::CompletionRequest request;
  request.photo = photo;
  request.regions.body[shirt.region] = {std::make_shared<const mask::Mask>(worn), ""};
  request.references.push_back(std::move(shirt));
  request.settings.threads = 2;
  return request;
}

// Mean distance, in photo pixels, of corners from where the bend takes them; for a naive paste, of the same corners by the boxes.
void printErrors(unsigned seed, const completion::FitStart& start) {
  const SmoothWarp warp(seed, 10, 5.0 * (static_cast<int>(seed % 3) - 1), 0.85);
  const auto truth = [&](Point p) { return kScale * warp((1 / kScale) * p); };
  const image::Rect from = start.cut->coverage.support(), to = start.worn->box;
  const garment::FitMesh& mesh = start.session.mesh();
  double fitted = 0, pasted = 0;
  for (std::size_t i = 0; i < mesh.rest.size(); ++i) {
    const Point p = mesh.rest[i];
    const Point naive{to.x + (p.x - from.x) * to.width / from.width, to.y + (p.y - from.y) * to.height / from.height};
    fitted += distance(mesh.placed[i], truth(p)), pasted += distance(naive, truth(p));
  }
  const auto count = static_cast<double>(mesh.rest.size());
  std::printf("bend %u: mean error %.1f px fitted, %.1f px naively pasted\n", seed, fitted / count, pasted / count);
}

void printTimes() {
  const completion::CompletionRequest request = requestFor(1);
  Result<completion::FitStart> start = completion::startFit(request, 0);
  std::printf("mesh (cut out, match, bend): %.3f s\n", seconds([&] { start = completion::startFit(request, 0); }));
  constexpr int moves = 50;
  const Point from = start->session.personOf(start->session.pins()[5]);
  const double drag = seconds([&] {
    for (int i = 0; i < moves; ++i) start->session.movePin(5, from + Point{0.5 * i, 0.3 * i});
  });
  std::printf("a move of a pin: %.1f ms\n", 1000 * drag / moves);
  garment::FitSession copy;
  std::printf("a pin let go, for the window: %.2f ms\n", 1000 * seconds([&] { copy = start->session.copy(); }));
  std::printf("and for a worker: %.1f ms\n", 1000 * seconds([&] { copy.settle(); }));
  std::printf("preview of the cloth at half size: %.1f ms\n",
              1000 * seconds([&] {
                (void)garment::clothPreview(*start->cut, start->session.mesh(), {}, {0, 0, kSize.width, kSize.height}, 0.5);
              }));
  std::printf("all fits drawn: %.3f s\n", seconds([&] { (void)completion::fittedReferences(request); }));
  Silent listener;
  std::printf("whole try-on, rest filled: %.3f s\n",
              seconds([&] { (void)methods::PatchDiffusionMethod().complete(request, listener, {}); }));
}

}  // namespace

int main() {
  printTimes();
  for (unsigned seed = 1; seed <= 4; ++seed) printErrors(seed, *completion::startFit(requestFor(seed), 0));
  return 0;
}
