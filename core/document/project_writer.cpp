#include "core/document/project_writer.h"

#include <algorithm>
#include <atomic>
#include <new>
#include <thread>

#include "core/document/project/project_entries.h"
#include "core/document/project/project_plan.h"
#include "core/image/sentences.h"
#include "core/image/write_photo.h"

namespace retailor::document {

namespace {

using Encoded = Result<image::Bytes>;

Failure outOfMemory() {
  return {FailureKind::OutOfMemory, "There is not enough memory to save the project. Close other programs and save again."};
}

Encoded encoded(const PlannedEntry& planned) {
  if (!planned.sameAs.empty()) return image::Bytes{};  // filled in at the end
  try {
    return planned.encode();
  } catch (const std::bad_alloc&) {
    return outOfMemory();
  } catch (const std::exception& error) {
    return Failure{FailureKind::Internal, "A part of the project could not be encoded (" + std::string(error.what()) + "). Save it again."};
  }
}

// All entries, two at a time: one large picture and the many small ones take about as long.
std::vector<Encoded> encodedAll(const std::vector<PlannedEntry>& planned, const std::stop_token& stop) {
  std::vector<Encoded> results(planned.size(), Encoded(stoppedWriting()));
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < planned.size() && !stop.stop_requested(); i = next++) results[i] = encoded(planned[i]);
  };
  const std::jthread beside(work);
  work();
  return results;
}

image::Bytes bytesOf(const std::vector<ZipEntry>& entries, const std::string& name) {
  return std::find_if(entries.begin(), entries.end(), [&](const ZipEntry& entry) { return entry.name == name; })->bytes;
}

Result<std::vector<ZipEntry>> entriesOf(const DocumentState& state, const std::stop_token& stop) {
  const std::vector<PlannedEntry> planned = plannedEntries(state);
  std::vector<Encoded> results = encodedAll(planned, stop);
  std::vector<ZipEntry> entries;
  for (std::size_t i = 0; i < planned.size(); ++i) {
    if (!results[i]) return results[i].failure();
    const std::string& twin = planned[i].sameAs;
    entries.push_back({planned[i].name, twin.empty() ? std::move(results[i]).value() : bytesOf(entries, twin), planned[i].packing});
  }
  return entries;
}

Result<void> checkLimits(const std::vector<ZipEntry>& entries, const std::filesystem::path& file) {
  std::uint64_t bytes = 0;
  for (const ZipEntry& one : entries) bytes += one.bytes.size();
  if (entries.size() <= ProjectLimits::entries && bytes <= ProjectLimits::bytesInAll) return {};
  return cannotWrite(image::quoted(file) +
                     " would be larger than a project may be (4 GB). Discard some results or references and save again.");
}

Encoded packed(const DocumentState& state, const std::filesystem::path& file, const std::stop_token& stop) {
  const Result<std::vector<ZipEntry>> entries = entriesOf(state, stop);
  if (!entries) return entries.failure();
  if (auto checked = checkLimits(*entries, file); !checked) return checked.failure();
  return zipped(*entries, stop);
}

}  // namespace

Result<void> writeProject(const DocumentState& state, const std::filesystem::path& file, std::stop_token stop) {
  try {
    const Encoded zip = packed(state, file, stop);
    if (!zip) return zip.failure();
    if (stop.stop_requested()) return stoppedWriting();
    return image::writeWhole(file, *zip);
  } catch (const std::bad_alloc&) {
    return outOfMemory();
  }
}

}  // namespace retailor::document
