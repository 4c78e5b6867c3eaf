#pragma once

#include <QPlainTextEdit>

namespace retailor::ui {

// A text of one or more lines; grows with it up to a height, then scrolls. Tab leaves it.
class PromptField : public QPlainTextEdit {
  Q_OBJECT

 public:
  PromptField(int leastLines, int mostLines, QWidget* parent = nullptr);
  void showText(const QString& text);  // without edited(); leaves the cursor of whoever is typing alone

 Q_SIGNALS:
  void edited(const QString& text);

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void grow();

  int m_leastLines;
  int m_mostLines;
  bool m_quiet = false;
};

}  // namespace retailor::ui
