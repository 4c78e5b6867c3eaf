#include "ui/controls/number_slider.h"

#include <QHBoxLayout>
#include <QSignalBlocker>
#include <cmath>

namespace retailor::ui {

namespace {

constexpr int logarithmicSteps = 200;

}  // namespace

NumberSlider::NumberSlider(const QString& name, const NumberRange& range, QWidget* parent) : QWidget(parent), m_range(range), m_name(name) {
  m_slider.setRange(range.logarithmic ? 0 : range.smallest, range.logarithmic ? logarithmicSteps : range.largest);
  m_slider.setFixedWidth(110);
  m_slider.setAccessibleName(name);
  m_field.setRange(range.smallest, range.largest);
  m_field.setSingleStep(range.step);
  m_field.setSuffix(range.suffix);
  m_field.setAccessibleName(name);
  m_field.setKeyboardTracking(false);
  m_name.setBuddy(&m_field);
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(4, 0, 8, 0);
  row->addWidget(&m_name);
  row->addWidget(&m_slider);
  row->addWidget(&m_field);
  connect(&m_slider, &QSlider::valueChanged, this, [this](int position) {
    setValue(fromSlider(position));
    Q_EMIT changed(value());
  });
  connect(&m_field, &QSpinBox::valueChanged, this, [this](int number) {
    setValue(number);
    Q_EMIT changed(number);
  });
}

void NumberSlider::setValue(double value) {
  const QSignalBlocker slider(m_slider), field(m_field);
  m_field.setValue(static_cast<int>(std::lround(value)));
  m_slider.setValue(toSlider(value));
}

int NumberSlider::toSlider(double value) const {
  if (!m_range.logarithmic) return static_cast<int>(std::lround(value));
  const double share =
      std::log(std::max<double>(value, m_range.smallest) / m_range.smallest) / std::log(double(m_range.largest) / m_range.smallest);
  return static_cast<int>(std::lround(share * logarithmicSteps));
}

double NumberSlider::fromSlider(int position) const {
  if (!m_range.logarithmic) return position;
  return m_range.smallest * std::pow(double(m_range.largest) / m_range.smallest, double(position) / logarithmicSteps);
}

}  // namespace retailor::ui
