#include "ui/references/region_row.h"

#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QPainter>
#include <QToolButton>

#include "ui/controls/region_look.h"
#include "ui/controls/theme.h"
#include "ui/references/dropped_files.h"
#include "ui/references/reference_card.h"

namespace retailor::ui {

namespace {
constexpr int chipWidth = 4;
}

RegionRow::RegionRow(completion::BodyRegion region, QWidget* parent)
    : QWidget(parent),
      m_region(region),
      m_title(new QToolButton(this)),
      m_add(new QToolButton(this)),
      m_reading(new QLabel(this)),
      m_cards(new QVBoxLayout) {
  setObjectName(QStringLiteral("regionRow-") + QString::fromUtf8(completion::regionKey(region).data()));
  setAccessibleName(regionTitle(region));
  setAcceptDrops(true);
  m_title->setObjectName(QStringLiteral("regionTitle"));
  m_title->setText(regionTitle(region));
  m_title->setIcon(themeIcon(regionIconName(region)));
  m_title->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  m_title->setCheckable(true);
  m_title->setFocusPolicy(Qt::StrongFocus);
  m_title->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  m_title->setToolTip(tr("Work on this region: the mask takes its colour."));
  m_add->setObjectName(QStringLiteral("addReference"));
  m_add->setIcon(themeIcon(QStringLiteral("add")));
  m_add->setFocusPolicy(Qt::StrongFocus);
  m_add->setAccessibleName(tr("Add a reference for %1").arg(regionTitle(region)));
  m_add->setToolTip(tr("Add a reference for %1, or drop pictures here").arg(regionTitle(region)));
  m_reading->setText(tr("reading…"));
  m_reading->setProperty("muted", true);
  m_reading->hide();
  connect(m_title, &QToolButton::clicked, this, [this] { Q_EMIT chosen(m_region); });
  connect(m_add, &QToolButton::clicked, this, [this] { Q_EMIT addWanted(m_region); });

  auto* head = new QHBoxLayout;
  head->setSpacing(4);
  head->addWidget(m_title, 1);
  head->addWidget(m_reading);
  head->addWidget(m_add);
  m_cards->setSpacing(4);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(chipWidth + 4, 1, 2, 1);
  column->setSpacing(3);
  column->addLayout(head);
  column->addLayout(m_cards);
}

void RegionRow::setCards(const QList<ReferenceCard*>& cards) {
  if (cards == m_shown) return;
  m_shown = cards;
  while (QLayoutItem* item = m_cards->takeAt(0)) delete item;  // the cards themselves belong to the tray
  for (ReferenceCard* card : cards) {
    card->setParent(this);
    card->show();
    m_cards->addWidget(card);
  }
}

void RegionRow::setReading(bool reading) { m_reading->setVisible(reading); }

void RegionRow::setChosen(bool chosen) { m_title->setChecked(chosen); }

void RegionRow::setDropMarked(bool marked) {
  m_dropMarked = marked;
  update();
}

void RegionRow::dragEnterEvent(QDragEnterEvent* event) {
  if (!carriesPictures(event->mimeData())) return;
  event->acceptProposedAction();
  setDropMarked(true);
}

void RegionRow::dragLeaveEvent(QDragLeaveEvent*) { setDropMarked(false); }

void RegionRow::dropEvent(QDropEvent* event) {
  setDropMarked(false);
  event->acceptProposedAction();
  if (const QStringList files = droppedFiles(event->mimeData()); !files.isEmpty()) Q_EMIT dropped(files, m_region);
}

void RegionRow::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QColor colour = regionColour(m_region);
  painter.setPen(Qt::NoPen);
  painter.setBrush(colour);
  painter.drawRoundedRect(QRectF(2, 4, chipWidth, height() - 8), 2, 2);
  if (!m_dropMarked) return;
  painter.setPen(QPen(colour, 2, Qt::DashLine));
  painter.setBrush(QColor(colour.red(), colour.green(), colour.blue(), 40));
  painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 5, 5);
}

}  // namespace retailor::ui
