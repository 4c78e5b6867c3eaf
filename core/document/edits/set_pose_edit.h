#pragma once

#include <QCoreApplication>

#include "core/completion/pose_picture.h"
#include "core/document/edits/document_edit.h"

namespace retailor::document {

// Another pose picture in place of the document's, or none (its picture null).
class SetPoseEdit : public DocumentEdit {
  Q_DECLARE_TR_FUNCTIONS(SetPoseEdit)

 public:
  SetPoseEdit(Document& document, completion::PosePicture pose);
  void undo() override;
  void redo() override;
  std::size_t bytesHeld() const override;
  void forget() override;

 private:
  void exchange();

  completion::PosePicture m_other;  // the one that the document does not have now
};

}  // namespace retailor::document
