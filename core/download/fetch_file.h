#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>

#include "core/download/content_hash.h"
#include "core/result.h"

namespace retailor::download {

// Patience with a server.
struct Patience {
  int stalledSeconds = 30;  // without a byte: the connection is given up
  int attempts = 6;         // in a row that bring nothing new
  int pauseSeconds = 2;     // after the first of those, then twice as long each time
};

// What a server says of a file before it is fetched.
struct RemoteFile {
  std::uintmax_t bytes = 0;
  ContentHash hash;  // unknown where the server tells none
};

// Asks for the headers alone. MissingWeights names the URL and what the server or the network said.
Result<RemoteFile> askAbout(const std::string& url, const Patience& patience, const std::stop_token& stop);

using Progress = std::function<void(std::uintmax_t have, std::uintmax_t all)>;

enum class Fetched { Whole, Stopped };

// Fetches `url` into `target` by way of `target`.part: what is there already is kept and only the rest asked for, again and again while
// something comes. A server may not send more than `expected.bytes`. With a known hash the whole is held against it; a part that turns out
// wrong is thrown away and fetched once more, then refused. `target` appears only when all is well. Redirections are followed, from https
// to https only. MissingWeights: the server or the content is at fault. CannotWrite: the disk is.
Result<Fetched> fetchFile(const std::string& url, const std::filesystem::path& target, const RemoteFile& expected, const Patience& patience,
                          const Progress& progress, const std::stop_token& stop);

}  // namespace retailor::download
