#pragma once

#include <QWidget>

class QSlider;
class QSpinBox;

namespace retailor::ui {

// A slider with its number beside it, in whole percent; values are shares (1.0 is 100 %). Does not take the wheel away from a scrolling
// panel unless it has the focus.
class PercentSlider : public QWidget {
  Q_OBJECT

 public:
  PercentSlider(int minimum, int maximum, const QString& name, QWidget* parent = nullptr);

  double value() const;
  void setValue(double share);  // without edited()
  void setPrefix(const QString& prefix);
  void setSuffix(const QString& suffix);

 Q_SIGNALS:
  void edited(double share);  // the user moved it

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void take(int percent);

  QSlider* m_slider;
  QSpinBox* m_number;
};

}  // namespace retailor::ui
