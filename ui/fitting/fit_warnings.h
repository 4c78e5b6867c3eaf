#pragma once

#include <QWidget>

#include "core/garment/fit_warning.h"

class QVBoxLayout;

namespace retailor::ui {

// What the user should know before using a fit, a sentence a line with its sign: what changes the picture a warning, what wants a look a
// hint.
class FitWarningList : public QWidget {
  Q_OBJECT

 public:
  explicit FitWarningList(QWidget* parent = nullptr);
  void show(const garment::FitWarnings& warnings);

 private:
  void addLine(const garment::FitWarning& warning);

  QVBoxLayout* m_lines;
  QStringList m_shown;
};

}  // namespace retailor::ui
