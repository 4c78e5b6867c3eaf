#include "ui/references/drop_zones.h"

#include <QDragEnterEvent>
#include <QIcon>
#include <QMimeData>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>

#include "ui/controls/region_look.h"
#include "ui/controls/theme.h"
#include "ui/references/dropped_files.h"
#include "ui/references/region_row.h"

namespace retailor::ui {

using completion::BodyRegion;

DropZones::DropZones(QWidget* window) : QWidget(window), m_window(window) {
  setObjectName(QStringLiteral("dropZones"));
  setAccessibleName(tr("Places to drop a picture"));
  setAcceptDrops(true);
  hide();
  m_window->setAcceptDrops(true);
  m_window->installEventFilter(this);
  m_leftSoon.setSingleShot(true);
  m_leftSoon.setInterval(150);
  connect(&m_leftSoon, &QTimer::timeout, this, &DropZones::end);
}

bool DropZones::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::DragEnter) {
    auto* enter = static_cast<QDragEnterEvent*>(event);
    if (carriesPictures(enter->mimeData())) {
      begin(enter);
      return true;
    }
  }
  if (event->type() == QEvent::DragLeave && isVisible()) m_leftSoon.start();
  if (event->type() == QEvent::Resize && isVisible()) setGeometry(m_window->rect());
  return QWidget::eventFilter(watched, event);
}

void DropZones::begin(QDropEvent* event) {
  event->acceptProposedAction();
  setGeometry(m_window->rect());
  layOut(event->modifiers().testFlag(Qt::ControlModifier));
  raise();
  show();
  m_leftSoon.start();  // until the overlay itself is entered
}

void DropZones::end() {
  m_leftSoon.stop();
  m_hovered.reset();
  hide();
}

void DropZones::dragEnterEvent(QDragEnterEvent* event) {
  m_leftSoon.stop();
  follow(event);
  event->accept();  // between the zones too: whoever refuses to be entered hears nothing of the moves
}

void DropZones::dragMoveEvent(QDragMoveEvent* event) {
  m_leftSoon.stop();
  follow(event);
}

void DropZones::dragLeaveEvent(QDragLeaveEvent*) { end(); }

void DropZones::follow(QDropEvent* event) {
  layOut(event->modifiers().testFlag(Qt::ControlModifier));
  m_hovered = zoneAt(event->position().toPoint());
  event->setDropAction(Qt::CopyAction);
  event->setAccepted(m_hovered.has_value());
  update();
}

void DropZones::dropEvent(QDropEvent* event) {
  follow(event);
  const auto zone = m_hovered;
  const QStringList files = droppedFiles(event->mimeData());
  end();
  if (zone && !files.isEmpty()) tell(*zone, files);
}

void DropZones::tell(const Zone& zone, const QStringList& files) {
  switch (zone.purpose) {
    case Purpose::Photo: Q_EMIT droppedAsPhoto(files.first()); break;
    case Purpose::Mask: Q_EMIT droppedAsMask(files.first()); break;
    case Purpose::ParsingMap: Q_EMIT droppedAsParsingMap(files.first()); break;
    case Purpose::Reference: Q_EMIT droppedAsReference(files, zone.region); break;
  }
}

void DropZones::layOut(bool asMask) {
  constexpr double margin = 24;
  QRectF all = QRectF(rect()).adjusted(margin, margin, -margin, -margin);
  m_zones.clear();
  if (!m_photoOpen) {
    m_zones.push_back({Purpose::Photo, BodyRegion::Anything, all});
  } else if (asMask) {
    const double third = all.height() / 3;
    m_zones.push_back({Purpose::Mask, BodyRegion::Anything, all.adjusted(0, 0, 0, -third - margin / 4)});
    m_zones.push_back({Purpose::ParsingMap, BodyRegion::Anything, all.adjusted(0, 2 * third + margin / 4, 0, 0)});
  } else {
    const QRectF rows = layOutRows();
    if (rows.left() > all.center().x()) all.setRight(rows.left() - margin);  // beside the panel, not over it
    layOutGrid(all);
  }
}

QRectF DropZones::layOutRows() {
  QRectF together;
  for (const auto* row : m_window->findChildren<RegionRow*>()) {
    const QRect shown = row->visibleRegion().boundingRect().translated(row->mapTo(m_window, QPoint()));
    if (shown.isEmpty()) continue;
    m_zones.push_back({Purpose::Reference, row->region(), QRectF(shown), true});
    together |= shown;
  }
  return together;
}

// "Open as photo" across the top, the six regions in two columns, "anything" across the bottom.
void DropZones::layOutGrid(const QRectF& all) {
  constexpr double gap = 12;
  const double row = (all.height() - 4 * gap) / 5, half = (all.width() - gap) / 2;
  m_zones.push_back({Purpose::Photo, BodyRegion::Anything, QRectF(all.x(), all.y(), all.width(), row)});
  for (std::size_t i = 0; i < 6; ++i) {
    const std::size_t column = i % 2, line = 1 + i / 2;
    const QPointF corner(all.x() + static_cast<double>(column) * (half + gap), all.y() + static_cast<double>(line) * (row + gap));
    m_zones.push_back({Purpose::Reference, completion::allRegions[i], QRectF(corner, QSizeF(half, row))});
  }
  m_zones.push_back({Purpose::Reference, BodyRegion::Anything, QRectF(all.x(), all.y() + 4 * (row + gap), all.width(), row)});
}

std::optional<DropZones::Zone> DropZones::zoneAt(QPoint position) const {
  const auto found = std::ranges::find_if(m_zones, [position](const Zone& zone) { return zone.rect.contains(position); });
  return found == m_zones.end() ? std::nullopt : std::optional(*found);
}

QString DropZones::titleOf(const Zone& zone) {
  switch (zone.purpose) {
    case Purpose::Photo: return tr("Open as photo");
    case Purpose::Mask: return tr("Use as mask");
    case Purpose::ParsingMap: return tr("Parts from a parsing map");
    case Purpose::Reference: return regionTitle(zone.region);
  }
  return {};
}

QString DropZones::iconOf(const Zone& zone) {
  switch (zone.purpose) {
    case Purpose::Photo: return QStringLiteral("picture");
    case Purpose::Mask: return QStringLiteral("mask");
    case Purpose::ParsingMap: return QStringLiteral("regions");
    case Purpose::Reference: return regionIconName(zone.region);
  }
  return {};
}

QColor DropZones::colourOf(const Zone& zone) { return zone.purpose == Purpose::Reference ? regionColour(zone.region) : accentColour(); }

void DropZones::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  QPainterPath shade;
  shade.addRect(rect());
  for (const Zone& zone : m_zones)
    if (zone.row) shade.addRect(zone.rect);  // even-odd: the rows show through
  painter.fillPath(shade, QColor(18, 20, 22, 225));
  for (const Zone& zone : m_zones) paintZone(painter, zone);
}

void DropZones::paintZone(QPainter& painter, const Zone& zone) const {
  const bool hovered = m_hovered == zone;
  QColor fill = colourOf(zone);
  fill.setAlpha(hovered ? 120 : zone.row ? 0 : 38);
  painter.setPen(QPen(colourOf(zone), hovered ? 3 : 1.5, hovered ? Qt::SolidLine : Qt::DashLine));
  painter.setBrush(fill);
  painter.drawRoundedRect(zone.row ? zone.rect.adjusted(1, 1, -1, -1) : zone.rect, 8, 8);
  if (!zone.row) paintTitle(painter, zone);
}

void DropZones::paintTitle(QPainter& painter, const Zone& zone) {
  constexpr int icon = 24, gap = 10;
  const int text = painter.fontMetrics().horizontalAdvance(titleOf(zone));
  const double left = zone.rect.center().x() - (icon + gap + text) / 2.0, middle = zone.rect.center().y();
  themeIcon(iconOf(zone)).paint(&painter, QRect(static_cast<int>(left), static_cast<int>(middle) - icon / 2, icon, icon));
  painter.setPen(Qt::white);
  painter.drawText(QRectF(left + icon + gap, zone.rect.y(), text + 4, zone.rect.height()), Qt::AlignLeft | Qt::AlignVCenter, titleOf(zone));
}

}  // namespace retailor::ui
