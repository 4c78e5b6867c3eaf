// The fields of SettingsForm that are always in sight.
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QSignalBlocker>

#include "ui/controls/percent_slider.h"
#include "ui/run/settings/pose_field.h"
#include "ui/run/settings/prompt_field.h"
#include "ui/run/settings/seed_field.h"
#include "ui/run/settings/settings_form.h"

namespace retailor::ui {

using completion::Preset;
using completion::Setting;

namespace {

// A value outside the field's range or precision is shown as near as it goes, and stays what it is.
template <class Field, class Value>
void putQuietly(Field* field, Value value) {
  const QSignalBlocker quiet(field);
  field->setValue(value);
}

}  // namespace

void SettingsForm::addPrompt(Setting setting, const QString& title, const QString& hint, const QString& name, int leastLines,
                             std::string Settings::*member) {
  constexpr int mostLines = 10;
  auto* field = new PromptField(leastLines, mostLines, this);
  connect(field, &PromptField::edited, this,
          [this, member](const QString& text) { change([text, member](Settings& settings) { settings.*member = text.toStdString(); }); });
  addRow(title, field, name, hint);
  heed(setting, field);
  m_show.emplace_back([field, member](const Settings& settings) { field->showText(QString::fromStdString(settings.*member)); });
}

void SettingsForm::addPose() {
  m_pose = new PoseField(this);
  connect(m_pose, &PoseField::chosen, this, &SettingsForm::poseChosen);
  connect(m_pose, &PoseField::removed, this, &SettingsForm::poseRemoved);
  addRow(tr("Pose"), m_pose, QStringLiteral("pose"), tr("A DensePose picture that lies over the photo: how the person stands."));
  heed(Setting::Pose, m_pose);
}

void SettingsForm::setPose(const QString& name) { m_pose->showPose(name); }

void SettingsForm::addPreset() {
  auto* presets = new QComboBox(this);
  presets->addItems({tr("Fast"), tr("Standard"), tr("Quality")});
  connect(presets, &QComboBox::activated, this,
          [this](int row) { change([row](Settings& settings) { settings.preset = static_cast<Preset>(row); }); });
  addRow(tr("Preset"), presets, QStringLiteral("preset"));
  heed(Setting::Preset, presets);
  m_show.emplace_back([presets](const Settings& settings) { presets->setCurrentIndex(static_cast<int>(settings.preset)); });
}

void SettingsForm::addSeed() {
  auto* seed = new SeedField(this);
  connect(seed, &SeedField::edited, this, [this](quint64 value) { change([value](Settings& settings) { settings.seed = value; }); });
  addRow(tr("Seed"), seed, QStringLiteral("seed"), tr("The same seed gives the same result again."));
  m_show.emplace_back([seed](const Settings& settings) { seed->setSeed(settings.seed); });
}

void SettingsForm::addVariations() {
  auto* variations = new QSpinBox(this);
  variations->setRange(1, 8);
  connect(variations, &QSpinBox::valueChanged, this,
          [this](int value) { change([value](Settings& settings) { settings.variations = value; }); });
  addRow(tr("Variations"), variations, QStringLiteral("variations"), tr("How many results to make, each from its own seed."));
  m_show.emplace_back([variations](const Settings& settings) { putQuietly(variations, settings.variations); });
}

void SettingsForm::addSteps() {
  auto* steps = new QSpinBox(this);
  steps->setRange(0, 200);
  steps->setSpecialValueText(tr("As the preset"));
  connect(steps, &QSpinBox::valueChanged, this, [this](int value) { change([value](Settings& settings) { settings.steps = value; }); });
  addRow(tr("Steps"), steps, QStringLiteral("steps"), tr("More steps take longer and draw finer."));
  heed(Setting::Steps, steps);
  m_show.emplace_back([steps](const Settings& settings) { putQuietly(steps, settings.steps); });
}

void SettingsForm::addGuidance() {
  auto* guidance = new QDoubleSpinBox(this);
  guidance->setRange(0, 30);
  guidance->setSingleStep(0.5);
  guidance->setDecimals(1);
  guidance->setSpecialValueText(tr("As the method"));
  connect(guidance, &QDoubleSpinBox::valueChanged, this,
          [this](double value) { change([value](Settings& settings) { settings.guidance = value; }); });
  addRow(tr("Guidance"), guidance, QStringLiteral("guidance"), tr("How strictly the result follows the prompt and the references."));
  heed(Setting::Guidance, guidance);
  m_show.emplace_back([guidance](const Settings& settings) { putQuietly(guidance, settings.guidance); });
}

void SettingsForm::addScales() {
  addPercent(Setting::Strength, tr("Noise start"),
             tr("How much noise a run starts from. Less keeps more of what the photo shows under the mask."), QStringLiteral("strength"), 5,
             100, &Settings::strength);
  addPercent(Setting::StayInPlace, tr("Stay in place"),
             tr("How far detail may wander from where a reference lies on the photo, as a share of its size."),
             QStringLiteral("stayInPlace"), 1, 10, &Settings::stayInPlace)
      ->setPrefix(QStringLiteral("± "));
  addPercent(Setting::Similarity, tr("Similarity"),
             tr("How closely the result follows the references. 100 % is what the model was made for; at 0 % they are not looked at."),
             QStringLiteral("similarity"), 0, 200, &Settings::similarity);
  addFlag(Setting::KeepReferenceColour, tr("Keep reference colour"), tr("Do not adapt a reference's colours to the light of the photo."),
          QStringLiteral("keepReferenceColour"), &Settings::keepReferenceColour);
  addFlag(Setting::Placement, tr("Refine placement"), tr("Let the method nudge a reference to where it fits best."),
          QStringLiteral("refinePlacement"), &Settings::refinePlacement);
}

PercentSlider* SettingsForm::addPercent(Setting setting, const QString& title, const QString& hint, const QString& name, int low, int high,
                                        double Settings::*member) {
  auto* slider = new PercentSlider(low, high, title, this);
  connect(slider, &PercentSlider::edited, this,
          [this, member](double share) { change([share, member](Settings& settings) { settings.*member = share; }); });
  addRow(title, slider, name, hint);
  heed(setting, slider);
  m_show.emplace_back([slider, member](const Settings& settings) { slider->setValue(settings.*member); });
  return slider;
}

void SettingsForm::addFlag(Setting setting, const QString& title, const QString& hint, const QString& name, bool Settings::*member) {
  auto* box = new QCheckBox(title, this);
  box->setObjectName(name);
  box->setToolTip(hint);
  connect(box, &QCheckBox::clicked, this, [this, member](bool on) { change([on, member](Settings& settings) { settings.*member = on; }); });
  m_rows->addRow(box);
  heed(setting, box);
  m_show.emplace_back([box, member](const Settings& settings) { box->setChecked(settings.*member); });
}

}  // namespace retailor::ui
