#include "core/neural/models/segformer.h"
#include "core/neural/tensor/segformer_preprocess.h"
#include "tests/parity/networks/golden_case.h"
#include "tests/parity/networks/parser_weights.h"

namespace retailor::parity {
namespace {

struct ParserPicture {
  const char* name;
  std::int64_t height, width;
};
constexpr ParserPicture kParserPictures[] = {{"square", 64, 64}, {"wide", 64, 96}, {"tall", 160, 64}, {"uneven", 70, 101}};

Outputs parserLogits(const std::string& model, std::uint64_t seed, const ParserPicture& picture, neural::Operators operators) {
  const neural::WeightSource weights(parserWeight, neural::Placement{at::kCPU, at::kFloat, operators});
  const neural::Segformer network(weights, neural::SegformerSettings::read(settingsOf(model)));
  return {{"logits", network.logits(support::normal(seed, {2, 3, picture.height, picture.width}))}};
}

Outputs parserPixels(const std::string& name) {
  const auto preprocess = neural::segformerPreprocess(settingsText(name), name);
  Outputs outputs;
  for (const auto& [width, height] : std::initializer_list<std::pair<int, int>>{{401, 300}, {77, 100}, {64, 64}}) {
    const auto source = unsmoothPicture(width, height);
    outputs[std::to_string(width) + "x" + std::to_string(height)] = preprocess->pixelsOf({source.data(), width, height, 3});
  }
  return outputs;
}

}  // namespace

CaseTable parserCases() {
  CaseTable table;
  std::uint64_t seed = 700;
  for (const std::string model : {"segformer", "segformer-unusual", "segformer-wide"}) {
    for (const ParserPicture& picture : kParserPictures)
      table[model + "-" + picture.name] = [=] { return parserLogits(model, seed, picture, neural::Operators::Plain); };
    ++seed;
  }
  for (const ParserPicture& picture : kParserPictures)
    table["fast-segformer-wide-" + std::string(picture.name)] = [=] {
      return parserLogits("segformer-wide", 702, picture, neural::Operators::Fast);
    };
  for (const std::string name : {"defaults", "oblong", "nearly-raw"})
    table["preprocess-segformer-" + name] = [=] { return parserPixels("segformer-preprocess-" + name); };
  return table;
}

}  // namespace retailor::parity
