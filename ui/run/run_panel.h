#pragma once

#include <QTimer>
#include <QWidget>

#include "core/completion/completion_method.h"
#include "ui/run/run_session.h"

class QLabel;
class QAction;
class QPushButton;
class QToolButton;

namespace retailor::ui {

class Prompts;
class RunNotes;
class SettingsForm;
class StageBar;

// The Generate panel: method, preset, steps, seed with dice, strength, variations and the method's own settings (only those it heeds); the
// Generate button; during a run the stage, a progress bar with elapsed and remaining time, Cancel and "Stop and keep this"; notes and
// failures as sentences. Changes go into the document's settings.
class RunPanel : public QWidget {
  Q_OBJECT

 public:
  RunPanel(OpenDocument& open, RunSession& session, QWidget* parent = nullptr);
  void setPrompts(Prompts& prompts);              // who is asked for files
  void setSightAction(QAction* action);           // opens what the method sees: a small button beside Generate
  QWidget* fieldOf(completion::Setting setting);  // see SettingsForm

 Q_SIGNALS:
  void modelsWanted();  // the chosen method lacks a model: show where models come from

 private:
  void addParts();
  void followSession();
  void followDocument();
  void heedChange(const document::DocumentChange& change);
  void pushSettings(const completion::CompletionSettings& settings);
  void readPose(const QString& file);
  void setPose(completion::PosePicture pose);
  void showSettings();
  void showPose();
  void showModels();
  void showReadiness();
  void showRunning();
  void showAtRest();
  void bringIntoSight();

  OpenDocument& m_open;
  RunSession& m_session;
  SettingsForm* m_form;
  QLabel* m_caption;
  QPushButton* m_generate;
  QToolButton* m_sight;
  QLabel* m_why;
  QPushButton* m_models;
  StageBar* m_stage;
  RunNotes* m_notes;
  QTimer m_readinessSoon;  // the mask is looked at once the pointer rests, not at every dab
};

}  // namespace retailor::ui
