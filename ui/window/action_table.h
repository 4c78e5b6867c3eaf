#pragma once

#include <QAction>
#include <QKeySequence>
#include <QObject>
#include <vector>

namespace retailor::ui {

// Every command of the window with its keys: the one list that menus, the key sheet and the preferences read. Keys the user
// changed are kept in the settings under "keys/<object name>". Main thread.
class ActionTable : public QObject {
  Q_OBJECT

 public:
  struct Row {
    QAction* action = nullptr;
    QString group;          // translated: "File", "Tools"
    QKeySequence standard;  // what Retailor ships with
  };

  using QObject::QObject;

  // `name` becomes the object name and never changes; `icon` is one of resources/icons, or empty.
  QAction* add(const QString& name, const QString& text, const QString& group, const QKeySequence& keys, const QString& icon = {});
  QAction* action(const QString& name) const;  // null when there is none
  const std::vector<Row>& rows() const { return m_rows; }

  QAction* holderOf(const QKeySequence& keys) const;       // who has these keys now; null for nobody
  void rebind(QAction* action, const QKeySequence& keys);  // taken away from whoever had them; empty: no key
  void restoreStandard();

 Q_SIGNALS:
  void rebound();

 private:
  std::vector<Row> m_rows;
};

}  // namespace retailor::ui
