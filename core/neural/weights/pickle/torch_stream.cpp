#include "core/neural/weights/pickle/torch_stream.h"

#include <map>

#include "core/neural/weights/checked_size.h"
#include "core/neural/weights/pickle/byte_cursor.h"
#include "core/neural/weights/pickle/torch_tensors.h"
#include "core/neural/weights/refusal.h"

namespace retailor::weights {
namespace {

using Kind = PickleNode::Kind;
using Storages = std::map<std::string_view, std::span<const std::byte>>;

// The stream's magic number 0x1950a86a20f9469cfc6c as a pickle of protocol 2: PROTO 2, LONG1 of 10 bytes, STOP.
constexpr std::string_view magic{"\x80\x02\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19.", 15};

constexpr std::int64_t streamProtocol = 1001;

std::map<std::string_view, StorageName> storageNames(const PickleGraph& graph) {
  std::map<std::string_view, StorageName> names;
  for (const PickleNode& node : graph.nodes)
    if (const auto storage = storageNameOf(graph, node)) names.emplace(storage->key, *storage);
  return names;
}

// The pickles one after another, and the storages behind them.
class StreamReader {
 public:
  StreamReader(std::span<const std::byte> bytes, const std::filesystem::path& file) : m_bytes(bytes), m_file(file), m_at(magic.size()) {}

  Result<PickleGraph> nextPickle() {
    Result<PickleGraph> graph = readPickle(m_bytes.subspan(m_at), m_file);
    if (graph) m_at += graph->length;
    return graph;
  }

  // Each storage: its number of elements, then its bytes, in the order of the list of keys.
  Result<Storages> storages(const PickleGraph& keys, const std::map<std::string_view, StorageName>& names) {
    if (keys[keys.root].kind != Kind::List) return refused(m_file, "its list of storages is damaged");
    Storages storages;
    for (const NodeIndex key : keys[keys.root].items) {
      const auto name = names.find(keys[key].text);
      const auto count = ByteCursor(m_bytes, m_at).take<std::uint64_t>();
      if (name == names.end() || !count) return refused(m_file, "its list of storages is damaged");
      m_at += sizeof(std::uint64_t);
      const auto size = checkedProduct(*count, bytesOf(name->second.element));
      if (*count != name->second.count || !size || !liesWithin(m_at, *size, m_bytes.size()))
        return refused(m_file, "it is cut short or damaged at the storage “" + shown(keys[key].text) + "”");
      storages[keys[key].text] = m_bytes.subspan(m_at, *size);
      m_at += *size;
    }
    return storages;
  }

 private:
  std::span<const std::byte> m_bytes;
  const std::filesystem::path& m_file;
  std::size_t m_at;
};

Result<void> checkSystem(const PickleGraph& protocol, const PickleGraph& system, const std::filesystem::path& file) {
  if (protocol[protocol.root].number != streamProtocol) return refused(file, "it is of a stream protocol other than 1001");
  const PickleNode* little = system.valueOf(system[system.root], "little_endian");
  if (little != nullptr && little->number == 0) return refused(file, "it was written on a big-endian machine");
  return {};
}

}  // namespace

bool isTorchStream(std::string_view start) { return start.starts_with(magic); }

Result<WeightMap> readTorchStream(const std::shared_ptr<const MappedFile>& mapped, const std::filesystem::path& file) {
  StreamReader reader(mapped->bytes(), file);
  const auto protocol = reader.nextPickle();
  if (!protocol) return protocol.failure();
  const auto system = reader.nextPickle();
  if (!system) return system.failure();
  if (auto checked = checkSystem(*protocol, *system, file); !checked) return checked.failure();
  const auto graph = reader.nextPickle();
  if (!graph) return graph.failure();
  const auto keys = reader.nextPickle();
  if (!keys) return keys.failure();
  const auto storages = reader.storages(*keys, storageNames(*graph));
  if (!storages) return storages.failure();
  const StorageBytes bytesOfStorage = [&](const StorageName& storage) -> std::optional<std::span<const std::byte>> {
    const auto found = storages->find(storage.key);
    const auto size = checkedProduct(storage.count, bytesOf(storage.element));
    return found != storages->end() && size == found->second.size() ? std::optional(found->second) : std::nullopt;
  };
  return tensorsIn(*graph, bytesOfStorage, mapped, mapped->bytes().size(), file);
}

}  // namespace retailor::weights
