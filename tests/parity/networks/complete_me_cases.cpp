#include "core/neural/models/image_prompt.h"
#include "tests/parity/networks/golden_case.h"
#include "tests/parity/networks/made_up_references.h"

namespace retailor::parity {
namespace {

using namespace neural;
using support::nameSeeded;
using support::nameSeededSource;
using support::normal;

struct Case {
  std::int64_t height = 16, width = 12;
  std::int64_t references = 4;
  ReadingPolicy policy{};
  double imageScale = 1;
  std::int64_t lookedAt = 0;  // the time at which references are
};

constexpr auto midUp = ReadingPolicy::Blocks::MiddleAndUp;
constexpr std::int64_t time = 601;

const std::map<std::string, Case>& cases() {
  static const std::map<std::string, Case> all{
      {"complete-me-drop", {}},
      {"complete-me-drop-odd", {.height = 15, .width = 11, .references = 2, .policy = {.blocks = midUp}, .imageScale = 0.6}},
      {"complete-me-drop-blended", {.references = 3, .policy = {.blend = 0.5}, .lookedAt = time}},
      {"complete-me-zero", {.policy = {.masked = MaskedTokens::Zero}}},
      {"complete-me-zero-odd",
       {.height = 15, .width = 11, .references = 3, .policy = {.masked = MaskedTokens::Zero, .blocks = midUp, .blend = 0.5}}},
      {"complete-me-odd-widths", {.height = 9, .width = 14, .references = 3}},
      {"complete-me-odd-widths-zero", {.height = 9, .width = 14, .references = 3, .policy = {.masked = MaskedTokens::Zero}}},
      {"complete-me-two-blocks", {.height = 8, .width = 10, .references = 2}},
  };
  return all;
}

at::Tensor maskOf(std::int64_t k, std::int64_t h, std::int64_t w) {
  const at::Tensor mask = at::zeros({8 * h, 8 * w});
  const auto fill = [&](std::int64_t top, std::int64_t bottom, std::int64_t left, std::int64_t right, double value) {
    mask.slice(0, top, bottom).slice(1, left, right).fill_(value);
  };
  if (k == 0) {
    fill(0, 4 * h, 4, 4 * w, 0.5);
    fill(8, 4 * h, 8, 4 * w, 1);
  } else if (k == 1) {
    fill(2 * h, 8 * h, 4 * w, 8 * w, 1);
  } else {
    fill(4 * h, 4 * h + 5, 4 * w, 4 * w + 5, 1);  // smaller than any cell's quarter
  }
  return mask;
}

Outputs drawn(const std::string& name, const Case& what) {
  const MadeUpPair pair = pairOf(name);
  UnetContext context = pair.drawing->contextOf(normal(101, {2, 77, 24}));
  ImagePrompt(nameSeededSource(), *pair.drawing).addTo(context, {{normal(131, {2, 8, 24})}, {}, what.imageScale});
  ReferenceReader reader = readerOf(pair, what.policy);
  std::vector<EncodedReference> references;
  for (std::int64_t k = 0; k < what.references; ++k)
    references.push_back(reader.encode(madeUpReference(k, what.height, what.width), at::scalar_tensor(what.lookedAt, at::kLong)));
  reader.show(context, references);
  return {{"sample", pair.drawing->forward(normal(130, {2, 9, what.height, what.width}), at::scalar_tensor(time, at::kLong), context)}};
}

}  // namespace

MadeUpPair pairOf(const std::string& golden) {
  const WeightSource looking([](const std::string& name, at::IntArrayRef shape) { return nameSeeded("reference_unet." + name, shape); },
                             {});
  return {std::make_shared<const Unet>(nameSeededSource(), UnetSettings::read(settingsOf(golden + "/unet"))),
          std::make_shared<const ReferenceUnet>(looking, UnetSettings::read(settingsOf(golden + "/reference_unet")))};
}

RegionReference madeUpReference(std::int64_t k, std::int64_t h, std::int64_t w) {
  const auto seed = static_cast<std::uint64_t>(k);
  return {normal(140 + seed, {1, 4, h, w}), normal(150 + seed, {1, 7, 24}), k < 3 ? maskOf(k, h, w) : at::Tensor()};
}

ReferenceReader readerOf(const MadeUpPair& pair, const ReadingPolicy& policy) {
  return ReferenceReader::pairing(pair.looking, pair.drawing, policy).value();
}

CaseTable completeMeCases() {
  CaseTable table;
  for (const auto& [name, what] : cases()) table[name] = [&name = name, &what = what] { return drawn(name, what); };
  return table;
}

}  // namespace retailor::parity
