#include "core/download/fetch_model.h"

#include <algorithm>
#include <numeric>
#include <system_error>

#include "core/neural/weights/mapped_file.h"
#include "core/neural/weights/new_file.h"
#include "core/neural/weights/refusal.h"

namespace retailor::download {
namespace {

namespace fs = std::filesystem;

bool isUrl(const std::string& mirror) { return mirror.starts_with("http://") || mirror.starts_with("https://"); }

std::string urlOf(const CatalogueModel& model, std::string mirror, const std::string& path) {
  while (mirror.ends_with('/')) mirror.pop_back();
  std::string revision;  // its slashes are part of a name, not of the URL's path
  for (const char letter : model.revision) revision += letter == '/' ? std::string("%2F") : std::string(1, letter);
  return mirror + "/" + model.repository + "/resolve/" + revision + "/" + path;
}

// A local copy tells its length alone.
Result<RemoteFile> askFile(const fs::path& file) {
  std::error_code problem;
  const auto bytes = fs::file_size(file, problem);
  if (problem) return weights::missing(file, "Choose a folder that holds the whole model with --mirror, or a hub's address.");
  return RemoteFile{bytes, {}};
}

bool isThere(const fs::path& file, const RemoteFile& expected) {
  std::error_code absent;
  if (!fs::is_regular_file(file, absent) || fs::file_size(file, absent) != expected.bytes) return false;
  if (!expected.hash.isKnown()) return true;
  const auto hash = hashOf(file, expected.hash);
  return hash && hash->digits == expected.hash.digits;
}

Result<void> checkRoom(const FetchPlan& plan) {
  fs::path existing = fs::absolute(plan.target);
  std::error_code problem;
  while (!fs::exists(existing, problem) && existing.has_relative_path()) existing = existing.parent_path();
  const auto room = fs::space(existing, problem);
  if (problem || room.available >= plan.bytesToFetch()) return {};
  return cannotWrite(weights::quoted(plan.target) + " has no room for " + std::to_string(plan.bytesToFetch() >> 20U) +
                     " MiB. Make room, or choose another folder with --to.");
}

// Copied piece by piece, and put in place only when it is what the catalogue says.
Result<Fetched> copyFile(const PlannedFile& file, const fs::path& target, const std::function<void(std::uintmax_t)>& progress,
                         const std::stop_token& stop) {
  constexpr std::size_t piece = std::size_t{4} << 20U;
  const auto source = weights::MappedFile::open(file.source);
  if (!source) return source.failure();
  if (const auto hash = file.expected.hash.isKnown() ? hashOf(file.source, file.expected.hash) : std::nullopt;
      hash && hash->digits != file.expected.hash.digits)
    return weights::refused(file.source, "it is not the published file (its hash is another)");
  auto output = weights::NewFile::create(target);
  if (!output) return output.failure();
  const auto bytes = (*source)->bytes();
  for (std::size_t at = 0; at < bytes.size(); at += piece) {
    if (stop.stop_requested()) return Fetched::Stopped;
    const auto part = bytes.subspan(at, std::min(piece, bytes.size() - at));
    if (auto written = output->write(part); !written) return written.failure();
    progress(at + part.size());
  }
  const auto finished = output->finish();
  return finished ? Result<Fetched>(Fetched::Whole) : finished.failure();
}

Result<Fetched> fetchOne(const PlannedFile& file, const fs::path& target, const Patience& patience, const FileProgress& progress,
                         const std::stop_token& stop) {
  std::error_code problem;
  fs::create_directories(target.parent_path(), problem);
  if (problem)
    return cannotWrite(weights::quoted(target.parent_path()) + " can't be made: " + problem.message() +
                       ". Choose another folder with --to.");
  const Progress told = [&](std::uintmax_t have, std::uintmax_t all) { progress(file, have, all); };
  if (isUrl(file.source)) return fetchFile(file.source, target, file.expected, patience, told, stop);
  return copyFile(
      file, target, [&](std::uintmax_t have) { told(have, file.expected.bytes); }, stop);
}

}  // namespace

std::uintmax_t FetchPlan::bytesToFetch() const {
  return std::accumulate(files.begin(), files.end(), std::uintmax_t{0},
                         [](std::uintmax_t bytes, const PlannedFile& file) { return bytes + (file.isThere ? 0 : file.expected.bytes); });
}

Result<FetchPlan> planFetch(const CatalogueModel& model, const std::string& mirror, const fs::path& target, const Patience& patience,
                            const std::stop_token& stop) {
  FetchPlan plan{target, {}};
  for (const CatalogueFile& file : model.files) {
    if (stop.stop_requested()) return plan;
    const std::string source = isUrl(mirror) ? urlOf(model, mirror, file.path) : (fs::path(mirror) / file.path).string();
    Result<RemoteFile> remote = isUrl(mirror) ? askAbout(source, patience, stop) : askFile(source);
    if (!remote && file.isOptional) continue;
    if (!remote) return remote.failure();
    if (file.hash.isKnown()) remote->hash = file.hash;
    plan.files.push_back({file.path, source, *remote, isThere(target / file.path, *remote)});
  }
  const auto room = checkRoom(plan);
  return room ? Result<FetchPlan>(plan) : room.failure();
}

Result<Fetched> carryOut(const FetchPlan& plan, const Patience& patience, const FileProgress& progress, const std::stop_token& stop) {
  for (const PlannedFile& file : plan.files) {
    if (stop.stop_requested()) return Fetched::Stopped;
    if (file.isThere) continue;
    const Result<Fetched> fetched = fetchOne(file, plan.target / file.path, patience, progress, stop);
    if (!fetched || *fetched == Fetched::Stopped) return fetched;
  }
  return Fetched::Whole;
}

}  // namespace retailor::download
