// benchmark_patch_diffusion [SIDE [THREADS]]: the drawn portrait at SIDE (512) pixels with an elliptic hole in the shirt, completed with a
// misplaced reference (refined and kept) and without one, by THREADS (2) threads.
#include <chrono>
#include <cstdio>
#include <cstdlib>

#include "core/methods/patch_diffusion/patch_run.h"
#include "tests/core/methods/patch_diffusion/completed_photo.h"

namespace {

using namespace retailor;
using Clock = std::chrono::steady_clock;

double since(Clock::time_point began) { return std::chrono::duration<double>(Clock::now() - began).count(); }

// Remembers when the first picture came.
class Timed : public portrait::Remembering {
 public:
  void previewReady(const image::Rect&, image::Bitmap) override {
    if (m_first < 0) m_first = since(m_began);
  }
  double first() const { return m_first; }
  double total() const { return since(m_began); }

 private:
  Clock::time_point m_began = Clock::now();
  double m_first = -1;
};

void printShares(const patch_diffusion::RunClock& clock) {
  double total = 0;
  for (const auto& share : clock.shares()) total += share.seconds;
  for (const auto& share : clock.shares())
    std::printf("    %-24s %7.3f s %5.1f %%\n", share.stage.c_str(), share.seconds, 100 * share.seconds / total);
}

void measure(const char* title, const completion::CompletionRequest& request) {
  Timed listener;
  patch_diffusion::PatchRun run(request, listener, {});
  const completion::CompletionOutcome outcome = run.outcome();
  const double seconds = listener.total();
  const auto* candidates = std::get_if<std::vector<completion::Candidate>>(&outcome);
  if (!candidates) return static_cast<void>(std::printf("%s: no result\n", title));
  const image::Bitmap result = portrait::pasted(request, candidates->front());
  const image::Bitmap& truth = request.photo->pixels;
  const double ours = portrait::psnr(result, truth, *request.mask), classical = portrait::classicalPsnr(request, truth);
  const double sharp = portrait::sharpness(result, *request.mask),
               telea = portrait::sharpness(portrait::inpainted(request, cv::INPAINT_TELEA), *request.mask);
  std::printf(
      "%s: %.2f s, first preview %.3f s; %.2f dB, better of Telea and Navier-Stokes %.2f (%+.2f); Laplacian energy %.2f x Telea's\n", title,
      seconds, listener.first(), ours, classical, ours - classical, sharp / telea);
  printShares(run.clock());
}

}  // namespace

int main(int count, char** words) {
  const int side = count > 1 ? std::atoi(words[1]) : 512;
  completion::CompletionRequest request = portrait::shirtRequest(side);
  request.settings.threads = count > 2 ? std::atoi(words[2]) : 2;
  measure("reference, placement refined", request);
  request.settings.refinePlacement = false;
  measure("reference, placement kept", request);
  request.references.clear();
  measure("no reference", request);
}
