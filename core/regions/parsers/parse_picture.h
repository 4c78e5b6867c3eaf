#pragma once

#include <functional>
#include <optional>
#include <stop_token>

#include "core/completion/library_stamp.h"
#include "core/image/bitmap.h"
#include "core/regions/maps/label_map.h"
#include "core/regions/parsers/parser_model.h"
#include "core/result.h"

namespace retailor::regions {

// How far it is, 0..1; on the thread that parses.
using ParsingProgress = std::function<void(double share)>;

// What the library retailor-networks exports for human parsers: parsedPicture() of core/regions/networks into `map`. False when the
// program's stamp is not the library's.
using ParsePicture = bool (*)(const char* stamp, const ParserModel& parser, const image::Bitmap& picture, const ParsingProgress& progress,
                              const std::stop_token& stop, Result<std::optional<LabelMap>>* map);
constexpr const char* parsePictureName = "retailor_parse_picture";

}  // namespace retailor::regions
