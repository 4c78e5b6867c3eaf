#pragma once

#include <QTimer>
#include <array>
#include <optional>
#include <vector>

#include "ui/fitting/current_fit.h"
#include "ui/tools/tool.h"

namespace retailor::ui {

// The fitted cloth on the canvas with its mesh and pins. A pin is dragged; a double click on the cloth adds one, on a pin puts it back
// where the automatic fit had it; a right click offers that and to remove it, Delete removes the one at hand; with Shift held a cuff's two
// pins go together. Tab goes from pin to pin, arrows move it by a pixel, with Shift by ten. Enter or Esc finishes. Pins on the picture's
// left are discs, on its right squares, in the middle triangles; those the user added are diamonds.
class FitHandles : public Tool {
  Q_OBJECT

 public:
  explicit FitHandles(CurrentFit& fit, QObject* parent = nullptr);

  bool showsMesh() const { return m_showMesh; }
  void setShowMesh(bool show);
  std::optional<std::size_t> currentPin() const { return m_current; }
  void setCurrentPin(std::optional<std::size_t> index);
  // Of a pin there is; nothing happens while the fit is being made.
  void remove(std::size_t index);
  void reset(std::size_t index);  // to its automatic place

  void press(const Pointer& pointer) override;
  void drag(const Pointer& pointer) override;
  void release(const Pointer& pointer) override;
  void hover(const Pointer& pointer) override;
  void leave() override;
  void cancel() override;
  bool doublePress(const Pointer& pointer) override;
  void rightPress(const Pointer& pointer) override;
  bool takeKey(QKeyEvent& event) override;
  bool wantsKey(const QKeyEvent& event) const override;
  bool stepFocus(bool forward) override;
  QString tipAt(const Pointer& pointer) const override;
  void drawMarks(QPainter& painter, const ZoomPan& zoom) const override;
  QCursor cursor(const ZoomPan& zoom) const override;

 Q_SIGNALS:
  void currentPinChanged();
  void pinMenuWanted(std::size_t index);  // what can be done with this pin, where the pointer is
  void finished();

 private:
  std::optional<std::size_t> pinNear(const Pointer& pointer) const;
  std::optional<std::size_t> otherEndOf(std::size_t index) const;
  bool usable() const { return m_fit.ready() && !m_fit.busy(); }
  void moveToLatest();
  void nudge(QPointF by);
  void meshMoved();
  void repaint();
  void findEdges();
  void drawMesh(QPainter& painter, const ZoomPan& zoom) const;
  void drawPin(QPainter& painter, const ZoomPan& zoom, std::size_t index) const;
  void drawNames(QPainter& painter, const ZoomPan& zoom) const;

  CurrentFit& m_fit;
  bool m_showMesh = true;
  std::optional<std::size_t> m_current, m_dragged, m_hovered;
  std::optional<std::size_t> m_along;  // goes with the dragged one
  QPointF m_grip, m_alongGrip;         // from the pointer to the pins it holds, photo pixels
  QPointF m_latest;                    // where the pointer, since the last move of the mesh, has wished the dragged pin
  bool m_movedAny = false;
  QTimer m_moveSoon;                                // several moves of the pointer between two frames are one of the mesh
  QRectF m_drawn;                                   // photo pixels, to wipe
  std::vector<std::array<int, 3>> m_triangles;      // that the edges below are of
  std::vector<std::pair<int, int>> m_inner, m_rim;  // edges of the mesh by its corners
};

}  // namespace retailor::ui
