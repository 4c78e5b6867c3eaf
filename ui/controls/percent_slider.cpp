#include "ui/controls/percent_slider.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QSlider>
#include <QSpinBox>
#include <cmath>

namespace retailor::ui {

PercentSlider::PercentSlider(int minimum, int maximum, const QString& name, QWidget* parent)
    : QWidget(parent), m_slider(new QSlider(Qt::Horizontal, this)), m_number(new QSpinBox(this)) {
  m_slider->setRange(minimum, maximum);
  m_slider->setPageStep(std::max(1, (maximum - minimum) / 10));
  m_slider->setFocusPolicy(Qt::StrongFocus);
  m_slider->setAccessibleName(name);
  m_slider->setMinimumWidth(48);
  m_number->setRange(minimum, maximum);
  m_number->setSuffix(tr(" %"));
  m_number->setAccessibleName(name);
  m_number->setButtonSymbols(QAbstractSpinBox::NoButtons);
  m_number->setAlignment(Qt::AlignRight);
  m_number->setFocusPolicy(Qt::StrongFocus);
  m_number->setFixedWidth(m_number->fontMetrics().horizontalAdvance(QStringLiteral("200 %")) + 22);
  setFocusProxy(m_slider);
  for (QWidget* part : {static_cast<QWidget*>(m_slider), static_cast<QWidget*>(m_number)}) part->installEventFilter(this);
  connect(m_slider, &QSlider::valueChanged, this, &PercentSlider::take);
  connect(m_number, &QSpinBox::valueChanged, this, &PercentSlider::take);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(6);
  row->addWidget(m_slider, 1);
  row->addWidget(m_number);
}

double PercentSlider::value() const { return m_slider->value() / 100.0; }

void PercentSlider::setValue(double share) {
  const int percent = static_cast<int>(std::lround(share * 100));
  const QSignalBlocker quietSlider(m_slider);
  const QSignalBlocker quietNumber(m_number);
  m_slider->setValue(percent);
  m_number->setValue(percent);
}

void PercentSlider::setPrefix(const QString& prefix) { m_number->setPrefix(prefix); }

void PercentSlider::setSuffix(const QString& suffix) { m_number->setSuffix(suffix); }

void PercentSlider::take(int percent) {
  setValue(percent / 100.0);
  Q_EMIT edited(value());
}

bool PercentSlider::eventFilter(QObject* watched, QEvent* event) {
  const auto* part = qobject_cast<QWidget*>(watched);
  if (event->type() != QEvent::Wheel || part == nullptr || part->hasFocus()) return QWidget::eventFilter(watched, event);
  event->ignore();
  return true;
}

}  // namespace retailor::ui
