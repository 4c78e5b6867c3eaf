#include "core/download/content_hash.h"

#include <openssl/evp.h>

#include <array>
#include <fstream>
#include <memory>
#include <span>
#include <vector>

namespace retailor::download {
namespace {

constexpr std::size_t gitDigits = 40;

using Context = std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX*)>;

std::string hex(std::span<const unsigned char> bytes) {
  std::string text;
  for (const unsigned char byte : bytes) {
    text += "0123456789abcdef"[byte >> 4U];
    text += "0123456789abcdef"[byte & 15U];
  }
  return text;
}

std::string finished(EVP_MD_CTX* context) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int length = 0;
  EVP_DigestFinal_ex(context, digest.data(), &length);
  return hex(std::span(digest).first(length));
}

}  // namespace

ContentHash hashInTag(const std::string& tag) {
  std::string digits = tag.starts_with("W/") ? tag.substr(2) : tag;
  std::erase(digits, '"');
  const ContentHash hash{digits};
  return hash.isKnown() && digits.find_first_not_of("0123456789abcdef") == std::string::npos ? hash : ContentHash{};
}

std::optional<ContentHash> hashOf(const std::filesystem::path& file, const ContentHash& likeThis) {
  std::error_code problem;
  const auto size = std::filesystem::file_size(file, problem);
  std::ifstream stream(file, std::ios::binary);
  if (problem || !stream) return std::nullopt;
  const bool isGit = likeThis.digits.size() == gitDigits;
  const Context context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
  EVP_DigestInit_ex(context.get(), isGit ? EVP_sha1() : EVP_sha256(), nullptr);
  const std::string head = "blob " + std::to_string(size) + '\0';
  if (isGit) EVP_DigestUpdate(context.get(), head.data(), head.size());
  std::vector<char> block(std::size_t{1} << 20U);
  while (stream) {
    stream.read(block.data(), static_cast<std::streamsize>(block.size()));
    EVP_DigestUpdate(context.get(), block.data(), static_cast<std::size_t>(stream.gcount()));
  }
  return stream.eof() ? std::optional(ContentHash{finished(context.get())}) : std::nullopt;
}

}  // namespace retailor::download
