#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace retailor::ui {

// The line above the canvas that leads through fitting: which step it is, what to do, and the buttons that go on.
class FitGuide : public QFrame {
  Q_OBJECT

 public:
  explicit FitGuide(QWidget* parent = nullptr);

  void showClick(const QString& garment, bool maskThere);  // click what the person wears
  void showClickMore();                                    // correct by clicks what was proposed
  void showCorrect(const QString& region, bool canClick, bool mayGoOn);
  void showPins();
  void setBusy(const QString& what);  // empty: nothing goes on

 Q_SIGNALS:
  void doneWanted();
  void clickWanted();  // propose again
  void paintWanted();  // paint it by hand instead
  void maskWanted();   // what is masked is the garment
  void cancelWanted();

 private:
  QPushButton* addButton(const QString& name, const QString& text, void (FitGuide::*wanted)());
  void show(const QString& step, const QString& text, const QList<QPushButton*>& buttons);

  QLabel* m_step;
  QLabel* m_text;
  QLabel* m_busy;
  QPushButton *m_click, *m_paint, *m_mask, *m_cancel, *m_done;
};

}  // namespace retailor::ui
