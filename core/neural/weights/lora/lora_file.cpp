#include "core/neural/weights/lora/lora_file.h"

#include <cmath>
#include <map>

#include "core/neural/weights/lora/lora_alpha.h"
#include "core/neural/weights/lora/lora_names.h"
#include "core/neural/weights/refusal.h"

namespace retailor::weights {
namespace {

// The tensors that a file has for one layer.
struct Group {
  const TensorView* down = nullptr;
  const TensorView* up = nullptr;
  const TensorView* alpha = nullptr;
};
using Groups = std::map<std::string, Group, std::less<>>;

// A shape as a matrix's with a kernel: [rows, columns, height, width].
std::optional<Shape> withKernel(const Shape& shape) {
  if (shape.size() == 2) return Shape{shape[0], shape[1], 1, 1};
  return shape.size() == 4 ? std::optional(shape) : std::nullopt;
}

bool fits(const TensorView& down, const TensorView& up, const TensorView& weight) {
  const auto first = withKernel(down.shape), second = withKernel(up.shape), whole = withKernel(weight.shape);
  if (!first || !second || !whole || !isFloating(down.element) || !isFloating(up.element)) return false;
  const std::int64_t rank = (*first)[0];
  const bool isPoint = (*second)[2] == 1 && (*second)[3] == 1;
  return rank > 0 && isPoint && (*second)[1] == rank && (*second)[0] == (*whole)[0] && (*first)[1] == (*whole)[1] &&
         (*first)[2] == (*whole)[2] && (*first)[3] == (*whole)[3];
}

class LoraReader {
 public:
  LoraReader(const WeightMap& file, const WeightMap& unet, const WeightMap& textEncoder, LoraMetadata metadata)
      : m_file(file),
        m_unet(unet),
        m_textEncoder(textEncoder),
        m_metadata(std::move(metadata)),
        m_targets(loraTargets(unet, textEncoder)) {}

  Result<LoraFile> read() {
    for (const auto& [name, tensor] : m_file.tensors)
      if (const std::string reason = reasonToRefuse(name); !reason.empty()) return refused(m_file.file, reason);
    const Groups groups = gather();
    if (groups.empty()) return refused(m_file.file, "it holds no LoRA");
    for (const auto& [stem, group] : groups)
      if (auto taken = take(stem, group); !taken) return taken.failure();
    if (m_lora.layers.empty()) return refused(m_file.file, "none of its layers is one of this model's; it is made for another model");
    return std::move(m_lora);
  }

 private:
  Groups gather() {
    Groups groups;
    for (const auto& [name, tensor] : m_file.tensors) {
      const LoraTensorName part = loraTensorName(name);
      if (part.role == LoraRole::Down) groups[part.stem].down = &tensor;
      if (part.role == LoraRole::Up) groups[part.stem].up = &tensor;
      if (part.role == LoraRole::Alpha) groups[part.stem].alpha = &tensor;
      if (part.role == LoraRole::Foreign) m_lora.unmatched.push_back(name);
    }
    return groups;
  }

  Result<void> take(const std::string& stem, const Group& group) {
    const auto target = m_targets.find(stem);
    if (target == m_targets.end()) {
      m_lora.unmatched.push_back(stem);
      return {};
    }
    const std::string layer = "layer “" + shown(stem) + "”";
    if (group.down == nullptr || group.up == nullptr) return refused(m_file.file, "its " + layer + " has only one of its two tensors");
    const auto& [component, module] = target->second;
    const TensorView* weight = (component == "unet" ? m_unet : m_textEncoder).find(module + ".weight");
    if (!fits(*group.down, *group.up, *weight))
      return refused(m_file.file, "its " + layer + " is of another shape or type than this model's");
    const auto alpha = alphaOf(group, component, module);
    constexpr double mostAlpha = 1e6;  // ranks go to some hundreds, and alphas with them
    if (!alpha || !(std::abs(*alpha) <= mostAlpha))
      return refused(m_file.file, "the alpha of its " + layer + " is no number that can be meant");
    m_lora.layers.push_back({component, module, *group.down, *group.up, *alpha});
    return {};
  }

  std::optional<double> alphaOf(const Group& group, const std::string& component, const std::string& module) const {
    if (group.alpha != nullptr) return numberIn(*group.alpha);
    const std::int64_t rank = group.down->shape.front();
    return m_metadata.alphaOf(component, module, rank).value_or(static_cast<double>(rank));
  }

  const WeightMap& m_file;
  const WeightMap& m_unet;
  const WeightMap& m_textEncoder;
  LoraMetadata m_metadata;
  std::map<std::string, LoraTarget, std::less<>> m_targets;
  LoraFile m_lora;
};

}  // namespace

Result<LoraFile> readLora(const WeightMap& file, const WeightMap& unet, const WeightMap& textEncoder) {
  Result<LoraMetadata> metadata = LoraMetadata::read(file);
  if (!metadata) return metadata.failure();
  return LoraReader(file, unet, textEncoder, *std::move(metadata)).read();
}

}  // namespace retailor::weights
