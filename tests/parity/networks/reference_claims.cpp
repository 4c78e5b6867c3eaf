#include "tests/parity/networks/reference_claims.h"

#include <c10/core/InferenceMode.h>

#include <functional>

#include "core/neural/layers/region_focused_attention.h"
#include "tests/parity/networks/golden_case.h"
#include "tests/parity/networks/made_up_references.h"

namespace retailor::parity {
namespace {

using namespace neural;
using at::Tensor;
using support::normal;

constexpr std::int64_t height = 16, width = 12;
constexpr double wrong = 1e30;

double apart(const Tensor& a, const Tensor& b) { return ((a - b).abs().max() / b.std()).item<double>(); }

// One job on the small networks: references shown to one forward of two rows.
struct Job {
  MadeUpPair pair = pairOf("complete-me-drop");
  ReferenceReader reader;
  UnetContext context = pair.drawing->contextOf(normal(101, {2, 77, 24}));

  explicit Job(const ReadingPolicy& policy = {}) : reader(readerOf(pair, policy)) {}

  std::vector<EncodedReference> encoded(const std::vector<std::int64_t>& which) {
    std::vector<EncodedReference> all;
    for (const std::int64_t k : which) all.push_back(reader.encode(madeUpReference(k, height, width)));
    return all;
  }
  Tensor drawn() const { return pair.drawing->forward(normal(130, {2, 9, height, width}), at::scalar_tensor(601, at::kLong), context); }
  Tensor drawnWith(const std::vector<EncodedReference>& references, std::int64_t firstRow = 0) {
    reader.show(context, references, firstRow);
    return drawn();
  }
};

double noReferencesArePlain() {
  Job job;
  const Tensor plain = job.drawn();
  return apart(job.drawnWith({}), plain);
}

// A reference of weight 0 and one whose mask is empty.
double absentReferencesArePlain() {
  Job job;
  RegionReference light = madeUpReference(0, height, width), empty = light;
  light.weight = 0;
  empty.mask = at::zeros_like(empty.mask);
  const Tensor plain = job.drawn();
  return apart(job.drawnWith({job.reader.encode(light), job.reader.encode(empty)}), plain);
}

double noBlendIsPlain() {
  Job job({.blend = 0});
  const Tensor plain = job.drawn();
  return apart(job.drawnWith(job.encoded({0, 1})), plain);
}

// The first row is the unconditional branch; the second must have changed.
double unconditionalRowsArePlain() {
  Job job;
  const Tensor plain = job.drawn(), with = job.drawnWith(job.encoded({0, 1, 2}), 1);
  return apart(with[1], plain[1]) > 1e-3 ? apart(with[0], plain[0]) : wrong;
}

double seenAloneOrInABatchIsTheSame() {
  Job job;
  const auto references = job.encoded({0, 1});
  const Tensor both = job.drawnWith(references);
  return apart(job.drawnWith(references, 1)[1], both[1]);
}

double orderDoesNotMatter() {
  Job job;
  const auto all = job.encoded({0, 1, 2, 3});
  return apart(job.drawnWith({all[3], all[1], all[0], all[2]}), job.drawnWith(all));
}

double keptReferencesGiveTheSame() {
  Job kept;
  const auto references = kept.encoded({0, 3});
  kept.drawnWith(references);
  Job fresh;
  const Tensor again = fresh.drawnWith(fresh.encoded({0, 3}));
  return apart(kept.drawnWith(references), again);
}

// Features outside the mask become anything at all.
double droppedTokensHaveNoInfluence() {
  Job job;
  const RegionReference reference = madeUpReference(0, height, width);
  auto features = job.pair.looking->features(reference.latent, at::zeros({1}), reference.label);
  const Tensor before = job.drawnWith({job.reader.project(features, reference)});
  for (auto& each : features) {
    const Tensor dropped = maskOverTokens(reference.mask, each.height, each.width, MaskedTokens::Drop).eq(0);
    each.tokens = at::where(dropped.unsqueeze(1), normal(7, each.tokens.sizes()) * 1e3, each.tokens);
  }
  return apart(job.drawnWith({job.reader.project(features, reference)}), before);
}

double twiceTheWeightIsTwiceTheReference() {
  Job job;
  RegionReference twice = madeUpReference(1, height, width);
  const auto once = job.reader.encode(twice);
  twice.weight = 2;
  return apart(job.drawnWith({job.reader.encode(twice)}), job.drawnWith({once, once}));
}

// Zeros counted together, as the reader does, against a key and a value of zeros for each.
double zerosCountedTogetherAreZeros() {
  Job job({.masked = MaskedTokens::Zero});
  const RegionReference reference = madeUpReference(2, height, width);
  RegionReference whole = reference;
  whole.mask = Tensor();
  auto features = job.pair.looking->features(reference.latent, at::zeros({1}), reference.label);
  const Tensor together = job.drawnWith({job.reader.project(features, reference)});
  for (auto& each : features)
    each.tokens = each.tokens * maskOverTokens(reference.mask, each.height, each.width, MaskedTokens::Zero).unsqueeze(1);
  return apart(together, job.drawnWith({job.reader.project(features, whole)}));
}

// A job of five steps over three references: the Reference U-Net looks at each once, each reading layer projects each once, and steps add
// nothing.
double workIsDoneOncePerJob(const ReadingPolicy& policy, int readingLayers) {
  Job job(policy);
  const auto references = job.encoded({0, 1, 3});
  job.reader.show(job.context, references, 1);
  const auto asExpected = [&] { return job.reader.work().looks == 3 && job.reader.work().projections == 3 * readingLayers; };
  bool right = asExpected();
  for (int step = 0; step < 5; ++step) {
    job.drawn();
    right = right && asExpected();
  }
  return right ? 0 : wrong;
}

// A pattern that only one token of the reference has. Queries that ask for it find its value when the region holds the token, and no trace
// of it otherwise.
double plantedPatternIsFound(bool inside) {
  constexpr std::int64_t tokens = 64, channels = 32;
  const Tensor pattern = normal(31, {channels}) * 3, ownKeys = normal(32, {1, tokens, channels}),
               ownValues = at::zeros({1, tokens, channels});
  Tensor keys = normal(33, {1, tokens, channels}), values = at::zeros({1, tokens, channels});
  constexpr std::int64_t planted = 8 * 2 + 5;  // row 2, column 5 of an 8 x 8 grid
  keys[0][planted] = pattern;
  values[0][planted] = 1;
  Tensor mask = at::zeros({64, 64});
  mask.slice(0, 0, 32).slice(1, inside ? 32 : 0, inside ? 64 : 24).fill_(1);
  const Tensor kept = maskOverTokens(mask, 8, 8, MaskedTokens::Drop).nonzero().squeeze(1);
  const ReferenceTokens reference{.keys = keys.index_select(1, kept), .values = values.index_select(1, kept)};
  const Tensor found =
      attendWithReferences({pattern.expand({1, tokens, channels}).contiguous(), ownKeys, ownValues}, reference, 1, Operators::Fast);
  return inside ? (1 - found).abs().max().item<double>() : found.abs().max().item<double>();
}

// The whole network: changing what the reference shows inside its region changes the drawing.
double regionsAreSeen() {
  Job job;
  RegionReference reference = madeUpReference(1, height, width);
  const Tensor before = job.drawnWith({job.reader.encode(reference)});
  reference.latent = reference.latent.clone();
  reference.latent.slice(2, 6, 10).slice(3, 8, 11).neg_();
  return apart(job.drawnWith({job.reader.encode(reference)}), before) > 1e-3 ? 0 : wrong;
}

const std::map<std::string, std::function<double()>>& claims() {
  static const std::map<std::string, std::function<double()>> all{
      {"equal: no references are the plain network", noReferencesArePlain},
      {"equal: references of no weight or region are the plain network", absentReferencesArePlain},
      {"equal: no blend is the plain network", noBlendIsPlain},
      {"equal: the unconditional row never sees references", unconditionalRowsArePlain},
      {"equal: a row sees the same alone and in a batch", seenAloneOrInABatchIsTheSame},
      {"equal: kept references give what fresh ones give", keptReferencesGiveTheSame},
      {"equal: dropped tokens have no influence", droppedTokensHaveNoInfluence},
      {"equal: looks and projections happen once per job", [] { return workIsDoneOncePerJob({}, 16); }},
      {"equal: middle and up project ten layers once per job",
       [] { return workIsDoneOncePerJob({.blocks = ReadingPolicy::Blocks::MiddleAndUp}, 10); }},
      {"equal: what a reference shows in its region is seen", regionsAreSeen},
      {"close: the order of references does not matter", orderDoesNotMatter},
      {"close: weight two is the reference twice", twiceTheWeightIsTwiceTheReference},
      {"close: zeros counted together are zeros", zerosCountedTogetherAreZeros},
      {"close: a planted pattern is found inside the region", [] { return plantedPatternIsFound(true); }},
      {"equal: a planted pattern outside the region leaves no trace", [] { return plantedPatternIsFound(false); }},
  };
  return all;
}

}  // namespace

std::vector<std::string> referenceClaims() {
  std::vector<std::string> names;
  for (const auto& [name, shortfall] : claims()) names.push_back(name);
  return names;
}

double shortOf(const std::string& claim) {
  const c10::InferenceMode inference;
  return claims().at(claim)();
}

}  // namespace retailor::parity
