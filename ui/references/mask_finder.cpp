#include "ui/references/mask_finder.h"

#include "core/mask/grab_cut.h"
#include "core/mask/mask_combine.h"
#include "core/mask/shapes.h"
#include "core/regions/reading/mask_or_map.h"
#include "ui/controls/background.h"
#include "ui/references/mask_scribbles.h"
#include "ui/regions/parser_dialog.h"

namespace retailor::ui {

using regions::BodyPart;

namespace {

constexpr double kWandTolerance = 12;  // ΔE, as the photo's wand starts with

// Ticked at first is what the reference's region says.
PartUse countingFor(completion::BodyRegion region) {
  return {MaskFinder::tr("Counts"), MaskFinder::tr("What of this picture the method shall see."),
          [region](const std::set<BodyPart>& shown, const regions::ParsingScheme&) {
            const std::set<BodyPart> wanted = regions::partsOf(region, shown);
            std::map<BodyPart, bool> offered;
            for (const BodyPart part : shown) offered[part] = wanted.contains(part);
            return offered;
          }};
}

}  // namespace

MaskFinder::MaskFinder(const completion::TaggedReference& reference, Prompts* prompts, ParserSource parsers, QWidget* window)
    : QObject(window), m_reference(reference), m_prompts(prompts), m_parsers(std::move(parsers)), m_window(window) {
  if (!prompts) return;
  m_review = std::make_unique<MapReview>(*prompts, window);
  connect(m_review.get(), &MapReview::busyChanged, this, [this](bool busy) {
    if (!busy) Q_EMIT ended();
  });
  connect(m_review.get(), &MapReview::failed, this, &MaskFinder::failed);
  connect(m_review.get(), &MapReview::chosen, this,
          [this](const std::shared_ptr<const mask::Labels>& parts, const std::vector<std::set<BodyPart>>& taken) {
            takeParts(*parts, taken.front());
          });
}

void MaskFinder::find(const QString& sentence, std::function<Result<mask::Mask>()> how, Joins joins) {
  Q_EMIT started(sentence);
  inBackground<Result<mask::Mask>>(this, std::move(how), [this, joins](const Result<mask::Mask>& mask) {
    Q_EMIT ended();
    if (!mask)
      Q_EMIT failed(QString::fromStdString(mask.failure().sentence));
    else if (mask->isEmpty())
      Q_EMIT failed(tr("Nothing was found that way. Draw it more closely round the object, or choose another tool."));
    else
      Q_EMIT found(*mask, joins);
  });
}

void MaskFinder::findInBox(const QRect& box) {
  mask::GrabCutHints hints;
  hints.box = {box.x(), box.y(), box.width(), box.height()};
  find(tr("Finding the object in the box…"),
       [picture = m_reference.picture, hints, stop = m_stop.get_token()] { return mask::grabCut(*picture, hints, stop); });
}

void MaskFinder::findColourOf(QPoint at, bool takesAway) {
  find(
      tr("Finding what has that colour…"),
      [picture = m_reference.picture, at]() -> Result<mask::Mask> {
        return mask::similarColours(*picture, at.x(), at.y(), kWandTolerance, true);
      },
      takesAway ? Joins::TakesAway : Joins::Adds);
}

void MaskFinder::findLikeScribbles(const std::vector<mask::Scribble>& strokes) {
  find(tr("Telling apart what counts…"), [picture = m_reference.picture, strokes, stop = m_stop.get_token()]() -> Result<mask::Mask> {
    const Result<mask::Labels> labels = mask::scribbledRegions(*picture, strokes, 0, stop);
    if (!labels) return labels.failure();
    return labels->maskOf(MaskScribbles::counting);
  });
}

void MaskFinder::askForFile() {
  const QString file =
      m_prompts->openFile(m_window, tr("A mask or parsing map for “%1”").arg(QString::fromStdString(m_reference.name)), {},
                          tr("Masks and parsing maps (*.png *.npy *.json *.tif *.tiff *.webp *.jpg *.jpeg);;All files (*)"));
  if (file.isEmpty()) return;
  using Read = std::shared_ptr<Result<regions::MaskOrMap>>;
  Q_EMIT started(tr("Reading the mask…"));
  inBackground<Read>(
      this,
      [path = std::filesystem::path(file.toStdU16String()), size = m_reference.picture->size()] {
        return std::make_shared<Result<regions::MaskOrMap>>(regions::readMaskOrMap(path, size));
      },
      [this](const Read& read) {
        if (*read)
          if (auto* map = std::get_if<regions::LabelMap>(&**read))
            return review([shared = std::make_shared<const regions::LabelMap>(std::move(*map))] { return shared; });
        Q_EMIT ended();
        if (!*read)
          Q_EMIT failed(QString::fromStdString(read->failure().sentence));
        else
          Q_EMIT found(std::get<mask::Mask>(**read), Joins::Replaces);
      });
}

void MaskFinder::askParser() {
  auto* dialog = new ParserDialog([picture = m_reference.picture] { return picture; }, m_parsers, m_window);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &ParserDialog::parsed, this, [this](const std::shared_ptr<const regions::LabelMap>& map) {
    Q_EMIT started(tr("Showing the parts…"));
    review([map] { return map; });
  });
  connect(dialog, &ParserDialog::modelFoldersWanted, this, &MaskFinder::modelFoldersWanted);
  dialog->open();
}

void MaskFinder::review(const MapSource& map) {
  m_review->start(map, [picture = m_reference.picture] { return picture; }, {countingFor(m_reference.region)});
}

void MaskFinder::takeParts(const mask::Labels& parts, const std::set<BodyPart>& counting) {
  mask::Mask mask(parts.size());
  for (const BodyPart part : counting) mask = mask::added(mask, regions::maskOf(parts, part));
  Q_EMIT found(mask, Joins::Replaces);
}

}  // namespace retailor::ui
