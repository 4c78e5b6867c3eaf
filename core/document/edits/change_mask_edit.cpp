#include "core/document/edits/change_mask_edit.h"

#include <utility>

#include "core/document/coverage_runs.h"
#include "core/document/document.h"
#include "core/document/mask_difference.h"

namespace retailor::document {

ChangeMaskEdit::ChangeMaskEdit(Document& document, const mask::Mask& after, const QString& label) : DocumentEdit(document, label) {
  keep(document.mask(), after, after.bounds());
}

ChangeMaskEdit::ChangeMaskEdit(Document& document, const mask::Mask& before, const image::Rect& rect, const QString& label)
    : DocumentEdit(document, label), m_alreadyShown(true) {
  keep(before, document.mask(), rect);
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
  m_document.change([&](DocumentState& state) { putRuns(runs, state.mask, m_rect); }, {DocumentChange::What::Mask, m_rect, 0});
}

}  // namespace retailor::document
