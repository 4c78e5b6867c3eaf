#include "ui/regions/parsing_import.h"

#include <QFileInfo>

#include "core/document/edits/mark_region.h"
#include "core/mask/mask_combine.h"
#include "ui/regions/part_look.h"

namespace retailor::ui {

using document::PaintTarget;
using regions::BodyPart;

namespace {

enum Use : std::size_t { Mark, Change };

// A parser of faces knows clothes as the edge of its picture only: what is marked of them already is the better.
std::map<BodyPart, bool> markable(const std::set<BodyPart>& shown, const regions::ParsingScheme& scheme) {
  const bool faces = regions::isOfFaces(scheme);
  std::map<BodyPart, bool> offered;
  for (const BodyPart part : shown)
    if (markedAs(part)) offered[part] = !faces || part == BodyPart::Face || part == BodyPart::Hair;
  return offered;
}

std::map<BodyPart, bool> changeable(const std::set<BodyPart>& shown, const regions::ParsingScheme&) {
  std::map<BodyPart, bool> offered;
  for (const BodyPart part : shown) offered[part] = false;
  return offered;
}

}  // namespace

ParsingImport::ParsingImport(OpenDocument& open, Prompts& prompts, QWidget* window)
    : QObject(window), m_open(open), m_prompts(prompts), m_window(window), m_review(prompts, window) {
  connect(&open, &OpenDocument::documentReplaced, &m_review, &MapReview::stop);
  connect(&m_review, &MapReview::busyChanged, this, &ParsingImport::busyChanged);
  connect(&m_review, &MapReview::failed, this, &ParsingImport::failed);
  connect(&m_review, &MapReview::chosen, this, [this](const std::shared_ptr<const mask::Labels>& parts, const std::vector<Parts>& taken) {
    put(*parts, taken[Mark], taken[Change]);
  });
}

void ParsingImport::ask() {
  const QString folder = QFileInfo(m_open.photoPath()).path();
  const QString file = m_prompts.openFile(m_window, tr("Open a parsing map"), m_open.photoPath().isEmpty() ? QString() : folder,
                                          tr("Parsing maps (*.png *.npy *.json *.tif *.tiff *.webp *.jpg *.jpeg);;All files (*)"));
  if (!file.isEmpty()) open(file);
}

void ParsingImport::open(const QString& file) { start(mapInFile(file)); }

void ParsingImport::review(const std::shared_ptr<const regions::LabelMap>& map) {
  start([map] { return map; });
}

PictureSource ParsingImport::picture() {
  return [picture = m_picture, state = m_open.document()->state()] { return picture->of(state); };
}

void ParsingImport::start(const MapSource& source) {
  if (!m_open.document()) return;
  m_document = m_open.document();
  m_review.start(source, picture(),
                 {{tr("Mark on the photo"),
                   tr("Marks it as worn, for fitting and replacing clothes; arms, hands and bags as lying in front."), markable},
                  {tr("May change"), tr("Adds it to the mask."), changeable}});
}

void ParsingImport::put(const mask::Labels& parts, const Parts& marked, const Parts& changing) {
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
