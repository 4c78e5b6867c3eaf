#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/neural/weights/folder/find_models.h"
#include "core/regions/schemes/parsing_scheme.h"
#include "core/result.h"

namespace retailor::regions {

// A human parser on this machine. Read where it lies; weights are not opened yet.
struct ParserModel {
  std::string name;               // "mattmdjaga/segformer_b2_clothes" from the hub cache, else its folder's name
  std::filesystem::path folder;   // with config.json and perhaps preprocessor_config.json
  std::filesystem::path weights;  // its weight file, an index where there are shards
  ParsingScheme scheme;           // what its labels mean
  std::string licence;            // for people: what the folder says, and what the encoder inherits
};

// `path`: such a folder, a repository of the hub cache, or the weight file in such a folder. MissingWeights: there is nothing, config.json
// or the weights are missing, or it is a model of another kind; the sentence names the file.
Result<ParserModel> openParser(const std::filesystem::path& path);

// All on the search path that can be opened, in its order. Only names and settings are read.
std::vector<ParserModel> findParsers(const std::vector<weights::SearchedFolder>& searchPath);

// The first of them. MissingWeights: what is wrong with the first that cannot be opened, or where none is, what to install and where.
Result<ParserModel> firstParser(const std::vector<weights::SearchedFolder>& searchPath);

}  // namespace retailor::regions
