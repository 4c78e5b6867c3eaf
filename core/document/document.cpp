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

void Document::maskPainted(const image::Rect& rect) {
  const image::Rect painted = image::intersected(rect, m_state.mask.bounds());
  if (!painted.empty()) Q_EMIT changed({DocumentChange::What::Mask, painted, 0});
}

void Document::change(const std::function<void(DocumentState&)>& how, const DocumentChange& what) {
  how(m_state);
  Q_EMIT changed(what);
}

}  // namespace retailor::document
