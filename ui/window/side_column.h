#pragma once

#include <QScrollArea>
#include <QVBoxLayout>

namespace retailor::ui {

// The right column: titled sections one under the other, each to be folded away, scrolling together when the window is low.
class SideColumn : public QScrollArea {
  Q_OBJECT

 public:
  explicit SideColumn(QWidget* parent = nullptr);
  // `name` is the object name of the title button; folded sections are remembered under it.
  void addSection(const QString& name, const QString& title, const QString& icon, QWidget* content);
  void bringIntoView(const QString& name);  // the widget of that object name, once the layout has settled
  void finish() { m_rows->addStretch(1); }

 private:
  QVBoxLayout* m_rows;
};

}  // namespace retailor::ui
