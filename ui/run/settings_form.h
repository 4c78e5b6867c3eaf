#pragma once

#include <QWidget>
#include <functional>
#include <vector>

#include "core/completion/completion_settings.h"
#include "ui/run/method_source.h"

class QComboBox;
class QFormLayout;

namespace retailor::ui {

class PercentSlider;

// The run settings as a form: the chosen method and the settings it heeds, no others.
class SettingsForm : public QWidget {
  Q_OBJECT

 public:
  explicit SettingsForm(QWidget* parent = nullptr);

  void setMethods(const Methods& methods);
  void setSettings(const completion::CompletionSettings& settings);  // without edited()

 Q_SIGNALS:
  void edited(const retailor::completion::CompletionSettings& settings);

 private:
  using Settings = completion::CompletionSettings;

  void addMethod();
  void addPreset();
  void addSeed();
  void addVariations();
  void addSteps();
  void addGuidance();
  void addText(completion::Setting setting, const QString& title, const QString& name, std::string Settings::*member);
  PercentSlider* addPercent(completion::Setting setting, const QString& title, const QString& hint, const QString& name, int low, int high,
                            double Settings::*member);
  void addFlag(completion::Setting setting, const QString& title, const QString& hint, const QString& name, bool Settings::*member);
  void addRow(const QString& title, QWidget* field, const QString& name, const QString& hint = {});
  void change(const std::function<void(Settings&)>& how);
  void showHeeded();

  QFormLayout* m_rows;
  QComboBox* m_method = nullptr;
  Methods m_methods;
  Settings m_settings;
  std::vector<std::function<void(const Settings&)>> m_show;               // each puts its value into its field
  std::vector<std::pair<completion::Setting, QWidget*>> m_heededIfWanted;  // rows that only some methods have
};

}  // namespace retailor::ui
