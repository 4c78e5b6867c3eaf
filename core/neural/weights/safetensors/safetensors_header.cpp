#include "core/neural/weights/safetensors/safetensors_header.h"

#include <algorithm>
#include <cstring>
#include <nlohmann/json.hpp>

#include "core/neural/weights/checked_size.h"
#include "core/neural/weights/refusal.h"
#include "core/neural/weights/safetensors/header_listener.h"

namespace retailor::weights {
namespace {

constexpr std::uint64_t lengthBytes = 8;
constexpr std::uint64_t longestHeader = 100'000'000;

// Bytes 0 to 7, little-endian, as the machines are that Retailor runs on.
std::uint64_t headerLength(std::span<const std::byte> bytes) {
  std::uint64_t length = 0;
  std::memcpy(&length, bytes.data(), sizeof length);
  return length;
}

std::string problemOfLength(std::span<const std::byte> bytes) {
  if (bytes.size() < lengthBytes)
    return "it is cut short: a safetensors file has 8 bytes at least, and this one has " + std::to_string(bytes.size());
  const std::uint64_t length = headerLength(bytes);
  if (length > longestHeader) return "it is no safetensors file: its header would have " + std::to_string(length) + " bytes";
  if (!liesWithin(lengthBytes, length, bytes.size()))
    return "it is cut short: its header has " + std::to_string(length) + " bytes, the file only " + std::to_string(bytes.size());
  if (length < 2 || bytes[lengthBytes] != std::byte{'{'}) return "it is no safetensors file: its header does not start with a brace";
  return {};
}

std::string problemOfSize(const DeclaredTensor& tensor) {
  const auto bytes = checkedBytes(tensor.shape, bytesOf(tensor.element));
  const std::string name = "tensor “" + shown(tensor.name) + "”";
  if (!bytes) return "the size of its " + name + " overflows";
  if (tensor.begin > tensor.end) return "its " + name + " ends before it begins";
  if (*bytes == tensor.end - tensor.begin) return {};
  return "its " + name + " needs " + std::to_string(*bytes) + " bytes, but its offsets span " + std::to_string(tensor.end - tensor.begin);
}

// The tensors, by begin, must cover [0, size) once.
std::string problemOfCover(const std::vector<DeclaredTensor>& tensors, std::uint64_t size) {
  std::uint64_t at = 0;
  for (const DeclaredTensor& tensor : tensors) {
    if (tensor.begin < at) return "its tensor “" + shown(tensor.name) + "” overlaps another";
    if (tensor.begin > at) return "there is a gap before its tensor “" + shown(tensor.name) + "”";
    at = tensor.end;
  }
  if (at > size)
    return "it is cut short: its tensors end at byte " + std::to_string(at) + " of the data, which has only " + std::to_string(size);
  return at < size ? "it has " + std::to_string(size - at) + " bytes after its last tensor" : std::string();
}

std::string problemOf(std::vector<DeclaredTensor>& tensors, std::uint64_t dataSize) {
  for (const DeclaredTensor& tensor : tensors)
    if (std::string problem = problemOfSize(tensor); !problem.empty()) return problem;
  std::ranges::sort(tensors, {}, [](const DeclaredTensor& tensor) { return std::pair(tensor.begin, tensor.end); });
  return problemOfCover(tensors, dataSize);
}

}  // namespace

Result<SafetensorsHeader> readSafetensorsHeader(std::span<const std::byte> bytes, const std::filesystem::path& file) {
  if (const std::string problem = problemOfLength(bytes); !problem.empty()) return refused(file, problem);
  SafetensorsHeader header;
  header.dataStart = lengthBytes + headerLength(bytes);
  HeaderListener listener(header);
  const auto* text = reinterpret_cast<const char*>(bytes.data());
  if (!nlohmann::json::sax_parse(text + lengthBytes, text + header.dataStart, &listener)) return refused(file, listener.problem());
  if (const std::string problem = problemOf(header.tensors, bytes.size() - header.dataStart); !problem.empty())
    return refused(file, problem);
  return header;
}

}  // namespace retailor::weights
