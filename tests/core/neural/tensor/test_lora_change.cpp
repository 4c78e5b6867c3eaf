#include <ATen/ATen.h>

#include <filesystem>

#include "core/neural/tensor/lora_change.h"
#include "core/neural/tensor/weight_tensor.h"
#include "core/neural/weights/open_weights.h"

#include <QtTest>

using namespace retailor;

namespace {

const std::filesystem::path fixtures = std::filesystem::path(RETAILOR_SOURCE_DIR) / "tests" / "parity" / "weights" / "lora";

double largestDifference(const at::Tensor& a, const at::Tensor& b) {
  return (a.to(at::kDouble) - b.to(at::kDouble)).abs().max().item<double>();
}

}  // namespace

class TestLoraChange : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { m_unet = *weights::openWeights(fixtures / "unet.safetensors"); }

  void mergingGivesTheReferencesWeights_data() {
    QTest::addColumn<QString>("file");
    QTest::newRow("peft") << QStringLiteral("peft.safetensors");
    QTest::newRow("kohya") << QStringLiteral("kohya.safetensors");
  }

  void mergingGivesTheReferencesWeights() {
    QFETCH(QString, file);
    const auto change = merged({{file.toStdString(), 0.75}});
    const auto expected = *weights::openWeights(fixtures / "merged_at_0.75.safetensors");
    for (const auto& [name, view] : m_unet.tensors) {
      const weights::TensorView* wanted = expected.find(name);
      const at::Tensor made = change(name, neural::sharedTensor(view));
      QVERIFY2(largestDifference(made, neural::sharedTensor(wanted != nullptr ? *wanted : view)) < 1e-6, name.c_str());
    }
  }

  void changesOfSeveralAddUp() {
    const auto twice = merged({{"peft.safetensors", 0.25}, {"kohya.safetensors", 0.5}}), once = merged({{"peft.safetensors", 0.75}});
    for (const auto& [name, view] : m_unet.tensors) {
      const at::Tensor weight = neural::sharedTensor(view);
      QVERIFY2(largestDifference(twice(name, weight), once(name, weight)) < 1e-6, name.c_str());
    }
  }

  void halfWeightsAreChangedInFullPrecision() {
    const auto change = merged({{"peft.safetensors", 1}});
    const std::string name = "down_blocks.0.attentions.0.transformer_blocks.0.attn1.to_q.weight";
    const at::Tensor half = neural::loadedTensor(*m_unet.find(name), at::kCPU, at::kHalf), made = change(name, half);
    QVERIFY(made.scalar_type() == at::kFloat);
    QVERIFY(largestDifference(made, change(name, half.to(at::kFloat))) == 0);
  }

  void scaleZeroAndOtherComponentsChangeNothing() {
    QVERIFY(!merged({{"peft.safetensors", 0}}));
    neural::MergedLoras loras;
    loras.add(*weights::readLora(*weights::openWeights(fixtures / "peft.safetensors"), m_unet, {}), 1);
    QVERIFY(loras.changeOf("unet") && !loras.changeOf("text_encoder"));
  }

 private:
  neural::MergedLoras::Change merged(const std::vector<std::pair<std::string, double>>& files) const {
    neural::MergedLoras loras;
    for (const auto& [file, scale] : files) loras.add(*weights::readLora(*weights::openWeights(fixtures / file), m_unet, {}), scale);
    return loras.changeOf("unet");
  }

  weights::WeightMap m_unet;
};

QTEST_GUILESS_MAIN(TestLoraChange)
#include "test_lora_change.moc"
