#pragma once

#include <QIconEngine>

namespace retailor::ui {

// Draws resources/icons/<name>.svg with currentColor replaced: the text colour, muted when disabled, the accent when checked. Sharp at
// any scale because nothing is kept but the drawing. Needs no icon-engine plugin.
class ThemeIconEngine : public QIconEngine {
 public:
  explicit ThemeIconEngine(const QString& name) : m_name(name) {}

  void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override;
  QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override;
  QIconEngine* clone() const override { return new ThemeIconEngine(m_name); }

 private:
  QString m_name;
};

}  // namespace retailor::ui
