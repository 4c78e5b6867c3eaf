#include "tests/parity/networks/kernel_cases.h"

#include <ATen/ATen.h>

#include <functional>
#include <limits>
#include <map>
#include <optional>

#include "core/neural/layers/activation.h"
#include "core/neural/layers/attention.h"
#include "core/neural/layers/convolution.h"
#include "core/neural/layers/norms.h"
#include "tests/support/name_seeded_weights.h"

namespace retailor::parity {
namespace {

using at::Tensor;
using namespace neural;
using support::normal;

double apart(const Tensor& ours, const Tensor& reference) {
  return (ours - reference).abs().max().item<double>() / std::max(1e-9, reference.to(at::kDouble).std().item<double>());
}

struct Attended {
  std::int64_t batch, queries, keys, heads, width;
};

// Against the same in F64.
struct AttentionErrors {
  double ours, libtorchs;
};

// `shift`: added to the scores of each key.
AttentionErrors attentionErrors(const Attended& size, double spread, const Tensor& shift = {}) {
  const std::int64_t channels = size.heads * size.width;
  const Tensor q = spread * normal(1, {size.batch, size.queries, channels});
  const auto kv = normal(2, {size.batch, size.keys, 2 * channels}).chunk(2, -1);  // side by side, as the layer leaves them
  const auto byLibtorch = [&](at::ScalarType type) {
    const auto split = [&](const Tensor& x) { return x.unflatten(2, {size.heads, size.width}).transpose(1, 2).to(type); };
    std::optional<Tensor> mask;
    if (shift.defined()) mask = shift.to(type).expand({1, 1, size.queries, -1});
    return at::scaled_dot_product_attention(split(q), split(kv[0]), split(kv[1]), mask).transpose(1, 2).flatten(2);
  };
  const Tensor expected = byLibtorch(at::kDouble);
  const Tensor ours = attend(q, kv[0], kv[1], size.heads, {.keyShift = shift});
  return {apart(ours, expected), apart(byLibtorch(at::kFloat), expected)};
}

double attention(const Attended& size) { return attentionErrors(size, 1).ours; }

// How far above twice libtorch's own error.
double aboveLibtorchs(const AttentionErrors& errors) { return std::max(0.0, errors.ours - 2 * errors.libtorchs); }

// Scores in the hundreds: a softmax of their last digits, which F32 rounds away whoever sums them.
double largeScores(const Attended& size) { return aboveLibtorchs(attentionErrors(size, 30)); }

// Shifts as far apart as the scores themselves: some keys count a hundred times as much as others.
double shiftedKeys(const Attended& size) { return aboveLibtorchs(attentionErrors(size, 1, normal(4, {size.keys}))); }

// What is no number shows in the row and head where it came in, and nowhere else. How many numbers are otherwise.
double noNumber() {
  Tensor q = normal(1, {1, 20, 128});
  q[0][7][3].fill_(std::numeric_limits<float>::quiet_NaN());
  const Tensor k = normal(2, {1, 50, 128}), found = attend(q, k, k, 2).isnan();
  Tensor expected = at::zeros_like(found);
  expected[0][7].slice(0, 0, 64).fill_(true);
  return found.ne(expected).sum().item<double>();
}

// One set of keys for every row of the batch.
double sharedKeys() {
  const Tensor q = normal(1, {3, 20, 128}), k = normal(2, {1, 9, 128}), v = normal(3, {1, 9, 128});
  return apart(attend(q, k, v, 2), attend(q, k.expand({3, -1, -1}).contiguous(), v.expand({3, -1, -1}).contiguous(), 2));
}

struct Filtered {
  std::int64_t batch, in, out, height, width;
};

double convolution(const Filtered& size) {
  const WeightSource source = support::nameSeededSource() / "conv";
  const Convolution ours(source, {.in = size.in, .out = size.out, .maps = MapSize::Large});
  const Tensor x = normal(1, {size.batch, size.in, size.height, size.width}),
               added = normal(2, {size.batch, size.out, size.height, size.width});
  const Tensor weight = source.take("weight", {size.out, size.in, 3, 3}).to(at::kDouble),
               bias = source.take("bias", {size.out}).to(at::kDouble);
  const Tensor expected = at::conv2d(x.to(at::kDouble), weight, bias, 1, 1);
  return std::max(apart(ours(x), expected), apart(ours.addedTo(added, x), expected + added));
}

// Far from zero, where sums of squares lose digits.
double groupNorm(const Filtered& size, double offset) {
  const WeightSource source = support::nameSeededSource() / "norm";
  const GroupNorm ours(source, size.in, 4, 1e-5);
  const Tensor x = normal(1, {size.batch, size.in, size.height, size.width}) + offset;
  const Tensor expected = at::group_norm(x.to(at::kDouble), 4, source.take("weight", {size.in}).to(at::kDouble),
                                         source.take("bias", {size.in}).to(at::kDouble), 1e-5);
  return std::max(apart(ours(x), expected), apart(ours.silu(x), at::silu(expected)));
}

double gate(std::int64_t width) {
  const Tensor x = 3 * normal(1, {37, 2 * width});
  const auto halves = x.to(at::kDouble).chunk(2, -1);
  return apart(gatedByGelu(x), halves[0] * at::gelu(halves[1]));
}

const std::map<std::string, std::function<double()>>& cases() {
  static const std::map<std::string, std::function<double()>> all{
      {"attention, many blocks of keys",
       [] {
         return attention({1, 67, 1111, 4, 40});
       }},
      {"attention, one key",
       [] {
         return attention({2, 5, 1, 9, 16});
       }},
      {"attention, text",
       [] {
         return attention({2, 130, 77, 6, 24});
       }},
      {"attention, one wide head",
       [] {
         return attention({1, 21, 50, 1, 512});
       }},
      {"attention, large scores",
       [] {
         return largeScores({1, 33, 600, 4, 40});
       }},
      {"attention, a width without a kernel",
       [] {
         return attention({1, 9, 11, 30, 6});
       }},
      {"attention, few channels",
       [] {
         return attention({2, 9, 11, 3, 8});
       }},
      {"attention, shifted keys",
       [] {
         return shiftedKeys({2, 67, 611, 2, 40});
       }},
      {"attention, shifted keys of a width without a kernel",
       [] {
         return shiftedKeys({2, 9, 11, 3, 6});
       }},
      {"attention, keys shared by the batch", sharedKeys},
      {"attention, a query that is no number", noNumber},
      {"convolution, odd sides",
       [] {
         return convolution({2, 24, 128, 15, 11});
       }},
      {"convolution, one pixel",
       [] {
         return convolution({1, 8, 128, 1, 1});
       }},
      {"convolution, one row",
       [] {
         return convolution({1, 40, 128, 1, 9});
       }},
      {"convolution, several rounds of tiles",
       [] {
         return convolution({1, 320, 32, 50, 62});
       }},
      {"convolution, a width without a kernel",
       [] {
         return convolution({1, 132, 20, 7, 6});
       }},
      {"convolution, few channels",
       [] {
         return convolution({2, 24, 32, 15, 11});
       }},
      {"convolution, few channels, one pixel",
       [] {
         return convolution({1, 24, 32, 1, 1});
       }},
      {"convolution, few channels, one pixel of each picture",
       [] {
         return convolution({2, 24, 32, 1, 1});
       }},
      {"group normalisation",
       [] {
         return groupNorm({2, 128, 0, 33, 70}, 0);
       }},
      {"group normalisation far from zero",
       [] {
         return groupNorm({1, 136, 0, 40, 41}, 4);
       }},
      {"group normalisation, a width without a kernel",
       [] {
         return groupNorm({1, 132, 0, 5, 6}, 0);
       }},
      {"group normalisation, few channels",
       [] {
         return groupNorm({1, 12, 0, 5, 6}, 0);
       }},
      {"gated GELU", [] { return gate(520); }},
      {"gated GELU, few channels", [] { return gate(24); }},
  };
  return all;
}

}  // namespace

std::vector<std::string> kernelCases() {
  std::vector<std::string> names;
  for (const auto& [name, run] : cases()) names.push_back(name);
  return names;
}

double kernelDifference(const std::string& name) { return cases().at(name)(); }

}  // namespace retailor::parity
