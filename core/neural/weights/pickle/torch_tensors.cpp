#include "core/neural/weights/pickle/torch_tensors.h"

#include <algorithm>
#include <array>

#include "core/neural/weights/checked_size.h"
#include "core/neural/weights/pickle/strided_copy.h"
#include "core/neural/weights/refusal.h"

namespace retailor::weights {
namespace {

using Kind = PickleNode::Kind;

constexpr std::size_t mostVisits = 4'000'000;
constexpr std::size_t longestTensorName = 1024;
constexpr int deepestDictionary = 4;

struct StorageKind {
  std::string_view name;
  Element element;
};
constexpr std::array storageKinds{
    StorageKind{"FloatStorage", Element::F32},  StorageKind{"HalfStorage", Element::F16}, StorageKind{"BFloat16Storage", Element::BF16},
    StorageKind{"DoubleStorage", Element::F64}, StorageKind{"LongStorage", Element::I64}, StorageKind{"IntStorage", Element::I32},
    StorageKind{"ShortStorage", Element::I16},  StorageKind{"CharStorage", Element::I8},  StorageKind{"ByteStorage", Element::U8},
    StorageKind{"BoolStorage", Element::Bool},
};

// A Tuple of Ints, or torch.Size of one.
std::optional<Shape> numbersIn(const PickleGraph& graph, const PickleNode& node) {
  if (node.kind == Kind::Call && graph[node.items[0]].meaning == NameMeaning::Size) {
    const PickleNode& arguments = graph[node.items[1]];
    if (arguments.kind != Kind::Tuple || arguments.items.size() != 1 || graph[arguments.items[0]].kind != Kind::Tuple) return std::nullopt;
    return numbersIn(graph, graph[arguments.items[0]]);
  }
  if (node.kind != Kind::Tuple || node.items.size() > mostSides) return std::nullopt;
  Shape numbers;
  for (const NodeIndex item : node.items) {
    if (graph[item].kind != Kind::Int) return std::nullopt;
    numbers.push_back(graph[item].number);
  }
  return numbers;
}

class TensorCollector {
 public:
  TensorCollector(const PickleGraph& graph, const StorageBytes& storages, std::shared_ptr<const void> keeper, std::uint64_t copyBudget,
                  const std::filesystem::path& file)
      : m_graph(graph), m_storages(storages), m_keeper(std::move(keeper)), m_copyBudget(copyBudget), m_weights{{}, {}, file} {}

  Result<WeightMap> collect() {
    const PickleNode& root = m_graph[m_graph.root];
    const PickleNode* states = m_graph.valueOf(root, "state_dict");
    const PickleNode& start = states != nullptr && states->kind == Kind::Dict ? *states : root;
    if (start.kind != Kind::Dict) return refused(m_weights.file, "it holds no dictionary of tensors");
    if (!takeDictionary(start, "", 0)) return refused(m_weights.file, m_problem);
    if (m_weights.tensors.empty()) return refused(m_weights.file, "it holds no tensors");
    return std::move(m_weights);
  }

 private:
  bool stop(const std::string& problem) {
    m_problem = problem;
    return false;
  }

  bool takeDictionary(const PickleNode& dictionary, const std::string& prefix, int depth) {
    for (std::size_t i = 0; i + 1 < dictionary.items.size(); i += 2) {
      if (++m_visits > mostVisits) return stop("its dictionaries hold one another too often");
      const PickleNode& key = m_graph[dictionary.items[i]];
      if (key.kind != Kind::Text) continue;
      if (prefix.size() + key.text.size() > longestTensorName) return stop("it has a name of more than 1024 bytes");
      if (!takeValue(m_graph[dictionary.items[i + 1]], prefix + std::string(key.text), depth)) return false;
    }
    return true;
  }

  bool takeValue(const PickleNode& value, const std::string& name, int depth) {
    if (value.kind == Kind::Dict) return depth + 1 >= deepestDictionary || takeDictionary(value, name + ".", depth + 1);
    const PickleNode* tensor = tensorIn(value);
    return tensor == nullptr || takeTensor(*tensor, name);
  }

  // The arguments of the call that makes a tensor, perhaps inside one that makes a parameter; nullptr for anything else.
  const PickleNode* tensorIn(const PickleNode& value) const {
    const PickleNode* call = &value;
    for (int wrapped = 0; wrapped < 2 && call->kind == Kind::Call; ++wrapped) {
      const NameMeaning meaning = m_graph[call->items[0]].meaning;
      const PickleNode& arguments = m_graph[call->items[1]];
      if (meaning == NameMeaning::Tensor) return &arguments;
      if (meaning != NameMeaning::Parameter || arguments.kind != Kind::Tuple || arguments.items.empty()) return nullptr;
      call = &m_graph[arguments.items[0]];
    }
    return nullptr;
  }

  bool takeTensor(const PickleNode& arguments, const std::string& name) {
    const std::string shownName = "tensor “" + shown(name) + "”";
    if (m_weights.tensors.size() == mostTensors) return stop("it holds more than 100,000 tensors");
    if (arguments.kind != Kind::Tuple || arguments.items.size() < 4 || m_graph[arguments.items[1]].kind != Kind::Int)
      return stop("its " + shownName + " is described in a way that is not read");
    const auto storage = storageNameOf(m_graph, m_graph[arguments.items[0]]);
    const auto shape = numbersIn(m_graph, m_graph[arguments.items[2]]);
    const auto strides = numbersIn(m_graph, m_graph[arguments.items[3]]);
    if (!storage) return stop("its " + shownName + " is of a type that Retailor does not read");
    if (!shape || !strides || m_graph[arguments.items[1]].number < 0) return stop("its " + shownName + " has no proper shape");
    const StridedPlace place{static_cast<std::uint64_t>(m_graph[arguments.items[1]].number), *shape, *strides};
    if (!liesInStorage(place, storage->count)) return stop("its " + shownName + " reaches beyond its storage");
    const auto bytes = m_storages(*storage);
    if (!bytes) return stop("the storage of its " + shownName + " is missing or of another length than the pickle says");
    const bool placed = place.shape.empty() || checkedBytes(place.shape, bytesOf(storage->element)).has_value();
    if (!placed) return stop("the size of its " + shownName + " overflows");
    return isRowMajor(place) ? add(name, storage->element, place, *bytes) : addCopy(name, storage->element, place, *bytes);
  }

  bool insert(const std::string& name, TensorView view) {
    return m_weights.tensors.emplace(name, std::move(view)).second || stop("it names the tensor “" + shown(name) + "” twice");
  }

  bool add(const std::string& name, Element element, const StridedPlace& place, std::span<const std::byte> storage) {
    const std::uint64_t begin = place.offset * bytesOf(element);
    return insert(name, {element, place.shape, storage.subspan(begin, *checkedBytes(place.shape, bytesOf(element))), m_keeper, true});
  }

  bool addCopy(const std::string& name, Element element, const StridedPlace& place, std::span<const std::byte> storage) {
    const auto size = checkedBytes(place.shape, bytesOf(element));
    if (*size > storage.size() || *size > m_copyBudget)
      return stop("its tensor “" + shown(name) + "” is larger than what the file holds of it");
    m_copyBudget -= *size;
    const auto copy = std::make_shared<const std::vector<std::byte>>(rowMajorCopy(place, storage, bytesOf(element)));
    return insert(name, {element, place.shape, std::span(*copy), copy});
  }

  const PickleGraph& m_graph;
  const StorageBytes& m_storages;
  std::shared_ptr<const void> m_keeper;
  std::uint64_t m_copyBudget;
  WeightMap m_weights;
  std::size_t m_visits = 0;
  std::string m_problem;
};

}  // namespace

std::optional<StorageName> storageNameOf(const PickleGraph& graph, const PickleNode& persistent) {
  if (persistent.kind != Kind::Persistent) return std::nullopt;
  const PickleNode& identity = graph[persistent.items[0]];
  if (identity.kind != Kind::Tuple || identity.items.size() < 5) return std::nullopt;
  const PickleNode& word = graph[identity.items[0]];
  const PickleNode& type = graph[identity.items[1]];
  const PickleNode& key = graph[identity.items[2]];
  const PickleNode& count = graph[identity.items[4]];
  const auto* kind = std::ranges::find(storageKinds, type.text, &StorageKind::name);
  if (word.text != "storage" || type.meaning != NameMeaning::Storage || type.kind != Kind::Name || kind == storageKinds.end())
    return std::nullopt;
  if (key.kind != Kind::Text || count.kind != Kind::Int || count.number < 0) return std::nullopt;
  return StorageName{key.text, kind->element, static_cast<std::uint64_t>(count.number)};
}

Result<WeightMap> tensorsIn(const PickleGraph& graph, const StorageBytes& bytesOf, const std::shared_ptr<const void>& keeper,
                            std::uint64_t copyBudget, const std::filesystem::path& file) {
  return TensorCollector(graph, bytesOf, keeper, copyBudget, file).collect();
}

}  // namespace retailor::weights
