#include "core/download/fetch_file.h"

#include <algorithm>
#include <charconv>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <system_error>

#include "core/download/transfer.h"
#include "core/neural/weights/refusal.h"

namespace retailor::download {
namespace {

namespace fs = std::filesystem;
using Kind = TransferEnd::Kind;

Failure atFault(const std::string& url, const std::string& what) {
  return {FailureKind::MissingWeights,
          "“" + weights::shown(url) + "” could not be fetched: " + what + " Try again, or choose another mirror with --mirror."};
}

std::string wordsFor(const TransferEnd& end, const Patience& patience) {
  if (end.kind == Kind::Stalled) return "nothing came for " + std::to_string(patience.stalledSeconds) + " seconds.";
  if (end.kind == Kind::TooLong) return "the server sent more than it announced.";
  if (end.status == 401 || end.status == 403)
    return "the server wants a login for it (status " + std::to_string(end.status) + "); its owner may ask for a licence to be accepted.";
  if (end.status >= 400) return "the server answered with status " + std::to_string(end.status) + ".";
  return end.words + ".";
}

// True when it was cut short by a stop.
bool pause(int seconds, const std::stop_token& stop) {
  std::mutex mutex;
  std::condition_variable_any condition;
  std::unique_lock lock(mutex);
  condition.wait_for(lock, stop, std::chrono::seconds(seconds), [] { return false; });
  return stop.stop_requested();
}

std::string headerOf(const TransferEnd& end, const std::string& name) {
  const auto found = end.headers.find(name);
  return found == end.headers.end() ? std::string() : found->second;
}

std::uintmax_t numberIn(const std::string& text) {
  std::uintmax_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

std::uintmax_t sizeOf(const fs::path& file) {
  std::error_code absent;
  const auto size = fs::file_size(file, absent);
  return absent ? 0 : size;
}

// Server errors and refusals for want of patience may pass; the others will not.
bool mayPass(const TransferEnd& end) {
  return end.kind == Kind::Broken || end.kind == Kind::Stalled || end.status >= 500 || end.status == 429 || end.status == 408;
}

class FileFetch {
 public:
  FileFetch(const std::string& url, const fs::path& target, const RemoteFile& expected, const Patience& patience, const Progress& progress,
            const std::stop_token& stop)
      : m_url(url),
        m_target(target),
        m_part(target.string() + ".part"),
        m_expected(expected),
        m_patience(patience),
        m_progress(progress),
        m_stop(stop) {}

  Result<Fetched> run() {
    for (bool again : {true, false}) {
      const Result<Fetched> got = getWhole();
      if (!got || *got == Fetched::Stopped) return got;
      if (isRight()) return putInPlace();
      std::error_code ignored;
      fs::remove(m_part, ignored);
      if (!again) break;
    }
    return atFault(m_url, "what came twice is not the published file (its hash is another).");
  }

 private:
  // Until the part is as long as it should be.
  Result<Fetched> getWhole() {
    int fruitless = 0;
    while (sizeOf(m_part) < m_expected.bytes) {
      const std::uintmax_t before = sizeOf(m_part);
      const TransferEnd end = requestRest(m_url, m_part, before, m_expected.bytes, m_patience, m_progress, m_stop);
      if (end.kind == Kind::Stopped || m_stop.stop_requested()) return Fetched::Stopped;
      if (end.kind == Kind::DiskFailed)
        return cannotWrite(weights::quoted(m_part) + " can't be written: " + end.words +
                           ". Make room, or choose another folder with --to.");
      if (end.kind == Kind::Done && sizeOf(m_part) == m_expected.bytes) break;
      if (end.kind != Kind::Done && !mayPass(end)) return atFault(m_url, wordsFor(end, m_patience));
      fruitless = sizeOf(m_part) > before ? 0 : fruitless + 1;
      if (fruitless >= m_patience.attempts)
        return atFault(m_url, end.kind == Kind::Done ? "the server sent less than it announced." : wordsFor(end, m_patience));
      if (fruitless > 0 && pause(m_patience.pauseSeconds << std::min(fruitless - 1, 6), m_stop)) return Fetched::Stopped;
    }
    return Fetched::Whole;
  }

  bool isRight() const {
    if (sizeOf(m_part) != m_expected.bytes) return false;
    if (!m_expected.hash.isKnown()) return true;
    const auto hash = hashOf(m_part, m_expected.hash);
    return hash && hash->digits == m_expected.hash.digits;
  }

  Result<Fetched> putInPlace() const {
    std::error_code problem;
    fs::rename(m_part, m_target, problem);
    if (problem)
      return cannotWrite(weights::quoted(m_target) + " can't be written: " + problem.message() + ". Choose another folder with --to.");
    return Fetched::Whole;
  }

  const std::string& m_url;
  const fs::path& m_target;
  fs::path m_part;
  const RemoteFile& m_expected;
  const Patience& m_patience;
  const Progress& m_progress;
  const std::stop_token& m_stop;
};

}  // namespace

// A hub tells of large files in headers of its own, for the ETag and length may be those of a redirection.
Result<RemoteFile> askAbout(const std::string& url, const Patience& patience, const std::stop_token& stop) {
  for (int attempt = 0;; ++attempt) {
    const TransferEnd end = requestHeaders(url, patience, stop);
    if (end.kind == Kind::Done) {
      const std::string size = headerOf(end, "x-linked-size"), tag = headerOf(end, "x-linked-etag");
      const std::string length = size.empty() ? headerOf(end, "content-length") : size;
      if (length.empty()) return atFault(url, "the server does not tell how long it is.");
      return RemoteFile{numberIn(length), hashInTag(tag.empty() ? headerOf(end, "etag") : tag)};
    }
    const bool isLast = attempt + 1 >= patience.attempts || !mayPass(end) || end.kind == Kind::Stopped;
    if (isLast || pause(patience.pauseSeconds << std::min(attempt, 6), stop)) return atFault(url, wordsFor(end, patience));
  }
}

Result<Fetched> fetchFile(const std::string& url, const fs::path& target, const RemoteFile& expected, const Patience& patience,
                          const Progress& progress, const std::stop_token& stop) {
  return FileFetch(url, target, expected, patience, progress, stop).run();
}

}  // namespace retailor::download
