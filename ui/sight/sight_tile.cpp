#include "ui/sight/sight_tile.h"

#include <QFontMetrics>
#include <QPainter>
#include <utility>

#include "ui/canvas/checkerboard.h"
#include "ui/sight/sight_words.h"

namespace retailor::ui {

namespace {

constexpr int tileMargin = 6;
constexpr int tileLines = 3;
constexpr QColor tileBackground(0x2e, 0x31, 0x34), tileUnderPointer(0x36, 0x3a, 0x3e), tileFrame(0x3a, 0x3e, 0x42),
    tileFrameInFocus(0x8c, 0xc6, 0xfa), tileWell(0x1b, 0x1d, 0x1f), tileTitleColour(0xe6, 0xe8, 0xea), tileTextColour(0xaa, 0xb0, 0xb6),
    tileLinkColour(0x8c, 0xc6, 0xfa);

QString tileSizeText(QSize size) { return QStringLiteral("%1 × %2").arg(size.width()).arg(size.height()); }

}  // namespace

SightTile::SightTile(SightPicture picture, QWidget* parent) : QAbstractButton(parent), m_picture(std::move(picture)) {
  setObjectName(QStringLiteral("sightTile"));
  setFocusPolicy(Qt::StrongFocus);
  setCursor(Qt::PointingHandCursor);
  setAttribute(Qt::WA_Hover);
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  const QString looker = sightLooker(m_picture), title = sightTitle(m_picture);
  QStringList name{title, looker, tileSizeText(m_picture.size)};
  name.removeAll(QString());
  setAccessibleName(name.join(QStringLiteral(", ")));
  setAccessibleDescription(tr("Goes to the setting behind it: %1").arg(behindTitle(m_picture.behind)));
  const QStringList told{QStringLiteral("<b>%1</b> · %2").arg(title.toHtmlEscaped(), tileSizeText(m_picture.size)),
                         sightExplanation(m_picture), tr("Click to go to the setting behind it: %1.").arg(behindTitle(m_picture.behind))};
  setToolTip(told.join(QStringLiteral("<br>")));
}

QSize SightTile::sizeHint() const {
  return {pictureBox.width() + 2 * tileMargin, pictureBox.height() + tileLines * fontMetrics().lineSpacing() + 3 * tileMargin};
}

void SightTile::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(hasFocus() ? tileFrameInFocus : tileFrame, 1));
  painter.setBrush(underMouse() ? tileUnderPointer : tileBackground);
  painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
  const QRect box(QPoint(tileMargin, tileMargin), pictureBox);
  paintPicture(painter, box);
  paintWords(painter, QRect(tileMargin, box.bottom() + 1 + tileMargin, pictureBox.width(), tileLines * fontMetrics().lineSpacing()));
}

void SightTile::paintPicture(QPainter& painter, const QRect& box) const {
  painter.fillRect(box, tileWell);
  if (m_picture.shown.isNull()) return;
  // Small pictures are enlarged to whole device pixels of the tile, so that their pixels can be seen as they are.
  const QSize fitted = m_picture.size.scaled(box.size(), Qt::KeepAspectRatio).expandedTo({1, 1});
  const QRect at(box.center() - QPoint((fitted.width() - 1) / 2, (fitted.height() - 1) / 2), fitted);
  if (m_picture.shown.hasAlphaChannel()) drawCheckerboard(painter, at, at);
  painter.setRenderHint(QPainter::SmoothPixmapTransform, m_picture.shown.width() >= fitted.width());
  painter.drawImage(at, m_picture.shown);
}

void SightTile::paintWords(QPainter& painter, const QRect& box) const {
  const int line = fontMetrics().lineSpacing();
  const auto write = [&](int number, const QString& text, const QColor& colour, bool strong) {
    QFont font = this->font();
    font.setBold(strong);
    painter.setFont(font);
    painter.setPen(colour);
    painter.drawText(QRect(box.left(), box.top() + number * line, box.width(), line), Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(font).elidedText(text, Qt::ElideMiddle, box.width()));
  };
  const QString looker = sightLooker(m_picture);
  write(0, sightTitle(m_picture), tileTitleColour, true);
  const QString size = tileSizeText(m_picture.size);
  write(1, looker.isEmpty() ? size : QStringLiteral("%1 · %2").arg(size, looker), tileTextColour, false);
  write(2, QStringLiteral("%1 ›").arg(behindTitle(m_picture.behind)), tileLinkColour, false);
}

}  // namespace retailor::ui
