#include "core/document/project/zip_reader.h"

#include <zip.h>

#include <algorithm>

#include "core/document/project/project_entries.h"
#include "core/image/sentences.h"

namespace retailor::document {

namespace {

namespace fs = std::filesystem;

// A name that some other program might follow out of the folder it unpacks into. Such a file was made to do harm, so it is refused as a
// whole.
bool leadsOutside(std::string_view name) {
  if (name.empty() || name.front() == '/' || name.find('\\') != name.npos || name.find(':') != name.npos) return true;
  for (std::size_t from = 0; from <= name.size();) {
    const std::size_t to = std::min(name.find('/', from), name.size());
    if (name.substr(from, to - from) == "..") return true;
    from = to + 1;
  }
  return false;
}

// Names go into sentences, so what is not plain text is shown as question marks.
std::string shown(std::string_view name) {
  std::string plain(name.substr(0, 80));
  std::replace_if(
      plain.begin(), plain.end(), [](unsigned char c) { return c < 0x20 || c >= 0x7F; }, '?');
  return image::quoted(plain);
}

// Deflate cannot shrink below 1 in 1032, and no large picture or text comes near 1 in 100.
bool inflatesTooFar(const zip_stat_t& stat) {
  constexpr std::uint64_t large = std::uint64_t{64} << 20;
  const std::uint64_t packed = stat.comp_size + 64;
  return stat.size / 1032 > packed || (stat.size > large && stat.size / 100 > packed);
}

std::string faultOf(const zip_stat_t& stat, std::uint64_t fileBytes) {
  constexpr zip_uint64_t needed = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD | ZIP_STAT_ENCRYPTION_METHOD;
  if ((stat.valid & needed) != needed) return "does not say how large it is";
  if (stat.encryption_method != ZIP_EM_NONE) return "is encrypted";
  if (stat.comp_method != ZIP_CM_STORE && stat.comp_method != ZIP_CM_DEFLATE) return "is packed in a way that OpenRaster does not have";
  if (stat.comp_size > fileBytes) return "declares more bytes than the file has";
  if (stat.comp_method == ZIP_CM_STORE && stat.size != stat.comp_size) return "declares two different sizes";
  if (inflatesTooFar(stat)) return "would inflate to " + std::to_string(stat.size >> 20) + " MB, which is out of proportion";
  return {};
}

Failure refused(const std::string& file, const std::string& what) {
  return badInput(file + " can't be opened: " + what + ". Copy it again from its source, or ask where it came from.");
}

bool readExactly(zip_file_t* entry, image::Bytes& bytes) {
  std::size_t done = 0;
  while (done < bytes.size()) {
    const zip_int64_t read = zip_fread(entry, bytes.data() + done, bytes.size() - done);
    if (read <= 0) return false;
    done += static_cast<std::size_t>(read);
  }
  // Reading on finds the end, where libzip compares the checksum; anything else and the declared size was a lie.
  std::byte beyond{};
  return zip_fread(entry, &beyond, 1) == 0;
}

}  // namespace

void ZipReader::Close::operator()(zip* archive) const { zip_discard(archive); }

Result<ZipReader> ZipReader::open(const fs::path& file) {
  ZipReader reader;
  reader.m_quotedName = image::quoted(file);
  std::error_code error;
  const fs::file_status status = fs::status(file, error);
  if (!fs::exists(status)) return badInput(reader.m_quotedName + " does not exist in " + image::quotedWhole(image::folderOf(file)) + ".");
  if (!fs::is_regular_file(status)) return badInput(reader.m_quotedName + " is not a file. Choose an OpenRaster file (.ora).");
  const std::uint64_t fileBytes = fs::file_size(file, error);
  if (fileBytes == 0 || error) return refused(reader.m_quotedName, "it is empty");
  int code = 0;
  reader.m_archive.reset(zip_open(file.c_str(), ZIP_RDONLY, &code));
  if (code == ZIP_ER_OPEN) return badInput(reader.m_quotedName + " can't be read. Check that you are allowed to read it.");
  if (!reader.m_archive) return refused(reader.m_quotedName, "it is not an OpenRaster file, or it is damaged or cut short");
  if (auto checked = reader.checkDirectory(fileBytes); !checked) return checked.failure();
  return reader;
}

Result<void> ZipReader::checkDirectory(std::uint64_t fileBytes) {
  const auto count = static_cast<std::uint64_t>(std::max<zip_int64_t>(zip_get_num_entries(m_archive.get(), 0), 0));
  if (count > ProjectLimits::entries)
    return refused(m_quotedName, "it has " + std::to_string(count) + " entries, far more than a project needs");
  std::uint64_t inAll = 0;
  for (std::uint64_t index = 0; index < count; ++index) {
    zip_stat_t stat{};
    if (zip_stat_index(m_archive.get(), index, ZIP_FL_ENC_RAW, &stat) != 0 || !stat.name)
      return refused(m_quotedName, "its list of entries is damaged");
    if (leadsOutside(stat.name)) return refused(m_quotedName, "its entry " + shown(stat.name) + " points outside the file");
    if (!m_indexes.emplace(stat.name, index).second) return refused(m_quotedName, "it has two entries named " + shown(stat.name));
    const std::string fault = faultOf(stat, fileBytes);
    if (!fault.empty()) return refused(m_quotedName, "its entry " + shown(stat.name) + " " + fault);
    inAll += std::min(stat.size, ProjectLimits::bytesInAll + 1);
  }
  if (inAll > ProjectLimits::bytesInAll) return refused(m_quotedName, "it would inflate to more than 4 GB");
  return {};
}

Result<image::Bytes> ZipReader::read(std::string_view name, std::uint64_t most) const {
  const auto found = m_indexes.find(name);
  if (found == m_indexes.end()) return refused(m_quotedName, "its entry " + shown(name) + " is missing");
  zip_stat_t stat{};
  zip_stat_index(m_archive.get(), found->second, 0, &stat);
  if (stat.size > most) return refused(m_quotedName, "its entry " + shown(name) + " is larger than such an entry may be");
  const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> entry(zip_fopen_index(m_archive.get(), found->second, 0), &zip_fclose);
  image::Bytes bytes(entry ? stat.size : 0);
  if (!entry || !readExactly(entry.get(), bytes)) return refused(m_quotedName, "its entry " + shown(name) + " is damaged");
  return bytes;
}

}  // namespace retailor::document
