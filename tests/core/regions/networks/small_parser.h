#pragma once

#include <ATen/ATen.h>

#include "core/image/bitmap.h"
#include "core/neural/models/segformer.h"
#include "core/neural/tensor/weight_tensor.h"
#include "core/neural/weights/open_weights.h"
#include "core/neural/weights/safetensors/safetensors_writer.h"
#include "tests/core/regions/parser_folder.h"
#include "tests/parity/networks/parser_weights.h"

namespace retailor::tests {

inline const weights::WeightMap& parserGoldens() {
  static const auto map = weights::openWeights(RETAILOR_SOURCE_DIR "/tests/parity/networks/parser_goldens.safetensors").value();
  return map;
}

// A model on disk, as its user has it.
class SmallParser {
 public:
  SmallParser() {
    const std::string config = parserGoldens().metadata.at("segformer");
    m_models.write("small/config.json", config);
    m_models.write("small/preprocessor_config.json", parserGoldens().metadata.at("parsed-preprocess"));
    std::map<std::string, weights::TensorView, std::less<>> tensors;
    const auto keep = [&](const std::string& name, at::IntArrayRef shape) {
      const at::Tensor made = parity::parserWeight(name, shape);
      tensors[name] = neural::viewOf(made);
      return made;
    };
    const neural::Segformer network(neural::WeightSource(keep, {}), neural::SegformerSettings::read({config, "it"}));
    tensors["decode_head.batch_norm.num_batches_tracked"] = neural::viewOf(at::tensor(std::int64_t{7}));
    if (!weights::writeSafetensors(file("model.safetensors"), tensors).ok()) qFatal("no weights");
  }

  std::filesystem::path file(const std::string& name) const { return m_models.path("small/" + name); }
  void write(const std::string& name, const std::string& text) const { m_models.write("small/" + name, text); }
  std::filesystem::path folder() const { return m_models.path("small"); }
  std::filesystem::path above() const { return m_models.path(); }

 private:
  ParserFolder m_models;
};

// The same as picture() of make_parser_goldens.py, in as many channels.
inline image::Bitmap unsmoothPicture(int width, int height, int channels = 3) {
  image::Bitmap made({width, height}, channels, image::SampleType::U8);
  auto* to = reinterpret_cast<std::uint8_t*>(made.bytes());
  for (int y = 0; y < height; ++y)
    for (int x = 0; x < width; ++x) {
      for (const int value : {x * 7 + y * 13, x * x + 3 * y, (x * 31) ^ (y * 17)}) *to++ = static_cast<std::uint8_t>(value % 256);
      if (channels == 4) *to++ = 9;
    }
  return made;
}

}  // namespace retailor::tests
