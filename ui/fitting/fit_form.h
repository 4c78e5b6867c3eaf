#pragma once

#include <QFormLayout>
#include <QWidget>
#include <functional>
#include <vector>

#include "core/garment/fit_settings.h"

class QComboBox;

namespace retailor::ui {

// What a control is called: on screen, for tests, and in a tooltip.
struct FitControlName {
  QString text;
  const char* object;
  QString tip;
};

// A list of controls for a fit's settings, one a line. Shows settings without telling of it; tells the new ones when the user changes any.
class FitForm : public QWidget {
  Q_OBJECT

 public:
  explicit FitForm(QWidget* parent = nullptr);

  void show(const garment::FitSettings& settings);
  const garment::FitSettings& settings() const { return m_settings; }

  void addPercent(const FitControlName& name, int smallest, int largest, double garment::FitSettings::*member);
  struct Numbers {
    double smallest, largest, step;
    QString suffix, zeroText;  // zeroText: what the smallest number is called, if it has a name
  };
  void addNumber(const FitControlName& name, const Numbers& numbers, double garment::FitSettings::*member);
  void addSwitch(const FitControlName& name, bool garment::FitSettings::*member);
  // A combo box: `read` says which item the settings mean, `write` puts an item into them.
  QComboBox* addChoice(const FitControlName& name, const QStringList& items, std::function<int(const garment::FitSettings&)> read,
                       std::function<void(garment::FitSettings&, int)> write);
  void addRow(QWidget* widget) { m_rows->addRow(widget); }

 Q_SIGNALS:
  void edited(const retailor::garment::FitSettings& after);

 private:
  using Change = std::function<void(garment::FitSettings&)>;
  void addControl(const FitControlName& name, QWidget* control);
  void change(const Change& how);

  QFormLayout* m_rows;
  garment::FitSettings m_settings;
  std::vector<std::function<void()>> m_showers;  // each brings its control in line with m_settings
};

}  // namespace retailor::ui
