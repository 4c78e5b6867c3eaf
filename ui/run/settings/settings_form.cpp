#include "ui/run/settings/settings_form.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QToolButton>
#include <algorithm>

#include "ui/run/settings/model_choice.h"

namespace retailor::ui {

using completion::Setting;

SettingsForm::SettingsForm(QWidget* parent) : QWidget(parent), m_rows(new QFormLayout(this)) {
  m_rows->setContentsMargins(0, 0, 0, 0);
  m_rows->setHorizontalSpacing(10);
  m_rows->setVerticalSpacing(6);
  m_rows->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  m_rows->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  addMethod();
  addPrompt(Setting::Prompt, tr("Prompt"), tr("What the painted part shall show, in English words."), QStringLiteral("prompt"), 3,
            &Settings::prompt);
  addPrompt(Setting::NegativePrompt, tr("Avoid"), tr("What it shall not show."), QStringLiteral("negativePrompt"), 1,
            &Settings::negativePrompt);
  addPose();
  addPreset();
  addSteps();
  addGuidance();
  addScales();
  addSeed();
  addVariations();
  addAdvanced();
  showHeeded();
}

void SettingsForm::addRow(const QString& title, QWidget* field, const QString& name, const QString& hint) {
  field->setObjectName(name);
  if (field->accessibleName().isEmpty()) field->setAccessibleName(title);
  field->setToolTip(hint);
  auto* label = new QLabel(title, this);
  label->setBuddy(field);
  label->setToolTip(hint);
  label->setMinimumHeight(
      std::min(field->sizeHint().height(), fontMetrics().height() + 12));  // the form puts labels at the top of their row
  m_rows->addRow(label, field);
}

void SettingsForm::addMethod() {
  m_method = new QComboBox(this);
  m_method->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  m_method->setMinimumContentsLength(10);
  connect(m_method, &QComboBox::activated, this, [this](int row) {
    change([key = m_method->itemData(row).toString().toStdString()](Settings& settings) { settings.method = key; });
    showHeeded();
  });
  m_method->setObjectName(QStringLiteral("method"));
  m_method->setAccessibleName(tr("Method"));
  m_rows->addRow(m_method);  // over both columns: the names are long
  m_show.emplace_back([this](const Settings& settings) {
    m_method->setCurrentIndex(m_method->findData(QString::fromStdString(settings.method)));
    m_method->setToolTip(m_method->currentData(Qt::ToolTipRole).toString());
  });
  m_model = new ModelChoice(this);
  connect(m_model, &ModelChoice::modelChosen, this, &SettingsForm::modelChosen);
  addRow(tr("Model"), m_model, QStringLiteral("model"));
  setModels({}, {});
}

void SettingsForm::heed(Setting setting, QWidget* field) { m_heededIfWanted.push_back({setting, field, m_fold != nullptr}); }

void SettingsForm::change(const std::function<void(Settings&)>& how) {
  Settings after = m_settings;
  how(after);
  if (after == m_settings) return;
  m_settings = after;
  Q_EMIT edited(m_settings);
}

void SettingsForm::setMethods(const Methods& methods) {
  m_methods = methods;
  m_method->clear();
  for (const auto& method : methods) {
    const auto& traits = method->traits();
    m_method->addItem(QString::fromStdString(traits.title), QString::fromStdString(traits.key));
    m_method->setItemData(m_method->count() - 1, QString::fromStdString(traits.description), Qt::ToolTipRole);
  }
  setSettings(m_settings);
}

void SettingsForm::setSettings(const Settings& settings) {
  m_settings = settings;
  for (const auto& put : m_show) put(settings);
  showHeeded();
}

void SettingsForm::setModels(const std::vector<completion::UsableModel>& models, const QString& chosen) {
  m_model->setModels(models, chosen);
  m_rows->setRowVisible(m_model, models.size() > 1);
}

QWidget* SettingsForm::fieldOf(Setting setting) {
  const auto row = std::ranges::find(m_heededIfWanted, setting, &Row::setting);
  if (row == m_heededIfWanted.end()) return nullptr;
  if (row->isAdvanced) m_fold->setChecked(true);
  return m_rows->isRowVisible(row->field) ? row->field : nullptr;
}

void SettingsForm::showHeeded() {
  const auto chosen = std::ranges::find_if(m_methods, [this](const auto& method) { return method->traits().key == m_settings.method; });
  bool anyAdvanced = false;
  for (const Row& row : m_heededIfWanted) {
    const bool heeded = chosen != m_methods.end() && std::ranges::count((*chosen)->traits().settings, row.setting) > 0;
    anyAdvanced = anyAdvanced || (heeded && row.isAdvanced);
    m_rows->setRowVisible(row.field, heeded && (!row.isAdvanced || m_fold->isChecked()));
  }
  m_rows->setRowVisible(m_fold, anyAdvanced);
}

}  // namespace retailor::ui
