#pragma once

#include <string>
#include <unordered_map>

#include "core/neural/weights/pickle/byte_cursor.h"
#include "core/neural/weights/pickle/pickle_graph.h"

namespace retailor::weights {

// The stack machine of Python's pickletools, without the instructions that data does not need. Each instruction is one small function; it
// returns false, with the problem set, when the pickle breaks a rule.
class PickleMachine {
 public:
  explicit PickleMachine(std::span<const std::byte> bytes) : m_cursor(bytes) {}

  bool run();
  PickleGraph takeGraph() { return std::move(m_graph); }
  const std::string& problem() const { return m_problem; }  // without a full stop

 private:
  using Step = bool (PickleMachine::*)();
  using Kind = PickleNode::Kind;
  static Step stepOf(std::uint8_t opcode);

  bool stop(const std::string& problem);
  bool cutShort() { return stop("its pickle is cut short"); }
  bool wrongStack() { return stop("its pickle is damaged: an instruction finds too little on the stack"); }
  bool push(PickleNode node);
  bool pushIndex(NodeIndex index);
  bool pop(NodeIndex& index);
  bool popToMark(std::vector<NodeIndex>& items);
  PickleNode* top();
  bool pushNumber(Kind kind, std::int64_t number) { return push({kind, NameMeaning::Inert, number, {}, {}, {}}); }
  bool pushContainer(Kind kind, std::vector<NodeIndex> items) { return push({kind, NameMeaning::Inert, 0, {}, {}, std::move(items)}); }
  bool pushName(std::string_view module, std::string_view name);
  bool tuple(std::size_t length);
  bool remember(std::uint32_t slot);
  bool recall(std::uint32_t slot);
  bool append(const std::vector<NodeIndex>& items);
  bool setItems(const std::vector<NodeIndex>& items);
  bool call(NodeIndex callable, NodeIndex arguments);
  bool orderedDict(const PickleNode& arguments);
  bool takePairs(const PickleNode& list, std::vector<NodeIndex>& items);

  template <class Length, PickleNode::Kind kind>
  bool takeText();
  template <class Number>
  bool takeInt();
  template <PickleNode::Kind kind>
  bool emptyContainer();
  template <class Slot>
  bool put();
  template <class Slot>
  bool get();
  template <std::size_t length>
  bool fixedTuple();

  bool protocol();
  bool frame();
  bool mark();
  bool none();
  bool yes();
  bool no();
  bool long1();
  bool binFloat();
  bool tupleToMark();
  bool appendOne();
  bool appendMany();
  bool setOne();
  bool setMany();
  bool memoize();
  bool global();
  bool stackGlobal();
  bool reduce();
  bool newObject();
  bool newObjectWithNames();
  bool build();
  bool persistent();
  bool frozenSet();

  ByteCursor m_cursor;
  PickleGraph m_graph;
  std::vector<NodeIndex> m_stack;
  std::vector<std::size_t> m_marks;
  std::unordered_map<std::uint32_t, NodeIndex> m_memo;
  std::size_t m_pairs = 0;  // copied into dictionaries so far
  std::string m_problem;
};

}  // namespace retailor::weights
