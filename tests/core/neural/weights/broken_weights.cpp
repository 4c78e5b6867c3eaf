#include "tests/core/neural/weights/broken_weights.h"

#include <algorithm>
#include <iterator>

#include "tests/core/neural/weights/handmade_weights.h"

namespace retailor::tests {
namespace {

std::string entry(const std::string& dtype, const std::string& shape, const std::string& offsets) {
  return R"({"dtype":")" + dtype + R"(","shape":)" + shape + R"(,"data_offsets":)" + offsets + "}";
}

std::string named(const std::string& name, const std::string& entry) { return "\"" + name + "\":" + entry; }

const std::string twoFloats = entry("F32", "[2]", "[0,8]");

std::string tooManyTensors() {
  std::string header = "{";
  for (int i = 0; i <= 100'000; ++i) header += (i > 0 ? "," : "") + named("t" + std::to_string(i), entry("U8", "[0]", "[0,0]"));
  return header + "}";
}

// Dictionaries that each hold the next a hundred times: a hundred to the power of their number, if walked.
std::string dictionaryBomb() {
  std::string instructions = "}" + text("x") + number(1) + "sq" + std::string(1, '\x01');
  for (char level = 1; level < 20; ++level) {
    instructions += "}(";
    for (int i = 0; i < 100; ++i) instructions += text("k" + std::to_string(i)) + "h" + std::string(1, level);
    instructions += "uq" + std::string(1, static_cast<char>(level + 1));
  }
  return pickleOf(instructions);
}

std::string withByteFromEnd(std::string bytes, std::size_t fromEnd, char value) {
  bytes[bytes.size() - 1 - fromEnd] = value;
  return bytes;
}

HandmadeTensor placed(std::int32_t offset, std::vector<std::int32_t> shape, std::vector<std::int32_t> strides) {
  HandmadeTensor made;
  made.offset = offset;
  made.shape = std::move(shape);
  made.strides = std::move(strides);
  return made;
}

std::string storageOf(const std::string& type) {
  HandmadeTensor made;
  made.storageType = name("torch", type);
  return archiveOf(made);
}

std::string keyAndCount(const std::string& key, std::int32_t count) {
  HandmadeTensor made;
  made.storageKey = key;
  made.storageCount = count;
  return archiveOf(made);
}

}  // namespace

std::vector<BrokenWeights> brokenSafetensors() {
  const auto file = [](const std::string& name, const std::string& bytes, const std::string& reason) {
    return BrokenWeights{"safetensors: " + name, "weights.safetensors", bytes, reason};
  };
  const auto holds = [&](const std::string& name, const std::string& header, std::size_t bytes, const std::string& reason) {
    return file(name, safetensorsOf(header, bytes), reason);
  };
  const auto holdsOne = [&](const std::string& name, const std::string& one, std::size_t bytes, const std::string& reason) {
    return holds(name, "{" + named("a", one) + "}", bytes, reason);
  };
  return {
      file("seven bytes", std::string(7, '\0'), "cut short"),
      file("no header", std::string(8, '\0'), "does not start with a brace"),
      file("header longer than the file", littleEndian(std::uint64_t{500}) + "{}", "cut short"),
      file("header of 2^64-1 bytes", littleEndian(~std::uint64_t{0}) + "{}", "no safetensors file"),
      file("header of 100,000,001 bytes", littleEndian(std::uint64_t{100'000'001}) + "{}", "no safetensors file"),
      holds("header is a list", "[]", 0, "brace"),
      holds("header is cut", R"({"a":{"dtype":"F32","shape":[2])", 8, "not valid JSON"),
      holds("something after the header's end", "{}x", 0, "not valid JSON"),
      holds("a comma too many", "{" + named("a", twoFloats) + ",}", 8, "not valid JSON"),
      holds("name is not UTF-8", "{\"\xff\":" + twoFloats + "}", 8, "not valid JSON"),
      holds("a million brackets", R"({"a":{"x":)" + std::string(1'000'000, '['), 0, "not valid JSON"),
      holds("a name twice", "{" + named("a", twoFloats) + "," + named("a", entry("F32", "[2]", "[8,16]")) + "}", 16, "twice"),
      holds("metadata twice", R"({"__metadata__":{},"__metadata__":{}})", 0, "twice"),
      holds("metadata names something twice", R"({"__metadata__":{"x":"1","x":"2"}})", 0, "twice"),
      holds("metadata of numbers", R"({"__metadata__":{"x":1}})", 0, "not text"),
      holds("a field twice", R"({"a":{"dtype":"F32","dtype":"F32","shape":[2],"data_offsets":[0,8]}})", 8, "twice"),
      holds("more than 100,000 tensors", tooManyTensors(), 0, "100,000"),
      holdsOne("tensor is a number", "7", 8, "does not know"),
      holdsOne("no shape", R"({"dtype":"F32","data_offsets":[0,8]})", 8, "leaves out"),
      holdsOne("one offset", entry("F32", "[2]", "[0]"), 8, "leaves out"),
      holdsOne("three offsets", entry("F32", "[2]", "[0,8,8]"), 8, "more than two offsets"),
      holdsOne("unknown type", entry("F7", "[2]", "[0,8]"), 8, "F7"),
      holdsOne("a type of 8-bit floats", entry("F8_E4M3", "[8]", "[0,8]"), 8, "F8_E4M3"),
      holdsOne("negative side", entry("F32", "[-2]", "[0,8]"), 8, "does not know"),
      holdsOne("side with a fraction", entry("F32", "[2.0]", "[0,8]"), 8, "does not know"),
      holdsOne("nine sides", entry("F32", "[1,1,1,1,1,1,1,1,2]", "[0,8]"), 8, "8 sides"),
      holdsOne("sides whose product overflows to the right size", entry("F32", "[4294967296,4294967296,2]", "[0,8]"), 8, "overflows"),
      holdsOne("a side beyond 2^63", entry("U8", "[18446744073709551615]", "[0,8]"), 8, "larger than any memory"),
      holdsOne("no element, but sides that overflow", entry("F32", "[0,4294967296,4294967296,4294967296]", "[0,0]"), 0, "overflows"),
      holdsOne("ends before it begins", entry("F32", "[2]", "[8,0]"), 8, "ends before"),
      holdsOne("offsets of another size", entry("F32", "[2]", "[0,4]"), 4, "needs 8 bytes"),
      holdsOne("data is cut", twoFloats, 7, "cut short"),
      holdsOne("bytes after the last tensor", twoFloats, 9, "after its last tensor"),
      holdsOne("does not begin at 0", entry("F32", "[2]", "[8,16]"), 16, "gap"),
      holds("two tensors in one place", "{" + named("a", twoFloats) + "," + named("b", twoFloats) + "}", 8, "overlaps"),
      holds("two tensors half in one place", "{" + named("a", twoFloats) + "," + named("b", entry("F32", "[2]", "[4,12]")) + "}", 12,
            "overlaps"),
      holds("a gap", "{" + named("a", twoFloats) + "," + named("b", entry("F32", "[2]", "[12,20]")) + "}", 20, "gap"),
  };
}

std::vector<BrokenWeights> brokenIndexes() {
  const auto index = [](const std::string& name, const std::string& text, const std::string& reason) {
    return BrokenWeights{"index: " + name, "model.safetensors.index.json", text, reason};
  };
  return {
      index("not JSON", "{\"weight_map\":", "not valid JSON"),
      index("a list", "[]", "no JSON object"),
      index("no map", "{}", "no weight_map"),
      index("a tensor twice", R"({"weight_map":{"a":"x.safetensors","a":"y.safetensors"}})", "twice"),
      index("out of the folder", R"({"weight_map":{"a":"../x.safetensors"}})", "outside its own folder"),
      index("somewhere else", R"({"weight_map":{"a":"/etc/passwd"}})", "outside its own folder"),
      index("behind a zero byte", R"({"weight_map":{"a":"x\u0000.safetensors"}})", "outside its own folder"),
      index("itself as a shard", R"({"weight_map":{"a":"model.safetensors.index.json"}})", "another index"),
      index("a shard that is not there", R"({"weight_map":{"a":"absent.safetensors"}})", "absent.safetensors"),
      index("a shard that is a number", R"({"weight_map":{"a":3}})", "outside its own folder"),
  };
}

std::vector<BrokenWeights> brokenArchives() {
  const std::string good = archiveOf(HandmadeTensor());
  const auto file = [](const std::string& name, const std::string& bytes, const std::string& reason) {
    return BrokenWeights{"archive: " + name, "pytorch_model.bin", bytes, reason};
  };
  const auto pickled = [&](const std::string& name, const std::string& pickle, const std::string& reason) {
    return file(name, archiveOf(pickle), reason);
  };
  HandmadeZip packed;
  packed.method = 8;
  const std::string stream("\x80\x02\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19.", 15);
  return {
      file("cut in the middle", good.substr(0, good.size() / 2), "table of contents"),
      file("cut before its last byte", good.substr(0, good.size() - 1), "table of contents"),
      file("table of contents elsewhere", withByteFromEnd(good, 5, '\x7f'), "table of contents"),
      file("one part more than there are", withByteFromEnd(withByteFromEnd(good, 13, '\x04'), 11, '\x04'), "table of contents"),
      file("compressed", packed.add("archive/data.pkl", "x").bytes(), "compressed"),
      file("a part twice", HandmadeZip().add("archive/data.pkl", "x").add("archive/data.pkl", "x").bytes(), "twice"),
      file("two pickles", HandmadeZip().add("a/data.pkl", "x").add("b/data.pkl", "x").bytes(), "more than one pickle"),
      file("an office document", HandmadeZip().add("word/document.xml", "x").bytes(), "not one that torch.save"),
      file("big-endian", HandmadeZip().add("a/data.pkl", "x").add("a/byteorder", "big").bytes(), "big-endian"),
      pickled("pickle is empty", "", "cut short"),
      pickled("pickle is cut", "\x80\x02}X\xff\xff", "cut short"),
      pickled("text longer than the pickle",
              "\x80\x02X\xff\xff\xff\xff"
              "a",
              "cut short"),
      pickled("protocol 0", "(dp0\n.", "instruction"),
      pickled("protocol 6", "\x80\x06}.", "protocol"),
      pickled("an instruction for code", pickleOf("(i__builtin__\nexit\n"), "instruction"),
      pickled("takes from an empty stack", pickleOf("}s"), "too little"),
      pickled("recalls what it never stored", pickleOf("h\x07"), "never stored"),
      pickled("a million million values", pickleOf(dictionaryOf("a", "(" + std::string(5'000'000, 'N') + "t")), "values"),
      pickled("dictionaries in dictionaries", dictionaryBomb(), "too often"),
      pickled("no dictionary", pickleOf(number(3)), "no dictionary"),
      pickled("no tensors", pickleOf(dictionaryOf("a", number(3))), "no tensors"),
      pickled("runs a program", pickleOf(dictionaryOf("a", name("os", "system") + "(" + text("touch owned") + "tR")), "os.system"),
      pickled("imports", pickleOf(dictionaryOf("a", name("importlib", "import_module") + "(" + text("antigravity") + "tR")), "importlib"),
      pickled("a name of 10,000 letters", pickleOf(dictionaryOf("a", name("torch", std::string(10'000, 'x')))), "do harm"),
      pickled("calls a number", pickleOf(number(1) + ")R"), "no name"),
      file("a storage that is not there", keyAndCount("7", 6), "storage"),
      file("a storage from elsewhere", keyAndCount("../version", 6), "storage"),
      file("a storage of another length", keyAndCount("0", 7), "storage"),
      file("a storage of 2^31-1 elements", keyAndCount("0", 2'147'483'647), "storage"),
      file("complex numbers", storageOf("ComplexFloatStorage"), "type"),
      file("begins beyond its storage", archiveOf(placed(7, {1}, {1})), "beyond its storage"),
      file("ends beyond its storage", archiveOf(placed(1, {2, 3}, {3, 1})), "beyond its storage"),
      file("begins before its storage", archiveOf(placed(-1, {1}, {1})), "shape"),
      file("a negative side", archiveOf(placed(0, {-2}, {1})), "beyond its storage"),
      file("a negative stride", archiveOf(placed(5, {2}, {-1})), "beyond its storage"),
      file("more sides than strides", archiveOf(placed(0, {2, 3}, {1})), "beyond its storage"),
      file("six numbers blown up to terabytes", archiveOf(placed(0, {2'000'000'000, 2'000}, {0, 0})), "larger than what the file holds"),
      file("nine sides", archiveOf(placed(0, {1, 1, 1, 1, 1, 1, 1, 1, 1}, {1, 1, 1, 1, 1, 1, 1, 1, 1})), "shape"),
      BrokenWeights{"stream: ends after its magic number", "old.pth", stream, "cut short"},
      BrokenWeights{"stream: of another protocol", "old.pth",
                    stream + pickleOf(number(1000)) + pickleOf("}") + pickleOf("}") + pickleOf("]"), "1001"},
      BrokenWeights{"stream: lists a storage that it lacks", "old.pth",
                    stream + pickleOf(number(1001)) + pickleOf("}") + pickleOf(dictionaryOf("a", tensor({}))) +
                        pickleOf("](" + text("0") + "e") + littleEndian(std::uint64_t{6}),
                    "cut short"},
  };
}

std::vector<BrokenWeights> otherThings() {
  return {
      {"nothing at all", "weights.safetensors", "", "empty"},
      {"a pointer of Git LFS", "weights.safetensors", "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n", "git lfs pull"},
      {"a web page", "weights.safetensors", "<!DOCTYPE html><html></html>", "web page"},
      {"GGUF", "weights.bin", "GGUF\x03", "GGUF"},
      {"HDF5", "weights.bin", "\x89HDF\r\n\x1a\n", "HDF5"},
      {"a picture", "weights.bin", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "no safetensors file"},
  };
}

std::vector<BrokenWeights> allBrokenWeights() {
  std::vector<BrokenWeights> all;
  for (const auto& some : {brokenSafetensors(), brokenIndexes(), brokenArchives(), otherThings()})
    std::ranges::copy(some, std::back_inserter(all));
  return all;
}

}  // namespace retailor::tests
