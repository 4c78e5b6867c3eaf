#pragma once

#include <QLabel>
#include <QSlider>
#include <QSpinBox>
#include <QWidget>

namespace retailor::ui {

struct NumberRange {
  int smallest = 0;
  int largest = 100;
  int step = 1;
  QString suffix;
  bool logarithmic = false;  // the slider's way grows with the number; smallest must then be above 0
};

// A name, a slider and a number field for one whole number; slider and field follow each other.
class NumberSlider : public QWidget {
  Q_OBJECT

 public:
  NumberSlider(const QString& name, const NumberRange& range, QWidget* parent = nullptr);

  double value() const { return m_field.value(); }
  void setValue(double value);  // emits nothing

 Q_SIGNALS:
  void changed(double value);  // by the user

 private:
  int toSlider(double value) const;
  double fromSlider(int position) const;

  NumberRange m_range;
  QLabel m_name;
  QSlider m_slider{Qt::Horizontal};
  QSpinBox m_field;
};

}  // namespace retailor::ui
