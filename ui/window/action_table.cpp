#include "ui/window/action_table.h"

#include <QSettings>

#include "ui/controls/theme.h"

namespace retailor::ui {

namespace {

QString settingsKey(const QAction& action) { return QStringLiteral("keys/") + action.objectName(); }

QString keysAsText(const QKeySequence& keys) { return keys.toString(QKeySequence::PortableText); }

void setKeys(QAction& action, const QKeySequence& keys) {
  action.setShortcut(keys);
  const QString shown = keys.toString(QKeySequence::NativeText);
  const QString plain = action.text().remove(QLatin1Char('&')).remove(QStringLiteral("…"));
  action.setToolTip(shown.isEmpty() ? plain : QStringLiteral("%1 (%2)").arg(plain, shown));
}

}  // namespace

QAction* ActionTable::add(const QString& name, const QString& text, const QString& group, const QKeySequence& keys, const QString& icon) {
  auto* action = new QAction(text, this);
  action->setObjectName(name);
  if (!icon.isEmpty()) action->setIcon(themeIcon(icon));
  setKeys(*action, QKeySequence(QSettings().value(settingsKey(*action), keysAsText(keys)).toString(), QKeySequence::PortableText));
  m_rows.push_back({action, group, keys});
  return action;
}

QAction* ActionTable::action(const QString& name) const {
  for (const Row& row : m_rows)
    if (row.action->objectName() == name) return row.action;
  return nullptr;
}

QAction* ActionTable::holderOf(const QKeySequence& keys) const {
  if (keys.isEmpty()) return nullptr;
  for (const Row& row : m_rows)
    if (row.action->shortcut() == keys) return row.action;
  return nullptr;
}

void ActionTable::rebind(QAction* action, const QKeySequence& keys) {
  QSettings settings;
  if (QAction* holder = holderOf(keys); holder && holder != action) {
    setKeys(*holder, {});
    settings.setValue(settingsKey(*holder), QString());
  }
  setKeys(*action, keys);
  settings.setValue(settingsKey(*action), keysAsText(keys));
  Q_EMIT rebound();
}

void ActionTable::restoreStandard() {
  for (const Row& row : m_rows) {
    setKeys(*row.action, row.standard);
    QSettings().remove(settingsKey(*row.action));
  }
  Q_EMIT rebound();
}

}  // namespace retailor::ui
