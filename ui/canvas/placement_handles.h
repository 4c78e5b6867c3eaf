#pragma once

#include <optional>

#include "core/document/document.h"
#include "ui/canvas/picture_levels.h"
#include "ui/tools/tool.h"

namespace retailor::ui {

// Moves, scales (corners, shape kept) and turns (knob above) where a reference lies on the photo, its picture half transparent beneath.
// Enter or Esc ends it. A reference without a placement starts where it would fill the mask; that becomes one only when dragged or
// confirmed.
class PlacementHandles : public Tool {
  Q_OBJECT

 public:
  PlacementHandles(document::Document& document, document::Id reference);
  document::Id reference() const { return m_id; }

  void press(const Pointer& pointer) override;
  void drag(const Pointer& pointer) override;
  void release(const Pointer& pointer) override;
  void hover(const Pointer& pointer) override;
  void cancel() override;
  bool takeKey(QKeyEvent& event) override;
  void drawMarks(QPainter& painter, const ZoomPan& zoom) const override;
  QCursor cursor(const ZoomPan& zoom) const override;

 Q_SIGNALS:
  void ended();

 private:
  enum class Grip { None, Move, Scale, Turn };

  Grip gripAt(const Pointer& pointer) const;
  completion::Placement dragged(const Pointer& pointer) const;
  void push(const completion::Placement& placement);
  void changed();
  void loadPicture(const completion::TaggedReference& tagged);

  document::Document& m_document;
  document::Id m_id;
  PictureLevels m_picture;
  completion::Placement m_placement;
  bool m_pending = false;  // shown, but not yet in the document
  Grip m_grip = Grip::None;
  Pointer m_start;
  completion::Placement m_startPlacement;
};

}  // namespace retailor::ui
