#include "core/neural/weights/safetensors/safetensors_writer.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <nlohmann/json.hpp>
#include <vector>

#include "core/neural/weights/new_file.h"

namespace retailor::weights {
namespace {

using Tensors = std::map<std::string, TensorView, std::less<>>;
using Named = Tensors::const_pointer;

std::vector<Named> largerElementsFirst(const Tensors& tensors) {
  std::vector<Named> order;
  for (const auto& tensor : tensors) order.push_back(&tensor);
  std::ranges::stable_sort(order, std::greater(), [](Named tensor) { return bytesOf(tensor->second.element); });
  return order;
}

std::string headerOf(const std::vector<Named>& order, const std::map<std::string, std::string, std::less<>>& metadata) {
  nlohmann::ordered_json header = nlohmann::ordered_json::object();
  for (const auto& [name, text] : metadata) header["__metadata__"][name] = text;
  std::uint64_t at = 0;
  for (const Named tensor : order) {
    const std::uint64_t end = at + tensor->second.bytes.size();
    header[tensor->first] = {{"dtype", nameOf(tensor->second.element)}, {"shape", tensor->second.shape}, {"data_offsets", {at, end}}};
    at = end;
  }
  std::string text = header.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  text.resize((text.size() + 7) / 8 * 8, ' ');
  return text;
}

std::array<std::byte, 8> lengthOf(const std::string& header) {
  const std::uint64_t length = header.size();
  std::array<std::byte, 8> bytes{};
  std::memcpy(bytes.data(), &length, bytes.size());
  return bytes;
}

}  // namespace

Result<void> writeSafetensors(const std::filesystem::path& file, const Tensors& tensors,
                              const std::map<std::string, std::string, std::less<>>& metadata) {
  const std::vector<Named> order = largerElementsFirst(tensors);
  const std::string header = headerOf(order, metadata);
  Result<NewFile> output = NewFile::create(file);
  if (!output) return output.failure();
  if (auto written = output->write(lengthOf(header)); !written) return written;
  if (auto written = output->write(std::as_bytes(std::span(header))); !written) return written;
  for (const Named tensor : order)
    if (auto written = output->write(tensor->second.bytes); !written) return written;
  return output->finish();
}

}  // namespace retailor::weights
