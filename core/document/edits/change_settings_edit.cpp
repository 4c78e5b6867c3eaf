#include "core/document/edits/change_settings_edit.h"

#include <utility>

#include "core/document/document.h"

namespace retailor::document {

ChangeSettingsEdit::ChangeSettingsEdit(Document& document, completion::CompletionSettings after)
    : DocumentEdit(document, tr("Change settings")), m_before(document.state().settings), m_after(std::move(after)) {
  setObsolete(m_after == m_before);
}

void ChangeSettingsEdit::undo() { show(m_before); }

void ChangeSettingsEdit::redo() { show(m_after); }

int ChangeSettingsEdit::id() const { return static_cast<int>(MergeKind::Settings); }

bool ChangeSettingsEdit::mergeWith(const QUndoCommand* later) {
  m_after = static_cast<const ChangeSettingsEdit*>(later)->m_after;
  setObsolete(m_after == m_before);
  return true;
}

std::size_t ChangeSettingsEdit::bytesHeld() const {
  return sizeof(*this) + m_before.prompt.size() + m_before.negativePrompt.size() + m_after.prompt.size() + m_after.negativePrompt.size();
}

void ChangeSettingsEdit::show(const completion::CompletionSettings& settings) {
  m_document.change([&](DocumentState& state) { state.settings = settings; }, {DocumentChange::What::Settings, {}, 0});
}

}  // namespace retailor::document
