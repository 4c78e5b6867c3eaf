#include "core/neural/weights/folder/unlike_shapes.h"

#include <array>
#include <string_view>

#include "core/neural/weights/refusal.h"

namespace retailor::weights {
namespace {

// Tensors of one layer or block, by the ends of their names, and the side of each that is the same number.
struct SharedSide {
  std::string_view first;
  std::size_t firstSide;
  std::string_view second;
  std::size_t secondSide;
};

constexpr std::array sharedSides{
    SharedSide{".weight", 0, ".bias", 0},
    SharedSide{".conv1.weight", 1, ".norm1.weight", 0},
    SharedSide{".conv1.weight", 0, ".norm2.weight", 0},
    SharedSide{".conv1.weight", 0, ".time_emb_proj.weight", 0},
    SharedSide{".conv2.weight", 1, ".norm2.weight", 0},
    SharedSide{".conv_shortcut.weight", 1, ".norm1.weight", 0},
    SharedSide{".conv_shortcut.weight", 0, ".conv2.weight", 0},
    SharedSide{".proj_in.weight", 1, ".norm.weight", 0},
    SharedSide{".proj_out.weight", 0, ".norm.weight", 0},
    SharedSide{".proj_out.weight", 1, ".proj_in.weight", 0},
    SharedSide{".attn1.to_q.weight", 1, ".norm1.weight", 0},
    SharedSide{".attn1.to_k.weight", 1, ".norm1.weight", 0},
    SharedSide{".attn2.to_q.weight", 1, ".norm2.weight", 0},
    SharedSide{".ff.net.0.proj.weight", 1, ".norm3.weight", 0},
    SharedSide{".ff.net.2.weight", 0, ".norm3.weight", 0},
    SharedSide{".to_q.weight", 0, ".to_k.weight", 0},
    SharedSide{".to_k.weight", 0, ".to_v.weight", 0},
    SharedSide{".to_k.weight", 1, ".to_v.weight", 1},
    SharedSide{".to_out.0.weight", 1, ".to_q.weight", 0},
    SharedSide{".q_proj.weight", 0, ".k_proj.weight", 0},
    SharedSide{".q_proj.weight", 1, ".k_proj.weight", 1},
    SharedSide{".k_proj.weight", 0, ".v_proj.weight", 0},
    SharedSide{".k_proj.weight", 1, ".v_proj.weight", 1},
    SharedSide{".out_proj.weight", 1, ".q_proj.weight", 0},
    SharedSide{".fc1.weight", 0, ".fc2.weight", 1},
    SharedSide{".fc1.weight", 1, ".fc2.weight", 0},
    SharedSide{".linear_1.weight", 0, ".linear_2.weight", 1},
    SharedSide{"conv_out.weight", 1, "conv_norm_out.weight", 0},
};

// Of a side that a tensor has not: never the same as one that is there.
std::int64_t sideOf(const TensorView& tensor, std::size_t side) { return side < tensor.shape.size() ? tensor.shape[side] : -1; }

std::string shapeOf(const TensorView& tensor) {
  std::string text;
  for (const std::int64_t side : tensor.shape) text += (text.empty() ? "" : ", ") + std::to_string(side);
  return "[" + text + "]";
}

}  // namespace

std::string unlikeShapes(const WeightMap& weights) {
  for (const auto& [name, tensor] : weights.tensors)
    for (const SharedSide& shared : sharedSides) {
      if (!name.ends_with(shared.first)) continue;
      const std::string other = name.substr(0, name.size() - shared.first.size()) + std::string(shared.second);
      const TensorView* second = weights.find(other);
      if (second != nullptr && sideOf(tensor, shared.firstSide) != sideOf(*second, shared.secondSide))
        return "its tensors “" + shown(name) + "” and “" + shown(other) + "” do not fit each other (" + shapeOf(tensor) + " and " +
               shapeOf(*second) + ")";
    }
  return {};
}

}  // namespace retailor::weights
