#pragma once

#include <optional>
#include <stop_token>

#include "core/image/bitmap.h"
#include "core/regions/parsers/parse_picture.h"

namespace retailor::regions {

// The picture (U8 sRGB, 3 or 4 channels; alpha is left out) as the parser's classes, with its scheme: resized and normalised as its
// preprocessor_config.json says, the classes' scores brought back to the picture's size, and the greatest taken. Nothing when stopped,
// which is heeded after every block of the network and every few rows of the map. MissingWeights: a file is missing, broken, or of other
// shapes than config.json says. Some seconds for B2 and 12 megapixels on two cores, half a gigabyte or so.
// Any thread; a worker rather than the window's.
Result<std::optional<LabelMap>> parsedPicture(const ParserModel& parser, const image::Bitmap& picture, const ParsingProgress& progress,
                                              const std::stop_token& stop);

}  // namespace retailor::regions
