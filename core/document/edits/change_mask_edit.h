#pragma once

#include <QByteArray>

#include "core/document/edits/document_edit.h"
#include "core/document/paint_target.h"
#include "core/mask/mask.h"

namespace retailor::document {

struct DocumentState;

// Any change of the photo's mask or of a marked region: a stroke, a lasso, grow, invert, clear. Keeps the changed rectangle only, before
// and after, compressed.
class ChangeMaskEdit : public DocumentEdit {
 public:
  // The mask (or `target`) becomes `after` (photo's size). A change of nothing becomes obsolete.
  ChangeMaskEdit(Document& document, const mask::Mask& after, const QString& label, const PaintTarget& target = {});
  // For a stroke already painted live: `before` is the mask as it was, `rect` what the stroke touched.
  ChangeMaskEdit(Document& document, const mask::Mask& before, const image::Rect& rect, const QString& label,
                 const PaintTarget& target = {});

  void undo() override;
  void redo() override;
  std::size_t bytesHeld() const override;
  void forget() override;

 private:
  void keep(const mask::Mask& before, const mask::Mask& after, const image::Rect& within);
  void show(const QByteArray& runs);
  void putRegion(const QByteArray& runs, DocumentState& state) const;

  PaintTarget m_target;
  image::Rect m_rect;
  QByteArray m_before;  // coverage_runs.h
  QByteArray m_after;
  bool m_alreadyShown = false;  // painted live into the mask: the first redo, which push does, has nothing to do
};

}  // namespace retailor::document
