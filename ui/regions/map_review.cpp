#include "ui/regions/map_review.h"

#include "core/image/resize.h"
#include "core/regions/reading/read_label_map.h"
#include "ui/canvas/bitmap_to_qimage.h"
#include "ui/regions/parsing_map_dialog.h"

namespace retailor::ui {

namespace {

constexpr int kLook = 460;  // pixels a side of the picture in the dialog

}  // namespace

MapSource mapInFile(const QString& file) {
  return [path = std::filesystem::path(file.toStdU16String())]() -> Result<std::shared_ptr<const regions::LabelMap>> {
    Result<regions::LabelMap> map = regions::readLabelMap(path);
    if (!map && map.failure().kind == FailureKind::BadInput)
      if (Result<regions::LabelMap> colours = regions::readUnknownColours(path)) map = std::move(colours);
    if (!map) return map.failure();
    return std::make_shared<const regions::LabelMap>(std::move(*map));
  };
}

MapReview::MapReview(Prompts& prompts, QWidget* window) : m_prompts(prompts), m_window(window), m_work(this) {}

void MapReview::start(const MapSource& map, const PictureSource& picture, std::vector<PartUse> uses) {
  m_work.start<Result<Read>>(
      [map, picture](const std::stop_token& stop) -> Result<Read> {
        const auto read = map();
        if (!read) return read.failure();
        if (stop.stop_requested()) return Read{};
        const auto shown = picture();
        return Read{*read, shown, toQImage(image::resized(*shown, image::fittedInto(shown->size(), {kLook, kLook})))};
      },
      [this, uses = std::move(uses)](const Result<Read>& read) { take(read, uses); });
  Q_EMIT busyChanged(true);
}

void MapReview::take(const Result<Read>& read, std::vector<PartUse> uses) {
  Q_EMIT busyChanged(false);
  if (m_work.stopped()) return;
  if (!read) return Q_EMIT failed(QString::fromStdString(read.failure().sentence));
  auto* dialog = new ParsingMapDialog(read->map, {read->picture, read->look}, std::move(uses), m_prompts, m_window);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &ParsingMapDialog::chosen, this, &MapReview::chosen);
  dialog->open();
}

}  // namespace retailor::ui
