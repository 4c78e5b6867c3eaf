#pragma once

#include <QDialog>

class QTabWidget;

namespace retailor::ui {

class ActionTable;
class Prompts;
struct ModelSource;

// The user's preferences, a page a theme. Changes hold at once; there is nothing to confirm.
class PreferencesDialog : public QDialog {
  Q_OBJECT

 public:
  PreferencesDialog(ActionTable& table, const ModelSource& models, Prompts& prompts, QWidget* parent = nullptr);
  void showModels();  // turns to the Models page

 Q_SIGNALS:
  void modelsChanged();  // what methods can find may be another thing now

 private:
  QTabWidget* m_pages;
  QWidget* m_models;
};

}  // namespace retailor::ui
