#pragma once

#include <QCoreApplication>

#include "core/document/document_state.h"
#include "core/document/edits/document_edit.h"

namespace retailor::document {

// Adds a reference at the end of the board; its id comes from document.newId().
class AddReferenceEdit : public DocumentEdit {
  Q_DECLARE_TR_FUNCTIONS(AddReferenceEdit)

 public:
  AddReferenceEdit(Document& document, Reference reference);
  void undo() override;
  void redo() override;
  std::size_t bytesHeld() const override;
  void forget() override;

 private:
  Id m_id;
  Reference m_reference;  // only while it is not on the board
};

class RemoveReferenceEdit : public DocumentEdit {
  Q_DECLARE_TR_FUNCTIONS(RemoveReferenceEdit)

 public:
  RemoveReferenceEdit(Document& document, Id id);
  void undo() override;
  void redo() override;
  std::size_t bytesHeld() const override;
  void forget() override;

 private:
  Id m_id;
  Reference m_reference;  // only while it is not on the board
  std::size_t m_index = 0;
};

// What of a reference changed. Edits of the placement or of the weight of one reference merge (a drag, a slider); back at the old value
// they drop out. FitSetting is a slider or switch of the fit: edits merge while it is the same one. Fit is any other change of the fit, a
// step of its own. FitSettled is where the pins of such a change came to rest: it joins it. A fit belongs to a region, so Region takes it
// along.
enum class ReferenceAspect { Region, Mask, Placement, Weight, Fit, FitSetting, FitSettled };

// Only the named aspect of `after` counts.
class ChangeReferenceEdit : public DocumentEdit {
  Q_DECLARE_TR_FUNCTIONS(ChangeReferenceEdit)

 public:
  ChangeReferenceEdit(Document& document, const Reference& after, ReferenceAspect aspect);
  // With words of its own, for what an aspect's usual ones do not tell.
  ChangeReferenceEdit(Document& document, const Reference& after, ReferenceAspect aspect, const QString& label);
  void undo() override;
  void redo() override;
  int id() const override;
  bool mergeWith(const QUndoCommand* later) override;
  std::size_t bytesHeld() const override;
  void forget() override;

 private:
  static QString labelOf(ReferenceAspect aspect);
  bool continuedBy(const ChangeReferenceEdit& next) const;
  void show(const Reference& reference);

  Reference m_before;  // without the picture, which no aspect changes
  Reference m_after;
  ReferenceAspect m_aspect;
};

}  // namespace retailor::document
