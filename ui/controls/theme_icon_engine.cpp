#include "ui/controls/theme_icon_engine.h"

#include <QFile>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include "ui/controls/theme.h"

namespace retailor::ui {

namespace {

QColor strokeColour(QIcon::Mode mode, QIcon::State state) {
  if (mode == QIcon::Disabled) return QColor(0x6a, 0x70, 0x76);
  if (state == QIcon::On) return accentColour().lighter(115);
  return QColor(0xd6, 0xda, 0xde);
}

QByteArray colouredDrawing(const QString& name, const QColor& colour) {
  QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
  if (!file.open(QIODevice::ReadOnly)) return {};
  return file.readAll().replace("currentColor", colour.name().toLatin1());
}

}  // namespace

void ThemeIconEngine::paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) {
  QSvgRenderer(colouredDrawing(m_name, strokeColour(mode, state))).render(painter, rect);
}

QPixmap ThemeIconEngine::pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) {
  if (size.isEmpty()) return {};  // asked for by styles where a button has no room for its icon
  const QString key = QStringLiteral("theme/%1/%2x%3/%4/%5").arg(m_name).arg(size.width()).arg(size.height()).arg(mode).arg(state);
  QPixmap drawn;
  if (QPixmapCache::find(key, &drawn)) return drawn;
  drawn = QPixmap(size);
  drawn.fill(Qt::transparent);
  QPainter painter(&drawn);
  paint(&painter, QRect(QPoint(), size), mode, state);
  painter.end();
  QPixmapCache::insert(key, drawn);
  return drawn;
}

}  // namespace retailor::ui
