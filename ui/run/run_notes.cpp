#include "ui/run/run_notes.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "ui/controls/theme.h"

namespace retailor::ui {

namespace {

constexpr qsizetype mostShown = 8;  // a method that repeats itself must not push the buttons out of sight

QWidget* line(const QString& sentence, QWidget* parent) {
  auto* made = new QWidget(parent);
  auto* sign = new QLabel(made);
  sign->setPixmap(themeIcon(QStringLiteral("info")).pixmap(QSize(16, 16), parent->devicePixelRatioF()));
  auto* text = new QLabel(sentence, made);
  text->setTextFormat(Qt::PlainText);
  text->setWordWrap(true);
  text->setTextInteractionFlags(Qt::TextSelectableByMouse);
  auto* row = new QHBoxLayout(made);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(6);
  row->addWidget(sign, 0, Qt::AlignTop);
  row->addWidget(text, 1);
  return made;
}

}  // namespace

RunNotes::RunNotes(QWidget* parent) : QWidget(parent), m_lines(new QVBoxLayout(this)) {
  m_lines->setContentsMargins(0, 0, 0, 0);
  m_lines->setSpacing(4);
  hide();
}

void RunNotes::addNote(const QString& sentence) {
  if (m_sentences.contains(sentence)) return;
  m_sentences.append(sentence);
  m_shown.append(line(sentence, this));
  m_lines->addWidget(m_shown.last());
  if (m_shown.size() > mostShown) m_shown.takeFirst()->deleteLater();
  show();
}

void RunNotes::clear() {
  for (QWidget* shown : std::exchange(m_shown, {})) shown->deleteLater();
  m_sentences.clear();
  hide();
}

QStringList RunNotes::sentences() const { return m_sentences; }

}  // namespace retailor::ui
