#include "core/document/undo_budget.h"

#include "core/document/edits/document_edit.h"

namespace retailor::document {

namespace {

std::size_t bytesHeldBy(const QUndoCommand& step) {
  if (step.isObsolete()) return 0;
  const auto* edit = dynamic_cast<const DocumentEdit*>(&step);
  std::size_t bytes = edit ? edit->bytesHeld() : 0;
  for (int i = 0; i < step.childCount(); ++i) bytes += bytesHeldBy(*step.child(i));
  return bytes;
}

// The stack shows its steps const only; they were all made with new by those who pushed them, so writing to them is allowed.
void forget(const QUndoCommand& step) {
  if (step.isObsolete()) return;
  for (int i = 0; i < step.childCount(); ++i) forget(*step.child(i));
  auto& writable = const_cast<QUndoCommand&>(step);
  if (auto* edit = dynamic_cast<DocumentEdit*>(&writable)) edit->forget();
  writable.setObsolete(true);
}

bool forgottenIsNext(const QUndoStack& stack) { return stack.canUndo() && stack.command(stack.index() - 1)->isObsolete(); }

}  // namespace

std::size_t bytesHeld(const QUndoStack& stack) {
  std::size_t bytes = 0;
  for (int i = 0; i < stack.count(); ++i) bytes += bytesHeldBy(*stack.command(i));
  return bytes;
}

void forgetOldest(QUndoStack& stack, std::size_t bytes) {
  std::size_t held = bytesHeld(stack);
  for (int i = 0; i + 1 < stack.index() && held > bytes; ++i) {
    const QUndoCommand& step = *stack.command(i);
    held -= bytesHeldBy(step);
    forget(step);
  }
}

void dropForgotten(QUndoStack& stack) {
  const bool wasClean = stack.isClean();
  while (forgottenIsNext(stack)) stack.undo();  // an obsolete step is deleted, not undone
  if (wasClean) stack.setClean();
}

}  // namespace retailor::document
