#pragma once

#include <QUndoCommand>
#include <cstddef>

namespace retailor::document {

class Document;

// QUndoCommand::id() of the edits that merge: equal numbers promise equal classes.
enum class MergeKind { Settings = 1, LayerOpacity, ReferencePlacement, ReferenceWeight, ReferenceFit };

// An undoable change of a document. Holds the document it belongs to (whose undo stack owns it), labels itself for the Edit menu through
// tr, and says how many bytes it keeps alive, so that the stack can be kept within a budget.
class DocumentEdit : public QUndoCommand {
 public:
  DocumentEdit(Document& document, const QString& label) : QUndoCommand(label), m_document(document) {}
  virtual std::size_t bytesHeld() const { return sizeof(*this); }
  // Lets go of what it holds, for good: the undo budget has taken this step out of reach (undo_budget.h).
  virtual void forget() { setObsolete(true); }

 protected:
  Document& m_document;
};

}  // namespace retailor::document
