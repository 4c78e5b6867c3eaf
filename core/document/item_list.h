#pragma once

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "core/document/reference.h"

namespace retailor::document {

// The lists of a document's state (references, layers, candidates) are short, ordered, and their items named by id.

template <class Item>
std::size_t indexOf(const std::vector<Item>& items, Id id) {  // items.size() when it is not there
  return static_cast<std::size_t>(std::find_if(items.begin(), items.end(), [id](const Item& item) { return item.id == id; }) -
                                  items.begin());
}

template <class Item>
const Item* itemWithId(const std::vector<Item>& items, Id id) {
  const std::size_t index = indexOf(items, id);
  return index < items.size() ? &items[index] : nullptr;
}

template <class Item>
Item taken(std::vector<Item>& items, std::size_t index) {
  Item item = std::move(items[index]);
  items.erase(items.begin() + static_cast<std::ptrdiff_t>(index));
  return item;
}

template <class Item>
void insertAt(std::vector<Item>& items, std::size_t index, Item item) {
  items.insert(items.begin() + static_cast<std::ptrdiff_t>(std::min(index, items.size())), std::move(item));
}

}  // namespace retailor::document
