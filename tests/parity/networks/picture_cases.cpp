#include "core/neural/tensor/clip_preprocess.h"
#include "core/resample/resize_like_pillow.h"
#include "tests/parity/networks/golden_case.h"

namespace retailor::parity {
namespace {

using Bytes = std::vector<std::uint8_t>;

std::string sizeName(int width, int height) { return std::to_string(width) + "x" + std::to_string(height); }

Outputs resized(int filter) {
  const Bytes source = unsmoothPicture(90, 60);
  Outputs outputs;
  for (const auto& [width, height] :
       std::initializer_list<std::pair<int, int>>{{64, 40}, {23, 51}, {300, 7}, {1, 1}, {90, 60}, {37, 200}}) {
    const Bytes made = resample::resizedLikePillow({source.data(), 90, 60, 3}, width, height, static_cast<resample::Filter>(filter));
    outputs[sizeName(width, height)] = at::tensor(at::ArrayRef<std::uint8_t>(made), at::kByte);
  }
  return outputs;
}

Outputs preprocessed(const std::string& name) {
  const auto preprocess = neural::ClipPreprocess::read(settingsText(name), name);
  Outputs outputs;
  for (const auto& [width, height] : std::initializer_list<std::pair<int, int>>{{401, 300}, {77, 100}, {224, 224}}) {
    const Bytes source = unsmoothPicture(width, height);
    outputs[sizeName(width, height)] = preprocess->pixelsOf({source.data(), width, height, 3});
  }
  return outputs;
}

}  // namespace

Bytes unsmoothPicture(int width, int height) {
  Bytes bytes;
  for (int y = 0; y < height; ++y)
    for (int x = 0; x < width; ++x)
      for (const int value : {x * 7 + y * 13, x * x + 3 * y, (x * 31) ^ (y * 17)}) bytes.push_back(static_cast<std::uint8_t>(value % 256));
  return bytes;
}

CaseTable pictureCases() {
  CaseTable table;
  for (const int filter : {1, 2, 3, 4, 5}) table["resize-" + std::to_string(filter)] = [=] { return resized(filter); };
  for (const std::string name : {"plain", "small-crop", "unkept-shape", "unresized", "unnormalised", "raw"})
    table["preprocess-" + name] = [=] { return preprocessed("preprocess-" + name); };
  return table;
}

}  // namespace retailor::parity
