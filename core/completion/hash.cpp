#include "core/completion/hash.h"

#include <openssl/evp.h>

#include <array>
#include <cstdint>
#include <fstream>
#include <memory>
#include <new>
#include <span>
#include <vector>

namespace retailor::completion {
namespace {

// OpenSSL knows no error here but lack of memory.
void require(int good) {
  if (good != 1) throw std::bad_alloc();
}

class Sha256 {
 public:
  Sha256() : m_context(EVP_MD_CTX_new(), &EVP_MD_CTX_free) {
    require(m_context ? 1 : 0);
    require(EVP_DigestInit_ex(m_context.get(), EVP_sha256(), nullptr));
  }

  void add(const void* bytes, std::size_t count) { require(EVP_DigestUpdate(m_context.get(), bytes, count)); }

  void add(std::uint32_t number) {
    const std::array<unsigned char, 4> littleEndian{static_cast<unsigned char>(number), static_cast<unsigned char>(number >> 8U),
                                                    static_cast<unsigned char>(number >> 16U), static_cast<unsigned char>(number >> 24U)};
    add(littleEndian.data(), littleEndian.size());
  }

  std::string hex() {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int length = 0;
    require(EVP_DigestFinal_ex(m_context.get(), digest.data(), &length));
    std::string text;
    for (const unsigned char byte : std::span(digest).first(length)) {
      text += "0123456789abcdef"[byte >> 4U];
      text += "0123456789abcdef"[byte & 15U];
    }
    return text;
  }

 private:
  std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX*)> m_context;
};

void addShape(Sha256& hash, image::Size size, int channels, image::SampleType type) {
  hash.add(static_cast<std::uint32_t>(size.width));
  hash.add(static_cast<std::uint32_t>(size.height));
  hash.add(static_cast<std::uint32_t>(channels));
  hash.add(static_cast<std::uint32_t>(type));
}

}  // namespace

std::string sha256Of(const image::Bitmap& bitmap) {
  Sha256 hash;
  addShape(hash, bitmap.size(), bitmap.channels(), bitmap.sampleType());
  hash.add(bitmap.bytes(), bitmap.byteCount());
  return hash.hex();
}

std::string sha256Of(const mask::Mask& mask) {
  Sha256 hash;
  addShape(hash, mask.size(), 1, image::SampleType::U8);
  for (int y = 0; y < mask.height(); ++y) hash.add(mask.row(y), static_cast<std::size_t>(mask.width()));
  return hash.hex();
}

Result<std::string> sha256Of(const std::filesystem::path& file, const std::stop_token& stop) {
  std::ifstream stream(file, std::ios::binary);
  std::vector<char> block(std::size_t{1} << 20U);
  Sha256 hash;
  while (stream && !stop.stop_requested()) {
    stream.read(block.data(), static_cast<std::streamsize>(block.size()));
    hash.add(block.data(), static_cast<std::size_t>(stream.gcount()));
  }
  if (stop.stop_requested()) return std::string();
  if (!stream.eof()) return badInput("“" + file.string() + "” can't be read to its end. Check its permissions, or copy it again.");
  return hash.hex();
}

}  // namespace retailor::completion
