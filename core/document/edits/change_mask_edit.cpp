#include "core/document/edits/change_mask_edit.h"

#include <utility>

#include "core/document/coverage_runs.h"
#include "core/document/document.h"
#include "core/document/mask_difference.h"

namespace retailor::document {

ChangeMaskEdit::ChangeMaskEdit(Document& document, const mask::Mask& after, const QString& label, const PaintTarget& target)
    : DocumentEdit(document, label), m_target(target) {
  keep(document.coverage(target), after, after.bounds());
}

ChangeMaskEdit::ChangeMaskEdit(Document& document, const mask::Mask& before, const image::Rect& rect, const QString& label,
                               const PaintTarget& target)
    : DocumentEdit(document, label), m_target(target), m_alreadyShown(target.isMask()) {
  keep(before, document.coverage(target), rect);
}

void ChangeMaskEdit::keep(const mask::Mask& before, const mask::Mask& after, const image::Rect& within) {
  m_rect = differingRect(before, after, within);
  if (m_rect.empty()) return setObsolete(true);
  m_before = runsOf(before, m_rect);
  m_after = runsOf(after, m_rect);
}

void ChangeMaskEdit::undo() { show(m_before); }

void ChangeMaskEdit::redo() {
  if (!std::exchange(m_alreadyShown, false)) show(m_after);
}

std::size_t ChangeMaskEdit::bytesHeld() const { return sizeof(*this) + static_cast<std::size_t>(m_before.size() + m_after.size()); }

void ChangeMaskEdit::forget() {
  m_before = {};
  m_after = {};
  DocumentEdit::forget();
}

void ChangeMaskEdit::show(const QByteArray& runs) {
  using What = DocumentChange::What;
  if (m_target.isMask())
    m_document.change([&](DocumentState& state) { putRuns(runs, state.mask, m_rect); }, {What::Mask, m_rect, 0});
  else
    m_document.change([&](DocumentState& state) { putRegion(runs, state); }, {What::Regions, m_rect, 0, m_target});
}

// Regions are shared with whoever took a snapshot, so they are replaced, never changed.
void ChangeMaskEdit::putRegion(const QByteArray& runs, DocumentState& state) const {
  const auto old = markedIn(state.regions, m_target);
  auto region = std::make_shared<mask::Mask>(old ? *old : mask::Mask(state.mask.size()));
  putRuns(runs, *region, m_rect);
  mark(state.regions, m_target, std::move(region));
}

}  // namespace retailor::document
