#include "core/metrics/networks/loaded_metrics.h"

#include <torch/version.h>

#include "core/completion/hash.h"
#include "core/metrics/networks/clip_similarity.h"
#include "core/metrics/networks/dino_similarity.h"
#include "core/metrics/networks/dreamsim/dreamsim_distance.h"
#include "core/metrics/networks/perceptual_distance.h"
#include "core/neural/tensor/network_failure.h"
#include "core/neural/weights/folder/weight_file_in.h"
#include "core/neural/weights/open_weights.h"

namespace retailor::metrics {
namespace {

namespace fs = std::filesystem;
using neural::LpipsTrunk;

class LoadedMetrics : public NetworkMetrics {
 public:
  const std::vector<MetricNetwork>& networks() const override { return m_networks; }
  std::string libtorchVersion() const override { return TORCH_VERSION; }

  std::vector<Measurement> measure(const JudgedPicture& picture, std::vector<NotMeasured>& lacking, const std::stop_token& stop) override {
    std::vector<Measurement> done;
    Verdict verdict(done, lacking);
    for (const auto& judge : m_judges)
      if (!stop.stop_requested()) judge->judge(picture, verdict);
    return done;
  }

  void add(std::unique_ptr<Judge> judge, const std::vector<std::string>& metrics, const std::string& model, const std::string& sha256) {
    m_judges.push_back(std::move(judge));
    for (const std::string& metric : metrics) m_networks.push_back({metric, model, sha256});
  }

 private:
  std::vector<std::unique_ptr<Judge>> m_judges;
  std::vector<MetricNetwork> m_networks;
};

std::string hashesOf(const std::vector<fs::path>& files, const std::stop_token& stop) {
  std::string all;
  for (const fs::path& file : files) {
    const Result<std::string> hash = completion::sha256Of(file, stop);
    all += (all.empty() ? "" : "+") + (hash ? *hash : std::string("unreadable"));
  }
  return all;
}

Result<std::unique_ptr<Judge>> lpipsJudge(const std::string& metric, const fs::path& trunk, const fs::path& heads, LpipsTrunk kind) {
  const auto trunkWeights = weights::openWeights(trunk);
  if (!trunkWeights) return trunkWeights.failure();
  const auto headWeights = weights::openWeights(heads);
  if (!headWeights) return headWeights.failure();
  const auto network = neural::Lpips::load(*trunkWeights, *headWeights, kind);
  if (!network) return network.failure();
  return std::unique_ptr<Judge>(std::make_unique<PerceptualDistance>(metric, *network));
}

Result<std::unique_ptr<Judge>> dinoJudge(const fs::path& model) {
  const auto network = loadDino(model);
  if (!network) return network.failure();
  return std::unique_ptr<Judge>(std::make_unique<DinoSimilarity>(*network));
}

Result<std::unique_ptr<Judge>> clipJudge(const fs::path& folder) {
  auto clip = ClipSimilarity::load(folder);
  if (!clip) return clip.failure();
  return std::unique_ptr<Judge>(std::move(*clip));
}

Result<std::unique_ptr<Judge>> dreamSimJudge(const std::string& metric, const DreamSimModel& model) {
  auto distance = DreamSimDistance::load(model, metric);
  if (!distance) return distance.failure();
  return std::unique_ptr<Judge>(std::move(*distance));
}

std::vector<fs::path> filesOf(const DreamSimModel& model) {
  std::vector<fs::path> files;
  for (const DreamSimTrunk& trunk : model.trunks) files.push_back(trunk.file);
  files.push_back(model.adapterFile());
  return files;
}

class Loading {
 public:
  Loading(std::vector<NotMeasured>& lacking, const std::stop_token& stop) : m_lacking(lacking), m_stop(stop) {}

  // `load` gives a Result with a judge.
  template <class Load>
  void add(const std::vector<std::string>& metrics, const std::string& model, const std::vector<fs::path>& files, const Load& load) {
    if (files.front().empty() || files.back().empty()) return lack(metrics, "model not installed");
    Result<std::unique_ptr<Judge>> judge = load();
    if (!judge) return lack(metrics, judge.failure().sentence);
    m_loaded->add(std::move(*judge), metrics, model, hashesOf(files, m_stop));
  }

  void addDreamSim(const std::string& metric, const DreamSimModel& model) {
    if (!model.isComplete()) return lack({metric}, model.whyNot());
    add({metric}, "DreamSim, " + model.name, filesOf(model), [&] { return dreamSimJudge(metric, model); });
  }

  std::unique_ptr<NetworkMetrics> loaded() && { return std::move(m_loaded); }

 private:
  void lack(const std::vector<std::string>& metrics, const std::string& why) {
    for (const std::string& metric : metrics) m_lacking.push_back({metric, {}, why});
  }

  std::vector<NotMeasured>& m_lacking;
  std::stop_token m_stop;
  std::unique_ptr<LoadedMetrics> m_loaded = std::make_unique<LoadedMetrics>();
};

}  // namespace

std::unique_ptr<NetworkMetrics> loadMetrics(const MetricModels& models, std::vector<NotMeasured>& lacking, const std::stop_token& stop) {
  Loading loading(lacking, stop);
  loading.add({"lpips"}, "AlexNet, heads of LPIPS 0.1", {models.alexTrunk, models.alexHeads},
              [&] { return lpipsJudge("lpips", models.alexTrunk, models.alexHeads, LpipsTrunk::AlexNet); });
  if (models.hasLpipsVgg())
    loading.add({"lpips-vgg"}, "VGG16, heads of LPIPS 0.1", {models.vggTrunk, models.vggHeads},
                [&] { return lpipsJudge("lpips-vgg", models.vggTrunk, models.vggHeads, LpipsTrunk::Vgg16); });
  loading.add({"dino"}, "DINO ViT-S/16, " + models.dinoName, {models.dino.empty() ? fs::path() : dinoWeightFile(models.dino)},
              [&] { return dinoJudge(models.dino); });
  const fs::path clipFile = models.clip.empty() ? fs::path() : weights::weightFileIn(models.clip, weights::Precision::Fp32).file;
  loading.add({"clip-i", "clip-t"}, models.clipName, {models.clip.empty() ? fs::path() : clipFile}, [&] { return clipJudge(models.clip); });
  loading.addDreamSim("dreamsim", models.dreamSim);
  if (!models.dreamSimSingle.name.empty()) loading.addDreamSim("dreamsim-single", models.dreamSimSingle);
  return std::move(loading).loaded();
}

}  // namespace retailor::metrics
