#include <ATen/ATen.h>

#include <filesystem>

#include "core/neural/tensor/lora_change.h"
#include "core/neural/tensor/weight_tensor.h"
#include "core/neural/weights/open_weights.h"

#include <QtTest>

using namespace retailor;

namespace {

const std::filesystem::path fixtures = std::filesystem::path(RETAILOR_SOURCE_DIR) / "tests" / "parity" / "weights" / "lora";

// The small U-Net's parameters, without the network.
std::map<std::string, at::Tensor> parametersIn(const weights::WeightMap& map, at::ScalarType type) {
  std::map<std::string, at::Tensor> parameters;
  for (const auto& [name, view] : map.tensors) parameters[name] = neural::loadedTensor(view, at::kCPU, type);
  return parameters;
}

neural::MergedLora::ParameterOf lookupIn(std::map<std::string, at::Tensor>& parameters) {
  return [&](const std::string&, const std::string& name) { return parameters.contains(name) ? parameters[name] : at::Tensor(); };
}

double largestDifference(const at::Tensor& a, const at::Tensor& b) {
  return (a.to(at::kDouble) - b.to(at::kDouble)).abs().max().item<double>();
}

}  // namespace

class TestLoraChange : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    m_unet = *weights::openWeights(fixtures / "unet.safetensors");
    m_parameters = parametersIn(m_unet, at::kFloat);
  }

  void mergingGivesTheReferencesWeights_data() {
    QTest::addColumn<QString>("file");
    QTest::newRow("peft") << QStringLiteral("peft.safetensors");
    QTest::newRow("kohya") << QStringLiteral("kohya.safetensors");
  }

  void mergingGivesTheReferencesWeights() {
    QFETCH(QString, file);
    const auto lora = weights::readLora(*weights::openWeights(fixtures / file.toStdString()), m_unet, {});
    neural::MergedLora merged(*lora, lookupIn(m_parameters));
    merged.setScale(0.75);
    const auto expected = *weights::openWeights(fixtures / "merged_at_0.75.safetensors");
    QCOMPARE(expected.tensors.size(), merged.layerCount());
    for (const auto& [name, view] : expected.tensors)
      QVERIFY2(largestDifference(m_parameters.at(name), neural::sharedTensor(view)) < 1e-6, name.c_str());
  }

  void scaleZeroGivesTheOriginalBitsBack() {
    m_parameters = parametersIn(m_unet, at::kHalf);
    const auto before = parametersIn(m_unet, at::kHalf);
    const auto lora = weights::readLora(*weights::openWeights(fixtures / "peft.safetensors"), m_unet, {});
    neural::MergedLora merged(*lora, lookupIn(m_parameters));
    for (const double scale : {0.3, 1.0, -2.0, 0.0}) merged.setScale(scale);
    for (const auto& [name, tensor] : before) QVERIFY2(at::equal(tensor, m_parameters.at(name)), name.c_str());
  }

  void liveAndMergedLayersAgree() {
    const auto lora = weights::readLora(*weights::openWeights(fixtures / "peft.safetensors"), m_unet, {});
    bool sawLinear = false, sawConvolution = false;
    for (const auto& layer : lora->layers) {
      const at::Tensor weight = m_parameters.at(layer.module + ".weight");
      const bool isConvolution = weight.dim() == 4;
      const auto live = neural::LiveLora::load(layer, isConvolution, at::kCPU, at::kFloat);
      const at::Tensor merged = weight + 0.5 * neural::loraChange(layer, at::kCPU, weight.sizes());
      const at::Tensor x = isConvolution ? at::randn({1, weight.size(1), 6, 5}) : at::randn({2, 3, weight.size(1)});
      const std::int64_t padding = isConvolution ? weight.size(2) / 2 : 0;
      const at::Tensor y = isConvolution ? at::conv2d(x, weight, {}, 1, padding) : at::linear(x, weight);
      const at::Tensor changed = isConvolution ? live.addedToConvolution(y, x, 0.5, 1, padding) : live.addedTo(y, x, 0.5);
      QVERIFY2(largestDifference(changed, isConvolution ? at::conv2d(x, merged, {}, 1, padding) : at::linear(x, merged)) < 1e-4,
               layer.module.c_str());
      (isConvolution ? sawConvolution : sawLinear) = true;
    }
    QVERIFY(sawLinear && sawConvolution);
  }

 private:
  weights::WeightMap m_unet;
  std::map<std::string, at::Tensor> m_parameters;
};

QTEST_GUILESS_MAIN(TestLoraChange)
#include "test_lora_change.moc"
