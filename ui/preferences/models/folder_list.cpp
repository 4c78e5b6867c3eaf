#include "ui/preferences/models/folder_list.h"

#include <QDir>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/controls/prompts.h"
#include "ui/preferences/models/model_words.h"
#include "ui/preferences/preference_keys.h"

namespace retailor::ui {

namespace {

constexpr int ownFolder = Qt::UserRole;  // the path, for the user's own folders

}  // namespace

FolderList::FolderList(Prompts& prompts, QWidget* parent) : QWidget(parent), m_prompts(prompts), m_list(new QListWidget(this)) {
  m_list->setObjectName(QStringLiteral("modelFolders"));
  m_list->setAccessibleName(tr("Folders that are searched for models"));
  m_list->setTextElideMode(Qt::ElideMiddle);
  m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  auto* ways = new QVBoxLayout;
  ways->setSpacing(4);
  ways->addWidget(button(tr("Add…"), QStringLiteral("addModelFolder"), tr("Search another folder for models"), &FolderList::add));
  m_remove = button(tr("Remove"), QStringLiteral("removeModelFolder"), tr("Search this folder no longer; nothing in it is deleted"),
                    &FolderList::remove);
  m_up = button(tr("Up"), QStringLiteral("modelFolderUp"), tr("Search this folder earlier"), &FolderList::moveUp);
  m_down = button(tr("Down"), QStringLiteral("modelFolderDown"), tr("Search this folder later"), &FolderList::moveDown);
  for (QPushButton* way : {m_remove, m_up, m_down}) ways->addWidget(way);
  ways->addStretch();
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->addWidget(m_list, 1);
  row->addLayout(ways);
  connect(m_list, &QListWidget::currentRowChanged, this, &FolderList::showWays);
  showWays();
}

QPushButton* FolderList::button(const QString& title, const QString& name, const QString& hint, void (FolderList::*act)()) {
  auto* made = new QPushButton(title, this);
  made->setObjectName(name);
  made->setToolTip(hint);
  made->setAutoDefault(false);
  connect(made, &QPushButton::clicked, this, act);
  return made;
}

void FolderList::setPlaces(const std::vector<SearchedPlace>& places) {
  m_list->clear();
  for (const SearchedPlace& place : places) {
    const QString path = QString::fromStdString(place.path), shown = QDir::toNativeSeparators(path);
    const bool isOwn = place.because == SearchedBecause::Preferences;
    QString text = isOwn ? shown : tr("%1: %2").arg(reasonWord(place.because), shown);
    if (!place.isThere) text = tr("%1 (not there)").arg(text);
    auto* item = new QListWidgetItem(text, m_list);
    item->setToolTip(shown);
    if (isOwn) item->setData(ownFolder, path);
    if (!place.isThere) item->setForeground(palette().brush(QPalette::Disabled, QPalette::Text));
    if (isOwn && path == m_toSelect) m_list->setCurrentItem(item);
  }
  showWays();
}

QString FolderList::currentFolder() const {
  return m_list->currentItem() != nullptr ? m_list->currentItem()->data(ownFolder).toString() : QString();
}

void FolderList::add() {
  const QString folder = m_prompts.chooseFolder(this, tr("A folder with models"), QDir::homePath());
  QStringList folders = preferences::modelFolders.value();
  if (folder.isEmpty()) return;
  if (!folders.contains(folder)) folders << folder;
  set(folders, folder);
}

void FolderList::remove() {
  QStringList folders = preferences::modelFolders.value();
  folders.removeAll(currentFolder());
  set(folders, {});
}

void FolderList::shift(int by) {
  QStringList folders = preferences::modelFolders.value();
  const qsizetype from = folders.indexOf(currentFolder()), to = from + by;
  if (from < 0 || to < 0 || to >= folders.size()) return;
  folders.swapItemsAt(from, to);
  set(folders, folders.at(to));
}

void FolderList::set(const QStringList& folders, const QString& current) {
  preferences::modelFolders.set(folders);
  m_toSelect = current;
  Q_EMIT edited();
}

void FolderList::showWays() {
  const QStringList folders = preferences::modelFolders.value();
  const qsizetype at = folders.indexOf(currentFolder());
  m_remove->setEnabled(at >= 0);
  m_up->setEnabled(at > 0);
  m_down->setEnabled(at >= 0 && at + 1 < folders.size());
}

}  // namespace retailor::ui
