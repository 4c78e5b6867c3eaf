#pragma once

#include <QWidget>
#include <functional>
#include <vector>

#include "core/completion/completion_settings.h"
#include "core/completion/method_readiness.h"
#include "ui/run/method_source.h"

class QComboBox;
class QFormLayout;
class QToolButton;

namespace retailor::ui {

class LoraList;
class ModelChoice;
class PercentSlider;
class PoseField;
class Prompts;

// The run settings as a form: the chosen method, its model where there are several, and the settings it heeds, no others; those that are
// seldom touched under a fold. The fields are in settings_form_fields, the folded ones in settings_form_advanced.
class SettingsForm : public QWidget {
  Q_OBJECT

 public:
  explicit SettingsForm(QWidget* parent = nullptr);

  void setPrompts(Prompts& prompts);  // who is asked for files
  void setMethods(const Methods& methods);
  void setSettings(const completion::CompletionSettings& settings);  // without edited()
  void setPose(const QString& name);                                 // of the document's pose picture; empty: it has none
  QWidget* fieldOf(completion::Setting setting);  // unfolded where it lay under the fold; null where the method does not heed it
  void setModels(const std::vector<completion::UsableModel>& models, const QString& chosen);  // of the chosen method; see ModelChoice

 Q_SIGNALS:
  void edited(const retailor::completion::CompletionSettings& settings);
  void modelChosen(const QString& path);
  void poseChosen(const QString& file);
  void poseRemoved();

 private:
  using Settings = completion::CompletionSettings;
  struct Choice {
    std::string key;
    QString title;
  };

  void addMethod();
  void addPose();
  void addPreset();
  void addSeed();
  void addVariations();
  void addSteps();
  void addGuidance();
  void addScales();
  void addPrompt(completion::Setting setting, const QString& title, const QString& hint, const QString& name, int leastLines,
                 std::string Settings::*member);
  PercentSlider* addPercent(completion::Setting setting, const QString& title, const QString& hint, const QString& name, int low, int high,
                            double Settings::*member);
  void addFlag(completion::Setting setting, const QString& title, const QString& hint, const QString& name, bool Settings::*member);

  void addAdvanced();
  void addFold();
  void addScheduler();
  void addLoras();
  void addReferenceScales();
  void addGuidanceInterval();
  void addWindow();
  void addWorkingSize();
  void addPrecision();
  void addDevice();
  void addChoice(completion::Setting setting, const QString& title, const QString& hint, const QString& name,
                 const std::vector<Choice>& choices, std::string Settings::*member);

  void addRow(const QString& title, QWidget* field, const QString& name, const QString& hint = {});
  void heed(completion::Setting setting, QWidget* field);  // the field's row is shown only where the method heeds the setting
  void change(const std::function<void(Settings&)>& how);
  void showHeeded();

  struct Row {
    completion::Setting setting;
    QWidget* field;
    bool isAdvanced;
  };

  QFormLayout* m_rows;
  QComboBox* m_method = nullptr;
  ModelChoice* m_model = nullptr;
  PoseField* m_pose = nullptr;
  LoraList* m_loras = nullptr;
  QToolButton* m_fold = nullptr;  // fields added after it lie under it
  Methods m_methods;
  Settings m_settings;
  std::vector<std::function<void(const Settings&)>> m_show;  // each puts its value into its field
  std::vector<Row> m_heededIfWanted;                         // rows that only some methods have
};

}  // namespace retailor::ui
