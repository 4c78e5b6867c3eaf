#pragma once

#include <QWidget>

class QSpinBox;

namespace retailor::ui {

// What a pair of whole numbers may be, and how it reads.
struct PairRange {
  int smallest = 0;
  int largest = 100;
  int step = 1;
  QString suffix = {};
  QString between = {};     // "×", "to"
  QString atSmallest = {};  // shown instead of the smallest number
};

// Two whole numbers side by side: a size, an interval.
class PairField : public QWidget {
  Q_OBJECT

 public:
  PairField(const PairRange& range, const QString& firstName, const QString& secondName, QWidget* parent = nullptr);
  void setValues(int first, int second);  // without edited()

 Q_SIGNALS:
  void edited(int first, int second);

 private:
  QSpinBox* number(const PairRange& range, const QString& objectName, const QString& accessibleName);

  QSpinBox* m_first;
  QSpinBox* m_second;
};

}  // namespace retailor::ui
