#pragma once

#include <QWidget>

class QVBoxLayout;

namespace retailor::ui {

// What a run had to say, a sentence a line.
class RunNotes : public QWidget {
  Q_OBJECT

 public:
  explicit RunNotes(QWidget* parent = nullptr);
  void addNote(const QString& sentence);
  void clear();
  QStringList sentences() const;

 private:
  QVBoxLayout* m_lines;
  QList<QWidget*> m_shown;
  QStringList m_sentences;
};

}  // namespace retailor::ui
