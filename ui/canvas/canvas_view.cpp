#include "ui/canvas/canvas_view.h"

#include <QPaintEvent>
#include <QPainter>
#include <algorithm>

#include "ui/canvas/canvas_layers.h"
#include "ui/canvas/placement_handles.h"
#include "ui/controls/theme.h"
#include "ui/tools/tool.h"

namespace retailor::ui {

namespace {

const QColor surroundings(0x17, 0x18, 0x1a);

}  // namespace

CanvasView::CanvasView(OpenDocument& open, QWidget* parent)
    : QWidget(parent), m_open(open), m_layers(std::make_unique<CanvasLayers>(open)) {
  setObjectName(QStringLiteral("canvas"));
  setAccessibleName(tr("Canvas"));
  setAccessibleDescription(tr("The photo with its mask. Arrow keys move it, plus and minus zoom."));
  setAttribute(Qt::WA_OpaquePaintEvent);
  setMouseTracking(true);
  setFocusPolicy(Qt::StrongFocus);
  setMinimumSize(240, 180);
  connect(m_layers.get(), &CanvasLayers::needsRepaint, this, &CanvasView::repaintPhoto);
  connect(m_layers.get(), &CanvasLayers::photoReplaced, this, [this](QSize size) {
    m_zoomPan.setPhoto(size);
    viewMoved();
  });
  connect(&open, &OpenDocument::documentReplaced, this, [this] {
    m_gesture = Gesture::None;
    if (m_tool) m_tool->cancel();
    if (m_guest) m_guest->cancel();
    setGuest(nullptr);
    editPlacement(0);
  });
}

CanvasView::~CanvasView() = default;

bool CanvasView::settled() const { return m_layers->settled(); }

Tool* CanvasView::activeTool() const {
  if (m_placement) return m_placement.get();
  return m_guest ? m_guest : m_tool;
}

void CanvasView::watch(Tool* tool) {
  if (tool) connect(tool, &Tool::marksChanged, this, &CanvasView::repaintMarks, Qt::UniqueConnection);
}

void CanvasView::setTool(Tool* tool) {
  finishGesture();
  if (m_tool) {
    m_tool->leave();
    disconnect(m_tool, nullptr, this, nullptr);
  }
  m_tool = tool;
  watch(tool);
  refreshCursor();
  update();
}

void CanvasView::finishGesture() {
  if (m_gesture != Gesture::None) end(pointerAt(m_last, 1.0, {}));
}

void CanvasView::fit() {
  m_zoomPan.fit();
  viewMoved();
}

void CanvasView::actualPixels() {
  m_zoomPan.setScale(1.0, QPointF(width() / 2.0, height() / 2.0));
  viewMoved();
}

void CanvasView::zoomBy(double factor, QPointF at) {
  m_zoomPan.zoomBy(factor, at);
  viewMoved();
}

void CanvasView::viewMoved() {
  Q_EMIT zoomChanged(m_zoomPan.scale());
  refreshCursor();
  update();
}

void CanvasView::showPreview(const QRect& window, const QImage& picture) { m_layers->showPreview(window, picture); }
void CanvasView::setPreviewArea(std::shared_ptr<const mask::Mask> area) { m_layers->setPreviewArea(std::move(area)); }
void CanvasView::showCandidate(const completion::Candidate& candidate) { m_layers->showCandidate(candidate); }
void CanvasView::clearPreview() { m_layers->clearPreview(); }
void CanvasView::setMaskVisible(bool visible) { m_layers->setMaskVisible(visible); }
void CanvasView::setMaskColour(const QColor& colour) { m_layers->setMaskColour(colour); }

void CanvasView::setShowOriginal(bool original) {
  if (std::exchange(m_showOriginal, original) != original) update();
}

void CanvasView::setSplit(bool split) {
  m_split = split;
  refreshCursor();
  update();
}

void CanvasView::editPlacement(document::Id reference) {
  if (placementEdited() == reference) return;
  finishGesture();
  if (reference != 0) setGuest(nullptr);
  if (m_placement) {
    m_placement.reset();
    Q_EMIT placementEditingEnded();
  }
  if (reference != 0 && m_open.document()) {
    m_placement = std::make_unique<PlacementHandles>(*m_open.document(), reference);
    watch(m_placement.get());
    // Queued: the handles say so from within their own code.
    connect(
        m_placement.get(), &PlacementHandles::ended, this, [this] { editPlacement(0); }, Qt::QueuedConnection);
    setFocus();
  }
  refreshCursor();
  update();
}

void CanvasView::setGuest(Tool* guest) {
  if (guest == m_guest) return;
  finishGesture();
  if (guest) editPlacement(0);
  if (Tool* old = std::exchange(m_guest, guest)) {
    old->leave();
    disconnect(old, &Tool::marksChanged, this, nullptr);
    Q_EMIT guestLeft();
  }
  watch(m_guest);
  refreshCursor();
  update();
}

bool CanvasView::stepToolFocus(bool forward) { return m_open.document() && activeTool() && activeTool()->stepFocus(forward); }

void CanvasView::setPaintTarget(const document::PaintTarget& target) { m_layers->setPaintTarget(target); }

document::Id CanvasView::placementEdited() const { return m_placement ? m_placement->reference() : 0; }

void CanvasView::repaintPhoto(const QRect& photo) {
  if (photo.isEmpty()) return update();
  // The outline reaches a few device pixels beyond the coverage, and smoothing one more.
  update(m_zoomPan.toView(QRectF(photo)).toAlignedRect().adjusted(-4, -4, 4, 4));
}

void CanvasView::repaintMarks(const QRectF& photo, int margin) {
  update(m_zoomPan.toView(photo).toAlignedRect().adjusted(-margin, -margin, margin, margin));
}

void CanvasView::paintEvent(QPaintEvent* event) {
  if (m_zoomPan.pixelRatio() != devicePixelRatioF()) m_zoomPan.setViewport(size(), devicePixelRatioF());
  QPainter painter(this);
  for (const QRect& rect : event->region()) paintPicture(painter, rect);
  painter.setClipRegion(event->region());
  if (m_split) paintSplitLine(painter);
  if (activeTool() && m_open.document() && !m_showOriginal) activeTool()->drawMarks(painter, m_zoomPan);
}

void CanvasView::paintPicture(QPainter& painter, const QRect& rect) {
  using Show = CanvasLayers::Show;
  const auto paint = [&](const QRect& part, Show show) {
    if (part.isEmpty()) return;
    painter.setClipRect(part);
    painter.fillRect(part, surroundings);
    m_layers->draw(painter, m_zoomPan, part, show);
  };
  if (!m_split || m_showOriginal) return paint(rect, m_showOriginal ? Show::Original : Show::Result);
  const int line = static_cast<int>(splitX());
  paint(rect.intersected(QRect(0, 0, line, height())), Show::Original);
  paint(rect.intersected(QRect(line, 0, width() - line, height())), Show::Result);
}

void CanvasView::paintSplitLine(QPainter& painter) const {
  const int x = static_cast<int>(splitX());
  painter.fillRect(x - 1, 0, 3, height(), QColor(0, 0, 0, 140));
  painter.fillRect(x, 0, 1, height(), Qt::white);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(QColor(0, 0, 0, 160), 1));
  painter.setBrush(Qt::white);
  painter.drawEllipse(QPointF(x + 0.5, height() / 2.0), 8, 8);
  painter.setPen(QPen(QColor(0x26, 0x28, 0x2b), 1.5));
  painter.drawLine(QPointF(x - 2, height() / 2.0 - 3), QPointF(x - 2, height() / 2.0 + 3));
  painter.drawLine(QPointF(x + 3, height() / 2.0 - 3), QPointF(x + 3, height() / 2.0 + 3));
}

}  // namespace retailor::ui
