#pragma once

#include <QString>
#include <QStringList>

class QWidget;

namespace retailor::ui {

enum class SaveAnswer { Save, Discard, Cancel };

// Everything the window asks the user in a dialog, behind one door so that tests can answer. Main thread. Empty strings mean "cancelled".
// Without a `folder` the files are looked for where the last ones were found.
class Prompts {
 public:
  virtual ~Prompts() = default;
  virtual QString openFile(QWidget* parent, const QString& title, const QString& folder, const QString& filter) = 0;
  virtual QStringList openFiles(QWidget* parent, const QString& title, const QString& folder, const QString& filter) = 0;
  virtual QString chooseFolder(QWidget* /*parent*/, const QString& /*title*/, const QString& /*folder*/) { return {}; }
  virtual QString saveFile(QWidget* parent, const QString& title, const QString& suggestion, const QString& filter) = 0;
  virtual SaveAnswer saveChanges(QWidget* parent, const QString& documentName) = 0;
  virtual bool confirm(QWidget* parent, const QString& question, const QString& yes) = 0;
  virtual void tell(QWidget* parent, const QString& sentence) = 0;  // a failure: one clear sentence
};

// The real dialogs.
class DialogPrompts : public Prompts {
 public:
  QString openFile(QWidget* parent, const QString& title, const QString& folder, const QString& filter) override;
  QStringList openFiles(QWidget* parent, const QString& title, const QString& folder, const QString& filter) override;
  QString chooseFolder(QWidget* parent, const QString& title, const QString& folder) override;
  QString saveFile(QWidget* parent, const QString& title, const QString& suggestion, const QString& filter) override;
  SaveAnswer saveChanges(QWidget* parent, const QString& documentName) override;
  bool confirm(QWidget* parent, const QString& question, const QString& yes) override;
  void tell(QWidget* parent, const QString& sentence) override;

 private:
  QString m_folder;  // of the file opened last
};

}  // namespace retailor::ui
