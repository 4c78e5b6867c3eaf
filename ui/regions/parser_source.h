#pragma once

#include <QStringList>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/image/bitmap.h"
#include "core/regions/maps/label_map.h"
#include "core/result.h"

namespace retailor::ui {

// A human parser that is installed.
struct OfferedParser {
  std::string name;
  std::string folder;
  std::string licence;  // as its folder tells; empty: it says nothing
};

// How the window learns of human parsers without knowing networks: app passes functions. For workers.
struct ParserSource {
  // Those on the search path, with `preferred` folders in it; names and settings are read, no weights.
  std::function<std::vector<OfferedParser>(const QStringList& preferred, const std::stop_token& stop)> find;
  // The parser's map of a picture (U8 sRGB); nothing when stopped. `progress` is told the share that is done, on the worker.
  std::function<Result<std::optional<regions::LabelMap>>(const std::string& folder, const image::Bitmap& picture,
                                                         const std::function<void(double share)>& progress, const std::stop_token& stop)>
      parse;
  std::string installFolder;  // where one may be put to be found
};

}  // namespace retailor::ui
