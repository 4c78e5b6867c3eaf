#include <ATen/ATen.h>

#include <QTemporaryDir>
#include <QtTest>

#include "core/methods/diffusion/noise_prediction.h"
#include "core/neural/tensor/weight_tensor.h"
#include "core/neural/weights/open_weights.h"
#include "core/neural/weights/safetensors/safetensors_writer.h"
#include "tests/core/methods/inpaint/tiny_model.h"

using namespace retailor;
using namespace retailor::diffusion;
using at::Tensor;

namespace {

// The model's file with one tensor multiplied.
void scaleTensor(const std::filesystem::path& file, const std::string& name, double factor) {
  std::map<std::string, Tensor> tensors;
  {
    const auto opened = weights::openWeights(file).value();
    for (const auto& [key, view] : opened.tensors) tensors[key] = neural::sharedTensor(view).clone();
  }
  tensors.at(name) = tensors.at(name) * factor;
  std::map<std::string, weights::TensorView, std::less<>> views;
  for (const auto& [key, tensor] : tensors) views[key] = neural::viewOf(tensor);
  QVERIFY(weights::writeSafetensors(file, views).ok());
}

PromptTokens words() {
  return {at::linspace(-1, 1, 77 * 24, at::kFloat).view({1, 77, 24}), at::linspace(1, -1, 77 * 24, at::kFloat).view({1, 77, 24})};
}

Tensor latent() { return at::linspace(-2, 2, 4 * 32 * 32, at::kFloat).view({1, 4, 32, 32}); }

}  // namespace

class TestNoisePrediction : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    tests::writeTinyModel(model(), 4);
    tests::writeTinyModel(loudModel(), 4);
    scaleTensor(loudModel() / "unet" / "diffusion_pytorch_model.safetensors", "conv_in.weight", 3e5);
    tests::writeTinyModel(brokenModel(), 4);
    scaleTensor(brokenModel() / "unet" / "diffusion_pytorch_model.safetensors", "conv_out.bias", std::numeric_limits<double>::quiet_NaN());
  }

  void twoCallsAndSlicesGiveWhatOneBatchGives() {
    const Tensor whole = predicted(model(), {}, 0);
    const Tensor apart = predicted(model(), {}, 3);                                 // freed, two calls, slices
    const double off = ((whole - apart).abs().max() / whole.std()).item<double>();  // guidance 5 enlarges what rounding leaves
    QVERIFY2(off <= 1e-4, qPrintable(QString::number(off)));
  }

  void overflowInHalfPrecisionIsDoneAgainInFp32() {
    const DevicePlan half{{at::kCPU, at::kHalf}, {at::kCPU, at::kFloat}, "cpu"};
    std::vector<std::string> said;
    const Tensor redone = predicted(loudModel(), half, 0, &said);
    QVERIFY(at::equal(redone, predicted(loudModel(), {}, 0)));
    QCOMPARE(said.size(), std::size_t(1));
    QVERIFY(said.front().find("fp32") != std::string::npos);
  }

  void weightsThatAreNoNumbersAreTold() {
    const auto folder = weights::ModelFolder::open(brokenModel()).value();
    MemoryLadder ladder({}, [](const std::string&) {});
    NetworkSet networks(folder, {}, ladder);
    NoisePrediction predict(networks, ladder, {words(), {}, {}, {}}, [](const std::string&) {});
    const auto answer = predict(latent(), at::tensor(501), 0, 1);
    QVERIFY(!answer.ok());
    QVERIFY(answer.failure().sentence.find("damaged") != std::string::npos);
  }

 private:
  static Tensor predicted(const std::filesystem::path& model, const DevicePlan& plan, int stepsDown,
                          std::vector<std::string>* said = nullptr) {
    const auto folder = weights::ModelFolder::open(model).value();
    MemoryLadder ladder({.guided = true}, [](const std::string&) {});
    for (int i = 0; i < stepsDown; ++i) ladder.stepDown(Stage::Denoising);
    NetworkSet networks(folder, plan, ladder);
    const auto hear = [said](const std::string& sentence) {
      if (said != nullptr) said->push_back(sentence);
    };
    NoisePrediction predict(networks, ladder, {words(), {}, {}, {5.0, 0, 1}}, hear);
    return predict(latent(), at::tensor(501), 0, 1).value();
  }

  std::filesystem::path under(const char* name) const { return std::filesystem::path(m_folder.path().toStdString()) / name; }
  std::filesystem::path model() const { return under("model"); }
  std::filesystem::path loudModel() const { return under("loud"); }
  std::filesystem::path brokenModel() const { return under("broken"); }

  QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestNoisePrediction)
#include "test_noise_prediction.moc"
