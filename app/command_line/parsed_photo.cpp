#include "app/command_line/parsed_photo.h"

#include <unistd.h>

#include <chrono>
#include <cstdio>

#include "app/command_line/preferred_folders.h"
#include "app/command_line/terminal_text.h"
#include "app/networks_library.h"
#include "core/completion/hash.h"
#include "core/image/colour.h"
#include "core/image/read_photo.h"

namespace retailor::command_line {
namespace {

namespace fs = std::filesystem;

Result<regions::ParserModel> parserNamed(const std::string& parser, const std::vector<std::string>& models) {
  if (parser != "auto") return regions::openParser(parser);
  return regions::firstParser(weights::modelSearchPath({models.begin(), models.end()}, preferredModelFolders()));
}

Result<image::Bitmap> pictureOf(const fs::path& file) {
  const Result<image::Photo> photo = image::readPhoto(file);
  if (!photo) return photo.failure();
  return image::toSrgb(photo->pixels, photo->profile, image::SampleType::U8);
}

// Drawn over and over where a terminal shows it.
class StatusLine {
 public:
  void operator()(double share) const {
    if (!m_terminal || share <= 0) return;
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - m_start).count();
    std::fprintf(stderr, "\r\033[K%3.0f %%  Looking for the parts, %.0f s left", 100 * share, seconds * (1 - share) / share);
  }
  void clear() const {
    if (m_terminal) std::fputs("\r\033[K", stderr);
  }

 private:
  bool m_terminal = isatty(STDERR_FILENO) == 1;
  std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

}  // namespace

Result<std::optional<ParsedPhoto>> parsedPhoto(const fs::path& photo, const std::string& parser, const std::vector<std::string>& models,
                                               const std::stop_token& stop) {
  const Result<regions::ParserModel> model = parserNamed(parser, models);
  if (!model) return model.failure();
  const Result<image::Bitmap> picture = pictureOf(photo);
  if (!picture) return picture.failure();
  std::fprintf(stderr, "retailor-cli: the parser is %s; its licence: %s.\n", printable(model->name).c_str(),
               printable(model->licence).c_str());
  const StatusLine line;
  Result<std::optional<regions::LabelMap>> map = app::parsedPicture(*model, *picture, line, stop);
  line.clear();
  if (!map) return map.failure();
  if (!*map) return std::optional<ParsedPhoto>();
  const Result<std::string> hash = completion::sha256Of(model->weights, stop);
  return std::optional(ParsedPhoto{std::move(**map), {*model, hash ? *hash : std::string()}});
}

}  // namespace retailor::command_line
