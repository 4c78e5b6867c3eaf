#include "ui/run/settings/prompt_field.h"

#include <QAbstractTextDocumentLayout>
#include <QScopedValueRollback>
#include <algorithm>
#include <cmath>

namespace retailor::ui {

PromptField::PromptField(int leastLines, int mostLines, QWidget* parent)
    : QPlainTextEdit(parent), m_leastLines(leastLines), m_mostLines(mostLines) {
  setTabChangesFocus(true);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  connect(this, &QPlainTextEdit::textChanged, this, [this] {
    if (!m_quiet) Q_EMIT edited(toPlainText());
  });
  connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this, &PromptField::grow);
  grow();
}

void PromptField::showText(const QString& text) {
  if (toPlainText() == text) return;
  const QScopedValueRollback quiet(m_quiet, true);
  setPlainText(text);
}

void PromptField::resizeEvent(QResizeEvent* event) {
  QPlainTextEdit::resizeEvent(event);
  grow();
}

// A plain text document tells its height in lines.
void PromptField::grow() {
  const int lines = std::clamp(static_cast<int>(std::lround(document()->size().height())), m_leastLines, m_mostLines);
  const int frame = height() - viewport()->height();
  const int margins = static_cast<int>(std::lround(2 * document()->documentMargin()));
  const int wanted = lines * fontMetrics().lineSpacing() + margins + std::clamp(frame, 2, 24);
  if (wanted != minimumHeight()) setFixedHeight(wanted);
}

}  // namespace retailor::ui
