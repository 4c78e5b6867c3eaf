#include "ui/fitting/fit_form.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QSignalBlocker>

#include "ui/controls/percent_slider.h"

namespace retailor::ui {

using garment::FitSettings;

FitForm::FitForm(QWidget* parent) : QWidget(parent), m_rows(new QFormLayout(this)) {
  m_rows->setContentsMargins(0, 0, 0, 0);
  m_rows->setHorizontalSpacing(10);
  m_rows->setVerticalSpacing(5);
  m_rows->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
}

void FitForm::show(const FitSettings& settings) {
  m_settings = settings;
  for (const auto& shower : m_showers) shower();
}

void FitForm::change(const Change& how) {
  FitSettings after = m_settings;
  how(after);
  if (after != m_settings) Q_EMIT edited(after);
}

void FitForm::addControl(const FitControlName& name, QWidget* control) {
  control->setObjectName(QString::fromLatin1(name.object));
  control->setToolTip(name.tip);
  control->setAccessibleDescription(name.tip);
  auto* label = new QLabel(name.text, this);
  label->setToolTip(name.tip);
  label->setBuddy(control);
  m_rows->addRow(label, control);
}

void FitForm::addPercent(const FitControlName& name, int smallest, int largest, double FitSettings::*member) {
  auto* slider = new PercentSlider(smallest, largest, name.text, this);
  addControl(name, slider);
  connect(slider, &PercentSlider::edited, this, [this, member](double share) { change([=](FitSettings& s) { s.*member = share; }); });
  m_showers.emplace_back([this, slider, member] { slider->setValue(m_settings.*member); });
}

void FitForm::addNumber(const FitControlName& name, const Numbers& numbers, double FitSettings::*member) {
  auto* field = new QDoubleSpinBox(this);
  field->setRange(numbers.smallest, numbers.largest);
  field->setSingleStep(numbers.step);
  field->setSuffix(numbers.suffix);
  field->setSpecialValueText(numbers.zeroText);
  field->setKeyboardTracking(false);
  field->setAccessibleName(name.text);
  addControl(name, field);
  connect(field, &QDoubleSpinBox::valueChanged, this, [this, member](double value) { change([=](FitSettings& s) { s.*member = value; }); });
  m_showers.emplace_back([this, field, member] {
    const QSignalBlocker quiet(field);
    field->setValue(m_settings.*member);
  });
}

void FitForm::addSwitch(const FitControlName& name, bool FitSettings::*member) {
  auto* box = new QCheckBox(name.text, this);
  box->setObjectName(QString::fromLatin1(name.object));
  box->setToolTip(name.tip);
  m_rows->addRow(box);
  connect(box, &QCheckBox::clicked, this, [this, member](bool on) { change([=](FitSettings& s) { s.*member = on; }); });
  m_showers.emplace_back([this, box, member] { box->setChecked(m_settings.*member); });
}

QComboBox* FitForm::addChoice(const FitControlName& name, const QStringList& items, std::function<int(const FitSettings&)> read,
                              std::function<void(FitSettings&, int)> write) {
  auto* choice = new QComboBox(this);
  choice->addItems(items);
  choice->setAccessibleName(name.text);
  choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  addControl(name, choice);
  connect(choice, &QComboBox::activated, this,
          [this, write = std::move(write)](int index) { change([&](FitSettings& s) { write(s, index); }); });
  m_showers.emplace_back([this, choice, read = std::move(read)] { choice->setCurrentIndex(read(m_settings)); });
  return choice;
}

}  // namespace retailor::ui
