#pragma once

#include <QImage>
#include <QWidget>
#include <memory>

#include "core/completion/candidate.h"
#include "ui/canvas/zoom_pan.h"
#include "ui/window/open_document.h"

class QHelpEvent;

namespace retailor::ui {

class CanvasLayers;
class PlacementHandles;
class Tool;
struct Pointer;

// Shows the photo with its layers, the preview or candidate in place, the mask overlay with outline, and the active tool's marks; zooms at
// the cursor, pans; sends pointer events to the tool in photo pixels. Repaints only what changed. Main thread.
class CanvasView : public QWidget {
  Q_OBJECT

 public:
  explicit CanvasView(OpenDocument& open, QWidget* parent = nullptr);
  ~CanvasView() override;

  void setTool(Tool* tool);  // borrowed
  Tool* tool() const { return m_tool; }
  const ZoomPan& zoomPan() const { return m_zoomPan; }
  bool settled() const;  // nothing is still being converted for the screen
  void finishGesture();  // a press without its release yet ends here, before undo and the like

  void fit();
  void actualPixels();
  void zoomBy(double factor, QPointF at);
  void zoomBy(double factor) { zoomBy(factor, QPointF(width() / 2.0, height() / 2.0)); }

  // A picture over a part of the photo instead of what is there: the preview of a run, or a candidate looked at. Opaque, in place.
  void showPreview(const QRect& window, const QImage& picture);
  void setPreviewArea(std::shared_ptr<const mask::Mask> area);  // where previews show, photo's size; null: the document's mask
  void showCandidate(const completion::Candidate& candidate);
  void clearPreview();

  void setMaskVisible(bool visible);
  void setMaskColour(const QColor& colour);  // of the region being masked for
  void setShowOriginal(bool original);       // hold Tab
  void setSplit(bool split);                 // Y: original left of a draggable line, result right of it
  bool split() const { return m_split; }

  // Handles round a reference's placement on the photo, with its picture half transparent inside; id 0 ends it. Dragging changes the
  // document by mergeable ChangeReferenceEdits.
  void editPlacement(document::Id reference);
  document::Id placementEdited() const;

  // A tool that has the pointer and the keys instead of the chosen one until it is taken back with null (borrowed); guestLeft tells that,
  // and also when something else took its place.
  void setGuest(Tool* guest);
  Tool* guest() const { return m_guest; }
  bool stepToolFocus(bool forward);  // Tab on the canvas: true when the tool had something to go on to

  void setPaintTarget(const document::PaintTarget& target);  // what is tinted: the mask or a marked region

 Q_SIGNALS:
  void zoomChanged(double scale);
  void pointerMoved(QPointF photoPixel);
  void placementEditingEnded();
  void guestLeft();

 protected:
  bool event(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void tabletEvent(QTabletEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void keyReleaseEvent(QKeyEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void leaveEvent(QEvent* event) override;
  bool focusNextPrevChild(bool next) override;

 private:
  enum class Gesture { None, Tool, Pan, SplitLine };

  Tool* activeTool() const;
  bool showTip(const QHelpEvent& event);
  Pointer pointerAt(QPointF view, double pressure, Qt::KeyboardModifiers modifiers) const;
  void begin(QPointF view, const Pointer& pointer, Qt::MouseButton button);
  void go(QPointF view, const Pointer& pointer);
  void end(const Pointer& pointer);
  void watch(Tool* tool);
  void viewMoved();
  void repaintPhoto(const QRect& photo);
  void repaintMarks(const QRectF& photo, int margin);
  void paintPicture(QPainter& painter, const QRect& rect);
  void paintSplitLine(QPainter& painter) const;
  void refreshCursor();
  double splitX() const { return m_splitShare * width(); }
  bool overSplitLine(QPointF view) const;

  OpenDocument& m_open;
  Tool* m_tool = nullptr;
  Tool* m_guest = nullptr;
  ZoomPan m_zoomPan;
  std::unique_ptr<CanvasLayers> m_layers;
  std::unique_ptr<PlacementHandles> m_placement;
  Gesture m_gesture = Gesture::None;
  QPointF m_last;  // logical pixels, of the gesture or the hovering pointer
  bool m_spaceHeld = false;
  bool m_showOriginal = false;
  bool m_split = false;
  double m_splitShare = 0.5;
};

}  // namespace retailor::ui
