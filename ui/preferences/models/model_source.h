#pragma once

#include <QStringList>
#include <cstdint>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/result.h"

namespace retailor::ui {

// Why a folder is searched for models.
enum class SearchedBecause { Environment, Preferences, HubCache, DataFolder };

struct SearchedPlace {
  std::string path;
  SearchedBecause because = SearchedBecause::Preferences;
  bool isThere = true;
};

// What is known of one part of a model.
struct ModelPart {
  enum class State { Good, Missing, Refused };
  std::string name;  // "unet"
  State state = State::Good;
  std::string file;
  std::string format;     // "safetensors", "2 shards", "settings"
  std::string precision;  // "F16"; empty for settings
  std::uintmax_t bytes = 0;
  std::string sha256;   // after a check
  std::string problem;  // a sentence: what is wrong, which file to put where
};

struct ListedModel {
  std::string name;
  std::string kind;  // "StableDiffusionInpaintPipeline", "LoRA"
  std::string path;
  SearchedBecause because = SearchedBecause::Preferences;
  std::string licence;  // empty: its folder says nothing
  std::string problem;  // a sentence where it could not be opened at all
  std::vector<ModelPart> parts;
};

struct ModelList {
  std::vector<SearchedPlace> places;  // in the order of the search
  std::vector<ListedModel> models;
};

// A public model that can be downloaded.
struct OfferedModel {
  std::string name;
  std::string purpose;
  std::string repository;
  std::string licence;
};

struct PlannedFile {
  std::string path;
  std::uintmax_t bytes = 0;
  std::string hash;  // empty: none is told
  bool isThere = false;
};

// How far a download is; written by its thread, read by the window's.
using DownloadProgress = std::function<void(const std::string& file, std::uintmax_t have, std::uintmax_t all)>;

// What a download would do, to be shown before it is done, and the doing of it: true when all is there, false when it was stopped. What was
// downloaded stays; planning and doing it again goes on from there.
struct DownloadPlan {
  std::vector<PlannedFile> files;
  std::uintmax_t bytesToFetch = 0;
  std::function<Result<bool>(const DownloadProgress& progress, const std::stop_token& stop)> carryOut;
};

// How the window learns of models without knowing weight files or the network: app passes functions. All but `offers` are for workers.
struct ModelSource {
  // Everything on the search path, with `preferred` folders in it. Reads headers, not weights.
  std::function<ModelList(const QStringList& preferred, const std::stop_token& stop)> list;
  // Reads every byte of the model at `path`: hashes, numbers that are none. Tells each part's name before it is read.
  std::function<Result<std::vector<ModelPart>>(const std::string& path, const std::function<void(const std::string& part)>& begins,
                                               const std::stop_token& stop)>
      check;
  std::vector<OfferedModel> offers;  // empty: nothing can be downloaded
  std::string standardMirror;
  std::string downloadFolder;  // a model goes into a folder of its name below
  // Asks the mirror (an address, or a folder with a copy) for sizes and hashes. Downloads nothing.
  std::function<Result<DownloadPlan>(const OfferedModel& model, const std::string& mirror, const std::string& target,
                                     const std::stop_token& stop)>
      plan;
};

}  // namespace retailor::ui
