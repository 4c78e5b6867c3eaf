#include "ui/canvas/placement_handles.h"

#include <QKeyEvent>
#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/document/edits/reference_edits.h"
#include "ui/canvas/bitmap_to_qimage.h"
#include "ui/canvas/placement_geometry.h"
#include "ui/controls/background.h"
#include "ui/controls/theme.h"

namespace retailor::ui {

using completion::Placement;

namespace {

constexpr double handleReach = 9, knobDistance = 28, knobRadius = 6, handleSide = 9;  // logical pixels
constexpr int marksMargin = 44;

QImage countedPicture(const completion::TaggedReference& tagged) {
  QImage picture = toQImage(*tagged.picture).convertToFormat(QImage::Format_ARGB32);
  if (!tagged.mask || tagged.mask->size() != tagged.picture->size()) return picture;
  for (int y = 0; y < picture.height(); ++y) {
    auto* pixels = reinterpret_cast<quint32*>(picture.scanLine(y));
    for (int x = 0; x < picture.width(); ++x)
      pixels[x] = (pixels[x] & 0xffffff) | (static_cast<quint32>(qAlpha(pixels[x]) * tagged.mask->at(x, y) / 255) << 24);
  }
  return picture;
}

Placement startingPlacement(const document::Document& document, const completion::TaggedReference& tagged) {
  const image::Rect all = tagged.picture->bounds(), kept = tagged.mask ? tagged.mask->support() : all;
  const image::Rect masked = document.mask().support();
  const image::Rect photo = document.photo().pixels.bounds();
  const image::Rect middle{photo.width / 4, photo.height / 4, std::max(1, photo.width / 2), std::max(1, photo.height / 2)};
  return placementFilling(all.size(), kept.empty() ? all : kept, masked.empty() ? middle : masked);
}

QPointF nudge(int key) {
  switch (key) {
    case Qt::Key_Left: return {-1, 0};
    case Qt::Key_Right: return {1, 0};
    case Qt::Key_Up: return {0, -1};
    case Qt::Key_Down: return {0, 1};
    default: return {};
  }
}

}  // namespace

PlacementHandles::PlacementHandles(document::Document& document, document::Id reference) : m_document(document), m_id(reference) {
  changed();
  if (const document::Reference* found = document.reference(reference)) loadPicture(found->tagged);
  connect(&document, &document::Document::changed, this, [this](const document::DocumentChange& change) {
    if (change.what == document::DocumentChange::What::References) changed();
  });
}

void PlacementHandles::loadPicture(const completion::TaggedReference& tagged) {
  inBackground<PictureLevels>(
      this, [tagged] { return PictureLevels(countedPicture(tagged)); },
      [this](PictureLevels picture) {
        m_picture = std::move(picture);
        changed();
      });
}

// Asked for and after every change of the document, undo included.
void PlacementHandles::changed() {
  const document::Reference* found = m_document.reference(m_id);
  if (!found || !found->tagged.picture) return Q_EMIT ended();
  m_pending = !found->tagged.placement;
  m_placement = m_pending ? startingPlacement(m_document, found->tagged) : *found->tagged.placement;
  const image::Rect photo = m_document.photo().pixels.bounds();
  Q_EMIT marksChanged(QRectF(-photo.width, -photo.height, 3.0 * photo.width, 3.0 * photo.height), marksMargin);
}

void PlacementHandles::push(const Placement& placement) {
  document::Reference after = *m_document.reference(m_id);
  after.tagged.placement = placement;
  m_document.undoStack().push(new document::ChangeReferenceEdit(m_document, after, document::ReferenceAspect::Placement));
}

PlacementHandles::Grip PlacementHandles::gripAt(const Pointer& pointer) const {
  const auto near = [&](QPointF handle) { return QLineF(pointer.at, handle).length() <= handleReach * pointer.reach; };
  if (near(turnKnob(m_placement, knobDistance * pointer.reach))) return Grip::Turn;
  const auto corners = placementCorners(m_placement);
  if (std::any_of(corners.begin(), corners.end(), near)) return Grip::Scale;
  return placementHolds(m_placement, pointer.at) ? Grip::Move : Grip::None;
}

void PlacementHandles::press(const Pointer& pointer) {
  m_grip = gripAt(pointer);
  m_start = pointer;
  m_startPlacement = m_placement;
}

void PlacementHandles::drag(const Pointer& pointer) {
  if (m_grip != Grip::None) push(dragged(pointer));
}

void PlacementHandles::release(const Pointer&) { m_grip = Grip::None; }

void PlacementHandles::hover(const Pointer& pointer) { m_start = pointer; }

void PlacementHandles::cancel() { m_grip = Grip::None; }

Placement PlacementHandles::dragged(const Pointer& pointer) const {
  const QPointF centre = placementCentre(m_startPlacement);
  if (m_grip == Grip::Move) return moved(m_startPlacement, pointer.at - m_start.at);
  const QPointF from = m_start.at - centre, to = pointer.at - centre;
  if (m_grip == Grip::Scale)
    return scaledAboutCentre(m_startPlacement, std::hypot(to.x(), to.y()) / std::max(1e-6, std::hypot(from.x(), from.y())));
  Placement result = m_startPlacement;
  const double turn = (std::atan2(to.y(), to.x()) - std::atan2(from.y(), from.x())) * 180 / std::numbers::pi;
  result.degrees = std::remainder(result.degrees + turn, 360.0);
  if (pointer.modifiers & Qt::ShiftModifier) result.degrees = std::round(result.degrees / 15) * 15;
  return result;
}

bool PlacementHandles::takeKey(QKeyEvent& event) {
  const int key = event.key();
  if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Escape) {
    if (m_pending && key != Qt::Key_Escape) push(m_placement);
    Q_EMIT ended();
    return true;
  }
  const double step = event.modifiers() & Qt::ShiftModifier ? 10 : 1;
  if (const QPointF by = nudge(key); !by.isNull())
    push(moved(m_placement, by * step));
  else if (key == Qt::Key_Plus || key == Qt::Key_Minus)
    push(scaledAboutCentre(m_placement, 1 + (key == Qt::Key_Plus ? 0.01 : -0.01) * step));
  else if (key == Qt::Key_Comma || key == Qt::Key_Period) {
    Placement result = m_placement;
    result.degrees = std::remainder(result.degrees + (key == Qt::Key_Period ? step : -step), 360.0);
    push(result);
  } else
    return false;
  return true;
}

void PlacementHandles::drawMarks(QPainter& painter, const ZoomPan& zoom) const {
  const double scale = zoom.viewScale();
  painter.save();
  painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
  painter.translate(zoom.toView(placementCentre(m_placement)));
  painter.rotate(m_placement.degrees);
  const QRectF area(-m_placement.width * scale / 2, -m_placement.height * scale / 2, m_placement.width * scale, m_placement.height * scale);
  if (!m_picture.empty()) {
    painter.setOpacity(0.6);
    painter.drawImage(area, m_picture.levelFor(area.width() * zoom.pixelRatio() / m_picture.size().width()));
    painter.setOpacity(1);
  }
  const QPointF knob(0, area.top() - knobDistance);
  for (const auto& [colour, width] : {std::pair(QColor(0, 0, 0, 150), 3.0), std::pair(QColor(Qt::white), 1.2)}) {
    painter.setPen(QPen(colour, width));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(area);
    painter.drawLine(QPointF(0, area.top()), knob);
  }
  painter.setPen(QPen(QColor(0, 0, 0, 180), 1));
  painter.setBrush(accentColour());
  for (const QPointF& corner : {area.topLeft(), area.topRight(), area.bottomRight(), area.bottomLeft()})
    painter.drawRect(QRectF(corner.x() - handleSide / 2, corner.y() - handleSide / 2, handleSide, handleSide));
  painter.drawEllipse(knob, knobRadius, knobRadius);
  painter.restore();
}

QCursor PlacementHandles::cursor(const ZoomPan&) const {
  switch (m_grip == Grip::None ? gripAt(m_start) : m_grip) {
    case Grip::Move: return Qt::SizeAllCursor;
    case Grip::Scale: return Qt::SizeFDiagCursor;
    case Grip::Turn: return Qt::PointingHandCursor;
    case Grip::None: break;
  }
  return Qt::ArrowCursor;
}

}  // namespace retailor::ui
