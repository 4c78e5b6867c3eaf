#pragma once

#include <QFrame>
#include <QLabel>
#include <QTimer>

namespace retailor::ui {

// A sentence above the canvas that stops nobody: a failure stays until closed, a note goes by itself.
class MessageBar : public QFrame {
  Q_OBJECT

 public:
  explicit MessageBar(QWidget* parent = nullptr);

  void showFailure(const QString& sentence) { show(sentence, false); }
  void showNote(const QString& sentence) { show(sentence, true); }
  void withdraw(const QString& sentence);  // which is over; nothing where another is shown
  QString sentence() const { return isHidden() ? QString() : m_text.text(); }

 private:
  void show(const QString& sentence, bool calm);

  QLabel m_icon, m_text;
  QTimer m_fade;
};

}  // namespace retailor::ui
