#include "ui/preferences/shortcuts_page.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHash>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QTreeWidgetItemIterator>

#include "ui/window/action_table.h"

namespace retailor::ui {

namespace {

constexpr int nameColumn = 0, keysColumn = 1;

// "Undo: Apply result" is listed as "Undo".
QString plainTitle(const QAction& action) {
  return action.text().section(QLatin1Char(':'), 0, 0).remove(QLatin1Char('&')).remove(QStringLiteral("…"));
}

QString shownKeys(const QAction& action) { return action.shortcut().toString(QKeySequence::NativeText); }

}  // namespace

ShortcutsPage::ShortcutsPage(ActionTable& table, QWidget* parent)
    : QWidget(parent),
      m_table(table),
      m_list(new QTreeWidget(this)),
      m_keys(new QKeySequenceEdit(this)),
      m_assign(new QPushButton(tr("Assign"), this)),
      m_clear(new QPushButton(tr("No key"), this)),
      m_conflict(new QLabel(this)) {
  m_list->setObjectName(QStringLiteral("shortcutList"));
  m_list->setAccessibleName(tr("Commands and their keys"));
  m_list->setHeaderLabels({tr("Command"), tr("Keys")});
  m_list->setRootIsDecorated(false);
  m_list->setStyleSheet(QStringLiteral("QTreeView::item { padding: 3px 2px; }"));
  m_keys->setObjectName(QStringLiteral("shortcutKeys"));
  m_keys->setAccessibleName(tr("New keys for the chosen command"));
  m_assign->setObjectName(QStringLiteral("shortcutAssign"));
  m_assign->setAutoDefault(false);
  m_clear->setObjectName(QStringLiteral("shortcutClear"));
  m_clear->setAutoDefault(false);
  m_conflict->setObjectName(QStringLiteral("shortcutConflict"));
  m_conflict->setProperty("muted", true);
  m_conflict->setWordWrap(true);
  m_conflict->setMinimumHeight(m_conflict->fontMetrics().height() * 2);
  addParts();
  fill();
  connect(m_list, &QTreeWidget::currentItemChanged, this, &ShortcutsPage::showChosen);
  connect(m_keys, &QKeySequenceEdit::keySequenceChanged, this, &ShortcutsPage::showConflict);
  connect(m_assign, &QPushButton::clicked, this, &ShortcutsPage::assign);
  connect(m_clear, &QPushButton::clicked, m_keys, &QKeySequenceEdit::clear);
  connect(&m_table, &ActionTable::rebound, this, &ShortcutsPage::showKeys);
  showChosen();
}

void ShortcutsPage::addParts() {
  auto* restore = new QPushButton(tr("Restore the standard keys"), this);
  restore->setObjectName(QStringLiteral("shortcutRestore"));
  restore->setAutoDefault(false);
  connect(restore, &QPushButton::clicked, &m_table, &ActionTable::restoreStandard);
  auto* entry = new QHBoxLayout;
  entry->addWidget(new QLabel(tr("New keys"), this));
  entry->addWidget(m_keys, 1);
  entry->addWidget(m_clear);
  entry->addWidget(m_assign);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(14, 14, 14, 14);
  column->addWidget(m_list, 1);
  column->addLayout(entry);
  column->addWidget(m_conflict);
  column->addWidget(restore, 0, Qt::AlignLeft);
}

void ShortcutsPage::fill() {
  QHash<QString, QTreeWidgetItem*> groups;
  for (const ActionTable::Row& row : m_table.rows()) {
    QTreeWidgetItem*& group = groups[row.group];
    if (group == nullptr) {
      group = new QTreeWidgetItem(m_list, {row.group});
      group->setFlags(Qt::ItemIsEnabled);
      group->setFirstColumnSpanned(true);
      QFont bold = font();
      bold.setBold(true);
      group->setFont(nameColumn, bold);
    }
    auto* item = new QTreeWidgetItem(group, {plainTitle(*row.action), shownKeys(*row.action)});
    item->setData(nameColumn, Qt::UserRole, row.action->objectName());
  }
  m_list->expandAll();
  m_list->header()->setStretchLastSection(true);
  m_list->resizeColumnToContents(nameColumn);
}

void ShortcutsPage::showKeys() {
  for (QTreeWidgetItemIterator item(m_list); *item != nullptr; ++item)
    if (const QAction* action = m_table.action((*item)->data(nameColumn, Qt::UserRole).toString()))
      (*item)->setText(keysColumn, shownKeys(*action));
  showChosen();
}

QAction* ShortcutsPage::chosen() const {
  const QTreeWidgetItem* item = m_list->currentItem();
  return item != nullptr ? m_table.action(item->data(nameColumn, Qt::UserRole).toString()) : nullptr;
}

void ShortcutsPage::showChosen() {
  const QAction* action = chosen();
  m_keys->setKeySequence(action != nullptr ? action->shortcut() : QKeySequence());
  for (QWidget* part : {static_cast<QWidget*>(m_keys), static_cast<QWidget*>(m_clear)}) part->setEnabled(action != nullptr);
  showConflict();
}

void ShortcutsPage::showConflict() {
  const QAction* action = chosen();
  const QKeySequence keys = m_keys->keySequence();
  const QAction* holder = keys.isEmpty() ? nullptr : m_table.holderOf(keys);
  const bool taken = action != nullptr && holder != nullptr && holder != action;
  m_assign->setEnabled(action != nullptr && keys != action->shortcut());
  if (action == nullptr)
    m_conflict->setText(tr("Choose a command, then press its new keys."));
  else
    m_conflict->setText(
        taken ? tr("%1 belongs to “%2”, which will have no key.").arg(keys.toString(QKeySequence::NativeText), plainTitle(*holder))
              : QString());
}

void ShortcutsPage::assign() {
  if (QAction* action = chosen()) m_table.rebind(action, m_keys->keySequence());
}

}  // namespace retailor::ui
