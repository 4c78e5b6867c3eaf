#include "core/document/edits/reference_edits.h"

#include <utility>

#include "core/document/bytes_of.h"
#include "core/document/document.h"
#include "core/document/item_list.h"

namespace retailor::document {

namespace {

DocumentChange boardChange(Id id) { return {DocumentChange::What::References, {}, id}; }

bool equalIn(ReferenceAspect aspect, const completion::TaggedReference& a, const completion::TaggedReference& b) {
  switch (aspect) {
    case ReferenceAspect::Region: return a.region == b.region && a.fit == b.fit;
    case ReferenceAspect::Mask: return a.mask == b.mask || (a.mask && b.mask && *a.mask == *b.mask);
    case ReferenceAspect::Placement: return a.placement == b.placement;
    case ReferenceAspect::Weight: return a.weight == b.weight;
    case ReferenceAspect::Fit:
    case ReferenceAspect::FitSetting:
    case ReferenceAspect::FitSettled: return a.fit == b.fit;
  }
  return true;
}

void copyAspect(ReferenceAspect aspect, const completion::TaggedReference& from, completion::TaggedReference& to) {
  switch (aspect) {
    case ReferenceAspect::Region:
      to.region = from.region;
      to.fit = from.fit;
      break;
    case ReferenceAspect::Mask:
      to.mask = from.mask;
      to.maskSha256 = from.maskSha256;
      break;
    case ReferenceAspect::Placement: to.placement = from.placement; break;
    case ReferenceAspect::Weight: to.weight = from.weight; break;
    case ReferenceAspect::Fit:
    case ReferenceAspect::FitSetting:
    case ReferenceAspect::FitSettled: to.fit = from.fit; break;
  }
}

// Which members of a fit's settings differ.
std::vector<bool> changedIn(const garment::FitSettings& a, const garment::FitSettings& b) {
  return {a.kind != b.kind,
          a.flipped != b.flipped,
          a.followFolds != b.followFolds,
          a.followOutline != b.followOutline,
          a.length != b.length,
          a.looseness != b.looseness,
          a.stiffness != b.stiffness,
          a.sensitivity != b.sensitivity,
          a.collarCut != b.collarCut,
          a.collarEdge != b.collarEdge,
          a.armDown != b.armDown,
          a.sleeveOverTorso != b.sleeveOverTorso,
          a.exposure != b.exposure,
          a.seeThroughGaps != b.seeThroughGaps,
          a.uncovered != b.uncovered,
          a.warmth != b.warmth,
          a.pins != b.pins};
}

// A step of its own, whatever came before.
bool isStep(ReferenceAspect aspect) { return aspect == ReferenceAspect::Fit || aspect == ReferenceAspect::FitSettled; }

// Just the aspect, so that an edit keeps no picture alive.
Reference only(ReferenceAspect aspect, const Reference& whole) {
  Reference part;
  part.id = whole.id;
  copyAspect(aspect, whole.tagged, part.tagged);
  return part;
}

}  // namespace

AddReferenceEdit::AddReferenceEdit(Document& document, Reference reference)
    : DocumentEdit(document, tr("Add reference")), m_id(reference.id), m_reference(std::move(reference)) {}

void AddReferenceEdit::undo() {
  m_document.change([this](DocumentState& s) { m_reference = taken(s.references, indexOf(s.references, m_id)); }, boardChange(0));
}

void AddReferenceEdit::redo() {
  m_document.change([this](DocumentState& s) { s.references.push_back(std::exchange(m_reference, {})); }, boardChange(0));
}

std::size_t AddReferenceEdit::bytesHeld() const { return sizeof(*this) + bytesOf(m_reference.tagged); }

void AddReferenceEdit::forget() {
  m_reference = {};
  DocumentEdit::forget();
}

RemoveReferenceEdit::RemoveReferenceEdit(Document& document, Id id)
    : DocumentEdit(document, tr("Remove reference")), m_id(id), m_index(indexOf(document.state().references, id)) {
  setObsolete(!document.reference(id));
}

void RemoveReferenceEdit::undo() {
  m_document.change([this](DocumentState& s) { insertAt(s.references, m_index, std::exchange(m_reference, {})); }, boardChange(0));
}

void RemoveReferenceEdit::redo() {
  m_document.change([this](DocumentState& s) { m_reference = taken(s.references, m_index); }, boardChange(0));
}

std::size_t RemoveReferenceEdit::bytesHeld() const { return sizeof(*this) + bytesOf(m_reference.tagged); }

void RemoveReferenceEdit::forget() {
  m_reference = {};
  DocumentEdit::forget();
}

ChangeReferenceEdit::ChangeReferenceEdit(Document& document, const Reference& after, ReferenceAspect aspect)
    : ChangeReferenceEdit(document, after, aspect, labelOf(aspect)) {}

ChangeReferenceEdit::ChangeReferenceEdit(Document& document, const Reference& after, ReferenceAspect aspect, const QString& label)
    : DocumentEdit(document, label), m_after(only(aspect, after)), m_aspect(aspect) {
  const Reference* before = document.reference(after.id);
  if (before) m_before = only(aspect, *before);
  setObsolete(!before || equalIn(aspect, before->tagged, after.tagged));
}

QString ChangeReferenceEdit::labelOf(ReferenceAspect aspect) {
  switch (aspect) {
    case ReferenceAspect::Region: return tr("Change region of reference");
    case ReferenceAspect::Mask: return tr("Change mask of reference");
    case ReferenceAspect::Placement: return tr("Place reference");
    case ReferenceAspect::Weight: return tr("Change weight of reference");
    case ReferenceAspect::Fit:
    case ReferenceAspect::FitSetting:
    case ReferenceAspect::FitSettled: return tr("Change fit of reference");
  }
  return {};
}

void ChangeReferenceEdit::undo() { show(m_before); }

void ChangeReferenceEdit::redo() { show(m_after); }

int ChangeReferenceEdit::id() const {
  switch (m_aspect) {
    case ReferenceAspect::Placement: return static_cast<int>(MergeKind::ReferencePlacement);
    case ReferenceAspect::Weight: return static_cast<int>(MergeKind::ReferenceWeight);
    case ReferenceAspect::Fit:
    case ReferenceAspect::FitSetting:
    case ReferenceAspect::FitSettled: return static_cast<int>(MergeKind::ReferenceFit);
    default: return -1;
  }
}

// Of two edits of fits, those that change the same setting, or the later of which only settles the earlier.
bool ChangeReferenceEdit::continuedBy(const ChangeReferenceEdit& next) const {
  if (next.m_after.id != m_after.id) return false;
  if (next.m_aspect == ReferenceAspect::FitSettled) return true;
  if (isStep(m_aspect) || isStep(next.m_aspect)) return false;
  if (m_aspect != ReferenceAspect::FitSetting) return true;
  const auto &a = m_before.tagged.fit, &b = m_after.tagged.fit, &c = next.m_after.tagged.fit;
  return a && b && c && changedIn(*a, *b) == changedIn(*b, *c);
}

bool ChangeReferenceEdit::mergeWith(const QUndoCommand* later) {
  const auto& next = static_cast<const ChangeReferenceEdit&>(*later);
  if (!continuedBy(next)) return false;
  m_after = next.m_after;
  setObsolete(equalIn(m_aspect, m_before.tagged, m_after.tagged));
  return true;
}

// Of two masks one is always another edit's or the document's, so only the older counts.
std::size_t ChangeReferenceEdit::bytesHeld() const { return sizeof(*this) + bytesOf(m_before.tagged); }

void ChangeReferenceEdit::forget() {
  m_before = {};
  m_after = {};
  DocumentEdit::forget();
}

void ChangeReferenceEdit::show(const Reference& reference) {
  m_document.change(
      [&](DocumentState& s) { copyAspect(m_aspect, reference.tagged, s.references[indexOf(s.references, reference.id)].tagged); },
      boardChange(reference.id));
}

}  // namespace retailor::document
