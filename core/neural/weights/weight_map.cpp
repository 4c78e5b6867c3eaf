#include "core/neural/weights/weight_map.h"

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <numeric>

namespace retailor::weights {

std::int64_t TensorView::count() const { return std::accumulate(shape.begin(), shape.end(), std::int64_t{1}, std::multiplies()); }

void TensorView::letGo() const {
  const auto page = static_cast<std::uintptr_t>(sysconf(_SC_PAGESIZE));
  const auto begin = (reinterpret_cast<std::uintptr_t>(bytes.data()) + page - 1) / page * page;
  const auto end = reinterpret_cast<std::uintptr_t>(bytes.data() + bytes.size()) / page * page;
  if (inFile && begin < end) madvise(reinterpret_cast<void*>(begin), end - begin, MADV_DONTNEED);
}

const TensorView* WeightMap::find(std::string_view name) const {
  const auto found = tensors.find(name);
  return found == tensors.end() ? nullptr : &found->second;
}

WeightMap WeightMap::under(std::string_view prefix) const {
  WeightMap part{{}, metadata, file};
  for (auto at = tensors.lower_bound(prefix); at != tensors.end() && at->first.starts_with(prefix); ++at)
    if (at->first.size() > prefix.size()) part.tensors.emplace(at->first.substr(prefix.size()), at->second);
  return part;
}

Element WeightMap::mostlyIn() const {
  std::map<Element, std::uintmax_t> bytes;
  for (const auto& [name, tensor] : tensors) bytes[tensor.element] += tensor.bytes.size();
  const auto most = std::ranges::max_element(bytes, {}, [](const auto& row) { return row.second; });
  return most == bytes.end() ? Element::F32 : most->first;
}

std::uintmax_t WeightMap::byteCount() const {
  std::uintmax_t bytes = 0;
  for (const auto& [name, tensor] : tensors) bytes += tensor.bytes.size();
  return bytes;
}

}  // namespace retailor::weights
