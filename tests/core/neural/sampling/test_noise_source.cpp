#include <ATen/ATen.h>

#include <QtTest>

#include "core/neural/sampling/guidance.h"
#include "core/neural/sampling/latent_preview.h"
#include "core/neural/sampling/noise_source.h"

using namespace retailor;
using namespace retailor::neural;

class TestNoiseSource : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  // torch.randn((1, 4, 2, 2), generator=torch.Generator().manual_seed(3)): first and last number.
  void aSeedDrawsTorchsNumbers() {
    SeededNoise noise(3);
    const at::Tensor drawn = noise.draw("init", {1, 4, 2, 2}).value().flatten();
    QVERIFY(std::abs(drawn[0].item<double>() - (-0.07664429)) < 1e-6);
    QVERIFY(std::abs(drawn[15].item<double>() - (0.41633129)) < 1e-6);
    QVERIFY(!at::equal(drawn, noise.draw("step.0", {1, 4, 2, 2}).value().flatten()));
  }

  void givenNoiseHoldsARowForEachVariation() {
    const at::Tensor rows = at::arange(8, at::kFloat).reshape({2, 1, 2, 2});
    GivenNoise second({{"init", rows}, {"step.0", rows.slice(0, 0, 1)}}, 1, "n.safetensors");
    QVERIFY(at::equal(second.draw("init", {1, 1, 2, 2}).value(), rows.slice(0, 1, 2)));
    QVERIFY(at::equal(second.draw("step.0", {1, 1, 2, 2}).value(), rows.slice(0, 0, 1)));
    QVERIFY(second.has("init") && !second.has("masked_image_posterior"));
  }

  void missingOrMisshapenNoiseIsTold() {
    GivenNoise noise({{"init", at::zeros({1, 4, 2, 2})}}, 0, "n.safetensors");
    const auto missing = noise.draw("step.7", {1, 4, 2, 2});
    QVERIFY(!missing.ok() && missing.failure().kind == FailureKind::BadInput);
    QVERIFY(missing.failure().sentence.find("step.7") != std::string::npos);
    const auto misshapen = noise.draw("init", {1, 4, 2, 3});
    QVERIFY(!misshapen.ok() && misshapen.failure().sentence.find("[1, 4, 2, 2]") != std::string::npos);
  }

  void guidanceWorksInsideItsIntervalOnly() {
    const Guidance whole{7.5, 0, 1}, middle{7.5, 0.25, 0.75}, none{1, 0, 1}, empty{7.5, 0.5, 0.5};
    QVERIFY(whole.needed() && whole.at(0, 4) && whole.at(3, 4));
    QVERIFY(!middle.at(0, 4) && middle.at(1, 4) && middle.at(2, 4) && !middle.at(3, 4));
    QVERIFY(!none.needed() && !none.at(0, 4) && !empty.needed());
  }

  void theLinearPreviewIsTheMapOfEachLatentPixel() {
    at::Tensor latent = at::zeros({1, 4, 1, 2});
    latent[0][1][0][1] = 1;
    const at::Tensor picture = linearPreview(latent);
    QVERIFY(picture.sizes() == at::IntArrayRef({1, 2, 3}));
    const auto sample = [&](int x, int channel) { return picture[0][x][channel].item<int>(); };
    QCOMPARE(sample(0, 0), 128);
    QCOMPARE(sample(1, 0), 169);  // (1 + 0.3250) / 2 · 255
    QCOMPARE(sample(1, 1), 191);
    QCOMPARE(sample(1, 2), 157);
  }
};

QTEST_GUILESS_MAIN(TestNoiseSource)
#include "test_noise_source.moc"
