#pragma once

#include <QFrame>
#include <QLabel>

namespace retailor::ui {

// Above the canvas, as long as work that a crash left awaits a decision.
class RecoveryBar : public QFrame {
  Q_OBJECT

 public:
  explicit RecoveryBar(QWidget* parent = nullptr);

  void show(const QString& sentence);  // an empty sentence hides the bar

 Q_SIGNALS:
  void recoverWanted();
  void discardWanted();

 private:
  QLabel m_text;
};

}  // namespace retailor::ui
