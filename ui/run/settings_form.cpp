#include "ui/run/settings_form.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <algorithm>

#include "ui/controls/percent_slider.h"
#include "ui/run/seed_field.h"

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

SettingsForm::SettingsForm(QWidget* parent) : QWidget(parent), m_rows(new QFormLayout(this)) {
  m_rows->setContentsMargins(0, 0, 0, 0);
  m_rows->setHorizontalSpacing(10);
  m_rows->setVerticalSpacing(6);
  m_rows->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  m_rows->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  addMethod();
  addPreset();
  addText(Setting::Prompt, tr("Prompt"), QStringLiteral("prompt"), &Settings::prompt);
  addText(Setting::NegativePrompt, tr("Avoid"), QStringLiteral("negativePrompt"), &Settings::negativePrompt);
  addSteps();
  addGuidance();
  addPercent(Setting::Strength, tr("Noise start"), tr("How much noise a run starts from. Less keeps more of what the photo shows under the mask."),
             QStringLiteral("strength"), 5, 100, &Settings::strength);
  addPercent(Setting::StayInPlace, tr("Stay in place"), tr("How far detail may wander from where a reference lies on the photo, as a share of its size."),
             QStringLiteral("stayInPlace"), 1, 10, &Settings::stayInPlace)
      ->setPrefix(QStringLiteral("± "));
  addPercent(Setting::ReferenceScale, tr("References"), tr("How strongly the references count."), QStringLiteral("referenceScale"), 0, 200,
             &Settings::referenceScale);
  addPercent(Setting::ImageScale, tr("Likeness"), tr("How closely the result follows the reference pictures."), QStringLiteral("imageScale"), 0, 200,
             &Settings::imageScale);
  addFlag(Setting::KeepReferenceColour, tr("Keep reference colour"), tr("Do not adapt a reference's colours to the light of the photo."),
          QStringLiteral("keepReferenceColour"), &Settings::keepReferenceColour);
  addFlag(Setting::Placement, tr("Refine placement"), tr("Let the method nudge a reference to where it fits best."), QStringLiteral("refinePlacement"),
          &Settings::refinePlacement);
  addSeed();
  addVariations();
  showHeeded();
}

void SettingsForm::addRow(const QString& title, QWidget* field, const QString& name, const QString& hint) {
  field->setObjectName(name);
  if (field->accessibleName().isEmpty()) field->setAccessibleName(title);
  field->setToolTip(hint);
  auto* label = new QLabel(title, this);
  label->setBuddy(field);
  label->setToolTip(hint);
  label->setMinimumHeight(field->sizeHint().height());  // the form puts labels at the top of their row
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
  });
}

void SettingsForm::addPreset() {
  auto* presets = new QComboBox(this);
  presets->addItems({tr("Fast"), tr("Standard"), tr("Quality")});
  connect(presets, &QComboBox::activated, this,
          [this](int row) { change([row](Settings& settings) { settings.preset = static_cast<Preset>(row); }); });
  addRow(tr("Preset"), presets, QStringLiteral("preset"));
  m_heededIfWanted.emplace_back(Setting::Preset, presets);
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
  m_heededIfWanted.emplace_back(Setting::Steps, steps);
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
  m_heededIfWanted.emplace_back(Setting::Guidance, guidance);
  m_show.emplace_back([guidance](const Settings& settings) { putQuietly(guidance, settings.guidance); });
}

void SettingsForm::addText(Setting setting, const QString& title, const QString& name, std::string Settings::*member) {
  auto* field = new QLineEdit(this);
  connect(field, &QLineEdit::textEdited, this, [this, member](const QString& text) {
    change([text, member](Settings& settings) { settings.*member = text.toStdString(); });
  });
  addRow(title, field, name);
  m_heededIfWanted.emplace_back(setting, field);
  m_show.emplace_back([field, member](const Settings& settings) {
    const QString text = QString::fromStdString(settings.*member);
    if (field->text() != text) field->setText(text);  // leaves the cursor of whoever is typing alone
  });
}

PercentSlider* SettingsForm::addPercent(Setting setting, const QString& title, const QString& hint, const QString& name, int low, int high,
                                        double Settings::*member) {
  auto* slider = new PercentSlider(low, high, title, this);
  connect(slider, &PercentSlider::edited, this, [this, member](double share) {
    change([share, member](Settings& settings) { settings.*member = share; });
  });
  addRow(title, slider, name, hint);
  m_heededIfWanted.emplace_back(setting, slider);
  m_show.emplace_back([slider, member](const Settings& settings) { slider->setValue(settings.*member); });
  return slider;
}

void SettingsForm::addFlag(Setting setting, const QString& title, const QString& hint, const QString& name, bool Settings::*member) {
  auto* box = new QCheckBox(title, this);
  box->setObjectName(name);
  box->setToolTip(hint);
  connect(box, &QCheckBox::clicked, this, [this, member](bool on) { change([on, member](Settings& settings) { settings.*member = on; }); });
  m_rows->addRow(box);
  m_heededIfWanted.emplace_back(setting, box);
  m_show.emplace_back([box, member](const Settings& settings) { box->setChecked(settings.*member); });
}

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

void SettingsForm::showHeeded() {
  const auto chosen = std::ranges::find_if(m_methods, [this](const auto& method) { return method->traits().key == m_settings.method; });
  for (const auto& [setting, field] : m_heededIfWanted) {
    const bool heeded = chosen != m_methods.end() && std::ranges::count((*chosen)->traits().settings, setting) > 0;
    m_rows->setRowVisible(field, heeded);
  }
}

}  // namespace retailor::ui
