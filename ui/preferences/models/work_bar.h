#pragma once

#include <QTimer>
#include <QWidget>
#include <functional>

class QLabel;
class QProgressBar;
class QPushButton;

namespace retailor::ui {

// What goes on, how far it is, and Cancel. Hidden while nothing goes on.
class WorkBar : public QWidget {
  Q_OBJECT

 public:
  struct Standing {
    QString words;
    double share = -1;  // 0..1; negative: not known
  };

  explicit WorkBar(QWidget* parent = nullptr);
  void begin(std::function<Standing()> look);  // asked some times a second until end()
  void end();

 Q_SIGNALS:
  void cancelWanted();

 private:
  void tell();

  QLabel* m_words;
  QProgressBar* m_bar;
  QPushButton* m_cancel;
  QTimer m_tick;
  std::function<Standing()> m_look;
};

}  // namespace retailor::ui
