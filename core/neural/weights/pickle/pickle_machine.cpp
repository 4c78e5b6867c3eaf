#include "core/neural/weights/pickle/pickle_machine.h"

#include <algorithm>
#include <array>

#include "core/neural/weights/refusal.h"

namespace retailor::weights {
namespace {

constexpr std::size_t mostNodes = 1'000'000;
constexpr std::size_t mostSteps = 16'000'000;
constexpr std::size_t deepestStack = 4'000'000;
constexpr std::size_t longestGlobalName = 256;
constexpr std::uint8_t stopOpcode = '.';

}  // namespace

bool PickleMachine::stop(const std::string& problem) {
  if (m_problem.empty()) m_problem = problem;
  return false;
}

bool PickleMachine::run() {
  for (std::size_t steps = 0; steps < mostSteps; ++steps) {
    const auto opcode = m_cursor.take<std::uint8_t>();
    if (!opcode) return cutShort();
    if (*opcode == stopOpcode) {
      m_graph.length = m_cursor.at();
      return pop(m_graph.root);
    }
    const Step step = stepOf(*opcode);
    if (step == nullptr) return stop("its pickle has an instruction that data does not need (" + std::to_string(*opcode) + ")");
    if (!(this->*step)()) return false;
  }
  return stop("its pickle has more than 16,000,000 instructions");
}

bool PickleMachine::push(PickleNode node) {
  if (m_graph.nodes.size() == mostNodes) return stop("its pickle holds more than 1,000,000 values");
  m_graph.nodes.push_back(std::move(node));
  return pushIndex(static_cast<NodeIndex>(m_graph.nodes.size() - 1));
}

bool PickleMachine::pushIndex(NodeIndex index) {
  if (m_stack.size() + m_marks.size() == deepestStack) return stop("its pickle stacks more than 4,000,000 values");
  m_stack.push_back(index);
  return true;
}

bool PickleMachine::pop(NodeIndex& index) {
  if (m_stack.size() <= (m_marks.empty() ? 0 : m_marks.back())) return wrongStack();
  index = m_stack.back();
  m_stack.pop_back();
  return true;
}

bool PickleMachine::popToMark(std::vector<NodeIndex>& items) {
  if (m_marks.empty()) return wrongStack();
  const auto first = m_stack.begin() + static_cast<std::ptrdiff_t>(m_marks.back());
  items.assign(first, m_stack.end());
  m_stack.erase(first, m_stack.end());
  m_marks.pop_back();
  return true;
}

PickleNode* PickleMachine::top() {
  if (m_stack.size() > (m_marks.empty() ? 0 : m_marks.back())) return &m_graph.nodes[m_stack.back()];
  wrongStack();
  return nullptr;
}

template <class Length, PickleNode::Kind kind>
bool PickleMachine::takeText() {
  const auto length = m_cursor.take<Length>();
  const auto text = length ? m_cursor.takeText(*length) : std::nullopt;
  return text ? push({kind, NameMeaning::Inert, 0, *text, {}, {}}) : cutShort();
}

template <class Number>
bool PickleMachine::takeInt() {
  const auto number = m_cursor.take<Number>();
  return number ? pushNumber(Kind::Int, *number) : cutShort();
}

template <PickleNode::Kind kind>
bool PickleMachine::emptyContainer() {
  return pushContainer(kind, {});
}

template <class Slot>
bool PickleMachine::put() {
  const auto slot = m_cursor.take<Slot>();
  return slot ? remember(*slot) : cutShort();
}

template <class Slot>
bool PickleMachine::get() {
  const auto slot = m_cursor.take<Slot>();
  return slot ? recall(*slot) : cutShort();
}

template <std::size_t length>
bool PickleMachine::fixedTuple() {
  return tuple(length);
}

bool PickleMachine::protocol() {
  const auto number = m_cursor.take<std::uint8_t>();
  if (!number) return cutShort();
  return (*number >= 2 && *number <= 5) || stop("its pickle is of protocol " + std::to_string(*number) + ", and only 2 to 5 are read");
}

// A frame only says how much to read at once.
bool PickleMachine::frame() { return m_cursor.take<std::uint64_t>() ? true : cutShort(); }

bool PickleMachine::mark() {
  if (m_stack.size() + m_marks.size() == deepestStack) return stop("its pickle stacks more than 4,000,000 values");
  m_marks.push_back(m_stack.size());
  return true;
}

bool PickleMachine::none() { return pushNumber(Kind::None, 0); }
bool PickleMachine::yes() { return pushNumber(Kind::Bool, 1); }
bool PickleMachine::no() { return pushNumber(Kind::Bool, 0); }

// Two's complement, little-endian, as many bytes as it takes.
bool PickleMachine::long1() {
  const auto length = m_cursor.take<std::uint8_t>();
  const auto digits = length ? m_cursor.takeText(*length) : std::nullopt;
  if (!digits) return cutShort();
  if (digits->size() > sizeof(std::int64_t)) return push({Kind::LongInt, NameMeaning::Inert, 0, *digits, {}, {}});
  const bool negative = !digits->empty() && (static_cast<unsigned char>(digits->back()) & 0x80U) != 0;
  std::int64_t number = negative ? -1 : 0;
  std::memcpy(&number, digits->data(), digits->size());
  return pushNumber(Kind::Int, number);
}

bool PickleMachine::binFloat() { return m_cursor.take<std::uint64_t>() ? pushNumber(Kind::Float, 0) : cutShort(); }

bool PickleMachine::tuple(std::size_t length) {
  std::vector<NodeIndex> items(length);
  for (std::size_t i = length; i-- > 0;)
    if (!pop(items[i])) return false;
  return pushContainer(Kind::Tuple, std::move(items));
}

bool PickleMachine::tupleToMark() {
  std::vector<NodeIndex> items;
  return popToMark(items) && pushContainer(Kind::Tuple, std::move(items));
}

bool PickleMachine::frozenSet() {
  std::vector<NodeIndex> items;
  return popToMark(items) && pushContainer(Kind::List, std::move(items));
}

// What is added to an inert thing is dropped: it has no content.
bool PickleMachine::append(const std::vector<NodeIndex>& items) {
  PickleNode* list = top();
  if (list == nullptr) return false;
  if (list->kind == Kind::List) list->items.insert(list->items.end(), items.begin(), items.end());
  return list->kind == Kind::List || list->kind == Kind::Call || stop("its pickle adds an item to something that is no list");
}

bool PickleMachine::appendOne() {
  NodeIndex item = 0;
  return pop(item) && append({item});
}

bool PickleMachine::appendMany() {
  std::vector<NodeIndex> items;
  return popToMark(items) && append(items);
}

bool PickleMachine::setItems(const std::vector<NodeIndex>& items) {
  PickleNode* dict = top();
  if (dict == nullptr) return false;
  if (items.size() % 2 != 0) return stop("its pickle has a key without a value");
  if (dict->kind == Kind::Dict) dict->items.insert(dict->items.end(), items.begin(), items.end());
  return dict->kind == Kind::Dict || dict->kind == Kind::Call || stop("its pickle sets an item of something that is no dictionary");
}

bool PickleMachine::setOne() {
  NodeIndex key = 0, value = 0;
  return pop(value) && pop(key) && setItems({key, value});
}

bool PickleMachine::setMany() {
  std::vector<NodeIndex> items;
  return popToMark(items) && setItems(items);
}

bool PickleMachine::remember(std::uint32_t slot) {
  if (top() == nullptr) return false;
  if (m_memo.size() == mostNodes) return stop("its pickle remembers more than 1,000,000 values");
  m_memo[slot] = m_stack.back();
  return true;
}

bool PickleMachine::recall(std::uint32_t slot) {
  const auto found = m_memo.find(slot);
  return found != m_memo.end() ? pushIndex(found->second) : stop("its pickle recalls something it never stored");
}

bool PickleMachine::memoize() { return remember(static_cast<std::uint32_t>(m_memo.size())); }

bool PickleMachine::pushName(std::string_view module, std::string_view name) {
  const NameMeaning meaning = meaningOf(module, name);
  if (module.size() + name.size() > longestGlobalName || meaning == NameMeaning::Refused)
    return stop("it asks for “" + shown(std::string(module) + "." + std::string(name)) +
                "”, which weights do not need and which could do harm");
  return push({Kind::Name, meaning, 0, name, module, {}});
}

bool PickleMachine::global() {
  const auto module = m_cursor.takeLine();
  const auto name = module ? m_cursor.takeLine() : std::nullopt;
  return name ? pushName(*module, *name) : cutShort();
}

bool PickleMachine::stackGlobal() {
  NodeIndex module = 0, name = 0;
  if (!pop(name) || !pop(module)) return false;
  if (m_graph[module].kind != Kind::Text || m_graph[name].kind != Kind::Text) return stop("its pickle asks for a name that is not text");
  return pushName(m_graph[module].text, m_graph[name].text);
}

bool PickleMachine::call(NodeIndex callable, NodeIndex arguments) {
  if (m_graph[callable].kind != Kind::Name) return stop("its pickle calls something that has no name");
  if (m_graph[callable].meaning == NameMeaning::OrderedDict) return orderedDict(m_graph[arguments]);
  return pushContainer(Kind::Call, {callable, arguments});
}

// Called with nothing and filled afterwards, or, as Python 2 wrote it, called with a list of its keys and values.
bool PickleMachine::orderedDict(const PickleNode& arguments) {
  std::vector<NodeIndex> items;
  if (arguments.kind != Kind::Tuple || arguments.items.size() > 1) return stop("its pickle makes a dictionary of more than one list");
  for (const NodeIndex argument : arguments.items)
    if (!takePairs(m_graph[argument], items)) return false;
  return pushContainer(Kind::Dict, std::move(items));
}

bool PickleMachine::takePairs(const PickleNode& list, std::vector<NodeIndex>& items) {
  if (list.kind != Kind::List) return stop("its pickle makes a dictionary of something that is no list");
  m_pairs += list.items.size();  // one list may be named many times, and each time it is copied
  if (m_pairs > mostNodes) return stop("its dictionaries hold more than 1,000,000 pairs");
  for (const NodeIndex index : list.items) {
    const PickleNode& pair = m_graph[index];
    if ((pair.kind != Kind::List && pair.kind != Kind::Tuple) || pair.items.size() != 2)
      return stop("its pickle makes a dictionary of something that is no pair");
    items.insert(items.end(), pair.items.begin(), pair.items.end());
  }
  return true;
}

bool PickleMachine::reduce() {
  NodeIndex callable = 0, arguments = 0;
  return pop(arguments) && pop(callable) && call(callable, arguments);
}

bool PickleMachine::newObject() { return reduce(); }

bool PickleMachine::newObjectWithNames() {
  NodeIndex named = 0;
  return pop(named) && reduce();
}

// Attributes of an object, such as the _metadata of a state_dict: nothing here has any.
bool PickleMachine::build() {
  NodeIndex state = 0;
  return pop(state) && top() != nullptr;
}

bool PickleMachine::persistent() {
  NodeIndex identity = 0;
  return pop(identity) && pushContainer(Kind::Persistent, {identity});
}

PickleMachine::Step PickleMachine::stepOf(std::uint8_t opcode) {
  using M = PickleMachine;
  static const std::array<Step, 256> steps = [] {
    std::array<Step, 256> all{};
    const auto set = [&](int code, Step step) { all[static_cast<std::size_t>(code)] = step; };
    set(0x80, &M::protocol), set(0x95, &M::frame), set('(', &M::mark);
    set('N', &M::none), set(0x88, &M::yes), set(0x89, &M::no);
    set('J', &M::takeInt<std::int32_t>), set('K', &M::takeInt<std::uint8_t>), set('M', &M::takeInt<std::uint16_t>);
    set(0x8a, &M::long1), set('G', &M::binFloat);
    set('X', &M::takeText<std::uint32_t, Kind::Text>), set(0x8c, &M::takeText<std::uint8_t, Kind::Text>);
    set(0x8d, &M::takeText<std::uint64_t, Kind::Text>), set('T', &M::takeText<std::uint32_t, Kind::Text>),
        set('U', &M::takeText<std::uint8_t, Kind::Text>);
    set('B', &M::takeText<std::uint32_t, Kind::Bytes>), set('C', &M::takeText<std::uint8_t, Kind::Bytes>);
    set(0x8e, &M::takeText<std::uint64_t, Kind::Bytes>), set(0x96, &M::takeText<std::uint64_t, Kind::Bytes>);
    set('}', &M::emptyContainer<Kind::Dict>), set(']', &M::emptyContainer<Kind::List>), set(')', &M::emptyContainer<Kind::Tuple>);
    set(0x8f, &M::emptyContainer<Kind::List>), set(0x90, &M::appendMany), set(0x91, &M::frozenSet);
    set('t', &M::tupleToMark), set(0x85, &M::fixedTuple<1>), set(0x86, &M::fixedTuple<2>), set(0x87, &M::fixedTuple<3>);
    set('a', &M::appendOne), set('e', &M::appendMany), set('s', &M::setOne), set('u', &M::setMany);
    set('q', &M::put<std::uint8_t>), set('r', &M::put<std::uint32_t>), set(0x94, &M::memoize);
    set('h', &M::get<std::uint8_t>), set('j', &M::get<std::uint32_t>);
    set('c', &M::global), set(0x93, &M::stackGlobal), set('R', &M::reduce), set(0x81, &M::newObject), set(0x92, &M::newObjectWithNames);
    set('b', &M::build), set('Q', &M::persistent);
    return all;
  }();
  return steps[opcode];
}

const PickleNode* PickleGraph::valueOf(const PickleNode& dict, std::string_view key) const {
  if (dict.kind != PickleNode::Kind::Dict) return nullptr;
  for (std::size_t i = 0; i + 1 < dict.items.size(); i += 2)
    if (nodes[dict.items[i]].kind == PickleNode::Kind::Text && nodes[dict.items[i]].text == key) return &nodes[dict.items[i + 1]];
  return nullptr;
}

Result<PickleGraph> readPickle(std::span<const std::byte> bytes, const std::filesystem::path& file) {
  PickleMachine machine(bytes);
  if (!machine.run()) return refused(file, machine.problem());
  return machine.takeGraph();
}

}  // namespace retailor::weights
