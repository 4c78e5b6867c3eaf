#pragma once

#include <zip.h>

#include <QByteArray>
#include <QString>
#include <string>
#include <utility>
#include <vector>

// Zip files as the tests want them, good or bad, made and read with libzip and nothing of ours.
namespace retailor::document::sample {

using Entries = std::vector<std::pair<std::string, QByteArray>>;  // in the file's order

inline bool writeZip(const std::string& file, const Entries& entries, zip_int32_t method = ZIP_CM_STORE) {
  zip_t* archive = zip_open(file.c_str(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
  for (const auto& [name, bytes] : entries) {
    zip_source_t* source = zip_source_buffer(archive, bytes.constData(), static_cast<zip_uint64_t>(bytes.size()), 0);
    const zip_int64_t index = zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_GUESS);
    if (index < 0) return false;
    zip_set_file_compression(archive, static_cast<zip_uint64_t>(index), method, 9);
  }
  return zip_close(archive) == 0;
}

inline Entries readZip(const std::string& file) {
  Entries entries;
  zip_t* archive = zip_open(file.c_str(), ZIP_RDONLY, nullptr);
  for (zip_int64_t i = 0; i < zip_get_num_entries(archive, 0); ++i) {
    zip_stat_t stat{};
    zip_stat_index(archive, static_cast<zip_uint64_t>(i), 0, &stat);
    QByteArray bytes(static_cast<qsizetype>(stat.size), '\0');
    zip_file_t* entry = zip_fopen_index(archive, static_cast<zip_uint64_t>(i), 0);
    zip_fread(entry, bytes.data(), stat.size);
    zip_fclose(entry);
    entries.emplace_back(stat.name, bytes);
  }
  zip_discard(archive);
  return entries;
}

inline QByteArray& entryNamed(Entries& entries, const std::string& name) {
  for (auto& [entryName, bytes] : entries)
    if (entryName == name) return bytes;
  qFatal("no entry %s", name.c_str());
}

inline Entries without(Entries entries, const std::string& name) {
  std::erase_if(entries, [&](const auto& entry) { return entry.first == name; });
  return entries;
}

}  // namespace retailor::document::sample
