#pragma once

#include <QWidget>

class QLineEdit;

namespace retailor::ui {

// The seed as a number, with dice that roll a new one.
class SeedField : public QWidget {
  Q_OBJECT

 public:
  explicit SeedField(QWidget* parent = nullptr);
  void setSeed(quint64 seed);  // without edited()

 Q_SIGNALS:
  void edited(quint64 seed);

 private:
  void takeText();
  void roll();

  QLineEdit* m_number;
};

}  // namespace retailor::ui
