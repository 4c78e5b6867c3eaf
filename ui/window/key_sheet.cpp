#include "ui/window/key_sheet.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace retailor::ui {

namespace {

constexpr int columnCount = 3;

struct Group {
  QString title;
  QList<std::pair<QString, QString>> rows;  // what it does, keys
};

QList<Group> tableGroups(const ActionTable& table) {
  QList<Group> groups;
  for (const ActionTable::Row& row : table.rows()) {
    if (row.action->shortcut().isEmpty()) continue;
    if (groups.isEmpty() || groups.last().title != row.group) groups << Group{row.group, {}};
    const QString text = row.action->text().remove(QLatin1Char('&')).remove(QStringLiteral("…"));
    groups.last().rows << std::pair(text, row.action->shortcut().toString(QKeySequence::NativeText));
  }
  return groups;
}

Group heldKeys() {
  const auto row = [](const QString& what, const QString& keys) { return std::pair(what, keys); };
  return {
      KeySheet::tr("On the canvas"),
      {row(KeySheet::tr("See the original"), KeySheet::tr("hold Tab")),
       row(KeySheet::tr("Move the picture"), KeySheet::tr("Space + drag, middle button")),
       row(KeySheet::tr("Zoom at the pointer"), KeySheet::tr("wheel")), row(KeySheet::tr("Add with any tool"), KeySheet::tr("hold Shift")),
       row(KeySheet::tr("Subtract with any tool"), KeySheet::tr("hold Alt")),
       row(KeySheet::tr("Close scissors, apply scribbles"), KeySheet::tr("Enter, double-click")),
       row(KeySheet::tr("Take back an anchor or a stroke"), KeySheet::tr("Backspace")),
       row(KeySheet::tr("Drop as mask or parsing map"), KeySheet::tr("hold Ctrl"))}};
}

QWidget* groupColumn(const Group& group) {
  auto* holder = new QWidget;
  auto* grid = new QGridLayout(holder);
  grid->setContentsMargins(0, 0, 0, 10);
  grid->setHorizontalSpacing(18);
  grid->setColumnStretch(0, 1);
  grid->addWidget(new QLabel(QStringLiteral("<b>%1</b>").arg(group.title.toHtmlEscaped())), 0, 0, 1, 2);
  for (int i = 0; i < group.rows.size(); ++i) {
    auto* keys = new QLabel(group.rows[i].second);
    keys->setProperty("muted", true);
    grid->addWidget(new QLabel(group.rows[i].first), i + 1, 0);
    grid->addWidget(keys, i + 1, 1, Qt::AlignRight);
  }
  return holder;
}

}  // namespace

KeySheet::KeySheet(const ActionTable& table, QWidget* parent) : QDialog(parent) {
  setObjectName(QStringLiteral("keySheet"));
  setWindowTitle(tr("Keys"));
  QList<Group> groups = tableGroups(table);
  groups << heldKeys();
  qsizetype all = 0;
  for (const Group& group : groups) all += group.rows.size() + 2;
  auto* columns = new QHBoxLayout;
  columns->setSpacing(36);
  QVBoxLayout* column = nullptr;
  qsizetype used = all;
  for (const Group& group : groups) {
    if (!column || used + (group.rows.size() + 2) / 2 > all / columnCount) {
      if (column) column->addStretch();
      column = new QVBoxLayout;
      columns->addLayout(column, 1);
      used = 0;
    }
    column->addWidget(groupColumn(group));
    used += group.rows.size() + 2;
  }
  column->addStretch();
  auto* close = new QDialogButtonBox(QDialogButtonBox::Close);
  connect(close, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* rows = new QVBoxLayout(this);
  rows->addLayout(columns);
  rows->addWidget(close);
}

}  // namespace retailor::ui
