#pragma once

#include <QUndoStack>
#include <cstddef>

namespace retailor::document {

// QUndoStack limits steps by count and cannot remove old ones. So the oldest forget what they hold, and when undo comes down to them they
// are dropped all at once: for the user the history simply ends there.

constexpr int maxUndoSteps = 200;

std::size_t bytesHeld(const QUndoStack& stack);

// Makes the oldest steps forget until the stack holds at most `bytes`; the newest step that can be undone stays.
void forgetOldest(QUndoStack& stack, std::size_t bytes);

// Drops forgotten steps if the next undo would meet one.
void dropForgotten(QUndoStack& stack);

}  // namespace retailor::document
