#pragma once

#include <QWidget>

#include "ui/fitting/current_fit.h"

class QComboBox;
class QLabel;
class QPushButton;
class QToolButton;

namespace retailor::ui {

class FitForm;
class FitHandles;
class FitWarningList;

// The Fit section of the right column, shown while a garment is being fitted: warnings, what is asked for most, the rest under More.
class FitPanel : public QWidget {
  Q_OBJECT

 public:
  FitPanel(CurrentFit& fit, FitHandles& handles, QWidget* parent = nullptr);

 Q_SIGNALS:
  void markWanted();     // the worn garment
  void inFrontWanted();  // what lies before it
  void unfitWanted();    // no fit any more
  void doneWanted();

 private:
  QWidget* common();
  QWidget* more();
  void addRare(FitForm& form);
  QWidget* pinRow();
  QWidget* actions();
  QToolButton* pinButton(QWidget* row, const QString& name, const QString& icon, const QString& text);
  QPushButton* addButton(const QString& name, const QString& text, const QString& tip);
  void showSettings();
  void showKinds();
  void showWarnings();
  void listPins();
  std::optional<std::size_t> pinAtHand() const;  // nothing while the fit cannot be changed
  void edit(const garment::FitSettings& after);

  CurrentFit& m_fit;
  FitHandles& m_handles;
  QLabel* m_title;
  QLabel* m_busy;
  FitWarningList* m_warnings;
  FitForm* m_common;
  FitForm* m_rare;
  QComboBox* m_kind = nullptr;
  QComboBox* m_pins = nullptr;
  QToolButton* m_resetPin = nullptr;
  QToolButton* m_removePin = nullptr;
  QPushButton* m_automatic = nullptr;
  QStringList m_listed;  // names in m_pins
};

}  // namespace retailor::ui
