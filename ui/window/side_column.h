#pragma once

#include <QHash>
#include <QScrollArea>
#include <QVBoxLayout>

class QToolButton;

namespace retailor::ui {

// The right column: titled sections one under the other, each to be folded away, scrolling together when the window is low, never cut off
// at the side.
class SideColumn : public QScrollArea {
  Q_OBJECT

 public:
  explicit SideColumn(QWidget* parent = nullptr);
  // `name` is the object name of the title button; folded sections are remembered under it.
  void addSection(const QString& name, const QString& title, const QString& icon, QWidget* content);
  void setSectionShown(const QString& name, bool shown);  // a section that is of use at times only
  void bringIntoView(const QString& name);                // the widget of that object name, once the layout has settled
  void reveal(QWidget* control);                          // one of the column's: unfolds its section and scrolls to it; others: nothing
  void finish() { m_rows->addStretch(1); }

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;  // of every control in the column

 private:
  bool steer(QWidget& control, QEvent& event);
  void widenForContent();
  void unfold(const QString& name, bool open);
  struct Section {
    QToolButton* head;
    QWidget* content;
  };
  QVBoxLayout* m_rows;
  QHash<QString, Section> m_sections;
};

}  // namespace retailor::ui
