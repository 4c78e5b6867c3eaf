#include "core/document/edits/set_pose_edit.h"

#include <utility>

#include "core/document/document.h"

namespace retailor::document {

SetPoseEdit::SetPoseEdit(Document& document, completion::PosePicture pose)
    : DocumentEdit(document, pose.picture ? tr("Set pose") : tr("Remove pose")), m_other(std::move(pose)) {
  setObsolete(m_other.picture == document.state().pose.picture);
}

void SetPoseEdit::undo() { exchange(); }

void SetPoseEdit::redo() { exchange(); }

std::size_t SetPoseEdit::bytesHeld() const { return sizeof(*this) + (m_other.picture ? m_other.picture->byteCount() : 0); }

void SetPoseEdit::forget() {
  m_other = {};
  DocumentEdit::forget();
}

void SetPoseEdit::exchange() {
  m_document.change([this](DocumentState& state) { std::swap(state.pose, m_other); }, {DocumentChange::What::Pose, {}, 0});
}

}  // namespace retailor::document
