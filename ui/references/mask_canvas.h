#pragma once

#include <QWidget>
#include <memory>
#include <optional>

#include "core/mask/stroke.h"
#include "ui/canvas/mask_layer.h"
#include "ui/canvas/picture_levels.h"
#include "ui/references/mask_scribbles.h"
#include "ui/references/mask_steps.h"
#include "ui/tools/scissors_trace.h"

namespace retailor::ui {

// A reference's picture with the part that does not count shaded: brush brings back, eraser takes away, a box asks for the object inside
// it, an ellipse and smart scissors give an outline: what is inside counts (with Alt: no longer), a wand asks for what has the colour of a
// spot, and scribbles of two kinds (with Alt: what does not count) ask for all that is like them. The wheel zooms at the cursor, the middle
// button or Space pans. Main thread.
class MaskCanvas : public QWidget {
  Q_OBJECT

 public:
  enum class Mode { Brush, Eraser, Box, Ellipse, Scissors, Wand, Scribble };

  MaskCanvas(const mask::Mask& counts, QWidget* parent = nullptr);

  void setPicture(const PictureLevels& picture);
  void setMode(Mode mode);
  void setTraced(std::shared_ptr<const image::Bitmap> picture) { m_traced = std::move(picture); }  // what the scissors look at
  const ScissorsTrace& trace() const { return m_trace; }
  void setBrushRadius(double photoPixels);
  double brushRadius() const { return m_tip.radius; }

  mask::Mask counts() const;  // what counts, the picture's size
  bool nothingCounts() const;
  void replaceCounts(const mask::Mask& counts);  // one step
  // `inside` counts too, or no longer; while all of the picture counts, it says what does.
  void join(const mask::Mask& inside, bool takesAway);
  const MaskScribbles& scribbles() const { return m_scribbles; }
  void invert();
  void undo();
  void redo();
  bool canUndo() const { return m_steps.canUndo(); }
  bool canRedo() const { return m_steps.canRedo(); }

 Q_SIGNALS:
  void maskChanged();               // a step was made, undone or redone
  void boxDrawn(const QRect& box);  // picture pixels, inside the picture
  void spotPicked(QPoint at, bool takesAway);
  void scribbled();  // there are strokes of both kinds, and the last one has ended

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void keyReleaseEvent(QKeyEvent* event) override;

 private:
  void beginGesture(const QMouseEvent& event);
  void beginStroke(QPointF at);
  void paintTo(QPointF at);
  void endStroke();
  void endBox();
  void pickSpot(const QMouseEvent& event);
  void endScribble();
  bool takeScribbleKey(const QKeyEvent& event);
  void addAnchor(const QMouseEvent& event);
  void takeOutline(const QPolygonF& outline);
  bool takeScissorsKey(const QKeyEvent& event);
  void setShaded(const mask::Mask& shaded);
  void refresh(const image::Rect& changed);
  void drawMarks(QPainter& painter) const;
  QRect photoRect(const QRectF& view) const;

  // Kept as what does NOT count, because that is what is drawn.
  mask::Mask m_shaded;
  mask::Mask m_beforeStroke;
  std::optional<mask::Stroke> m_stroke;
  mask::BrushTip m_tip;
  Mode m_mode = Mode::Brush;
  MaskSteps m_steps;
  MaskLayer m_layer;
  PictureLevels m_picture;
  ZoomPan m_zoom;
  std::shared_ptr<const image::Bitmap> m_traced;
  ScissorsTrace m_trace;
  bool m_takesAway = false;  // of the outline being traced or dragged
  MaskScribbles m_scribbles;
  bool m_scribbling = false;
  std::optional<QPointF> m_boxFrom;  // view
  std::optional<QPointF> m_panFrom;
  bool m_spaceHeld = false;
  QPointF m_pointer{-1e6, -1e6};
};

}  // namespace retailor::ui
