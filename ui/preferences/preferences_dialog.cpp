#include "ui/preferences/preferences_dialog.h"

#include <QDialogButtonBox>
#include <QTabWidget>
#include <QVBoxLayout>

#include "ui/preferences/general_page.h"
#include "ui/preferences/models_page.h"
#include "ui/preferences/shortcuts_page.h"

namespace retailor::ui {

PreferencesDialog::PreferencesDialog(ActionTable& table, const ModelSource& models, Prompts& prompts, QWidget* parent)
    : QDialog(parent), m_pages(new QTabWidget(this)) {
  setObjectName(QStringLiteral("preferencesDialog"));
  setWindowTitle(tr("Preferences"));
  resize(800, 640);
  m_pages->setObjectName(QStringLiteral("preferencePages"));
  m_pages->addTab(new GeneralPage(m_pages), tr("General"));
  auto* found = new ModelsPage(models, prompts, m_pages);
  connect(found, &ModelsPage::modelsChanged, this, &PreferencesDialog::modelsChanged);
  m_models = found;
  m_pages->addTab(found, tr("Models"));
  m_pages->addTab(new ShortcutsPage(table, m_pages), tr("Keys"));
  auto* close = new QDialogButtonBox(QDialogButtonBox::Close, this);
  connect(close, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* column = new QVBoxLayout(this);
  column->addWidget(m_pages, 1);
  column->addWidget(close);
}

void PreferencesDialog::showModels() { m_pages->setCurrentWidget(m_models); }

}  // namespace retailor::ui
