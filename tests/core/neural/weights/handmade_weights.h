#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <utility>
#include <vector>

namespace retailor::tests {

// Weight files written byte by byte, so that each of their rules can be broken alone.

template <class Number>
std::string littleEndian(Number number) {
  std::string bytes(sizeof number, '\0');
  std::memcpy(bytes.data(), &number, sizeof number);
  return bytes;
}

inline std::string safetensorsOf(const std::string& header, std::size_t dataBytes = 0) {
  return littleEndian(std::uint64_t{header.size()}) + header + std::string(dataBytes, '\0');
}

// A zip of stored files, as torch.save writes them.
class HandmadeZip {
 public:
  HandmadeZip& add(const std::string& name, const std::string& bytes) {
    const std::string sizes =
        littleEndian(std::uint32_t(bytes.size())) + littleEndian(std::uint32_t(bytes.size())) + littleEndian(std::uint16_t(name.size()));
    const std::string place = littleEndian(std::uint32_t(m_bytes.size()));
    const std::string start = littleEndian(method) + std::string(8, '\0');
    m_bytes += "PK\x03\x04" + std::string(4, '\0') + start + sizes + std::string(2, '\0') + name + bytes;
    m_directory += "PK\x01\x02" + std::string(6, '\0') + start + sizes + std::string(12, '\0') + place + name;
    ++m_count;
    return *this;
  }
  std::string bytes() const {
    const std::string end = "PK\x05\x06" + std::string(4, '\0') + littleEndian(m_count) + littleEndian(m_count) +
                            littleEndian(std::uint32_t(m_directory.size())) + littleEndian(std::uint32_t(m_bytes.size())) +
                            std::string(2, '\0');
    return m_bytes + m_directory + end;
  }

  std::uint16_t method = 0;

 private:
  std::string m_bytes;
  std::string m_directory;
  std::uint16_t m_count = 0;
};

// Pickles of protocol 2, in Python's own instructions.
inline std::string text(const std::string& words) { return "X" + littleEndian(std::uint32_t(words.size())) + words; }
inline std::string number(std::int32_t value) { return "J" + littleEndian(value); }
inline std::string name(const std::string& module, const std::string& word) { return "c" + module + "\n" + word + "\n"; }
inline std::string pickleOf(const std::string& instructions) { return "\x80\x02" + instructions + "."; }

inline std::string tuple(const std::vector<std::int32_t>& numbers) {
  std::string instructions = "(";
  for (const std::int32_t value : numbers) instructions += number(value);
  return instructions + "t";
}

struct HandmadeTensor {
  std::string storageKey = "0";
  std::int32_t storageCount = 6;
  std::int32_t offset = 0;
  std::vector<std::int32_t> shape{2, 3};
  std::vector<std::int32_t> strides{3, 1};
  std::string storageType = name("torch", "FloatStorage");
};

inline std::string tensor(const HandmadeTensor& of) {
  const std::string storage = "(" + text("storage") + of.storageType + text(of.storageKey) + text("cpu") + number(of.storageCount) + "tQ";
  return name("torch._utils", "_rebuild_tensor_v2") + "(" + storage + number(of.offset) + tuple(of.shape) + tuple(of.strides) + "\x89" +
         name("collections", "OrderedDict") + ")RtR";
}

inline std::string dictionaryOf(const std::string& key, const std::string& value) { return "}" + text(key) + value + "s"; }

// An archive with the six floats 0 0 0 0 0 0 in storage "0", and this pickle.
inline std::string archiveOf(const std::string& pickle) {
  return HandmadeZip().add("archive/data.pkl", pickle).add("archive/data/0", std::string(24, '\0')).add("archive/version", "3\n").bytes();
}
inline std::string archiveOf(const HandmadeTensor& of) { return archiveOf(pickleOf(dictionaryOf("weight", tensor(of)))); }

}  // namespace retailor::tests
