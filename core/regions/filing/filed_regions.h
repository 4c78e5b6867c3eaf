#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/completion/photo_regions.h"
#include "core/image/photo.h"
#include "core/mask/labels.h"
#include "core/result.h"

namespace retailor::regions {

struct NamedFile {
  std::string name;
  image::Bytes bytes;
};

// Where parts come from, for whoever finds them later; empty: not said.
struct PartsOrigin {
  std::string source;           // a file's name
  std::string scheme;           // key of the scheme it was read by
  std::string photoSha256{};    // of the photo's pixels
  std::string parserSha256{};   // of the weights of the human parser that found them
  std::string parserLicence{};  // that it came under
};

// All that is marked, in one plane of BodyPart numbers: half coverage and more counts, the fuller one where two overlap, what lies in front
// over all.
mask::Labels planeOf(const completion::PhotoRegions& marked, image::Size size);

// parts.png, an index picture in Retailor's palette (0 nothing, 1 face, 2 hair, 3 upper, 4 lower, 5 whole-body clothes, 6 shoes, 7 other
// skin and things); parts.json, which says so ({schema, source, scheme, orientation, parser, ids, photo}); and for each region that is
// marked, and what lies in front, a grey mask named after it.
Result<std::vector<NamedFile>> filedRegions(const mask::Labels& parts, const completion::PhotoRegions& marked, const PartsOrigin& origin);

// What command lines add to them: the hole that replacing a region needs, and a parser's labels as it gave them.
std::string holeFile(completion::BodyRegion region);
inline constexpr std::string_view labelsFile = "labels.png";

// Into a folder, made where it is missing; each file whole or not at all. Where the folder held parts.json of an earlier run, the pictures
// above that are not among `files` are removed after it: they are of other parts. `source`, a file or folder that the parts were read from,
// is left alone. CannotWrite names what could not be written or removed.
Result<void> writeInto(const std::filesystem::path& folder, const std::vector<NamedFile>& files, const std::filesystem::path& source = {});

}  // namespace retailor::regions
