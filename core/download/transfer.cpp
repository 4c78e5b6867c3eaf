#include "core/download/transfer.h"

#include <curl/curl.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <mutex>

namespace retailor::download {
namespace {

using Easy = std::unique_ptr<CURL, void (*)(CURL*)>;
using File = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

constexpr long connectSeconds = 20;
constexpr long mostRedirects = 8;
constexpr long partialContent = 206;
constexpr std::size_t longestHeaders = 256;  // names kept of one answer

// What libcurl's calls need while a request runs.
struct Running {
  TransferEnd end;
  std::stop_token stop;
  Progress progress;
  CURL* easy = nullptr;
  std::filesystem::path part;
  File file{nullptr, &std::fclose};
  std::uintmax_t have = 0;
  std::uintmax_t most = 0;
};

std::string trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n"), last = text.find_last_not_of(" \t\r\n");
  return first == std::string_view::npos ? std::string() : std::string(text.substr(first, last - first + 1));
}

std::size_t onHeader(char* bytes, std::size_t, std::size_t count, void* user) {
  auto& running = *static_cast<Running*>(user);
  const std::string_view line(bytes, count);
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || running.end.headers.size() >= longestHeaders) return count;
  std::string name(line.substr(0, colon));
  std::ranges::transform(name, name.begin(), [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
  running.end.headers[name] = trimmed(line.substr(colon + 1));
  return count;
}

// Opened at the first byte, when it is known whether the server resumes.
bool openPart(Running& running) {
  if (running.file) return true;
  long status = 0;
  curl_easy_getinfo(running.easy, CURLINFO_RESPONSE_CODE, &status);
  if (status != partialContent) running.have = 0;
  running.file.reset(std::fopen(running.part.c_str(), running.have > 0 ? "ab" : "wb"));
  return running.file != nullptr;
}

std::size_t onBody(char* bytes, std::size_t, std::size_t count, void* user) {
  auto& running = *static_cast<Running*>(user);
  const bool opened = openPart(running);
  if (opened && running.have + count > running.most) {
    running.end.kind = TransferEnd::Kind::TooLong;
    return 0;
  }
  if (!opened || std::fwrite(bytes, 1, count, running.file.get()) != count) {
    running.end.kind = TransferEnd::Kind::DiskFailed;
    running.end.words = std::strerror(errno);
    return 0;
  }
  running.have += count;
  if (running.progress) running.progress(running.have, running.most);
  return count;
}

int onProgress(void* user, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  return static_cast<Running*>(user)->stop.stop_requested() ? 1 : 0;
}

Easy newRequest(const std::string& url, const Patience& patience, Running& running) {
  static std::once_flag once;
  std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
  Easy easy(curl_easy_init(), &curl_easy_cleanup);
  running.easy = easy.get();
  const bool isSecure = url.starts_with("https:");
  curl_easy_setopt(easy.get(), CURLOPT_URL, url.c_str());
  curl_easy_setopt(easy.get(), CURLOPT_PROTOCOLS_STR, isSecure ? "https" : "http,https");
  curl_easy_setopt(easy.get(), CURLOPT_REDIR_PROTOCOLS_STR, isSecure ? "https" : "http,https");
  curl_easy_setopt(easy.get(), CURLOPT_FOLLOWLOCATION, 1L);
  curl_easy_setopt(easy.get(), CURLOPT_MAXREDIRS, mostRedirects);
  curl_easy_setopt(easy.get(), CURLOPT_FAILONERROR, 1L);
  curl_easy_setopt(easy.get(), CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(easy.get(), CURLOPT_CONNECTTIMEOUT, connectSeconds);
  curl_easy_setopt(easy.get(), CURLOPT_LOW_SPEED_LIMIT, 1L);
  curl_easy_setopt(easy.get(), CURLOPT_LOW_SPEED_TIME, static_cast<long>(patience.stalledSeconds));
  curl_easy_setopt(easy.get(), CURLOPT_USERAGENT, "retailor-cli");
  curl_easy_setopt(easy.get(), CURLOPT_HEADERFUNCTION, &onHeader);
  curl_easy_setopt(easy.get(), CURLOPT_HEADERDATA, &running);
  curl_easy_setopt(easy.get(), CURLOPT_NOPROGRESS, 0L);
  curl_easy_setopt(easy.get(), CURLOPT_XFERINFOFUNCTION, &onProgress);
  curl_easy_setopt(easy.get(), CURLOPT_XFERINFODATA, &running);
  return easy;
}

TransferEnd::Kind kindOf(CURLcode code) {
  switch (code) {
    case CURLE_OK: return TransferEnd::Kind::Done;
    case CURLE_ABORTED_BY_CALLBACK: return TransferEnd::Kind::Stopped;
    case CURLE_OPERATION_TIMEDOUT: return TransferEnd::Kind::Stalled;
    case CURLE_HTTP_RETURNED_ERROR:
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_URL_MALFORMAT:
    case CURLE_TOO_MANY_REDIRECTS:
    case CURLE_PEER_FAILED_VERIFICATION: return TransferEnd::Kind::Refused;
    default: return TransferEnd::Kind::Broken;
  }
}

TransferEnd perform(CURL* easy, Running& running) {
  const CURLcode code = curl_easy_perform(easy);
  curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &running.end.status);
  const bool isFlushed = !running.file || std::fflush(running.file.get()) == 0;
  if (running.end.kind != TransferEnd::Kind::Done) return running.end;  // our own word on what went wrong
  running.end.kind = isFlushed ? kindOf(code) : TransferEnd::Kind::DiskFailed;
  running.end.words = isFlushed ? curl_easy_strerror(code) : std::strerror(errno);
  return running.end;
}

}  // namespace

TransferEnd requestHeaders(const std::string& url, const Patience& patience, const std::stop_token& stop) {
  Running running;
  running.stop = stop;
  const Easy easy = newRequest(url, patience, running);
  curl_easy_setopt(easy.get(), CURLOPT_NOBODY, 1L);
  return perform(easy.get(), running);
}

TransferEnd requestRest(const std::string& url, const std::filesystem::path& part, std::uintmax_t have, std::uintmax_t most,
                        const Patience& patience, const Progress& progress, const std::stop_token& stop) {
  Running running;
  running.stop = stop;
  running.progress = progress;
  running.part = part;
  running.have = have;
  running.most = most;
  const Easy easy = newRequest(url, patience, running);
  curl_easy_setopt(easy.get(), CURLOPT_WRITEFUNCTION, &onBody);
  curl_easy_setopt(easy.get(), CURLOPT_WRITEDATA, &running);
  // A plain range, for libcurl's own way to resume gives up where a server starts again from the first byte.
  const std::string range = std::to_string(have) + "-";
  if (have > 0) curl_easy_setopt(easy.get(), CURLOPT_RANGE, range.c_str());
  return perform(easy.get(), running);
}

}  // namespace retailor::download
