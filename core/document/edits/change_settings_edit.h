#pragma once

#include <QCoreApplication>

#include "core/completion/completion_settings.h"
#include "core/document/edits/document_edit.h"

namespace retailor::document {

// The run settings that the document remembers. Consecutive changes merge into one step; back at the old values they drop out.
class ChangeSettingsEdit : public DocumentEdit {
  Q_DECLARE_TR_FUNCTIONS(ChangeSettingsEdit)

 public:
  ChangeSettingsEdit(Document& document, completion::CompletionSettings after);
  void undo() override;
  void redo() override;
  int id() const override;
  bool mergeWith(const QUndoCommand* later) override;
  std::size_t bytesHeld() const override;

 private:
  void show(const completion::CompletionSettings& settings);

  completion::CompletionSettings m_before;
  completion::CompletionSettings m_after;
};

}  // namespace retailor::document
