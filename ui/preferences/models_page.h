#pragma once

#include <QWidget>

#include "ui/controls/long_work.h"
#include "ui/preferences/models/model_source.h"

class QLabel;
class QPushButton;

namespace retailor::ui {

class FolderList;
class ModelTree;
class Prompts;
class WorkBar;

// Where models are looked for, which were found, whether they are whole, and how to get one. Looking and checking go on off the main
// thread.
class ModelsPage : public QWidget {
  Q_OBJECT

 public:
  ModelsPage(ModelSource source, Prompts& prompts, QWidget* parent = nullptr);

  bool settled() const { return !m_listing.going() && !m_checking.going(); }

 Q_SIGNALS:
  void modelsChanged();  // other folders are searched, or a model came

 private:
  void addParts();
  QPushButton* button(const QString& title, const QString& name, const QString& hint, void (ModelsPage::*act)());
  void list();
  void showList(ModelList found);
  void check();
  void checked(const std::string& path, const Result<std::vector<ModelPart>>& parts);
  void download();
  void showDetails();

  ModelSource m_source;
  Prompts& m_prompts;
  FolderList* m_folders;
  ModelTree* m_tree;
  QLabel* m_details;
  QPushButton* m_check;
  QPushButton* m_download;
  WorkBar* m_work;
  LongWork m_listing;
  LongWork m_checking;
};

}  // namespace retailor::ui
