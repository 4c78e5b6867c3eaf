#pragma once

#include <QWidget>

#include "ui/preferences/models/model_source.h"

class QListWidget;
class QPushButton;

namespace retailor::ui {

class Prompts;

// The folders that are searched for models, in order: the user's own, to be added, taken away and ordered, and those that are always
// searched.
class FolderList : public QWidget {
  Q_OBJECT

 public:
  FolderList(Prompts& prompts, QWidget* parent = nullptr);
  void setPlaces(const std::vector<SearchedPlace>& places);

 Q_SIGNALS:
  void edited();  // the preference has been set

 private:
  QPushButton* button(const QString& title, const QString& name, const QString& hint, void (FolderList::*act)());
  void add();
  void remove();
  void moveUp() { shift(-1); }
  void moveDown() { shift(1); }
  void shift(int by);
  void set(const QStringList& folders, const QString& current);
  void showWays();
  QString currentFolder() const;  // empty unless one of the user's own is current

  Prompts& m_prompts;
  QListWidget* m_list;
  QPushButton* m_remove;
  QPushButton* m_up;
  QPushButton* m_down;
  QString m_toSelect;
};

}  // namespace retailor::ui
