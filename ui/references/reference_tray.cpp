#include "ui/references/reference_tray.h"

#include <QFileInfo>
#include <QPointer>
#include <QVBoxLayout>
#include <algorithm>

#include "core/completion/fitted_references.h"
#include "core/document/edits/reference_edits.h"
#include "ui/controls/background.h"
#include "ui/references/mask_editor.h"
#include "ui/references/read_references.h"
#include "ui/references/reference_card.h"
#include "ui/references/reference_share_out.h"
#include "ui/references/region_row.h"

namespace retailor::ui {

using completion::BodyRegion;
using document::ReferenceAspect;

ReferenceTray::ReferenceTray(OpenDocument& open, Prompts& prompts, ParserSource parsers, QWidget* parent)
    : QWidget(parent),
      m_open(open),
      m_prompts(prompts),
      m_parsers(std::move(parsers)),
      m_shareOut(new ReferenceShareOut(open, prompts, m_parsers, this)) {
  setObjectName(QStringLiteral("referenceTray"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(4, 4, 4, 4);
  column->setSpacing(1);
  for (const BodyRegion region : completion::allRegions) addRow(region);
  column->addStretch();
  connect(&m_open, &OpenDocument::documentReplaced, this, &ReferenceTray::followDocument);
  connect(m_shareOut, &ReferenceShareOut::failed, this, &ReferenceTray::failed);
  connect(m_shareOut, &ReferenceShareOut::modelFoldersWanted, this, &ReferenceTray::modelFoldersWanted);
  followDocument();
}

void ReferenceTray::addRow(BodyRegion region) {
  auto* row = new RegionRow(region, this);
  m_rows.insert(region, row);
  layout()->addWidget(row);
  connect(row, &RegionRow::chosen, this, &ReferenceTray::choose);
  connect(row, &RegionRow::addWanted, this, &ReferenceTray::askForFiles);
  connect(row, &RegionRow::dropped, this, &ReferenceTray::addFiles);
}

void ReferenceTray::followDocument() {
  if (m_open.document() != nullptr) connect(m_open.document(), &document::Document::changed, this, &ReferenceTray::heedChange);
  setEnabled(m_open.document() != nullptr);
  m_folder = QFileInfo(m_open.photoPath()).path();
  showReferences();
}

void ReferenceTray::heedChange(const document::DocumentChange& change) {
  if (change.what == document::DocumentChange::What::References) showReferences();
}

void ReferenceTray::showReferences() {
  const document::DocumentState nothing;
  const document::DocumentState& state = m_open.document() != nullptr ? m_open.document()->state() : nothing;
  QMap<BodyRegion, QList<ReferenceCard*>> cards;
  for (const document::Reference& reference : state.references) {
    ReferenceCard* card = cardFor(reference.id);
    card->setReference(reference.tagged);
    cards[reference.tagged.region].append(card);
  }
  for (RegionRow* row : m_rows) row->setCards(cards.value(row->region()));
  dropCardsOfGone(state);
}

ReferenceCard* ReferenceTray::cardFor(document::Id id) {
  if (ReferenceCard* known = m_cards.value(id)) return known;
  auto* card = new ReferenceCard(id, m_shareOut->canParse(), this);
  m_cards.insert(id, card);
  connect(card, &ReferenceCard::maskWanted, this, &ReferenceTray::editMask);
  connect(card, &ReferenceCard::placementWanted, this, &ReferenceTray::placementWanted);
  connect(card, &ReferenceCard::fitWanted, this, &ReferenceTray::fitWanted);
  connect(card, &ReferenceCard::removeWanted, this, &ReferenceTray::remove);
  connect(card, &ReferenceCard::regionWanted, this, &ReferenceTray::setRegion);
  connect(card, &ReferenceCard::shareByMapWanted, m_shareOut, &ReferenceShareOut::byMap);
  connect(card, &ReferenceCard::shareByParserWanted, m_shareOut, &ReferenceShareOut::byParser);
  connect(card, &ReferenceCard::weightEdited, this, &ReferenceTray::setWeight);
  connect(card, &ReferenceCard::focused, this, &ReferenceTray::chooseRegionOf);
  return card;
}

void ReferenceTray::dropCardsOfGone(const document::DocumentState& state) {
  const auto gone = [&state](document::Id id) {
    return std::ranges::find(state.references, id, &document::Reference::id) == state.references.end();
  };
  m_cards.removeIf([&gone](const auto& card) {
    if (!gone(card.key())) return false;
    card.value()->hide();
    card.value()->deleteLater();  // its own button may be what removed it
    return true;
  });
}

QWidget* ReferenceTray::controlOf(quint64 reference, const QString& name) const {
  const ReferenceCard* card = m_cards.value(reference);
  return card != nullptr ? card->findChild<QWidget*>(name) : nullptr;
}

void ReferenceTray::choose(BodyRegion region) {
  for (RegionRow* row : m_rows) row->setChosen(row->region() == region);
  Q_EMIT regionChosen(region);
}

void ReferenceTray::chooseRegionOf(document::Id id) {
  if (m_open.document() == nullptr) return;
  if (const auto* reference = m_open.document()->reference(id)) choose(reference->tagged.region);
}

void ReferenceTray::askForFiles(BodyRegion region) {
  choose(region);
  const QStringList files =
      m_prompts.openFiles(this, tr("Add references"), m_folder, tr("Pictures (*.png *.jpg *.jpeg *.tif *.tiff *.webp);;All files (*)"));
  if (files.isEmpty()) return;
  m_folder = QFileInfo(files.first()).path();
  addFiles(files, region);
}

void ReferenceTray::addFiles(const QStringList& files, BodyRegion region) {
  if (m_open.document() == nullptr) {
    Q_EMIT failed(tr("Open a photo first, then add references to it."));
    return;
  }
  choose(region);
  m_rows[region]->setReading(++m_reading[region] > 0);
  inBackground<ReadReferences>(
      this, [files, region] { return readReferences(files, region); },
      [this, region, asked = QPointer(m_open.document())](ReadReferences all) {
        m_rows[region]->setReading(--m_reading[region] > 0);
        if (asked != nullptr && asked == m_open.document()) take(std::move(all));  // not for a document closed meanwhile
      });
}

void ReferenceTray::take(ReadReferences all) {
  document::Document& document = *m_open.document();
  if (!all.read.empty() && completion::garmentRow(all.read.front().region))
    Q_EMIT fitOffered(tr("A whole garment on a plain ground? “Fit to the person” bends it onto what the person wears."));
  for (completion::TaggedReference& read : all.read)
    document.undoStack().push(new document::AddReferenceEdit(document, {document.newId(), std::move(read)}));
  for (const std::string& sentence : all.failures) Q_EMIT failed(QString::fromStdString(sentence));
}

void ReferenceTray::editMask(document::Id id) {
  const document::Reference* reference = m_open.document() != nullptr ? m_open.document()->reference(id) : nullptr;
  if (reference == nullptr) return;
  auto* editor = new MaskEditor(reference->tagged, this, &m_prompts, m_parsers);
  editor->setAttribute(Qt::WA_DeleteOnClose);
  connect(editor, &MaskEditor::maskChosen, this,
          [this, id](std::shared_ptr<const mask::Mask> mask, const QString& sha256) { setMask(id, std::move(mask), sha256); });
  connect(editor, &MaskEditor::modelFoldersWanted, this, &ReferenceTray::modelFoldersWanted);
  connect(&m_open, &OpenDocument::documentReplaced, editor, &QDialog::reject);
  editor->open();
}

void ReferenceTray::remove(document::Id id) {
  document::Document* document = m_open.document();
  if (document != nullptr && document->reference(id) != nullptr)
    document->undoStack().push(new document::RemoveReferenceEdit(*document, id));
}

namespace {

void pushChange(document::Document* document, document::Id id, ReferenceAspect aspect, const auto& how) {
  const document::Reference* before = document != nullptr ? document->reference(id) : nullptr;
  if (before == nullptr) return;
  document::Reference after = *before;
  how(after.tagged);
  document->undoStack().push(new document::ChangeReferenceEdit(*document, after, aspect));
}

}  // namespace

void ReferenceTray::setRegion(document::Id id, BodyRegion region) {
  pushChange(m_open.document(), id, ReferenceAspect::Region, [region](completion::TaggedReference& reference) {
    reference.region = region;
    // Another row reads the garment anew, or is none that garments are fitted on.
    if (reference.fit) reference.fit = completion::garmentRow(region) ? std::optional(garment::FitSettings{}) : std::nullopt;
  });
  choose(region);
}

void ReferenceTray::setWeight(document::Id id, double weight) {
  pushChange(m_open.document(), id, ReferenceAspect::Weight,
             [weight](completion::TaggedReference& reference) { reference.weight = weight; });
}

void ReferenceTray::setMask(document::Id id, std::shared_ptr<const mask::Mask> mask, const QString& sha256) {
  pushChange(m_open.document(), id, ReferenceAspect::Mask, [&](completion::TaggedReference& reference) {
    reference.mask = std::move(mask);
    reference.maskSha256 = sha256.toStdString();
  });
}

}  // namespace retailor::ui
