#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/download/fetch_file.h"
#include "core/download/model_catalogue.h"
#include "core/result.h"

namespace retailor::download {

struct PlannedFile {
  std::string path;      // in the model's folder
  std::string source;    // a URL, or a file of a local copy
  RemoteFile expected;   // as the catalogue or the server tells it
  bool isThere = false;  // whole and right already
};

// What fetching a model would do: to be shown before it is done.
struct FetchPlan {
  std::filesystem::path target;
  std::vector<PlannedFile> files;
  std::uintmax_t bytesToFetch() const;
};

// Asks the source about every file of the model. `mirror` is the base of a hub's URLs ("https://huggingface.co") or a folder with a copy of
// the model's files. Nothing is written. MissingWeights names the file that cannot be had; CannotWrite when the disk has no room for the
// rest.
Result<FetchPlan> planFetch(const CatalogueModel& model, const std::string& mirror, const std::filesystem::path& target,
                            const Patience& patience, const std::stop_token& stop);

// Hears of a file, its bytes so far and all of them.
using FileProgress = std::function<void(const PlannedFile& file, std::uintmax_t have, std::uintmax_t all)>;

// Fetches what is not there. What was fetched of a file stays when it is stopped or fails, and is gone on from the next time.
Result<Fetched> carryOut(const FetchPlan& plan, const Patience& patience, const FileProgress& progress, const std::stop_token& stop);

}  // namespace retailor::download
