#include "core/document/project/zip_writer.h"

#include <zip.h>

#include <memory>
#include <optional>

namespace retailor::document {

namespace {

struct SourceFree {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};
struct ArchiveDiscard {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
using Source = std::unique_ptr<zip_source_t, SourceFree>;
using Archive = std::unique_ptr<zip_t, ArchiveDiscard>;

Failure refused(const char* reason) {
  return {FailureKind::Internal, std::string("The project could not be packed (") + reason + "). Save it again."};
}

bool added(zip_t* archive, const ZipEntry& entry) {
  Source bytes(zip_source_buffer(archive, entry.bytes.data(), entry.bytes.size(), 0));
  if (!bytes) return false;
  const zip_int64_t index = zip_file_add(archive, entry.name.c_str(), bytes.get(), ZIP_FL_ENC_UTF_8);
  if (index < 0) return false;
  static_cast<void>(bytes.release());  // the archive's now
  const zip_int32_t method = entry.packing == Packing::Stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE;
  return zip_set_file_compression(archive, static_cast<zip_uint64_t>(index), method, 0) == 0;
}

// Writes the archive into `target`, which outlives it.
std::optional<Failure> failureToPack(const std::vector<ZipEntry>& entries, zip_source_t* target, const std::stop_token& stop) {
  zip_source_keep(target);
  zip_error_t error{};
  Archive archive(zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, &error));
  if (!archive) {
    zip_source_free(target);
    return refused(zip_error_strerror(&error));
  }
  for (const ZipEntry& entry : entries)
    if (!added(archive.get(), entry)) return refused(zip_strerror(archive.get()));
  const auto asked = [](zip_t*, void* token) { return static_cast<const std::stop_token*>(token)->stop_requested() ? 1 : 0; };
  zip_register_cancel_callback_with_state(archive.get(), asked, nullptr, const_cast<std::stop_token*>(&stop));
  if (zip_close(archive.get()) != 0) return stop.stop_requested() ? stoppedWriting() : refused(zip_strerror(archive.get()));
  static_cast<void>(archive.release());
  return std::nullopt;
}

std::optional<image::Bytes> contents(zip_source_t* source) {
  zip_stat_t stat{};
  if (zip_source_stat(source, &stat) != 0 || zip_source_open(source) != 0) return std::nullopt;
  image::Bytes bytes(stat.size);
  const zip_int64_t read = zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  if (read != static_cast<zip_int64_t>(bytes.size())) return std::nullopt;
  return bytes;
}

}  // namespace

Failure stoppedWriting() { return cannotWrite("Saving was cancelled; the file on disk is as it was."); }

Result<image::Bytes> zipped(const std::vector<ZipEntry>& entries, const std::stop_token& stop) {
  zip_error_t error{};
  const Source target(zip_source_buffer_create(nullptr, 0, 0, &error));
  if (!target) return refused(zip_error_strerror(&error));
  if (auto failure = failureToPack(entries, target.get(), stop)) return *std::move(failure);
  auto bytes = contents(target.get());
  if (!bytes) return refused("the packed project could not be read back");
  return *std::move(bytes);
}

}  // namespace retailor::document
