#pragma once

#include <QObject>
#include <QUndoStack>
#include <cstddef>
#include <functional>
#include <memory>
#include <vector>

#include "core/document/document_change.h"
#include "core/document/document_state.h"

namespace retailor::document {

// The open document: its state, its undo stack, and one signal that tells what changed. Main thread only. Everything outside reads;
// writing goes through the edits in document/edits, pushed on undoStack(), except the two live gestures below (a stroke in
// progress, a placement being dragged), which end in one edit each.
class Document : public QObject {
  Q_OBJECT

 public:
  explicit Document(DocumentState state, QObject* parent = nullptr);
  static std::unique_ptr<Document> fromPhoto(std::shared_ptr<const image::Photo> photo, std::string name);

  const DocumentState& state() const { return m_state; }
  const image::Photo& photo() const { return *m_state.photo; }
  const mask::Mask& mask() const { return m_state.mask; }
  // The mask or a marked region, photo's size, without coverage when it is not marked; with what a stroke in progress has painted.
  const mask::Mask& coverage(const PaintTarget& target) const;
  const Reference* reference(Id id) const;
  const Layer* layer(Id id) const;
  const StagedCandidate* candidate(Id id) const;

  QUndoStack& undoStack() { return m_undo; }
  bool isModified() const { return !m_undo.isClean() || m_stagedSinceSave; }
  // Call markSaved when the copy to be written is taken, so that edits made while a worker writes count as unsaved; markUnsaved if writing
  // fails.
  void markSaved();
  void markUnsaved();
  // Of the steps that can be undone, the oldest are forgotten when all together keep more bytes alive than this.
  void setUndoBudget(std::size_t bytes);
  Id newId() { return ++m_state.lastId; }

  // A run's results join the strip; a run cannot be undone, so this is no edit.
  void stage(std::vector<completion::Candidate> candidates);

  // Live painting: the tool changes the coverage itself and tells which pixels; the edit pushed at the end holds before and after. A region
  // is painted on a working copy, so that whoever holds the state's keeps it as it was; that edit puts it into the state. One target at a
  // time.
  mask::Mask& maskForPainting(const PaintTarget& target = {});
  void maskPainted(const image::Rect& rect, const PaintTarget& target = {});

  // For edits only: change the state, then tell.
  void change(const std::function<void(DocumentState&)>& how, const DocumentChange& what);

 Q_SIGNALS:
  void changed(const retailor::document::DocumentChange& change);

 private:
  void keepWithinUndoBudget();
  void refreshWorkingCopy(const DocumentChange& what);

  DocumentState m_state;
  PaintTarget m_workingTarget;  // the region painted last; the mask when none was
  mask::Mask m_workingCopy;
  mutable mask::Mask m_nothing;  // photo's size; made when first asked for
  QUndoStack m_undo;
  std::size_t m_undoBudget = std::size_t{1} << 30;
  bool m_stagedSinceSave = false;
};

}  // namespace retailor::document
