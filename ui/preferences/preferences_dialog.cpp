#include "ui/preferences/preferences_dialog.h"

#include <QDialogButtonBox>
#include <QTabWidget>
#include <QVBoxLayout>

#include "ui/preferences/general_page.h"
#include "ui/preferences/shortcuts_page.h"

namespace retailor::ui {

PreferencesDialog::PreferencesDialog(ActionTable& table, QWidget* parent) : QDialog(parent) {
  setObjectName(QStringLiteral("preferencesDialog"));
  setWindowTitle(tr("Preferences"));
  resize(560, 560);
  auto* pages = new QTabWidget(this);
  pages->setObjectName(QStringLiteral("preferencePages"));
  pages->addTab(new GeneralPage(pages), tr("General"));
  pages->addTab(new ShortcutsPage(table, pages), tr("Keys"));
  auto* close = new QDialogButtonBox(QDialogButtonBox::Close, this);
  connect(close, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* column = new QVBoxLayout(this);
  column->addWidget(pages, 1);
  column->addWidget(close);
}

}  // namespace retailor::ui
