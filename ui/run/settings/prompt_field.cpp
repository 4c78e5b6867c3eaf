#include "ui/run/settings/prompt_field.h"

#include <QAbstractTextDocumentLayout>
#include <QScopedValueRollback>
#include <QTextBlock>
#include <algorithm>
#include <cmath>

namespace retailor::ui {

PromptField::PromptField(int leastLines, int mostLines, QWidget* parent)
    : QPlainTextEdit(parent), m_leastLines(leastLines), m_mostLines(mostLines) {
  setTabChangesFocus(true);
  document()->setDocumentMargin(1);  // as high as the fields of one line beside it
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
  const int there = static_cast<int>(std::lround(document()->size().height()));
  const int lines = std::clamp(there, m_leastLines, m_mostLines);
  const QTextBlock first = document()->firstBlock();
  // The layout's own line, which fractions of a pixel make higher than the font's spacing: a pixel too little, and a line that fits would
  // scroll.
  const int line = static_cast<int>(std::ceil(blockBoundingRect(first).height() / std::max(1, first.lineCount())));
  const int frame = height() - viewport()->height();
  const int margins = static_cast<int>(std::lround(2 * document()->documentMargin()));
  const int wanted = lines * line + margins + std::clamp(frame, 2, 24);
  setVerticalScrollBarPolicy(there > m_mostLines ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
  if (wanted != minimumHeight()) setFixedHeight(wanted);
}

}  // namespace retailor::ui
