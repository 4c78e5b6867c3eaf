#pragma once

#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/result.h"

namespace retailor::app {

enum class PartState { Good, Missing, Refused };

// What a check found out about one part of a model.
struct PartReport {
  std::string name;  // "unet"
  PartState state = PartState::Good;
  std::filesystem::path file;
  std::string format;     // "safetensors", "torch archive", "2 shards", "settings"
  std::string precision;  // "F16"; empty for settings
  std::uintmax_t bytes = 0;
  std::size_t tensors = 0;
  std::string sha256;   // of the file, or of an index's shards one after another; empty when not asked for
  std::string problem;  // a sentence for what is missing or refused
};

struct ModelReport {
  std::string licence;  // empty: its folder says nothing
  std::vector<PartReport> parts;
};

enum class Thoroughness { Quick, Whole };  // Whole reads every byte: hashes, and looks for numbers that are none

// Told the name of each part before it is read.
using PartBegins = std::function<void(const std::string& part)>;

// Whether the networks here can work as a part's settings say, of which `owner` is the file.
using SettingsCheck = std::function<Result<void>(const std::string& part, const std::string& json, const std::string& owner)>;

// Opens every part of the model at `path`. A failure where there is no model at all.
Result<ModelReport> reportOn(const std::filesystem::path& path, Thoroughness thoroughness, const std::stop_token& stop,
                             const PartBegins& begins = {}, const SettingsCheck& check = {});

}  // namespace retailor::app
