#pragma once

#include <QDialog>

namespace retailor::ui {

class ActionTable;

// The user's preferences, a page a theme. Changes hold at once; there is nothing to confirm.
class PreferencesDialog : public QDialog {
  Q_OBJECT

 public:
  explicit PreferencesDialog(ActionTable& table, QWidget* parent = nullptr);
};

}  // namespace retailor::ui
