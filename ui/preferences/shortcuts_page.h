#pragma once

#include <QWidget>

class QKeySequenceEdit;
class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace retailor::ui {

class ActionTable;

// Every command with its keys, to be changed. Says who loses keys before taking them away; the table keeps what was chosen.
class ShortcutsPage : public QWidget {
  Q_OBJECT

 public:
  explicit ShortcutsPage(ActionTable& table, QWidget* parent = nullptr);

 private:
  void addParts();
  void fill();
  void showKeys();
  void showChosen();
  void showConflict();
  void assign();
  QAction* chosen() const;

  ActionTable& m_table;
  QTreeWidget* m_list;
  QKeySequenceEdit* m_keys;
  QPushButton* m_assign;
  QPushButton* m_clear;
  QLabel* m_conflict;
};

}  // namespace retailor::ui
