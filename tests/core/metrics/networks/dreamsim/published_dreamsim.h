#pragma once

#include <ATen/ATen.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>

#include "core/neural/tensor/weight_tensor.h"
#include "core/neural/weights/safetensors/safetensors_writer.h"
#include "tests/support/name_seeded_weights.h"

// The small models of make_dreamsim_goldens.py, laid out as the published archives unpack, for tests to put on disk.
namespace retailor::tests {

using Tensors = std::map<std::string, at::Tensor>;

inline QJsonObject dreamSimGoldens() {
  QFile file(QStringLiteral(RETAILOR_SOURCE_DIR "/tests/core/metrics/networks/dreamsim/dreamsim_goldens.json"));
  return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

inline bool writeWeights(const std::filesystem::path& file, const Tensors& tensors) {
  std::filesystem::create_directories(file.parent_path());
  std::map<std::string, weights::TensorView, std::less<>> views;
  for (const auto& [name, tensor] : tensors) views[name] = neural::viewOf(tensor);
  return weights::writeSafetensors(file, views).ok();
}

class PublishedDreamSim {
 public:
  PublishedDreamSim(std::filesystem::path folder, std::string kind)
      : m_folder(std::move(folder)), m_kind(std::move(kind)), m_goldens(dreamSimGoldens()) {}

  QJsonObject golden() const { return m_goldens[QStringLiteral("models")].toObject()[QString::fromStdString(m_kind)].toObject(); }

  bool write() const {
    bool isWritten = writeAdapter(number("alpha"));
    for (const QJsonValue stem : golden()[QStringLiteral("trunks")].toArray())
      isWritten = isWritten && writeWeights(fileOf(stem.toString().toStdString()), trunk(stem.toString().toStdString()));
    return isWritten;
  }

  bool writeAdapter(double alpha) const {
    Tensors tensors;
    const std::int64_t width = number("width"), rank = number("rank");
    for (int i = 0; i < golden()[QStringLiteral("trunks")].toArray().size(); ++i)
      for (int block = 0; block < 12; ++block) {
        const std::string layer =
            "base_model.model.extractor_list." + std::to_string(i) + ".model.blocks." + std::to_string(block) + ".attn.qkv.";
        tensors[layer + "lora_A.weight"] = seeded(m_kind, layer + "lora_A.weight", {rank, width});
        tensors[layer + "lora_B.weight"] = seeded(m_kind, layer + "lora_B.weight", {3 * width, rank});
      }
    const std::filesystem::path folder = adapter();
    std::filesystem::create_directories(folder);
    std::ofstream(folder / "adapter_config.json") << R"({"peft_type": "LORA", "r": )" << rank << R"(, "lora_alpha": )" << alpha
                                                  << R"(, "bias": "none", "target_modules": ["qkv"], "modules_to_save": null})";
    return writeWeights(folder / "adapter_model.safetensors", tensors);
  }

  std::filesystem::path adapter() const { return m_folder / (m_kind == "ensemble" ? "ensemble_lora" : m_kind + "_single_lora"); }

  std::filesystem::path fileOf(const std::string& stem) const {
    if (stem == "dino_vitbase16") return m_folder / "checkpoints" / (stem + "_pretrain.pth");
    return m_folder / (stem + (stem == "dinov2_vitb14" ? "_pretrain.pth" : "_pretrain.pth.tar"));
  }

  Tensors trunk(const std::string& stem) const {
    const std::int64_t w = number("width"), patch = std::stoll(stem.substr(stem.size() - 2));
    const bool isV2 = stem == "dinov2_vitb14", isClip = stem.find("clip") != std::string::npos;
    const std::int64_t grid = isV2 ? 37 : 224 / patch;
    std::map<std::string, std::vector<std::int64_t>> shapes{{"cls_token", {1, 1, w}},
                                                            {"pos_embed", {1, grid * grid + 1, w}},
                                                            {"patch_embed.proj.weight", {w, 3, patch, patch}},
                                                            {"patch_embed.proj.bias", {w}}};
    const auto addNorm = [&](const std::string& name) { shapes[name + ".weight"] = shapes[name + ".bias"] = {w}; };
    const auto addLinear = [&](const std::string& name, std::int64_t in, std::int64_t out) {
      shapes[name + ".weight"] = {out, in}, shapes[name + ".bias"] = {out};
    };
    addNorm("norm");
    if (isClip) addNorm("pos_drop"), shapes["proj"] = {w, number("projection")};
    for (int i = 0; i < 12; ++i) {
      const std::string block = "blocks." + std::to_string(i) + ".";
      addNorm(block + "norm1"), addNorm(block + "norm2");
      addLinear(block + "attn.qkv", w, 3 * w), addLinear(block + "attn.proj", w, w);
      addLinear(block + "mlp.fc1", w, 4 * w), addLinear(block + "mlp.fc2", 4 * w, w);
      if (isV2) shapes[block + "ls1.gamma"] = shapes[block + "ls2.gamma"] = {w};
    }
    Tensors tensors;
    for (const auto& [name, shape] : shapes) tensors[name] = seeded(stem, name, shape);
    return tensors;
  }

 private:
  std::int64_t number(const char* name) const { return static_cast<std::int64_t>(m_goldens[QLatin1String(name)].toDouble()); }

  static at::Tensor seeded(const std::string& prefix, const std::string& name, const std::vector<std::int64_t>& shape) {
    return support::nameSeeded(prefix + "/" + name, shape);
  }

  std::filesystem::path m_folder;
  std::string m_kind;
  QJsonObject m_goldens;
};

}  // namespace retailor::tests
