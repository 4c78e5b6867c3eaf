#include "ui/window/help_menu.h"

#include <QCoreApplication>
#include <QMessageBox>

#include "ui/window/key_sheet.h"

namespace retailor::ui {

HelpMenu::HelpMenu(ActionTable& table, QWidget* window) : QMenu(tr("&Help"), window) {
  setObjectName(QStringLiteral("helpMenu"));
  QAction* keys = table.add(QStringLiteral("help_keys"), tr("&Keys"), tr("Help"), QKeySequence(Qt::Key_F1), QStringLiteral("help"));
  QAction* about = table.add(QStringLiteral("help_about"), tr("&About Retailor"), tr("Help"), {}, QStringLiteral("info"));
  addAction(keys);
  addAction(about);
  connect(keys, &QAction::triggered, this, [&table, window] {
    auto* sheet = new KeySheet(table, window);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->open();
  });
  connect(about, &QAction::triggered, this, [window] {
    auto* box =
        new QMessageBox(QMessageBox::NoIcon, tr("About Retailor"),
                        tr("Retailor %1\n\nCompletes masked parts of photos of people from reference pictures. Everything runs on this "
                           "machine; nothing leaves it unasked.\n\nLicence: GNU General Public License, version 3 or later.")
                            .arg(QCoreApplication::applicationVersion()),
                        QMessageBox::Close, window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
  });
}

}  // namespace retailor::ui
