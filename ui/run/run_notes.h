#pragma once

#include <QWidget>

class QVBoxLayout;

namespace retailor::ui {

// What a run had to say, a sentence a line: notes, and the failure that ended it.
class RunNotes : public QWidget {
  Q_OBJECT

 public:
  explicit RunNotes(QWidget* parent = nullptr);
  void addNote(const QString& sentence);
  void addFailure(const QString& sentence);
  void clear();
  QStringList sentences() const;

 private:
  void add(const QString& sentence, const QString& icon);

  QVBoxLayout* m_lines;
  QList<QWidget*> m_shown;
  QStringList m_sentences;
};

}  // namespace retailor::ui
