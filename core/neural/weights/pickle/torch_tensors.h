#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>

#include "core/neural/weights/pickle/pickle_graph.h"
#include "core/neural/weights/weight_map.h"

namespace retailor::weights {

// A storage as a pickle names it: ('storage', torch.FloatStorage, key, device, number of elements).
struct StorageName {
  std::string_view key;
  Element element = Element::F32;
  std::uint64_t count = 0;
};

// What a persistent identity names; nothing when it names no storage of a kind that is read.
std::optional<StorageName> storageNameOf(const PickleGraph& graph, const PickleNode& persistent);

// The bytes of a storage, all of them; nothing when the file has no such storage.
using StorageBytes = std::function<std::optional<std::span<const std::byte>>(const StorageName&)>;

// The tensors in a pickle's dictionary, with the names openWeights promises. Each is held against its storage. One whose strides are not
// row-major is copied; the copies together may take no more than `copyBudget` bytes. `keeper` holds the storages. MissingWeights names
// `file` and the reason.
Result<WeightMap> tensorsIn(const PickleGraph& graph, const StorageBytes& bytesOf, const std::shared_ptr<const void>& keeper,
                            std::uint64_t copyBudget, const std::filesystem::path& file);

}  // namespace retailor::weights
