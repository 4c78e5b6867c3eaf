#pragma once

#include <QWidget>

#include "core/document/layer.h"

class QLabel;
class QLineEdit;
class QToolButton;

namespace retailor::ui {

// One layer in the Layers panel: eye, thumbnail, name (editable after F2 or a double click).
class LayerRow : public QWidget {
  Q_OBJECT

 public:
  explicit LayerRow(QWidget* parent = nullptr);
  void setLayer(const document::Layer& layer);
  void setPhoto(const QString& name);  // the lowest, locked row
  void setThumbnail(const QImage& picture);
  void rename();

  static constexpr QSize thumbnailSize{40, 30};

 Q_SIGNALS:
  void visibilityWanted(bool visible);
  void nameWanted(const QString& name);

 protected:
  void mouseDoubleClickEvent(QMouseEvent* event) override;

 private:
  void endRenaming();

  QToolButton* m_eye;
  QLabel* m_thumbnail;
  QLabel* m_name;
  QLineEdit* m_editor;
  bool m_locked = false;
};

}  // namespace retailor::ui
