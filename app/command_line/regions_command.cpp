#include "app/command_line/regions_command.h"

#include <CLI/CLI.hpp>
#include <array>
#include <cstdio>
#include <exception>
#include <limits>
#include <map>
#include <new>

#include "app/command_line/parsed_photo.h"
#include "app/command_line/terminal_text.h"
#include "core/completion/hash.h"
#include "core/image/colour.h"
#include "core/image/read_photo.h"
#include "core/image/write_photo.h"
#include "core/regions/filing/filed_regions.h"
#include "core/regions/reading/read_label_map.h"
#include "core/regions/replacement/replaced_garment.h"
#include "core/regions/schemes/scheme_file.h"
#include "core/regions/suggestions/found_faces.h"

namespace retailor::command_line {
namespace {

namespace fs = std::filesystem;
using regions::BodyPart;

constexpr std::uint32_t kMostIndex = 65535;  // beyond it a scheme's numbers are colours

struct PhotoFacts {
  image::Size size;
  std::string sha256;
  std::vector<image::Rect> faces;  // where chins shall be trimmed
};

// The map that masks are made of, and the parser that made it.
struct MapToRead {
  regions::LabelMap map;
  std::optional<UsedParser> parser;
};

Result<std::optional<regions::ParsingScheme>> askedScheme(const std::string& asked) {
  if (asked.empty()) return std::optional<regions::ParsingScheme>();
  if (const regions::ParsingScheme* known = regions::schemeNamed(asked)) return std::optional(*known);
  std::error_code ignored;
  if (!fs::exists(asked, ignored))
    return badInput("There is no scheme '" + asked + "'; use one of " + regions::knownSchemeKeys() + ", or a JSON file.");
  Result<regions::ParsingScheme> scheme = regions::readScheme(asked);
  if (!scheme) return scheme.failure();
  return std::optional(std::move(*scheme));
}

Result<std::vector<image::Rect>> facesOn(const image::Photo& photo, const std::stop_token& stop) {
  const auto cascade = regions::faceCascade();
  if (!cascade)
    return badInput("--trim-chin needs OpenCV's trained file for faces (haarcascade_frontalface_alt2.xml); install opencv-data.");
  const Result<image::Bitmap> picture = image::toSrgb(photo.pixels, photo.profile, image::SampleType::U8);
  if (!picture) return picture.failure();
  auto faces = regions::foundFrontalFaces(*picture, *cascade, stop);
  if (faces && faces->empty() && !stop.stop_requested())
    std::fprintf(stderr, "retailor-cli: no face seen from the front was found on the photo; nothing is trimmed below a chin.\n");
  return faces;
}

Result<PhotoFacts> photoFacts(const RegionsOptions& options, image::Size otherwise, const std::stop_token& stop) {
  if (options.photo.empty()) return PhotoFacts{otherwise, {}, {}};
  const Result<image::Photo> photo = image::readPhoto(options.photo);
  if (!photo) return photo.failure();
  PhotoFacts facts{photo->pixels.size(), completion::sha256Of(photo->pixels), {}};
  if (!options.trimsChins) return facts;
  Result<std::vector<image::Rect>> faces = facesOn(*photo, stop);
  if (!faces) return faces.failure();
  facts.faces = std::move(*faces);
  return facts;
}

// What the window would mark on the photo.
completion::PhotoRegions markedRegions(const mask::Labels& parts) {
  completion::PhotoRegions marked;
  const auto put = [](completion::MarkedRegion& region, mask::Mask mask) {
    if (!mask.isEmpty()) region.mask = std::make_shared<const mask::Mask>(std::move(mask));
  };
  for (const BodyPart part : regions::allParts)
    if (const auto region = regions::regionOf(part)) put(marked.body[*region], regions::maskOf(parts, part));
  put(marked.inFront, regions::inFrontOf(parts));
  return marked;
}

Result<void> addHoles(std::vector<regions::NamedFile>& files, const completion::PhotoRegions& marked, const RegionsOptions& options,
                      image::Size size) {
  for (const std::string& key : options.replaced) {
    const Result<mask::Mask> hole =
        regions::replacementHole(marked, *completion::regionFromKey(key), size, {.sleevesMayChange = options.sleevesMayChange});
    if (!hole) return hole.failure();
    Result<image::Bytes> png = image::encodePng(hole->toBitmap());
    if (!png) return png.failure();
    files.push_back({regions::holeFile(*completion::regionFromKey(key)), std::move(*png)});
  }
  return {};
}

// The ids as the parser gave them, not tidied: what any other tool can read as a parsing map.
Result<void> addLabels(std::vector<regions::NamedFile>& files, const MapToRead& read) {
  if (!read.parser) return {};
  const bool fits = read.parser->model.scheme.largestId() <= std::numeric_limits<std::uint8_t>::max();
  image::Bitmap labels(read.map.size, 1, fits ? image::SampleType::U8 : image::SampleType::U16);
  if (fits)
    std::ranges::copy(read.map.ids, reinterpret_cast<std::uint8_t*>(labels.bytes()));
  else
    std::ranges::copy(read.map.ids, reinterpret_cast<std::uint16_t*>(labels.bytes()));
  Result<image::Bytes> png = image::encodePng(labels);
  if (!png) return png.failure();
  files.push_back({std::string(regions::labelsFile), std::move(*png)});
  return {};
}

regions::PartsOrigin originOf(const MapToRead& read, const regions::ParsingScheme& scheme, const PhotoFacts& photo) {
  regions::PartsOrigin origin{read.map.name, scheme.key, photo.sha256, {}, {}};
  if (!read.parser) return origin;
  origin.parserSha256 = read.parser->sha256;
  origin.parserLicence = read.parser->model.licence;
  return origin;
}

constexpr std::array<std::pair<const char*, regions::MapTurn>, 5> turns{{{"auto", regions::MapTurn::FoundOut},
                                                                         {"none", regions::MapTurn::AsItLies},
                                                                         {"right", regions::MapTurn::QuarterRight},
                                                                         {"half", regions::MapTurn::UpsideDown},
                                                                         {"left", regions::MapTurn::QuarterLeft}}};
constexpr std::array<std::pair<const char*, regions::WholeBodyRule>, 3> wholeBodyRules{
    {{"auto", regions::WholeBodyRule::FoundOut}, {"keep", regions::WholeBodyRule::Kept}, {"divide", regions::WholeBodyRule::Divided}}};

void tell(const regions::ParsingScheme& scheme, bool ambiguous, const regions::ImportedParts& imported) {
  for (const std::string& note : imported.notes) std::fprintf(stderr, "retailor-cli: %s\n", printable(note).c_str());
  if (ambiguous)
    std::fprintf(stderr, "retailor-cli: the map could be of another scheme too; check the masks, or name it with --scheme (%s).\n",
                 regions::knownSchemeKeys().c_str());
  if (scheme.coarse) std::fprintf(stderr, "retailor-cli: %s is coarse; check the masks.\n", scheme.title.c_str());
  std::printf("%-16s %s\n", "scheme", printable(scheme.key).c_str());
  const auto counts = imported.parts.counts();
  const double all = static_cast<double>(imported.parts.width()) * imported.parts.height();
  for (const BodyPart part : regions::allParts)
    if (const std::size_t pixels = counts[static_cast<std::size_t>(part)]; pixels > 0)
      std::printf("%-16s %.2f %%\n", std::string(regions::partKey(part)).c_str(), 100 * static_cast<double>(pixels) / all);
}

// What keeps the folder from being made, if anything.
std::optional<fs::path> fileInTheWay(const fs::path& folder) {
  std::error_code problem;
  for (fs::path at = fs::absolute(folder, problem); at.has_relative_path(); at = at.parent_path())
    if (fs::exists(at, problem)) return fs::is_directory(at, problem) ? std::nullopt : std::optional(at);
  return std::nullopt;
}

Result<void> checkOptions(const RegionsOptions& options) {
  if (options.map.empty() == options.parser.empty())
    return badInput("Name either a parsing map with --map, or a human parser with --parser that makes one of the photo.");
  if (options.trimsChins && options.photo.empty()) return badInput("--trim-chin looks for faces on the photo; name it with --photo.");
  if (const auto file = fileInTheWay(options.output))
    return badInput("The masks go into a folder, but " + file->string() + " is a file; name another --output.");
  if (!options.parser.empty() && options.photo.empty()) return badInput("A human parser needs the photo to look at; name it with --photo.");
  return {};
}

// Nothing when stopped.
Result<std::optional<MapToRead>> mapToRead(const RegionsOptions& options, bool coloursAreIds, const std::stop_token& stop) {
  if (options.parser.empty()) {
    Result<regions::LabelMap> map = regions::readLabelMap(options.map, coloursAreIds);
    if (!map) return map.failure();
    return std::optional(MapToRead{std::move(*map), std::nullopt});
  }
  Result<std::optional<ParsedPhoto>> parsed = parsedPhoto(options.photo, options.parser, options.models, stop);
  if (!parsed) return parsed.failure();
  if (!*parsed) return std::optional<MapToRead>();
  return std::optional(MapToRead{std::move((*parsed)->map), std::move((*parsed)->parser)});
}

Result<void> writeParts(const RegionsOptions& options, const MapToRead& read, const std::optional<regions::ParsingScheme>& asked,
                        const std::stop_token& stop) {
  const Result<PhotoFacts> photo = photoFacts(options, regions::turned(read.map.size, options.choices.turn), stop);
  if (!photo) return photo.failure();
  bool ambiguous = false;
  const auto judged = regions::judgedTurns(read.map.size, photo->size, options.choices.turn);
  const Result<regions::ParsingScheme> scheme = regions::schemeFor(read.map, asked, judged, &ambiguous);
  if (!scheme) return scheme.failure();
  regions::MapChoices choices = options.choices;
  choices.trimmedFaces = photo->faces;
  const Result<regions::ImportedParts> imported = regions::importedParts(read.map, *scheme, photo->size, choices);
  if (!imported) return imported.failure();
  const completion::PhotoRegions marked = markedRegions(imported->parts);
  auto files = regions::filedRegions(imported->parts, marked, originOf(read, *scheme, *photo));
  if (!files) return files.failure();
  for (const auto& add : {addHoles(*files, marked, options, photo->size), addLabels(*files, read)})
    if (!add) return add;
  if (stop.stop_requested()) return {};
  const Result<void> written = regions::writeInto(options.output, *files, options.map);
  if (written) tell(*scheme, ambiguous, *imported);
  return written;
}

Result<void> extracted(const RegionsOptions& options, const std::stop_token& stop) {
  if (const Result<void> one = checkOptions(options); !one) return one;
  const Result<std::optional<regions::ParsingScheme>> asked = askedScheme(options.scheme);
  if (!asked) return asked.failure();
  const Result<std::optional<MapToRead>> read = mapToRead(options, *asked && (**asked).largestId() > kMostIndex, stop);
  if (!read) return read.failure();
  return *read ? writeParts(options, **read, *asked, stop) : Result<void>();
}

std::string sourceOf(const RegionsOptions& options) { return options.map.empty() ? options.photo.string() : options.map.string(); }

}  // namespace

void addRegionsOptions(CLI::App& command, RegionsOptions& options) {
  std::vector<std::string> keys;
  for (const completion::BodyRegion region : completion::allRegions)
    if (region != completion::BodyRegion::Anything) keys.emplace_back(completion::regionKey(region));
  command
      .add_option(
          "--map", options.map,
          "The parsing map: an index or colour-coded picture, a NumPy array, COCO's run lengths in JSON, or a mask a class in a folder or "
          "a TIFF's pages")
      ->type_name("FILE");
  command
      .add_option(
          "--parser", options.parser,
          "Instead of a map: the folder of a human parser (SegFormer) that makes one of the photo, or auto: the first in the model folders")
      ->type_name("DIR|auto");
  command.add_option("--model", options.models, "A folder where auto looks first; may be given again")->type_name("DIR");
  command.add_option("--photo", options.photo, "The photo it belongs to; without it the masks have the map's size")->type_name("FILE");
  command
      .add_option("--scheme", options.scheme,
                  "What its labels mean: " + regions::knownSchemeKeys() + ", or a JSON file; found out without it")
      ->type_name("NAME|FILE");
  command.add_option("--turn", options.choices.turn, "Which way to turn the map so that it lies as the photo")
      ->transform(CLI::CheckedTransformer(std::map<std::string, regions::MapTurn>(turns.begin(), turns.end())))
      ->type_name("auto|none|right|half|left");
  command.add_flag("--stretch", options.choices.stretched, "Bring the map to the photo's shape where its own differs");
  command
      .add_option("--whole-body", options.choices.wholeBody,
                  "Whole-body clothes: keep them, or divide them at the waist into upper and lower clothes")
      ->transform(CLI::CheckedTransformer(std::map<std::string, regions::WholeBodyRule>(wholeBodyRules.begin(), wholeBodyRules.end())))
      ->type_name("auto|keep|divide");
  command.add_flag(
      "--trim-chin", options.trimsChins,
      "Cut the map's faces off below the chin, where they go on down the neck as ATR's often do: by the faces found on the photo");
  command.add_option("--replace", options.replaced, "Also write the hole that replacing this region needs")
      ->check(CLI::IsMember(keys))
      ->type_name("REGION");
  command.add_flag("--allow-sleeves", options.sleevesMayChange, "Arms and hands beside the replaced clothes are drawn anew too");
  command
      .add_option(
          "--output", options.output,
          "The folder for the masks; made where it does not exist. Masks of an earlier run, known by its parts.json, are removed unless "
          "written anew; other files stay")
      ->required()
      ->type_name("DIR");
}

ExitCode runRegions(const RegionsOptions& options, const std::stop_token& stop) {
  try {
    if (const Result<void> good = extracted(options, stop); !good) return failed(good.failure());
    return stop.stop_requested() ? ExitCode::Cancelled : ExitCode::Done;
  } catch (const std::bad_alloc&) {
    return failed({FailureKind::OutOfMemory, sourceOf(options) + " does not fit in memory."});
  } catch (const std::exception& problem) {
    return failed(
        {FailureKind::Internal, sourceOf(options) + ": something went wrong that should not: " + problem.what() + ". Please report it."});
  }
}

}  // namespace retailor::command_line
