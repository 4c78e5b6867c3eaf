#include "core/neural/layers/change_size.h"
#include "core/neural/layers/channels_last.h"
#include "core/neural/layers/residual_block.h"
#include "core/neural/layers/spatial_transformer.h"
#include "core/neural/layers/time_embedding.h"
#include "tests/parity/networks/golden_case.h"

namespace retailor::parity {
namespace {

using namespace neural;
using support::nameSeededSource;
using support::normal;

at::Tensor map() { return normal(1, {2, 32, 10, 6}); }

at::Tensor time() { return at::silu(normal(2, {2, 128})); }

WeightSource down(std::int64_t level) { return nameSeededSource() / "down_blocks" / level; }

ResidualBlockOptions residual(std::int64_t in, std::int64_t out) {
  return {.in = in, .out = out, .groups = 16, .epsilon = 1e-5, .time = 128};
}

at::Tensor embeddedTimes() {
  const TimeEmbedding embedding(nameSeededSource() / "time_embedding", 32, 128, 0);
  return embedding(timeWaves(at::tensor({951.0, 3.5}), {.width = 32}), {});
}

at::Tensor transformed() {
  const TransformerBlock block(down(0) / "attentions" / 0 / "transformer_blocks" / 0, {.width = 32, .heads = 4}, 24);
  const at::Tensor x = normal(3, {2, 60, 32});
  return block(x, block.normed(x), {block.project(normal(101, {2, 77, 24}))});
}

at::Tensor fed() {
  const GatedFeedForward feedForward(down(0) / "attentions" / 0 / "transformer_blocks" / 0 / "ff", 32);
  return feedForward.addedTo(at::zeros({2, 60, 32}), normal(3, {2, 60, 32}));
}

at::Tensor attendedInTheMiddle() {
  const WeightSource source = nameSeededSource() / "decoder" / "mid_block" / "attentions" / 0;
  const SelfAttention attention(source, {.width = 48, .heads = 1, .bias = Bias::With});
  const GroupNorm norm(source / "group_norm", 48, 16, 1e-6);
  const at::Tensor x = normal(5, {1, 48, 8, 6});
  return mapOfRows(attention.addedTo(pixelRows(x), pixelRows(norm(x))), 8, 6);
}

}  // namespace

CaseTable partCases() {
  CaseTable table;
  table["time-embedding"] = [] { return Outputs{{"out", embeddedTimes()}}; };
  table["residual-block"] = [] { return Outputs{{"out", ResidualBlock(down(0) / "resnets" / 0, residual(32, 32))(map(), time())}}; };
  table["residual-block-shortcut"] = [] {
    return Outputs{{"out", ResidualBlock(down(1) / "resnets" / 0, residual(32, 64))(map(), time())}};
  };
  table["transformer-block"] = [] { return Outputs{{"out", transformed()}}; };
  table["feed-forward"] = [] { return Outputs{{"out", fed()}}; };
  table["downsampler"] = [] { return Outputs{{"out", Downsampler(down(0) / "downsamplers" / 0, 32, ZeroEdge::Everywhere)(map())}}; };
  table["upsampler"] = [] {
    return Outputs{
        {"out", Upsampler(nameSeededSource() / "up_blocks" / 2 / "upsamplers" / 0, 64, MapSize::Large)(normal(4, {2, 64, 5, 3}), 9, 6)}};
  };
  table["middle-attention"] = [] { return Outputs{{"out", attendedInTheMiddle()}}; };
  return table;
}

}  // namespace retailor::parity
