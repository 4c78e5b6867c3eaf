#include "core/neural/weights/element.h"

#include <algorithm>
#include <array>

namespace retailor::weights {
namespace {

struct Row {
  Element element;
  std::string_view name;
  std::size_t bytes;
};

constexpr std::array rows{
    Row{Element::Bool, "BOOL", 1}, Row{Element::U8, "U8", 1},   Row{Element::I8, "I8", 1},     Row{Element::U16, "U16", 2},
    Row{Element::I16, "I16", 2},   Row{Element::U32, "U32", 4}, Row{Element::I32, "I32", 4},   Row{Element::U64, "U64", 8},
    Row{Element::I64, "I64", 8},   Row{Element::F16, "F16", 2}, Row{Element::BF16, "BF16", 2}, Row{Element::F32, "F32", 4},
    Row{Element::F64, "F64", 8},
};

const Row& rowOf(Element element) { return *std::ranges::find(rows, element, &Row::element); }

}  // namespace

std::size_t bytesOf(Element element) { return rowOf(element).bytes; }

std::string_view nameOf(Element element) { return rowOf(element).name; }

std::optional<Element> elementNamed(std::string_view name) {
  const auto* row = std::ranges::find(rows, name, &Row::name);
  return row == rows.end() ? std::nullopt : std::optional(row->element);
}

bool isFloating(Element element) {
  return element == Element::F16 || element == Element::BF16 || element == Element::F32 || element == Element::F64;
}

}  // namespace retailor::weights
