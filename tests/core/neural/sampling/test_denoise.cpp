#include <ATen/ATen.h>

#include <QtTest>

#include "core/neural/sampling/denoise.h"

using namespace retailor;
using namespace retailor::neural;
using at::Tensor;
using How = DenoiseEnd::How;

namespace {

std::unique_ptr<Scheduler> schedulerOf(const char* name, int steps) {
  return makeScheduler(withScheduler(parseSchedulerConfig(R"({"beta_schedule":"scaled_linear","beta_start":0.00085,"beta_end":0.012,
    "steps_offset":1,"clip_sample":false})",
                                                          "test")
                                         .value(),
                                     name)
                           .value(),
                       steps)
      .value();
}

DenoiseParts partsOf(std::vector<int>* asked = nullptr) {
  DenoiseParts parts;
  parts.predict = [asked](const Tensor& input, const Tensor&, int index, int) -> Result<Tensor> {
    if (asked != nullptr) asked->push_back(index);
    return 0.5 * input;
  };
  return parts;
}

Tensor startOf() { return at::linspace(-2, 2, 64, at::kFloat).reshape({1, 4, 4, 4}); }

}  // namespace

class TestDenoise : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void stepsAreHeardInOrderAndCountFromTheStart() {
    const auto scheduler = schedulerOf("ddim", 10);
    SeededNoise noise(0);
    std::vector<int> asked, heard;
    DenoiseParts parts = partsOf(&asked);
    parts.heard = [&](const DenoiseStep& step) {
      heard.push_back(step.step);
      return step.steps != 4;
    };
    const auto end = denoise(*scheduler, 6, startOf(), noise, parts, {});
    QVERIFY(end.value().how == How::Finished);
    QVERIFY((asked == std::vector<int>{0, 1, 2, 3}));
    QVERIFY((heard == std::vector<int>{1, 2, 3, 4}));
  }

  void keepingEarlyGivesThePredictedCleanLatent() {
    const auto scheduler = schedulerOf("ddim", 10);
    SeededNoise noise(0);
    Tensor clean;
    DenoiseParts parts = partsOf();
    parts.heard = [&](const DenoiseStep& step) {
      clean = step.clean;
      return step.step == 3;
    };
    parts.mend = [&](const Tensor& latent, int next) { return next == scheduler->count() ? latent + 1 : latent; };
    const auto end = denoise(*scheduler, 0, startOf(), noise, parts, {});
    QVERIFY(end.value().how == How::KeptEarly);
    QCOMPARE(end.value().steps, 3);
    QVERIFY(at::equal(end.value().latent, clean + 1));
  }

  void aStopIsSeenAfterTheAnswerThatWasUnderWay() {
    const auto scheduler = schedulerOf("euler", 10);
    SeededNoise noise(0);
    std::stop_source stop;
    int answers = 0;
    DenoiseParts parts;
    parts.predict = [&](const Tensor& input, const Tensor&, int, int) -> Result<Tensor> {
      if (++answers == 4) stop.request_stop();
      return input;
    };
    const auto end = denoise(*scheduler, 0, startOf(), noise, parts, stop.get_token());
    QVERIFY(end.value().how == How::Stopped);
    QCOMPARE(answers, 4);
  }

  void aFailureEndsTheRun() {
    const auto scheduler = schedulerOf("unipc", 5);
    SeededNoise noise(0);
    DenoiseParts parts;
    parts.predict = [](const Tensor&, const Tensor&, int, int) -> Result<Tensor> { return badInput("enough"); };
    QCOMPARE(denoise(*scheduler, 0, startOf(), noise, parts, {}).failure().sentence, std::string("enough"));
  }

  void freshNoiseIsAskedForByTheStepsOfThisRun() {
    const auto scheduler = schedulerOf("ddpm", 6);
    std::vector<std::string> names;
    ComputedNoise noise([&](const std::string& name, at::IntArrayRef shape) {
      names.push_back(name);
      return at::zeros(shape, at::kFloat);
    });
    QVERIFY(denoise(*scheduler, 3, startOf(), noise, partsOf(), {}).ok());
    QVERIFY((names == std::vector<std::string>{"step.0", "step.1", "step.2"}));
  }
};

QTEST_GUILESS_MAIN(TestDenoise)
#include "test_denoise.moc"
