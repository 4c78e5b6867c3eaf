#include "ui/regions/parsing_import.h"

#include <QFileInfo>
#include <map>

#include "core/document/edits/mark_region.h"
#include "core/image/resize.h"
#include "core/mask/mask_combine.h"
#include "core/regions/maps/read_label_map.h"
#include "ui/canvas/bitmap_to_qimage.h"
#include "ui/regions/parsing_map_dialog.h"
#include "ui/regions/part_look.h"

namespace retailor::ui {

using document::PaintTarget;
using regions::BodyPart;

namespace {

constexpr int kLook = 460;  // pixels a side of the photo in the dialog

// Colours that nobody knows are asked about in the dialog.
Result<regions::LabelMap> mapIn(const std::filesystem::path& file) {
  Result<regions::LabelMap> map = regions::readLabelMap(file);
  if (map || map.failure().kind != FailureKind::BadInput) return map;
  Result<regions::LabelMap> colours = regions::readUnknownColours(file);
  return colours ? colours : map;
}

}  // namespace

ParsingImport::ParsingImport(OpenDocument& open, Prompts& prompts, QWidget* window)
    : QObject(window), m_open(open), m_prompts(prompts), m_window(window), m_work(this) {
  connect(&open, &OpenDocument::documentReplaced, this, [this] { m_work.stop(); });
}

void ParsingImport::ask() {
  const QString folder = QFileInfo(m_open.photoPath()).path();
  const QString file = m_prompts.openFile(m_window, tr("Open a parsing map"), m_open.photoPath().isEmpty() ? QString() : folder,
                                          tr("Parsing maps (*.png *.npy *.json *.tif *.tiff *.webp *.jpg *.jpeg);;All files (*)"));
  if (!file.isEmpty()) open(file);
}

void ParsingImport::open(const QString& file) {
  start([file]() -> Result<std::shared_ptr<const regions::LabelMap>> {
    Result<regions::LabelMap> map = mapIn(std::filesystem::path(file.toStdU16String()));
    if (!map) return map.failure();
    return std::make_shared<const regions::LabelMap>(std::move(*map));
  });
}

void ParsingImport::review(const std::shared_ptr<const regions::LabelMap>& map) {
  start([map] { return map; });
}

void ParsingImport::start(const MapSource& source) {
  if (!m_open.document()) return;
  m_document = m_open.document();
  m_work.start<Result<Read>>(
      [source, picture = m_picture, state = m_document->state()](const std::stop_token& stop) -> Result<Read> {
        const auto map = source();
        if (!map) return map.failure();
        if (stop.stop_requested()) return Read{};
        const auto shown = picture->of(state);
        return Read{*map, toQImage(image::resized(*shown, image::fittedInto(shown->size(), {kLook, kLook})))};
      },
      [this](const Result<Read>& read) { take(read); });
  Q_EMIT busyChanged(true);
}

void ParsingImport::take(const Result<Read>& read) {
  Q_EMIT busyChanged(false);
  if (m_work.stopped() || !m_document || m_document != m_open.document()) return;
  if (!read) return Q_EMIT failed(QString::fromStdString(read.failure().sentence));
  auto* dialog = new ParsingMapDialog(read->map, m_document->mask().size(), read->look, m_prompts, m_window);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &ParsingMapDialog::chosen, this,
          [this](const std::shared_ptr<const mask::Labels>& parts, const std::set<BodyPart>& marked, const std::set<BodyPart>& changing) {
            put(*parts, marked, changing);
          });
  dialog->open();
}

void ParsingImport::put(const mask::Labels& parts, const std::set<BodyPart>& marked, const std::set<BodyPart>& changing) {
  if (!m_document || m_document != m_open.document() || m_document->mask().size() != parts.size()) return;
  std::map<PaintTarget, mask::Mask> after;
  const auto join = [&](const PaintTarget& target, const mask::Mask& base, BodyPart part) {
    const auto place = after.try_emplace(target, base).first;
    place->second = mask::added(place->second, regions::maskOf(parts, part));
  };
  for (const BodyPart part : marked) join(*markedAs(part), mask::Mask(parts.size()), part);
  for (const BodyPart part : changing) join(PaintTarget{}, m_document->mask(), part);
  m_document->undoStack().beginMacro(tr("Parts from a parsing map"));
  for (const auto& [target, mask] : after)
    document::pushCoverage(*m_document, mask, tr("Parts from a parsing map"), target, document::Sharing::TakesOver);
  m_document->undoStack().endMacro();
}

}  // namespace retailor::ui
