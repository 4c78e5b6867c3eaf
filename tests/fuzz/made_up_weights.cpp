#include "tests/fuzz/made_up_weights.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/core/neural/weights/broken_weights.h"
#include "tests/core/neural/weights/handmade_weights.h"

namespace retailor::tests {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t largestSeed = 20'000;
constexpr std::array<std::uint64_t, 12> pointedNumbers{0,    1,      2,      7,          8,          0x7f,
                                                       0xff, 0x7fff, 0xffff, 0x7fffffff, 0xffffffff, 0x7fffffffffffffff};
constexpr std::array pieces{"\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},",
                            "\"dtype\":\"U8\"",
                            "[0,0]",
                            "18446744073709551615",
                            "-1",
                            "1e9",
                            "{}",
                            "[[[[",
                            "}}}}",
                            "__metadata__",
                            "\\u0000",
                            "ctorch\nHalfStorage\n",
                            "ccollections\nOrderedDict\n",
                            "(tR",
                            "h\x01",
                            "q\x01",
                            "}(",
                            "u.",
                            "\x89",
                            "\x8a\x08",
                            "tQ"};

std::vector<std::string> fixtureFiles() {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(fs::path(RETAILOR_SOURCE_DIR) / "tests" / "parity" / "weights" / "files"))
    paths.push_back(entry.path());
  std::ranges::sort(paths);
  std::vector<std::string> files;
  for (const fs::path& path : paths) {
    std::ifstream stream(path, std::ios::binary);
    files.emplace_back(std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>());
  }
  return files;
}

// The pickle of a handmade or real archive: from its protocol byte to the next part.
std::string pickleIn(const std::string& archive) {
  const std::size_t start = archive.find("\x80\x02");
  const std::size_t end = archive.find("PK\x03\x04", start);
  return start == std::string::npos ? std::string() : archive.substr(start, end - start);
}

// The header of a safetensors file and as many zeros as it has data.
std::string headerAndZeros(const std::string& file) {
  std::uint64_t length = 0;
  std::memcpy(&length, file.data(), sizeof length);
  const std::string header = file.substr(sizeof length, length);
  return header + std::string(file.size() - sizeof length - header.size(), '\0');
}

// A header of the length that its brackets say, with whatever follows as its data.
std::string framed(const std::string& headerAndData) {
  const std::size_t end = headerAndData.rfind('}');
  const std::size_t length = end == std::string::npos ? headerAndData.size() : end + 1;
  return littleEndian(std::uint64_t{length}) + headerAndData;
}

}  // namespace

void MadeUpWeights::takeApart(const std::string& file) {
  if (file.size() > largestSeed) return;
  m_files.some.push_back(file);
  if (file.size() > 10 && file[8] == '{') m_headers.some.push_back(headerAndZeros(file));
  if (file.starts_with("PK") && !pickleIn(file).empty()) m_pickles.some.push_back(pickleIn(file));
}

MadeUpWeights::MadeUpWeights(std::uint64_t seed) : m_random(seed) {
  takeApart(archiveOf(HandmadeTensor()));
  for (const std::string& file : fixtureFiles()) takeApart(file);
  for (Seeds* seeds : {&m_headers, &m_pickles, &m_files}) seeds->good = seeds->some.size();
  for (const BrokenWeights& broken : allBrokenWeights()) takeApart(broken.bytes);
}

std::size_t MadeUpWeights::below(std::size_t limit) { return static_cast<std::size_t>(m_random() % limit); }

void MadeUpWeights::mutateOnce(std::string& bytes) {
  const std::size_t at = bytes.empty() ? 0 : below(bytes.size());
  const std::size_t some = std::min<std::size_t>(bytes.size() - at, 1 + below(16));
  switch (below(bytes.empty() ? 1 : 8)) {
    case 0: bytes.insert(at, pieces[below(pieces.size())]); break;
    case 1: bytes[at] = static_cast<char>(below(256)); break;
    case 2: bytes[at] = static_cast<char>(bytes[at] ^ (1 << below(8))); break;
    case 3: bytes.erase(at, some); break;
    case 4: bytes.insert(below(bytes.size()), bytes.substr(at, some)); break;
    case 5: bytes.resize(at); break;
    case 6:
      bytes.replace(at, std::min<std::size_t>(8, some),
                    littleEndian(pointedNumbers[below(pointedNumbers.size())]).substr(0, std::min<std::size_t>(8, some)));
      break;
    default: bytes.replace(at, some, std::to_string(pointedNumbers[below(pointedNumbers.size())])); break;
  }
}

std::string MadeUpWeights::mutated(std::string bytes) {
  for (std::size_t times = below(4); times > 0; --times) mutateOnce(bytes);
  return bytes;
}

// Mostly files whose frame holds, so that what is inside gets read.
std::string MadeUpWeights::next() {
  switch (below(5)) {
    case 0: return mutated(anyOf(m_files));
    case 1:
    case 2: return framed(mutated(anyOf(m_headers)));
    default: return archiveOf(mutated(anyOf(m_pickles)));
  }
}

}  // namespace retailor::tests
