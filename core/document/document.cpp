#include "core/document/document.h"

#include <utility>

#include "core/document/item_list.h"
#include "core/document/undo_budget.h"

namespace retailor::document {

Document::Document(DocumentState state, QObject* parent) : QObject(parent), m_state(std::move(state)) {
  m_undo.setUndoLimit(maxUndoSteps);
  connect(&m_undo, &QUndoStack::indexChanged, this, &Document::keepWithinUndoBudget);
}

std::unique_ptr<Document> Document::fromPhoto(std::shared_ptr<const image::Photo> photo, std::string name) {
  DocumentState state;
  state.mask = mask::Mask(photo->pixels.size());
  state.photo = std::move(photo);
  state.photoName = std::move(name);
  return std::make_unique<Document>(std::move(state));
}

const Reference* Document::reference(Id id) const { return itemWithId(m_state.references, id); }

const Layer* Document::layer(Id id) const { return itemWithId(m_state.layers, id); }

const StagedCandidate* Document::candidate(Id id) const { return itemWithId(m_state.candidates, id); }

void Document::markSaved() {
  m_stagedSinceSave = false;
  m_undo.setClean();
}

void Document::markUnsaved() { m_undo.resetClean(); }

void Document::setUndoBudget(std::size_t bytes) {
  m_undoBudget = bytes;
  keepWithinUndoBudget();
}

void Document::keepWithinUndoBudget() {
  forgetOldest(m_undo, m_undoBudget);
  dropForgotten(m_undo);
}

void Document::stage(std::vector<completion::Candidate> candidates) {
  if (candidates.empty()) return;
  m_stagedSinceSave = true;
  for (completion::Candidate& result : candidates) m_state.candidates.push_back({newId(), std::move(result)});
  const Id only = candidates.size() == 1 ? m_state.lastId : 0;
  Q_EMIT changed({DocumentChange::What::Candidates, {}, only});
}

const mask::Mask& Document::coverage(const PaintTarget& target) const {
  if (target.isMask()) return m_state.mask;
  if (target == m_workingTarget) return m_workingCopy;
  if (const auto marked = markedIn(m_state.regions, target)) return *marked;  // the state goes on holding it
  if (m_nothing.size() != m_state.mask.size()) m_nothing = mask::Mask(m_state.mask.size());
  return m_nothing;
}

mask::Mask& Document::maskForPainting(const PaintTarget& target) {
  if (target.isMask()) return m_state.mask;
  if (target != m_workingTarget) {
    m_workingCopy = coverage(target);
    m_workingTarget = target;
  }
  return m_workingCopy;
}

void Document::maskPainted(const image::Rect& rect, const PaintTarget& target) {
  using What = DocumentChange::What;
  const image::Rect painted = image::intersected(rect, m_state.mask.bounds());
  if (!painted.empty()) Q_EMIT changed({target.isMask() ? What::Mask : What::Regions, painted, 0, target});
}

void Document::refreshWorkingCopy(const DocumentChange& what) {
  if (what.what != DocumentChange::What::Regions || what.target.isMask() || what.target != m_workingTarget) return;
  const image::Rect rect = what.rect.empty() ? m_workingCopy.bounds() : what.rect;
  const auto marked = markedIn(m_state.regions, what.target);
  m_workingCopy.paste(marked ? marked->cropped(rect) : mask::Mask(rect.size()), rect.x, rect.y);
}

void Document::change(const std::function<void(DocumentState&)>& how, const DocumentChange& what) {
  how(m_state);
  refreshWorkingCopy(what);
  Q_EMIT changed(what);
}

}  // namespace retailor::document
