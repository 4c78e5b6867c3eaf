#include "core/neural/weights/pickle/zip_directory.h"

#include <algorithm>
#include <optional>

#include "core/neural/weights/checked_size.h"
#include "core/neural/weights/pickle/byte_cursor.h"
#include "core/neural/weights/refusal.h"

namespace retailor::weights {
namespace {

using Bytes = std::span<const std::byte>;

constexpr std::uint32_t endSignature = 0x06054b50;
constexpr std::uint32_t end64Signature = 0x06064b50;
constexpr std::uint32_t locatorSignature = 0x07064b50;
constexpr std::uint32_t centralSignature = 0x02014b50;
constexpr std::uint32_t localSignature = 0x04034b50;
constexpr std::uint64_t endBytes = 22;
constexpr std::uint64_t locatorBytes = 20;
constexpr std::uint64_t longestComment = 0xffff;
constexpr std::uint32_t inExtra = 0xffffffff;  // the number is in the zip64 extra field
constexpr std::uint64_t zipMostEntries = 100'000;
constexpr std::uint16_t zip64Extra = 1;

struct Directory {
  std::uint64_t entries = 0;
  std::uint64_t size = 0;
  std::uint64_t offset = 0;
};

struct CentralEntry {
  std::uint16_t flags = 0;
  std::uint16_t method = 0;
  std::uint64_t packed = 0;
  std::uint64_t size = 0;
  std::uint64_t local = 0;  // offset of the local header
  std::string_view name;
};

bool hasSignature(Bytes bytes, std::uint64_t at, std::uint32_t signature) {
  return ByteCursor(bytes, at).take<std::uint32_t>() == signature;
}

// The last end record before which no more than a comment can lie.
std::optional<std::uint64_t> findEnd(Bytes bytes) {
  if (bytes.size() < endBytes) return std::nullopt;
  const std::uint64_t last = bytes.size() - endBytes;
  const std::uint64_t first = last > longestComment ? last - longestComment : 0;
  for (std::uint64_t at = last + 1; at-- > first;)
    if (hasSignature(bytes, at, endSignature)) return at;
  return std::nullopt;
}

// One number after another into the variables; false when the bytes end.
template <class... Numbers>
bool takeAll(ByteCursor& cursor, Numbers&... numbers) {
  const auto one = [&](auto& number) {
    const auto taken = cursor.take<std::remove_reference_t<decltype(number)>>();
    number = taken.value_or(0);
    return taken.has_value();
  };
  return (one(numbers) && ...);
}

std::optional<Directory> directory64(Bytes bytes, std::uint64_t locator) {
  ByteCursor place(bytes, locator);
  std::uint32_t signature = 0, disk = 0, disks = 0;
  std::uint64_t at = 0;
  if (!takeAll(place, signature, disk, at, disks) || disk != 0 || !hasSignature(bytes, at, end64Signature)) return std::nullopt;
  ByteCursor cursor(bytes, at);
  std::uint64_t recordSize = 0, onThisDisk = 0;
  std::uint16_t madeBy = 0, needs = 0;
  std::uint32_t thisDisk = 0, directoryDisk = 0;
  Directory directory;
  if (!takeAll(cursor, signature, recordSize, madeBy, needs, thisDisk, directoryDisk, onThisDisk, directory.entries, directory.size,
               directory.offset))
    return std::nullopt;
  return thisDisk == 0 && directoryDisk == 0 && onThisDisk == directory.entries ? std::optional(directory) : std::nullopt;
}

std::optional<Directory> directoryOf(Bytes bytes) {
  const auto end = findEnd(bytes);
  if (!end) return std::nullopt;
  if (*end >= locatorBytes && hasSignature(bytes, *end - locatorBytes, locatorSignature)) return directory64(bytes, *end - locatorBytes);
  ByteCursor cursor(bytes, *end);
  std::uint32_t signature = 0, size = 0, offset = 0;
  std::uint16_t disk = 0, directoryDisk = 0, onThisDisk = 0, entries = 0;
  takeAll(cursor, signature, disk, directoryDisk, onThisDisk, entries, size, offset);
  if (disk != 0 || directoryDisk != 0 || onThisDisk != entries) return std::nullopt;
  return Directory{entries, size, offset};
}

// Numbers too large for the entry stand in its zip64 extra field, in the order of the entry.
bool takeFromExtra(std::string_view extra, CentralEntry& entry) {
  ByteCursor cursor(std::as_bytes(std::span(extra)));
  std::uint16_t id = 0, length = 0;
  while (takeAll(cursor, id, length)) {
    const auto field = cursor.takeText(length);
    if (!field) return false;
    if (id != zip64Extra) continue;
    ByteCursor numbers(std::as_bytes(std::span(*field)));
    for (std::uint64_t* number : {&entry.size, &entry.packed, &entry.local})
      if (*number == inExtra && !takeAll(numbers, *number)) return false;
  }
  return true;
}

std::optional<CentralEntry> takeEntry(ByteCursor& cursor) {
  std::uint32_t signature = 0, crc = 0, packed = 0, size = 0, local = 0, outside = 0;
  std::uint16_t madeBy = 0, needs = 0, time = 0, date = 0, nameLength = 0, extraLength = 0, commentLength = 0, disk = 0, inside = 0;
  CentralEntry entry;
  if (!takeAll(cursor, signature, madeBy, needs, entry.flags, entry.method, time, date, crc, packed, size, nameLength, extraLength,
               commentLength, disk, inside, outside, local) ||
      signature != centralSignature || disk != 0)
    return std::nullopt;
  const auto name = cursor.takeText(nameLength);
  const auto extra = cursor.takeText(extraLength);
  if (!name || !extra || !cursor.takeText(commentLength)) return std::nullopt;
  entry.name = *name;
  entry.packed = packed;
  entry.size = size;
  entry.local = local;
  return takeFromExtra(*extra, entry) ? std::optional(entry) : std::nullopt;
}

// The entry's bytes: behind its local header, whose name must be the directory's.
std::optional<Bytes> bytesOfEntry(Bytes archive, const CentralEntry& entry) {
  ByteCursor cursor(archive, entry.local);
  std::uint32_t signature = 0, crc = 0, packed = 0, size = 0;
  std::uint16_t needs = 0, flags = 0, method = 0, time = 0, date = 0, nameLength = 0, extraLength = 0;
  if (!takeAll(cursor, signature, needs, flags, method, time, date, crc, packed, size, nameLength, extraLength)) return std::nullopt;
  if (signature != localSignature || cursor.takeText(nameLength) != entry.name || !cursor.takeText(extraLength)) return std::nullopt;
  if (!liesWithin(cursor.at(), entry.size, archive.size())) return std::nullopt;
  return archive.subspan(cursor.at(), entry.size);
}

std::string problemOf(const CentralEntry& entry) {
  constexpr std::uint16_t encrypted = 1;
  if ((entry.flags & encrypted) != 0) return "its part “" + shown(entry.name) + "” is encrypted";
  if (entry.method != 0 || entry.packed != entry.size)
    return "its part “" + shown(entry.name) + "” is compressed, which torch.save never does";
  return {};
}

}  // namespace

Result<ZipEntries> readZipDirectory(Bytes bytes, const std::filesystem::path& file) {
  const auto directory = directoryOf(bytes);
  if (!directory || !liesWithin(directory->offset, directory->size, bytes.size()))
    return refused(file, "it is cut short or damaged: the archive's table of contents is not where it should be");
  if (directory->entries > zipMostEntries) return refused(file, "it declares more than 100,000 parts");
  ByteCursor cursor(bytes.subspan(directory->offset, directory->size));
  ZipEntries entries;
  for (std::uint64_t i = 0; i < directory->entries; ++i) {
    const auto entry = takeEntry(cursor);
    if (!entry) return refused(file, "the archive's table of contents is damaged");
    if (const std::string problem = problemOf(*entry); !problem.empty()) return refused(file, problem);
    const auto part = bytesOfEntry(bytes, *entry);
    if (!part) return refused(file, "its part “" + shown(entry->name) + "” does not lie where the table of contents says");
    if (!entries.emplace(entry->name, *part).second) return refused(file, "it holds “" + shown(entry->name) + "” twice");
  }
  return entries;
}

}  // namespace retailor::weights
