#pragma once

#include <QDialog>

#include "ui/window/action_table.h"

namespace retailor::ui {

// F1: every command that has keys, by group, and what the pointer and held keys do.
class KeySheet : public QDialog {
  Q_OBJECT

 public:
  explicit KeySheet(const ActionTable& table, QWidget* parent = nullptr);
};

}  // namespace retailor::ui
