#pragma once

#include <QCoreApplication>

#include "core/document/document_change.h"
#include "core/document/document_state.h"
#include "core/document/edits/document_edit.h"

namespace retailor::document {

class RemoveLayerEdit : public DocumentEdit {
  Q_DECLARE_TR_FUNCTIONS(RemoveLayerEdit)

 public:
  RemoveLayerEdit(Document& document, Id layer);
  void undo() override;
  void redo() override;
  std::size_t bytesHeld() const override;
  void forget() override;

 private:
  Layer m_layer;  // only while it is not in the document
  std::size_t m_index = 0;
  DocumentChange m_change;
};

// Name, opacity or visibility of the layer that `after` names; its result stays. Edits of the opacity of one layer merge; back at the old
// value they drop out.
class ChangeLayerEdit : public DocumentEdit {
  Q_DECLARE_TR_FUNCTIONS(ChangeLayerEdit)

 public:
  ChangeLayerEdit(Document& document, const Layer& after);
  void undo() override;
  void redo() override;
  int id() const override;
  bool mergeWith(const QUndoCommand* later) override;

 private:
  static QString labelOf(const Layer& before, const Layer& after);
  void show(const Layer& looks);

  Layer m_before;  // both without their result
  Layer m_after;
  DocumentChange m_change;
};

// The layer comes to stand at `toIndex`, counted from the lowest, the others keeping their order.
class MoveLayerEdit : public DocumentEdit {
  Q_DECLARE_TR_FUNCTIONS(MoveLayerEdit)

 public:
  MoveLayerEdit(Document& document, Id layer, std::size_t toIndex);
  void undo() override;
  void redo() override;

 private:
  void move(std::size_t from, std::size_t to);

  std::size_t m_from = 0;
  std::size_t m_to = 0;
  DocumentChange m_change;
};

}  // namespace retailor::document
