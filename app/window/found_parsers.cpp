#include "app/window/found_parsers.h"

#include <exception>
#include <new>

#include "app/networks_library.h"
#include "core/neural/weights/folder/model_licence.h"

namespace retailor::app {
namespace {

namespace fs = std::filesystem;

std::vector<ui::OfferedParser> offeredParsers(const QStringList& preferred, const std::stop_token&) {
  std::vector<fs::path> folders;
  for (const QString& folder : preferred) folders.emplace_back(folder.toStdU16String());
  std::vector<ui::OfferedParser> offered;
  try {
    for (const regions::ParserModel& parser : regions::findParsers(weights::modelSearchPath({}, folders)))
      offered.push_back({parser.name, parser.folder.string(), weights::licenceOf(parser.folder)});
  } catch (const std::exception&) {  // work on a pool thread must not throw; nothing is offered then
  }
  return offered;
}

Result<std::optional<regions::LabelMap>> mapBy(const std::string& folder, const image::Bitmap& picture,
                                               const regions::ParsingProgress& progress, const std::stop_token& stop) {
  try {
    const Result<regions::ParserModel> parser = regions::openParser(folder);
    return parser ? parsedPicture(*parser, picture, progress, stop) : parser.failure();
  } catch (const std::bad_alloc&) {
    return Failure{FailureKind::OutOfMemory, "The parser's map does not fit in memory. Close other programs."};
  } catch (const std::exception& problem) {
    return Failure{FailureKind::Internal, std::string("Something went wrong that should not: ") + problem.what() + ". Please report it."};
  }
}

}  // namespace

ui::ParserSource parserSource() { return {offeredParsers, mapBy, weights::dataFolder().string()}; }

}  // namespace retailor::app
