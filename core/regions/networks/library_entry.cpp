#include "core/regions/networks/parsed_picture.h"

extern "C" __attribute__((visibility("default"))) bool retailor_parse_picture(
    const char* stamp, const retailor::regions::ParserModel& parser, const retailor::image::Bitmap& picture,
    const retailor::regions::ParsingProgress& progress, const std::stop_token& stop,
    retailor::Result<std::optional<retailor::regions::LabelMap>>* map) {
  if (stamp == nullptr || stamp != retailor::completion::libraryStamp()) return false;
  *map = retailor::regions::parsedPicture(parser, picture, progress, stop);
  return true;
}
