#pragma once

#include <QList>
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace retailor::ui {

class RunSession;

// While a run goes: its stage, how far it is, the time gone and to go, Cancel and "Stop and keep this". Its owner shows and hides it.
class StageBar : public QWidget {
  Q_OBJECT

 public:
  StageBar(RunSession& session, QWidget* parent = nullptr);

 private:
  void begin();
  void showProgress(double share, double elapsed, double remaining);
  void disable(const QList<QPushButton*>& buttons);
  void askToKeep();
  void askToCancel();

  RunSession& m_session;
  QLabel* m_stage;
  QLabel* m_step;
  QProgressBar* m_bar;
  QLabel* m_time;
  QPushButton* m_cancel;
  QPushButton* m_keep;
};

}  // namespace retailor::ui
