#include "core/neural/weights/safetensors/safetensors_reader.h"

#include "core/neural/weights/safetensors/safetensors_header.h"

namespace retailor::weights {

Result<WeightMap> readSafetensors(const std::shared_ptr<const MappedFile>& mapped, const std::filesystem::path& file) {
  Result<SafetensorsHeader> header = readSafetensorsHeader(mapped->bytes(), file);
  if (!header) return header.failure();
  WeightMap weights{{}, std::move(header->metadata), file};
  const auto data = mapped->bytes().subspan(header->dataStart);
  for (DeclaredTensor& tensor : header->tensors)
    weights.tensors.emplace(std::move(tensor.name), TensorView{tensor.element, std::move(tensor.shape),
                                                               data.subspan(tensor.begin, tensor.end - tensor.begin), mapped, true});
  return weights;
}

}  // namespace retailor::weights
