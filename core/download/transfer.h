#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <stop_token>
#include <string>

#include "core/download/fetch_file.h"

namespace retailor::download {

// How one request ended.
struct TransferEnd {
  enum class Kind { Done, Broken, Stalled, Refused, TooLong, DiskFailed, Stopped };
  Kind kind = Kind::Done;
  long status = 0;                             // HTTP's; 0 where no answer came
  std::string words;                           // libcurl's, or the system's, on what broke
  std::map<std::string, std::string> headers;  // of the first answer on, lower-case names; a later answer's replace an earlier one's
};

// One request for headers alone.
TransferEnd requestHeaders(const std::string& url, const Patience& patience, const std::stop_token& stop);

// One request for the bytes from `have` on, appended to `part`; from the start, overwriting it, where the server cannot resume. Never more
// than `most` bytes in all.
TransferEnd requestRest(const std::string& url, const std::filesystem::path& part, std::uintmax_t have, std::uintmax_t most,
                        const Patience& patience, const Progress& progress, const std::stop_token& stop);

}  // namespace retailor::download
