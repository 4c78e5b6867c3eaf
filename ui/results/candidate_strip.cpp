#include "ui/results/candidate_strip.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <algorithm>

#include "core/document/edits/result_edits.h"
#include "ui/controls/background.h"
#include "ui/controls/theme.h"
#include "ui/results/candidate_tile.h"

namespace retailor::ui {

namespace {

constexpr QSize tileSize(88, 64);

QListWidget* tileList(QWidget* parent) {
  auto* list = new QListWidget(parent);
  list->setObjectName(QStringLiteral("candidateTiles"));
  list->setAccessibleName(CandidateStrip::tr("Results"));
  list->setViewMode(QListView::IconMode);
  list->setFlow(QListView::LeftToRight);
  list->setWrapping(false);
  list->setMovement(QListView::Static);
  list->setResizeMode(QListView::Adjust);
  list->setUniformItemSizes(true);
  list->setIconSize(tileSize);
  list->setSpacing(4);
  list->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
  list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  list->setContextMenuPolicy(Qt::CustomContextMenu);
  return list;
}

// The same picture when selected: a tint would falsify what is to be judged.
QIcon untinted(const QPixmap& picture) {
  QIcon icon(picture);
  icon.addPixmap(picture, QIcon::Selected);
  return icon;
}

QIcon placeholderTile() {
  QPixmap picture(tileSize);
  picture.fill(QColor(0x3a, 0x3e, 0x42));
  return untinted(picture);
}

}  // namespace

CandidateStrip::CandidateStrip(OpenDocument& open, CanvasView& canvas, QWidget* parent)
    : QWidget(parent),
      m_open(open),
      m_canvas(canvas),
      m_tiles(tileList(this)),
      m_empty(new QLabel(tr("Results appear here. Nothing changes in the photo until you apply one."), this)),
      m_apply(new QPushButton(themeIcon(QStringLiteral("check")), tr("Apply"), this)),
      m_discard(new QPushButton(themeIcon(QStringLiteral("remove")), tr("Discard"), this)) {
  setObjectName(QStringLiteral("candidateStrip"));
  m_empty->setProperty("muted", true);
  m_empty->setAlignment(Qt::AlignCenter);
  m_empty->setWordWrap(true);
  const int textHeight = m_tiles->fontMetrics().height();
  m_tiles->setGridSize(QSize(tileSize.width() + 14, tileSize.height() + textHeight + 12));
  setFixedHeight(m_tiles->gridSize().height() + 24);  // and a scroll bar; with and without results alike, so that the canvas keeps its size
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(6, 4, 6, 4);
  row->setSpacing(8);
  row->addWidget(m_empty, 1);
  row->addWidget(m_tiles, 1);
  row->addWidget(makeButtons());
  m_tiles->installEventFilter(this);
  connect(m_tiles, &QListWidget::currentRowChanged, this, &CandidateStrip::showSelected);
  connect(m_tiles, &QListWidget::itemClicked, this, [this] {
    m_shown = 0;  // a preview may lie over it meanwhile: a click shows it again
    showSelected();
  });
  connect(m_tiles, &QListWidget::itemDoubleClicked, this, &CandidateStrip::applySelected);
  connect(m_tiles, &QListWidget::customContextMenuRequested, this, &CandidateStrip::openMenu);
  connect(&m_open, &OpenDocument::documentReplaced, this, &CandidateStrip::followDocument);
  followDocument();
}

QWidget* CandidateStrip::makeButtons() {
  auto* column = new QWidget(this);
  auto* lines = new QVBoxLayout(column);
  lines->setContentsMargins(0, 0, 0, 0);
  m_apply->setObjectName(QStringLiteral("applyCandidate"));
  m_apply->setToolTip(tr("Put this result over the photo as a layer (Enter)"));
  m_discard->setObjectName(QStringLiteral("discardCandidate"));
  m_discard->setToolTip(tr("Throw this result away (Delete)"));
  connect(m_apply, &QPushButton::clicked, this, &CandidateStrip::applySelected);
  connect(m_discard, &QPushButton::clicked, this, &CandidateStrip::discardSelected);
  lines->addStretch();
  lines->addWidget(m_apply);
  lines->addWidget(m_discard);
  lines->addStretch();
  return column;
}

void CandidateStrip::followDocument() {
  m_icons.clear();
  m_shown = 0;
  if (m_open.document() != nullptr) connect(m_open.document(), &document::Document::changed, this, &CandidateStrip::heedChange);
  showCandidates();
}

void CandidateStrip::heedChange(const document::DocumentChange& change) {
  using What = document::DocumentChange::What;
  if (change.what == What::Candidates || change.what == What::Layers) showCandidates();
}

// Keeps the selection on the same candidate; when that one is gone, on the one that took its place.
void CandidateStrip::showCandidates() {
  const document::Id before = selected();
  const int rowBefore = m_tiles->currentRow();
  {
    const QSignalBlocker quiet(m_tiles);
    m_tiles->clear();
    if (m_open.document() != nullptr)
      for (const auto& candidate : m_open.document()->state().candidates) addTile(candidate);
    const int row = rowOf(before);
    if (rowBefore >= 0) m_tiles->setCurrentRow(row >= 0 ? row : std::min(rowBefore, m_tiles->count() - 1));
  }
  m_tiles->setVisible(m_tiles->count() > 0);
  m_empty->setVisible(m_tiles->count() == 0);
  showSelected();
}

QListWidgetItem* CandidateStrip::addTile(const document::StagedCandidate& candidate) {
  const QString seed = QString::number(candidate.result.recipe.settings.seed);
  auto* tile = new QListWidgetItem(m_icons.value(candidate.id, placeholderTile()), tr("Seed %1").arg(seed), m_tiles);
  tile->setData(Qt::UserRole, QVariant::fromValue<quint64>(candidate.id));
  tile->setToolTip(tr("Enter applies this result, Delete throws it away."));
  if (m_icons.contains(candidate.id)) return tile;
  m_icons.insert(candidate.id, tile->icon());
  const qreal scale = devicePixelRatioF();
  inBackground<QImage>(
      this,
      [result = candidate.result, profile = m_open.document()->photo().profile, scale] {
        return candidateTile(result, profile, tileSize * scale);
      },
      [this, id = candidate.id](QImage picture) { tookTile(id, std::move(picture)); });
  return tile;
}

void CandidateStrip::tookTile(document::Id candidate, QImage picture) {
  if (rowOf(candidate) < 0) return;
  picture.setDevicePixelRatio(devicePixelRatioF());
  m_icons[candidate] = untinted(QPixmap::fromImage(picture));
  m_tiles->item(rowOf(candidate))->setIcon(m_icons[candidate]);
}

int CandidateStrip::rowOf(document::Id candidate) const {
  for (int row = 0; row < m_tiles->count(); ++row)
    if (m_tiles->item(row)->data(Qt::UserRole).toULongLong() == candidate) return row;
  return -1;
}

document::Id CandidateStrip::selected() const {
  const QListWidgetItem* tile = m_tiles->currentItem();
  return tile != nullptr ? tile->data(Qt::UserRole).toULongLong() : 0;
}

const completion::Candidate* CandidateStrip::selectedCandidate() const {
  const auto* candidate = m_open.document() != nullptr ? m_open.document()->candidate(selected()) : nullptr;
  return candidate != nullptr ? &candidate->result : nullptr;
}

void CandidateStrip::select(document::Id candidate) { m_tiles->setCurrentRow(rowOf(candidate)); }

void CandidateStrip::showSelected() {
  const completion::Candidate* candidate = selectedCandidate();
  m_apply->setEnabled(candidate != nullptr);
  m_discard->setEnabled(candidate != nullptr);
  if (candidate != nullptr && selected() != m_shown) m_canvas.showCandidate(*candidate);
  if (candidate == nullptr && m_shown != 0) m_canvas.clearPreview();
  m_shown = candidate != nullptr ? selected() : 0;
  Q_EMIT selectionChanged(candidate != nullptr);
}

void CandidateStrip::applySelected() {
  if (selectedCandidate() == nullptr) return;
  document::Document& document = *m_open.document();
  const document::Id applied = selected();
  m_tiles->setCurrentRow(-1);  // what was applied is to be seen, not the next result over it
  document.undoStack().push(new document::AcceptCandidateEdit(document, applied));
}

void CandidateStrip::discardSelected() {
  if (selectedCandidate() == nullptr) return;
  document::Document& document = *m_open.document();
  document.undoStack().push(new document::DiscardCandidateEdit(document, selected()));
}

bool CandidateStrip::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
  switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter: applySelected(); return true;
    case Qt::Key_Delete:
    case Qt::Key_Backspace: discardSelected(); return true;
    default: return QWidget::eventFilter(watched, event);
  }
}

}  // namespace retailor::ui
