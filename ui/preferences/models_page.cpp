#include "ui/preferences/models_page.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/preferences/models/download_dialog.h"
#include "ui/preferences/models/folder_list.h"
#include "ui/preferences/models/model_tree.h"
#include "ui/preferences/models/newest_word.h"
#include "ui/preferences/models/work_bar.h"
#include "ui/preferences/preference_keys.h"

namespace retailor::ui {

namespace {

QLabel* sentence(const QString& text, QWidget* parent) {
  auto* label = new QLabel(text, parent);
  label->setProperty("muted", true);
  label->setWordWrap(true);
  return label;
}

// The parts before the one at work, by size: the small ones take no time.
WorkBar::Standing standingOf(const ListedModel& model, const std::string& part) {
  double before = 0, all = 1;
  bool reached = false;
  for (const ModelPart& one : model.parts) {
    reached = reached || one.name == part;
    if (!reached) before += static_cast<double>(one.bytes);
    all += static_cast<double>(one.bytes);
  }
  return {ModelsPage::tr("Reading %1 of %2").arg(QString::fromStdString(part), QString::fromStdString(model.name)),
          reached ? before / all : 0};
}

}  // namespace

ModelsPage::ModelsPage(ModelSource source, Prompts& prompts, QWidget* parent)
    : QWidget(parent),
      m_source(std::move(source)),
      m_prompts(prompts),
      m_folders(new FolderList(prompts, this)),
      m_tree(new ModelTree(this)),
      m_details(sentence({}, this)),
      m_check(button(tr("Check"), QStringLiteral("checkModel"),
                     tr("Read every byte of the chosen model: its hashes, and whether all is there and sound"), &ModelsPage::check)),
      m_download(button(tr("Download…"), QStringLiteral("downloadModel"), tr("Get a public model; its licence and size are shown first"),
                        &ModelsPage::download)),
      m_work(new WorkBar(this)),
      m_listing(this),
      m_checking(this) {
  m_details->setObjectName(QStringLiteral("modelDetails"));
  m_details->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  m_details->setAccessibleName(tr("About the chosen model"));
  m_details->setMinimumHeight(m_details->fontMetrics().lineSpacing() * 3);
  m_details->setAlignment(Qt::AlignLeft | Qt::AlignTop);
  addParts();
  connect(m_folders, &FolderList::edited, this, [this] {
    list();
    Q_EMIT modelsChanged();
  });
  connect(m_tree, &QTreeWidget::currentItemChanged, this, &ModelsPage::showDetails);
  connect(m_work, &WorkBar::cancelWanted, this, [this] { m_checking.stop(); });
  list();
}

void ModelsPage::addParts() {
  auto* ways = new QHBoxLayout;
  ways->addWidget(m_check);
  ways->addWidget(button(tr("Look again"), QStringLiteral("listModels"), tr("Search the folders again"), &ModelsPage::list));
  ways->addStretch();
  ways->addWidget(m_download);
  m_download->setVisible(!m_source.offers.empty());
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(14, 14, 14, 14);
  column->addWidget(sentence(
      tr("Folders that are searched for models, in this order. Nothing in them is changed, and nothing is downloaded unless you ask."),
      this));
  column->addWidget(m_folders, 1);
  column->addWidget(m_tree, 2);
  column->addWidget(m_details);
  column->addWidget(m_work);
  column->addLayout(ways);
}

QPushButton* ModelsPage::button(const QString& title, const QString& name, const QString& hint, void (ModelsPage::*act)()) {
  auto* made = new QPushButton(title, this);
  made->setObjectName(name);
  made->setToolTip(hint);
  made->setAutoDefault(false);
  connect(made, &QPushButton::clicked, this, act);
  return made;
}

void ModelsPage::list() {
  if (!m_source.list) return showDetails();
  m_listing.start<ModelList>(
      [look = m_source.list, folders = preferences::modelFolders.value()](const std::stop_token& stop) { return look(folders, stop); },
      [this](ModelList found) { showList(std::move(found)); });
  showDetails();
}

void ModelsPage::showList(ModelList found) {
  m_folders->setPlaces(found.places);
  m_tree->setModels(std::move(found.models));
  showDetails();
}

void ModelsPage::check() {
  const ListedModel* chosen = m_tree->currentModel();
  if (chosen == nullptr || !m_source.check) return;
  using Parts = Result<std::vector<ModelPart>>;
  const auto word = std::make_shared<NewestWord>();
  m_checking.start<Parts>(
      [check = m_source.check, path = chosen->path, word](const std::stop_token& stop) {
        return check(
            path, [word](const std::string& part) { word->put({part}); }, stop);
      },
      [this, path = chosen->path](const Parts& parts) { checked(path, parts); });
  m_work->begin([model = *chosen, word] { return standingOf(model, word->get().what); });
  showDetails();
}

void ModelsPage::checked(const std::string& path, const Result<std::vector<ModelPart>>& parts) {
  m_work->end();
  if (!m_checking.stopped()) parts ? m_tree->setParts(path, *parts) : m_tree->setProblem(path, parts.failure().sentence);
  showDetails();
}

void ModelsPage::download() {
  auto* dialog = new DownloadDialog(m_source, m_prompts, this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &DownloadDialog::downloaded, this, [this] {
    list();
    Q_EMIT modelsChanged();
  });
  dialog->open();
}

void ModelsPage::showDetails() {
  const bool any = m_tree->currentModel() != nullptr;
  m_check->setEnabled(any && !m_checking.going());
  const QString none =
      m_listing.going() ? tr("Looking for models…") : tr("No model was found. Add the folder of one, or put one into a folder above.");
  m_details->setText(any ? m_tree->details() : none);
}

}  // namespace retailor::ui
