#include "core/neural/weights/open_weights.h"

#include <algorithm>
#include <cstring>

#include "core/neural/weights/mapped_file.h"
#include "core/neural/weights/pickle/torch_archive.h"
#include "core/neural/weights/pickle/torch_stream.h"
#include "core/neural/weights/refusal.h"
#include "core/neural/weights/safetensors/safetensors_reader.h"
#include "core/neural/weights/safetensors/shard_index.h"

namespace retailor::weights {
namespace {

std::string_view startOf(const MappedFile& mapped) {
  const auto bytes = mapped.bytes();
  return {reinterpret_cast<const char*>(bytes.data()), std::min<std::size_t>(bytes.size(), 512)};
}

// Things that lie where weights should, each with the way out.
std::string commonMistake(std::string_view start) {
  if (start.empty()) return "it is empty";
  if (start.starts_with("version https://git-lfs"))
    return "it is a pointer of Git LFS, not the weights themselves (git lfs pull fetches them)";
  if (start.starts_with("<!DOCTYPE") || start.starts_with("<html")) return "it is a web page, as a download without a login leaves it";
  if (start.starts_with("GGUF")) return "it is a GGUF file; Retailor reads safetensors and torch files";
  if (start.starts_with("\x89HDF")) return "it is an HDF5 file; Retailor reads safetensors and torch files";
  if (start.size() > 262 && start.substr(257, 5) == "ustar")
    return "it is a tar archive of a torch older than 0.1.10; open it with a newer torch and save it as safetensors";
  return {};
}

template <class Bits>
bool exponentsStayFinite(std::span<const std::byte> bytes, Bits mask) {
  for (std::size_t at = 0; at + sizeof(Bits) <= bytes.size(); at += sizeof(Bits)) {
    Bits bits = 0;
    std::memcpy(&bits, bytes.data() + at, sizeof bits);
    if ((bits & mask) == mask) return false;
  }
  return true;
}

}  // namespace

Result<WeightMap> openWeights(const std::filesystem::path& file) {
  if (file.extension() == ".json") return readShards(file);
  const auto mapped = MappedFile::open(file);
  if (!mapped) return mapped.failure();
  const std::string_view start = startOf(**mapped);
  if (const std::string mistake = commonMistake(start); !mistake.empty()) return refused(file, mistake);
  if (isTorchArchive(start)) return readTorchArchive(*mapped, file);
  if (isTorchStream(start)) return readTorchStream(*mapped, file);
  return readSafetensors(*mapped, file);
}

std::string formatOf(const std::filesystem::path& file) {
  if (file.extension() == ".json") return "shards";
  const auto mapped = MappedFile::open(file);
  if (!mapped) return {};
  const std::string_view start = startOf(**mapped);
  if (isTorchArchive(start)) return "torch archive";
  return isTorchStream(start) ? "torch stream" : "safetensors";
}

Result<void> requireFinite(const WeightMap& weights, const std::stop_token& stop) {
  for (const auto& [name, tensor] : weights.tensors) {
    if (stop.stop_requested()) return {};
    if (!isFinite(tensor))
      return refused(weights.file, "its tensor “" + shown(name) + "” holds an infinity or something that is no number");
  }
  return {};
}

// A floating number is infinite or none at all when all bits of its exponent are set.
bool isFinite(const TensorView& tensor) {
  switch (tensor.element) {
    case Element::F16: return exponentsStayFinite<std::uint16_t>(tensor.bytes, std::uint16_t{0x7c00});
    case Element::BF16: return exponentsStayFinite<std::uint16_t>(tensor.bytes, std::uint16_t{0x7f80});
    case Element::F32: return exponentsStayFinite<std::uint32_t>(tensor.bytes, 0x7f800000U);
    case Element::F64: return exponentsStayFinite<std::uint64_t>(tensor.bytes, std::uint64_t{0x7ff0000000000000});
    default: return true;
  }
}

}  // namespace retailor::weights
