#pragma once

#include <QDialog>
#include <optional>

#include "ui/controls/long_work.h"
#include "ui/preferences/models/model_source.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace retailor::ui {

class NewestWord;
class Prompts;
class WorkBar;

// Gets a public model: which, from where, whereto; then its licence, its files with size and hash; and only then, when asked again, the
// files themselves. Cancelled or broken off, what came stays and the next try goes on from there.
class DownloadDialog : public QDialog {
  Q_OBJECT

 public:
  DownloadDialog(ModelSource source, Prompts& prompts, QWidget* parent = nullptr);

 Q_SIGNALS:
  void downloaded();

 private:
  void addParts();
  QWidget* withBrowse(QLineEdit* line, const QString& name, const QString& title);
  void showOffer();
  void forgetPlan();
  void plan();
  void showPlan(Result<DownloadPlan> plan);
  void fetch();
  void showEnd(const Result<bool>& ended);
  void setBusy(bool busy);
  const OfferedModel& offer() const;

  ModelSource m_source;
  Prompts& m_prompts;
  QComboBox* m_model;
  QLabel* m_about;
  QLineEdit* m_mirror;
  QLineEdit* m_target;
  QPushButton* m_plan;
  QPushButton* m_fetch;
  QTreeWidget* m_files;
  QLabel* m_words;
  WorkBar* m_work;
  QList<QWidget*> m_wishes;  // not to be changed while work goes on
  std::optional<DownloadPlan> m_planned;
  LongWork m_going;
};

}  // namespace retailor::ui
