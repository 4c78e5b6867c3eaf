#pragma once

#include <QCoreApplication>

#include "core/document/document_state.h"
#include "core/document/edits/document_edit.h"

namespace retailor::document {

// Applies a candidate: it leaves the strip and becomes the top layer.
class AcceptCandidateEdit : public DocumentEdit {
  Q_DECLARE_TR_FUNCTIONS(AcceptCandidateEdit)

 public:
  AcceptCandidateEdit(Document& document, Id candidate);
  void undo() override;
  void redo() override;
  Id layer() const { return m_layer; }

 private:
  static std::string freeLayerName(const Document& document);

  Id m_candidate;
  std::size_t m_index = 0;
  Id m_layer = 0;
  std::string m_layerName;
  image::Rect m_window;
};

class DiscardCandidateEdit : public DocumentEdit {
  Q_DECLARE_TR_FUNCTIONS(DiscardCandidateEdit)

 public:
  DiscardCandidateEdit(Document& document, Id candidate);
  void undo() override;
  void redo() override;
  std::size_t bytesHeld() const override;
  void forget() override;

 private:
  StagedCandidate m_candidate;  // its result only while it is not in the strip
  std::size_t m_index = 0;
};

}  // namespace retailor::document
