#include <ATen/ATen.h>

#include <fstream>

#include "core/neural/text/clip_tokenizer.h"
#include "core/neural/weights/folder/model_folder.h"
#include "tests/parity/probe/probe_modules.h"

namespace retailor::probe {
namespace {

// Parted at "\n" alone: whatever else breaks lines elsewhere is part of a text.
std::vector<std::string> linesIn(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) throw ProbeFailure{badInput("The text file " + file.string() + " cannot be read.")};
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

}  // namespace

Tensors runTokenizer(const ProbeRequest& request) {
  const auto folder = must(must(weights::ModelFolder::open(request.folder)).folderOf("tokenizer"));
  const auto tokenizer = must(text::ClipTokenizer::open(folder));
  const std::vector<std::string> lines = linesIn(request.in);
  const at::Tensor ids = at::empty({static_cast<std::int64_t>(lines.size()), tokenizer.length()}, at::kLong);
  for (std::size_t i = 0; i < lines.size(); ++i)
    ids[static_cast<std::int64_t>(i)].copy_(at::tensor(must(tokenizer.encode(lines[i])), at::kLong));
  return {{"input_ids", ids}};
}

}  // namespace retailor::probe
