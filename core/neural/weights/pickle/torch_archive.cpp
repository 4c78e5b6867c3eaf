#include "core/neural/weights/pickle/torch_archive.h"

#include "core/neural/weights/checked_size.h"
#include "core/neural/weights/pickle/torch_tensors.h"
#include "core/neural/weights/pickle/zip_directory.h"
#include "core/neural/weights/refusal.h"

namespace retailor::weights {
namespace {

constexpr std::string_view pickleName = "/data.pkl";

// The folder in the archive that holds data.pkl: its first part, and the only one with it.
Result<std::string> rootOf(const ZipEntries& entries, const std::filesystem::path& file) {
  std::string root;
  for (const auto& [name, bytes] : entries) {
    if (!name.ends_with(pickleName) || name.find('/') != name.size() - pickleName.size()) continue;
    if (!root.empty()) return refused(file, "the archive holds more than one pickle");
    root = name.substr(0, name.size() - pickleName.size());
  }
  if (root.empty()) return refused(file, "it is a zip archive, but not one that torch.save has written");
  return root;
}

bool isBigEndian(const ZipEntries& entries, const std::string& root) {
  const auto order = entries.find(root + "/byteorder");
  if (order == entries.end()) return false;
  return std::string_view(reinterpret_cast<const char*>(order->second.data()), order->second.size()) != "little";
}

}  // namespace

bool isTorchArchive(std::string_view start) { return start.starts_with("PK\x03\x04"); }

Result<WeightMap> readTorchArchive(const std::shared_ptr<const MappedFile>& mapped, const std::filesystem::path& file) {
  const Result<ZipEntries> entries = readZipDirectory(mapped->bytes(), file);
  if (!entries) return entries.failure();
  const Result<std::string> root = rootOf(*entries, file);
  if (!root) return root.failure();
  if (isBigEndian(*entries, *root)) return refused(file, "it was written on a big-endian machine");
  const Result<PickleGraph> graph = readPickle(entries->find(*root + std::string(pickleName))->second, file);
  if (!graph) return graph.failure();
  const StorageBytes storages = [&](const StorageName& storage) -> std::optional<std::span<const std::byte>> {
    const auto found = entries->find(*root + "/data/" + std::string(storage.key));
    const auto size = checkedProduct(storage.count, bytesOf(storage.element));
    return found != entries->end() && size == found->second.size() ? std::optional(found->second) : std::nullopt;
  };
  return tensorsIn(*graph, storages, mapped, mapped->bytes().size(), file);
}

}  // namespace retailor::weights
