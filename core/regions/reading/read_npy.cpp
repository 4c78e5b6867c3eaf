#include "core/regions/reading/read_npy.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <limits>
#include <regex>

namespace retailor::regions {

namespace {

constexpr std::string_view kMagic("\x93NUMPY", 6);
constexpr std::int64_t kMostPixels = 200'000'000, kMostSide = 60'000;

struct Header {
  std::string text;
  std::size_t dataAt = 0;
};

Failure unusable(const std::string& name, const std::string& what) {
  return badInput("“" + name + "” " + what + ". Save the labels as a two-dimensional array of whole numbers, or as an index PNG.");
}

std::size_t littleNumber(std::span<const std::byte> bytes) {
  std::size_t value = 0;
  for (std::size_t i = bytes.size(); i-- > 0;) value = value << 8 | std::to_integer<std::size_t>(bytes[i]);
  return value;
}

Result<Header> headerOf(std::span<const std::byte> file, const std::string& name) {
  if (file.size() < 12) return unusable(name, "is cut short");
  const std::size_t lengthBytes = std::to_integer<int>(file[6]) == 1 ? 2 : 4;
  const std::size_t from = 8 + lengthBytes, length = littleNumber(file.subspan(8, lengthBytes));
  if (length > 65535 || from + length > file.size()) return unusable(name, "is cut short");
  return Header{std::string(reinterpret_cast<const char*>(file.data()) + from, length), from + length};
}

struct Layout {
  image::Size size;
  int bytes = 1;
  bool isSigned = false, big = false, columnsFirst = false;
};

std::vector<std::int64_t> sidesIn(const std::string& tuple) {
  static const std::regex number(R"(\d+)");
  std::vector<std::int64_t> sides;
  for (std::sregex_iterator at(tuple.begin(), tuple.end(), number), end; at != end; ++at)
    sides.push_back(at->length() > 18 ? std::numeric_limits<std::int64_t>::max() : std::stoll(at->str()));
  return sides;
}

Result<Layout> layoutOf(const std::string& header, const std::string& name) {
  static const std::regex type(R"('descr'\s*:\s*'([<>|=])([iub])([1248])')"), order(R"('fortran_order'\s*:\s*True)"),
      shape(R"('shape'\s*:\s*\(([^()]{0,100})\))");
  std::smatch found;
  if (!std::regex_search(header, found, type)) return unusable(name, "holds something else than whole numbers");
  Layout layout;
  layout.big = found[1] == ">", layout.isSigned = found[2] == "i", layout.bytes = found[3].str()[0] - '0';
  layout.columnsFirst = std::regex_search(header, order);
  if (!std::regex_search(header, found, shape)) return unusable(name, "does not tell its shape");
  std::vector<std::int64_t> sides = sidesIn(found[1]);
  if (sides.size() == 3 && sides.front() == 1) sides.erase(sides.begin());
  if (sides.size() != 2) return unusable(name, "has " + std::to_string(sides.size()) + " dimensions");
  const std::string declares = "declares " + std::to_string(sides[1]) + " × " + std::to_string(sides[0]) + " labels";
  if (sides[0] <= 0 || sides[1] <= 0) return unusable(name, declares);
  if (sides[0] > kMostSide || sides[1] > kMostSide || sides[0] * sides[1] > kMostPixels)
    return unusable(name, declares + ", which is too large");
  layout.size = {static_cast<int>(sides[1]), static_cast<int>(sides[0])};
  return layout;
}

// The number at `at`, all ones where it is no label.
std::uint32_t labelAt(const std::byte* at, const Layout& layout) {
  std::uint64_t value = 0;
  for (int i = 0; i < layout.bytes; ++i) {
    const int from = layout.big ? i : layout.bytes - 1 - i;
    value = value << 8 | std::to_integer<std::uint64_t>(at[from]);
  }
  const bool negative = layout.isSigned && (value >> (8 * layout.bytes - 1) & 1) != 0;
  return negative || value > 0xfffffe ? ~std::uint32_t{0} : static_cast<std::uint32_t>(value);
}

}  // namespace

bool isNpy(std::span<const std::byte> file) {
  return file.size() >= kMagic.size() && std::memcmp(file.data(), kMagic.data(), kMagic.size()) == 0;
}

Result<LabelMap> readNpy(std::span<const std::byte> file, const std::string& name) {
  const Result<Header> header = headerOf(file, name);
  if (!header) return header.failure();
  const Result<Layout> layout = layoutOf(header->text, name);
  if (!layout) return layout.failure();
  const auto [width, height] = layout->size;
  const std::size_t count = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
  if (file.size() - header->dataAt < count * static_cast<std::size_t>(layout->bytes)) return unusable(name, "is cut short");
  LabelMap map{name, layout->size, std::vector<std::uint32_t>(count)};
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t x = i / static_cast<std::size_t>(height), y = i % static_cast<std::size_t>(height);
    const std::size_t to = layout->columnsFirst ? y * static_cast<std::size_t>(width) + x : i;
    map.ids[to] = labelAt(file.data() + header->dataAt + i * static_cast<std::size_t>(layout->bytes), *layout);
  }
  if (std::ranges::find(map.ids, ~std::uint32_t{0}) != map.ids.end()) return unusable(name, "has labels below 0 or beyond 16 millions");
  return map;
}

}  // namespace retailor::regions
