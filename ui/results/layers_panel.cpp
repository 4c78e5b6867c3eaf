#include "ui/results/layers_panel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPointer>
#include <QSignalBlocker>
#include <QToolButton>
#include <algorithm>

#include "core/document/edits/layer_edits.h"
#include "core/image/resize.h"
#include "ui/canvas/bitmap_to_qimage.h"
#include "ui/controls/background.h"
#include "ui/controls/percent_slider.h"
#include "ui/controls/theme.h"
#include "ui/results/candidate_tile.h"
#include "ui/results/layer_row.h"

namespace retailor::ui {

LayersPanel::LayersPanel(OpenDocument& open, QWidget* parent) : QWidget(parent), m_open(open), m_list(new QListWidget(this)) {
  setObjectName(QStringLiteral("layersPanel"));
  m_list->setObjectName(QStringLiteral("layers"));
  m_list->setAccessibleName(tr("Layers, top first"));
  m_list->setMinimumHeight(120);
  m_list->installEventFilter(this);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(10, 8, 10, 10);
  column->setSpacing(6);
  column->addWidget(m_list, 1);
  column->addWidget(makeControls());
  connect(m_list, &QListWidget::currentRowChanged, this, &LayersPanel::showSelected);
  connect(&m_open, &OpenDocument::documentReplaced, this, &LayersPanel::followDocument);
  followDocument();
}

QWidget* LayersPanel::makeControls() {
  auto* controls = new QWidget(this);
  m_opacity = new PercentSlider(0, 100, tr("Opacity of the layer"), controls);
  m_opacity->setObjectName(QStringLiteral("layerOpacity"));
  m_opacity->setToolTip(tr("Opacity of the layer"));
  connect(m_opacity, &PercentSlider::edited, this,
          [this](double share) { change(selected(), [share](document::Layer& layer) { layer.opacity = share; }); });
  auto* row = new QHBoxLayout(controls);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(2);
  row->addWidget(m_opacity, 1);
  m_up = addButton(QStringLiteral("up"), QStringLiteral("layerUp"), tr("Move the layer up"), &LayersPanel::moveUp);
  m_down = addButton(QStringLiteral("down"), QStringLiteral("layerDown"), tr("Move the layer down"), &LayersPanel::moveDown);
  m_remove = addButton(QStringLiteral("remove"), QStringLiteral("layerRemove"), tr("Remove the layer (Delete)"), &LayersPanel::remove);
  for (QToolButton* button : {m_up, m_down, m_remove}) row->addWidget(button);
  return controls;
}

QToolButton* LayersPanel::addButton(const QString& icon, const QString& name, const QString& text, void (LayersPanel::*action)()) {
  auto* button = new QToolButton(this);
  button->setIcon(themeIcon(icon));
  button->setObjectName(name);
  button->setAccessibleName(text);
  button->setToolTip(text);
  button->setFocusPolicy(Qt::StrongFocus);
  connect(button, &QToolButton::clicked, this, action);
  return button;
}

void LayersPanel::followDocument() {
  m_thumbnails.clear();
  if (m_open.document() != nullptr) connect(m_open.document(), &document::Document::changed, this, &LayersPanel::heedChange);
  setEnabled(m_open.document() != nullptr);
  showLayers();
}

void LayersPanel::heedChange(const document::DocumentChange& change) {
  if (change.what == document::DocumentChange::What::Layers) showLayers();
}

// Rows stay when only a look changed, so that the keyboard focus stays where it is.
void LayersPanel::showLayers() {
  if (!rowsMatch()) rebuildRows();
  const document::Document* document = m_open.document();
  for (int row = 0; document != nullptr && row + 1 < m_list->count(); ++row)
    rowAt(row)->setLayer(document->state().layers[document->state().layers.size() - 1 - static_cast<std::size_t>(row)]);
  showSelected();
}

bool LayersPanel::rowsMatch() const {
  if (m_open.document() == nullptr) return m_list->count() == 0;
  const auto& layers = m_open.document()->state().layers;
  if (m_list->count() != static_cast<int>(layers.size()) + 1) return false;
  for (std::size_t i = 0; i < layers.size(); ++i)
    if (m_list->item(static_cast<int>(layers.size() - 1 - i))->data(Qt::UserRole).toULongLong() != layers[i].id) return false;
  return true;
}

LayerRow* LayersPanel::rowAt(int index) const { return static_cast<LayerRow*>(m_list->itemWidget(m_list->item(index))); }

// A new layer on top is what the user just applied: it becomes the selected one.
void LayersPanel::rebuildRows() {
  const document::Id before = selected();
  const int countBefore = m_list->count();
  const QSignalBlocker quiet(m_list);
  m_list->clear();
  if (m_open.document() == nullptr) return;
  const auto& layers = m_open.document()->state().layers;
  std::for_each(layers.rbegin(), layers.rend(), [this](const document::Layer& layer) { addRow(layer); });
  addPhotoRow();
  m_list->setCurrentRow(0);
  if (m_list->count() > countBefore) return;
  for (int row = 0; row < m_list->count(); ++row)
    if (m_list->item(row)->data(Qt::UserRole).toULongLong() == before) m_list->setCurrentRow(row);
}

LayerRow* LayersPanel::insertRow(document::Id id) {
  auto* item = new QListWidgetItem(m_list);
  item->setData(Qt::UserRole, QVariant::fromValue<quint64>(id));
  auto* row = new LayerRow(m_list);
  item->setSizeHint(row->sizeHint());
  m_list->setItemWidget(item, row);
  return row;
}

void LayersPanel::addRow(const document::Layer& layer) {
  LayerRow* row = insertRow(layer.id);
  m_list->item(m_list->count() - 1)->setData(Qt::AccessibleTextRole, QString::fromStdString(layer.name));
  const qreal scale = devicePixelRatioF();
  fetchThumbnail(row, layer.id, [result = layer.result, profile = m_open.document()->photo().profile, scale] {
    return candidateTile(result, profile, LayerRow::thumbnailSize * scale);
  });
  connect(row, &LayerRow::visibilityWanted, this,
          [this, id = layer.id](bool visible) { change(id, [visible](document::Layer& changed) { changed.visible = visible; }); });
  connect(row, &LayerRow::nameWanted, this, [this, id = layer.id](const QString& name) {
    change(id, [&name](document::Layer& changed) { changed.name = name.toStdString(); });
  });
}

void LayersPanel::addPhotoRow() {
  LayerRow* row = insertRow(0);
  const auto& state = m_open.document()->state();
  row->setPhoto(state.photoName.empty() ? tr("Photo") : QString::fromStdString(state.photoName));
  m_list->item(m_list->count() - 1)->setData(Qt::AccessibleTextRole, tr("Photo, locked"));
  const qreal scale = devicePixelRatioF();
  fetchThumbnail(row, 0, [photo = state.photo, scale] {
    const QSize box = LayerRow::thumbnailSize * scale;
    const image::Size size = image::fittedInto(photo->pixels.size(), {box.width(), box.height()});
    return forScreen(image::resized(photo->pixels, size), photo->profile);
  });
}

void LayersPanel::fetchThumbnail(LayerRow* row, document::Id id, std::function<QImage()> make) {
  if (m_thumbnails.contains(id)) return row->setThumbnail(m_thumbnails.value(id));
  inBackground<QImage>(row, std::move(make), [this, row, id](QImage picture) {
    picture.setDevicePixelRatio(devicePixelRatioF());
    m_thumbnails.insert(id, picture);
    row->setThumbnail(picture);
  });
}

document::Id LayersPanel::selected() const {
  const QListWidgetItem* item = m_list->currentItem();
  return item != nullptr ? item->data(Qt::UserRole).toULongLong() : 0;
}

void LayersPanel::showSelected() {
  const document::Layer* layer = m_open.document() != nullptr ? m_open.document()->layer(selected()) : nullptr;
  const int row = m_list->currentRow();
  m_opacity->setEnabled(layer != nullptr);
  m_opacity->setValue(layer != nullptr ? layer->opacity : 1.0);
  m_up->setEnabled(layer != nullptr && row > 0);
  m_down->setEnabled(layer != nullptr && row < m_list->count() - 2);
  m_remove->setEnabled(layer != nullptr);
}

void LayersPanel::change(document::Id id, const std::function<void(document::Layer&)>& how) {
  document::Document* document = m_open.document();
  const document::Layer* before = document != nullptr ? document->layer(id) : nullptr;
  if (before == nullptr) return;
  document::Layer after = *before;
  how(after);
  document->undoStack().push(new document::ChangeLayerEdit(*document, after));
}

void LayersPanel::moveBy(int steps) {
  document::Document* document = m_open.document();
  if (document == nullptr) return;
  const auto& layers = document->state().layers;
  const auto found = std::ranges::find(layers, selected(), &document::Layer::id);
  const auto to = std::distance(layers.begin(), found) + steps;
  if (found == layers.end() || to < 0 || to >= std::ssize(layers)) return;
  document->undoStack().push(new document::MoveLayerEdit(*document, selected(), static_cast<std::size_t>(to)));
}

void LayersPanel::remove() {
  document::Document* document = m_open.document();
  if (document != nullptr && document->layer(selected()) != nullptr)
    document->undoStack().push(new document::RemoveLayerEdit(*document, selected()));
}

bool LayersPanel::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
  const int key = static_cast<QKeyEvent*>(event)->key();
  if (key == Qt::Key_Delete) {
    remove();
    return true;
  }
  if (key == Qt::Key_F2 && m_list->currentItem() != nullptr) {
    rowAt(m_list->currentRow())->rename();
    return true;
  }
  return QWidget::eventFilter(watched, event);
}

}  // namespace retailor::ui
