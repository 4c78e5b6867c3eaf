#include "ui/references/reference_share_out.h"

#include "core/document/edits/reference_edits.h"
#include "core/regions/shared_out.h"
#include "ui/controls/background.h"
#include "ui/regions/parser_dialog.h"

namespace retailor::ui {

using regions::BodyPart;

namespace {

std::map<BodyPart, bool> allRegionsShown(const std::set<BodyPart>& shown, const regions::ParsingScheme&) {
  std::map<BodyPart, bool> offered;
  for (const BodyPart part : shown)
    if (regions::regionOf(part)) offered[part] = true;
  return offered;
}

}  // namespace

ReferenceShareOut::ReferenceShareOut(OpenDocument& open, Prompts& prompts, ParserSource parsers, QWidget* window)
    : QObject(window), m_open(open), m_prompts(prompts), m_parsers(std::move(parsers)), m_window(window), m_review(prompts, window) {
  connect(&open, &OpenDocument::documentReplaced, &m_review, &MapReview::stop);
  connect(&m_review, &MapReview::failed, this, &ReferenceShareOut::failed);
  connect(&m_review, &MapReview::chosen, this,
          [this](const std::shared_ptr<const mask::Labels>& parts, const std::vector<std::set<BodyPart>>& taken) {
            take(parts, taken.front());
          });
}

const completion::TaggedReference* ReferenceShareOut::tagged() const {
  const document::Reference* found = m_document && m_document == m_open.document() ? m_document->reference(m_id) : nullptr;
  return found ? &found->tagged : nullptr;
}

void ReferenceShareOut::byMap(document::Id reference) {
  m_document = m_open.document();
  m_id = reference;
  if (!tagged()) return;
  const QString file = m_prompts.openFile(m_window, tr("A parsing map of “%1”").arg(QString::fromStdString(tagged()->name)), {},
                                          tr("Parsing maps (*.png *.npy *.json *.tif *.tiff *.webp *.jpg *.jpeg);;All files (*)"));
  if (!file.isEmpty()) review(mapInFile(file));
}

void ReferenceShareOut::byParser(document::Id reference) {
  m_document = m_open.document();
  m_id = reference;
  if (!tagged()) return;
  auto* dialog = new ParserDialog([picture = tagged()->picture] { return picture; }, m_parsers, m_window);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(&m_open, &OpenDocument::documentReplaced, dialog, &QDialog::reject);
  connect(dialog, &ParserDialog::parsed, this,
          [this](const std::shared_ptr<const regions::LabelMap>& map) { review([map] { return map; }); });
  connect(dialog, &ParserDialog::modelFoldersWanted, this, &ReferenceShareOut::modelFoldersWanted);
  dialog->open();
}

void ReferenceShareOut::review(const MapSource& map) {
  if (!tagged()) return;
  m_review.start(
      map, [picture = tagged()->picture] { return picture; },
      {{tr("Becomes a reference"), tr("Puts this picture into the part's row, with the part alone counting."), allRegionsShown}});
}

void ReferenceShareOut::take(const std::shared_ptr<const mask::Labels>& parts, const std::set<BodyPart>& wanted) {
  if (!tagged() || tagged()->picture->size() != parts->size()) return;
  using References = std::vector<completion::TaggedReference>;
  inBackground<References>(
      this, [person = *tagged(), parts, wanted] { return regions::sharedOut(person, *parts, wanted); },
      [this](const References& references) { put(references); });
}

// The one that was shared out keeps its own part, or goes.
void ReferenceShareOut::put(const std::vector<completion::TaggedReference>& references) {
  if (!tagged() || references.empty()) return;
  const completion::BodyRegion before = tagged()->region;
  bool keeps = false;
  QUndoStack& steps = m_document->undoStack();
  steps.beginMacro(tr("Share out a reference"));
  for (const completion::TaggedReference& one : references) {
    const bool own = one.region == before;
    keeps |= own;
    if (own)
      steps.push(new document::ChangeReferenceEdit(*m_document, {m_id, one}, document::ReferenceAspect::Mask));
    else
      steps.push(new document::AddReferenceEdit(*m_document, {m_document->newId(), one}));
  }
  if (!keeps) steps.push(new document::RemoveReferenceEdit(*m_document, m_id));
  steps.endMacro();
}

}  // namespace retailor::ui
