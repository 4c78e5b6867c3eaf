#pragma once

#include <QHash>
#include <QImage>
#include <QWidget>

#include "ui/window/open_document.h"

class QLabel;
class QListWidget;
class QToolButton;

namespace retailor::ui {

class LayerRow;
class PercentSlider;

// The Layers panel: accepted results, top first, the locked photo lowest; eye, name, opacity, up, down, remove; all undoable.
class LayersPanel : public QWidget {
  Q_OBJECT

 public:
  explicit LayersPanel(OpenDocument& open, QWidget* parent = nullptr);
  document::Id selected() const;  // 0: the photo, or nothing

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  QWidget* makeControls();
  QToolButton* addButton(const QString& icon, const QString& name, const QString& text, void (LayersPanel::*action)());
  void followDocument();
  void heedChange(const document::DocumentChange& change);
  void showLayers();
  void addRow(const document::Layer& layer);
  void addPhotoRow();
  LayerRow* insertRow(document::Id id);
  void fetchThumbnail(LayerRow* row, document::Id id, std::function<QImage()> make);
  bool rowsMatch() const;  // the list shows the document's layers in their order
  void rebuildRows();
  LayerRow* rowAt(int index) const;
  void showSelected();
  void change(document::Id id, const std::function<void(document::Layer&)>& how);
  void moveUp() { moveBy(1); }
  void moveDown() { moveBy(-1); }
  void moveBy(int steps);
  void remove();

  OpenDocument& m_open;
  QListWidget* m_list;
  PercentSlider* m_opacity = nullptr;
  QToolButton* m_up = nullptr;
  QToolButton* m_down = nullptr;
  QToolButton* m_remove = nullptr;
  QHash<document::Id, QImage> m_thumbnails;  // made once; the photo's under 0
};

}  // namespace retailor::ui
