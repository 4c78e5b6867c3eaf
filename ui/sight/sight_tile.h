#pragma once

#include <QAbstractButton>

#include "ui/sight/method_sight.h"

namespace retailor::ui {

// One picture of the drawer with its name, its size and the setting that changes it. A click asks for that setting.
class SightTile : public QAbstractButton {
  Q_OBJECT

 public:
  static constexpr QSize pictureBox{136, 124};  // logical pixels

  explicit SightTile(SightPicture picture, QWidget* parent = nullptr);
  const SightPicture& picture() const { return m_picture; }

  QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  void paintPicture(QPainter& painter, const QRect& box) const;
  void paintWords(QPainter& painter, const QRect& box) const;

  SightPicture m_picture;
};

}  // namespace retailor::ui
