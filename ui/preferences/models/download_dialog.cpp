#include "ui/preferences/models/download_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>

#include "ui/controls/prompts.h"
#include "ui/preferences/models/model_words.h"
#include "ui/preferences/models/newest_word.h"
#include "ui/preferences/models/work_bar.h"

namespace retailor::ui {

namespace {

QLabel* wrapped(const QString& name, QWidget* parent) {
  auto* label = new QLabel(parent);
  label->setObjectName(name);
  label->setWordWrap(true);
  label->setProperty("muted", true);
  label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  return label;
}

QPushButton* named(const QString& title, const QString& name, QWidget* parent) {
  auto* button = new QPushButton(title, parent);
  button->setObjectName(name);
  button->setAutoDefault(false);
  return button;
}

}  // namespace

DownloadDialog::DownloadDialog(ModelSource source, Prompts& prompts, QWidget* parent)
    : QDialog(parent),
      m_source(std::move(source)),
      m_prompts(prompts),
      m_model(new QComboBox(this)),
      m_about(wrapped(QStringLiteral("offerAbout"), this)),
      m_mirror(new QLineEdit(QString::fromStdString(m_source.standardMirror), this)),
      m_target(new QLineEdit(this)),
      m_plan(named(tr("Show what would be downloaded"), QStringLiteral("planDownload"), this)),
      m_fetch(named(tr("Download"), QStringLiteral("startDownload"), this)),
      m_files(new QTreeWidget(this)),
      m_words(wrapped(QStringLiteral("downloadWords"), this)),
      m_work(new WorkBar(this)),
      m_going(this) {
  setObjectName(QStringLiteral("downloadDialog"));
  setWindowTitle(tr("Download a model"));
  resize(720, 520);
  for (const OfferedModel& one : m_source.offers)
    m_model->addItem(tr("%1 — %2").arg(QString::fromStdString(one.name), QString::fromStdString(one.purpose)));
  addParts();
  connect(m_model, &QComboBox::currentIndexChanged, this, &DownloadDialog::showOffer);
  for (QLineEdit* line : {m_mirror, m_target}) connect(line, &QLineEdit::textChanged, this, &DownloadDialog::forgetPlan);
  connect(m_plan, &QPushButton::clicked, this, &DownloadDialog::plan);
  connect(m_fetch, &QPushButton::clicked, this, &DownloadDialog::fetch);
  connect(m_work, &WorkBar::cancelWanted, this, [this] { m_going.stop(); });
  showOffer();
}

void DownloadDialog::addParts() {
  m_model->setObjectName(QStringLiteral("offer"));
  m_model->setAccessibleName(tr("Model"));
  m_files->setObjectName(QStringLiteral("plannedFiles"));
  m_files->setAccessibleName(tr("Files of the model"));
  m_files->setHeaderLabels({tr("File"), tr("Size"), tr("Hash")});
  m_files->setRootIsDecorated(false);
  m_files->setTextElideMode(Qt::ElideMiddle);
  auto* rows = new QFormLayout;
  rows->addRow(tr("Model"), m_model);
  rows->addRow({}, m_about);
  rows->addRow(tr("From"), withBrowse(m_mirror, QStringLiteral("mirror"), tr("A folder with a copy of the model")));
  rows->addRow(tr("Into"), withBrowse(m_target, QStringLiteral("downloadTarget"), tr("The folder for the model's files")));
  m_mirror->setToolTip(tr("The address of a hub or of a mirror of it, or a folder with a copy of the model's files"));
  m_fetch->setProperty("primary", true);
  auto* close = new QDialogButtonBox(QDialogButtonBox::Close, this);
  close->addButton(m_fetch, QDialogButtonBox::ActionRole);
  connect(close, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* column = new QVBoxLayout(this);
  column->addLayout(rows);
  column->addWidget(m_plan, 0, Qt::AlignLeft);
  column->addWidget(m_files, 1);
  column->addWidget(m_words);
  column->addWidget(m_work);
  column->addWidget(close);
  m_wishes << m_model << m_plan << m_mirror << m_target;
}

QWidget* DownloadDialog::withBrowse(QLineEdit* line, const QString& name, const QString& title) {
  line->setObjectName(name);
  line->setAccessibleName(title);
  auto* browse = named(tr("Folder…"), name + QStringLiteral("Browse"), this);
  browse->setAccessibleName(title);
  connect(browse, &QPushButton::clicked, this, [this, line, title] {
    if (const QString folder = m_prompts.chooseFolder(this, title, QDir::homePath()); !folder.isEmpty()) line->setText(folder);
  });
  m_wishes << browse;
  auto* holder = new QWidget(this);
  auto* row = new QHBoxLayout(holder);
  row->setContentsMargins(0, 0, 0, 0);
  row->addWidget(line, 1);
  row->addWidget(browse);
  return holder;
}

const OfferedModel& DownloadDialog::offer() const { return m_source.offers.at(static_cast<std::size_t>(m_model->currentIndex())); }

void DownloadDialog::showOffer() {
  const OfferedModel& one = offer();
  m_about->setText(tr("Published as %1 under the licence %2. Read it before you use the model.")
                       .arg(QString::fromStdString(one.repository), QString::fromStdString(one.licence)));
  m_target->setText(QDir(QString::fromStdString(m_source.downloadFolder)).filePath(QString::fromStdString(one.name)));
  forgetPlan();
}

void DownloadDialog::forgetPlan() {
  m_planned.reset();
  m_files->clear();
  m_words->clear();
  setBusy(false);
}

void DownloadDialog::plan() {
  using Plan = Result<DownloadPlan>;
  m_going.start<Plan>([plan = m_source.plan, one = offer(), mirror = m_mirror->text().toStdString(),
                       target = m_target->text().toStdString()](const std::stop_token& stop) { return plan(one, mirror, target, stop); },
                      [this](Plan planned) { showPlan(std::move(planned)); });
  setBusy(true);
  m_work->begin([this] { return WorkBar::Standing{tr("Asking for sizes and hashes"), -1}; });
}

void DownloadDialog::showPlan(Result<DownloadPlan> planned) {
  forgetPlan();
  if (m_going.stopped()) return;
  if (!planned) return m_words->setText(QString::fromStdString(planned.failure().sentence));
  m_planned = std::move(planned).value();
  for (const PlannedFile& file : m_planned->files) {
    const QString size = file.isThere ? tr("%1, there already").arg(sizeWord(file.bytes)) : sizeWord(file.bytes);
    auto* item = new QTreeWidgetItem(
        m_files, {QString::fromStdString(file.path), size, file.hash.empty() ? tr("not told") : QString::fromStdString(file.hash)});
    item->setToolTip(2, QString::fromStdString(file.hash));
  }
  for (const int column : {0, 1}) m_files->resizeColumnToContents(column);
  m_words->setText(m_planned->bytesToFetch > 0 ? tr("%1 to download.").arg(sizeWord(m_planned->bytesToFetch))
                                               : tr("Everything is there already."));
  setBusy(false);
}

void DownloadDialog::fetch() {
  const auto word = std::make_shared<NewestWord>();
  m_going.start<Result<bool>>(
      [carryOut = m_planned->carryOut, word](const std::stop_token& stop) {
        return carryOut([word](const std::string& file, std::uintmax_t have, std::uintmax_t all) { word->put({file, have, all}); }, stop);
      },
      [this](const Result<bool>& ended) { showEnd(ended); });
  setBusy(true);
  m_work->begin([word] {
    const NewestWord::Word now = word->get();
    const QString words = tr("%1: %2 of %3").arg(QString::fromStdString(now.what), sizeWord(now.have), sizeWord(now.all));
    return WorkBar::Standing{now.all > 0 ? words : tr("Connecting"),
                             now.all > 0 ? static_cast<double>(now.have) / static_cast<double>(now.all) : -1};
  });
}

void DownloadDialog::showEnd(const Result<bool>& ended) {
  forgetPlan();
  if (!ended)
    m_words->setText(QString::fromStdString(ended.failure().sentence));
  else
    m_words->setText(*ended ? tr("The model is there, and its hashes are right.") : tr("Stopped. The next download goes on from here."));
  if (ended && *ended) Q_EMIT downloaded();
}

void DownloadDialog::setBusy(bool busy) {
  for (QWidget* wish : m_wishes) wish->setEnabled(!busy);
  m_fetch->setEnabled(!busy && m_planned && m_planned->bytesToFetch > 0);
  if (!busy) m_work->end();
}

}  // namespace retailor::ui
