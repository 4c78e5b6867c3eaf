#include "ui/sight/sight_drawer.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWheelEvent>
#include <utility>

#include "ui/controls/theme.h"
#include "ui/sight/sight_tile.h"
#include "ui/sight/sight_words.h"

namespace retailor::ui {

namespace {

QLabel* sightLabel(const QString& name, QWidget* parent) {
  auto* label = new QLabel(parent);
  label->setObjectName(name);
  label->setProperty("muted", true);
  return label;
}

}  // namespace

SightDrawer::SightDrawer(OpenDocument& open, RunSession& session, QWidget* parent) : QFrame(parent), m_sight(open, session) {
  setObjectName(QStringLiteral("sightDrawer"));
  setAccessibleName(tr("What the method sees"));
  m_obstacle = sightLabel(QStringLiteral("sightObstacle"), this);
  m_obstacle->setWordWrap(true);
  m_obstacle->setAlignment(Qt::AlignCenter);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(10, 6, 6, 6);
  column->setSpacing(4);
  column->addWidget(head());
  column->addWidget(tiles());
  column->addWidget(m_obstacle);
  m_obstacle->setMinimumHeight(m_scroll->minimumHeight());
  m_scroll->hide();
  connect(&m_sight, &MethodSight::looking, this, &SightDrawer::showLooking);
  connect(&m_sight, &MethodSight::seen, this, &SightDrawer::showSight);
}

QWidget* SightDrawer::head() {
  auto* head = new QWidget(this);
  auto* icon = new QLabel(head);
  icon->setPixmap(themeIcon(QStringLiteral("eye")).pixmap(QSize(16, 16), devicePixelRatioF()));
  auto* title = new QLabel(tr("What the method sees"), head);
  title->setProperty("tileTitle", true);
  m_where = sightLabel(QStringLiteral("sightWhere"), head);
  m_busy = sightLabel(QStringLiteral("sightBusy"), head);
  m_busy->setText(tr("looking…"));
  m_busy->hide();
  auto* close = new QToolButton(head);
  close->setObjectName(QStringLiteral("closeSight"));
  close->setIcon(themeIcon(QStringLiteral("close")));
  close->setAccessibleName(tr("Close what the method sees"));
  close->setToolTip(tr("Close"));
  connect(close, &QToolButton::clicked, this, &SightDrawer::closeWanted);
  auto* row = new QHBoxLayout(head);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(8);
  row->addWidget(icon);
  row->addWidget(title);
  row->addWidget(m_where);
  row->addStretch(1);
  row->addWidget(m_busy);
  row->addWidget(close);
  return head;
}

QWidget* SightDrawer::tiles() {
  auto* content = new QWidget;
  content->setObjectName(QStringLiteral("sightTiles"));
  m_row = new QHBoxLayout(content);
  m_row->setContentsMargins(0, 0, 0, 0);
  m_row->setSpacing(6);
  m_row->addStretch(1);
  m_scroll = new QScrollArea(this);
  m_scroll->setFrameShape(QFrame::NoFrame);
  m_scroll->setWidget(content);
  m_scroll->setWidgetResizable(true);
  m_scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_scroll->setFocusPolicy(Qt::NoFocus);
  m_scroll->viewport()->installEventFilter(this);
  m_scroll->setFixedHeight(SightTile(SightPicture{}).sizeHint().height() + m_scroll->horizontalScrollBar()->sizeHint().height());
  return m_scroll;
}

// A wheel that turns only one way goes along the row.
bool SightDrawer::eventFilter(QObject* watched, QEvent* event) {
  if (watched != m_scroll->viewport() || event->type() != QEvent::Wheel) return QFrame::eventFilter(watched, event);
  const QPoint turned = static_cast<QWheelEvent*>(event)->angleDelta();
  QScrollBar* bar = m_scroll->horizontalScrollBar();
  bar->setValue(bar->value() - (turned.x() != 0 ? turned.x() : turned.y()));
  return true;
}

void SightDrawer::showEvent(QShowEvent* event) {
  QFrame::showEvent(event);
  m_sight.setTile(SightTile::pictureBox * devicePixelRatioF());
  m_sight.watch(true);
}

void SightDrawer::hideEvent(QHideEvent* event) {
  QFrame::hideEvent(event);
  m_sight.watch(false);
}

void SightDrawer::showLooking() { m_busy->show(); }

void SightDrawer::showSight(const Sight& sight) {
  m_busy->hide();
  m_obstacle->setText(sight.obstacle);
  m_obstacle->setVisible(!sight.obstacle.isEmpty());
  m_scroll->setVisible(sight.obstacle.isEmpty());
  const bool any = sight.obstacle.isEmpty() && !sight.window.isEmpty();
  m_where->setText(any ? tr("%1 × %2 pixels of the photo, from %3, %4")
                             .arg(sight.window.width())
                             .arg(sight.window.height())
                             .arg(sight.window.x())
                             .arg(sight.window.y())
                       : QString());
  m_where->setToolTip(sight.notes.join(QLatin1Char('\n')));
  showTiles(sight);
}

void SightDrawer::showTiles(const Sight& sight) {
  const int scrolled = m_scroll->horizontalScrollBar()->value();
  qsizetype focused = -1;
  for (qsizetype i = 0; i < m_tiles.size(); ++i)
    if (m_tiles[i]->hasFocus()) focused = i;
  for (SightTile* tile : std::exchange(m_tiles, {})) {
    m_row->removeWidget(tile);
    tile->hide();
    tile->deleteLater();
  }
  for (const SightPicture& picture : sight.pictures) {
    auto* tile = new SightTile(picture, m_scroll->widget());
    connect(tile, &SightTile::clicked, this, [this, tile] { Q_EMIT settingWanted(tile->picture().behind, tile->picture().reference); });
    m_row->insertWidget(static_cast<int>(m_tiles.size()), tile);
    m_tiles.append(tile);
  }
  keepPlace(static_cast<int>(focused), scrolled);
}

// New tiles stand where the old ones stood, for eye and keyboard.
void SightDrawer::keepPlace(int focused, int scrolled) {
  if (focused >= 0 && focused < m_tiles.size()) m_tiles[focused]->setFocus();
  m_scroll->widget()->layout()->activate();
  m_scroll->horizontalScrollBar()->setValue(scrolled);
}

}  // namespace retailor::ui
