#pragma once

#include "ui/controls/prompts.h"

namespace retailor::tests {

// Answers what a test prepared, and remembers what it was asked and told.
class PreparedPrompts : public ui::Prompts {
 public:
  QStringList files;  // what the user picks
  bool yes = true;    // and answers
  QStringList questions, told;

  QString openFile(QWidget*, const QString&, const QString&, const QString&) override { return files.value(0); }
  QStringList openFiles(QWidget*, const QString&, const QString&, const QString&) override { return files; }
  QString chooseFolder(QWidget*, const QString&, const QString&) override { return files.value(0); }
  QString saveFile(QWidget*, const QString&, const QString&, const QString&) override { return files.value(0); }
  ui::SaveAnswer saveChanges(QWidget*, const QString&) override { return ui::SaveAnswer::Discard; }
  bool confirm(QWidget*, const QString& question, const QString&) override {
    questions.append(question);
    return yes;
  }
  void tell(QWidget*, const QString& sentence) override { told.append(sentence); }
};

}  // namespace retailor::tests
