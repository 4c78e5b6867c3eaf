#include "ui/regions/parser_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <atomic>

#include "ui/preferences/models/work_bar.h"
#include "ui/preferences/preference_keys.h"

namespace retailor::ui {

namespace {

QLabel* wrappedLabel(const char* name, QWidget* parent) {
  auto* label = new QLabel(parent);
  label->setObjectName(QLatin1String(name));
  label->setWordWrap(true);
  label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  label->hide();
  return label;
}

}  // namespace

ParserDialog::ParserDialog(PictureSource picture, ParserSource source, QWidget* parent)
    : QDialog(parent),
      m_picture(std::move(picture)),
      m_source(std::move(source)),
      m_words(wrappedLabel("parserWords", this)),
      m_licence(wrappedLabel("parserLicence", this)),
      m_parser(new QComboBox(this)),
      m_bar(new WorkBar(this)),
      m_find(new QPushButton(tr("Find the parts"), this)),
      m_folders(new QPushButton(tr("Model folders…"), this)),
      m_work(this) {
  setObjectName(QStringLiteral("parserDialog"));
  setWindowTitle(tr("Find the parts with a parser"));
  addParts();
  connect(m_parser, &QComboBox::currentIndexChanged, this, &ParserDialog::showLicence);
  connect(m_find, &QPushButton::clicked, this, &ParserDialog::parse);
  connect(m_folders, &QPushButton::clicked, this, [this] {
    reject();
    Q_EMIT modelFoldersWanted();
  });
  connect(m_bar, &WorkBar::cancelWanted, this, [this] { m_work.stop(); });
  connect(this, &QDialog::finished, this, [this] { m_work.stop(); });
  search();
}

void ParserDialog::addParts() {
  m_parser->setObjectName(QStringLiteral("parser"));
  m_parser->setAccessibleName(tr("Human parser"));
  m_licence->setProperty("muted", true);
  m_find->setObjectName(QStringLiteral("findParts"));
  m_find->setProperty("primary", true);
  m_find->setDefault(true);
  m_folders->setObjectName(QStringLiteral("parserFolders"));
  m_folders->setAutoDefault(false);
  auto* answer = new QDialogButtonBox(QDialogButtonBox::Close, this);
  answer->addButton(m_find, QDialogButtonBox::ActionRole);
  answer->addButton(m_folders, QDialogButtonBox::ActionRole);
  connect(answer, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* column = new QVBoxLayout(this);
  column->addWidget(m_parser);
  column->addWidget(m_licence);
  column->addWidget(m_words);
  column->addWidget(m_bar);
  column->addStretch();
  column->addWidget(answer);
  setMinimumWidth(460);
}

void ParserDialog::search() {
  for (QWidget* later : std::initializer_list<QWidget*>{m_parser, m_find, m_folders}) later->hide();
  m_work.start<std::vector<OfferedParser>>(
      [find = m_source.find, folders = preferences::modelFolders.value()](const std::stop_token& stop) {
        return find ? find(folders, stop) : std::vector<OfferedParser>();
      },
      [this](const std::vector<OfferedParser>& found) { showFound(found); });
  m_bar->begin([] { return WorkBar::Standing{tr("Looking for human parsers"), -1}; });
}

void ParserDialog::showFound(const std::vector<OfferedParser>& found) {
  m_bar->end();
  if (m_work.stopped()) return reject();
  m_found = found;
  for (const OfferedParser& one : found) m_parser->addItem(QString::fromStdString(one.name));
  m_parser->setVisible(!found.empty());
  m_find->setVisible(!found.empty());
  m_folders->setVisible(found.empty());
  if (found.empty())
    say(tr("No human parser was found: put the folder of one, for example mattmdjaga/segformer_b2_clothes from Hugging Face (config.json, "
           "model.safetensors, preprocessor_config.json; 110 MB), into %1 or into another model folder.")
            .arg(QString::fromStdString(m_source.installFolder)));
  else
    m_find->setFocus();
  fitWords();
}

void ParserDialog::showLicence() {
  const std::string& told = m_found.at(static_cast<std::size_t>(m_parser->currentIndex())).licence;
  const QString own = told.empty() ? tr("Its folder does not tell its licence.")
                                   : tr("Licence, as its folder tells: %1.").arg(QString::fromStdString(told));
  m_licence->setText(own + QLatin1Char(' ') +
                     tr("The encoder of every SegFormer began as NVIDIA's MiT, whose licence allows research and evaluation only."));
  m_licence->show();
  fitWords();
}

void ParserDialog::parse() {
  const auto share = std::make_shared<std::atomic<double>>(0.0);
  const std::string folder = m_found.at(static_cast<std::size_t>(m_parser->currentIndex())).folder;
  m_work.start<Parsed>(
      [folder, share, parse = m_source.parse, picture = m_picture](const std::stop_token& stop) -> Parsed {
        auto map = parse(
            folder, *picture(), [share](double done) { *share = done; }, stop);
        if (!map) return map.failure();
        if (!*map) return std::shared_ptr<const regions::LabelMap>();
        return std::make_shared<const regions::LabelMap>(std::move(**map));
      },
      [this](const Parsed& parsed) { take(parsed); });
  m_words->hide();
  for (QWidget* wish : std::initializer_list<QWidget*>{m_parser, m_find}) wish->setEnabled(false);
  m_bar->begin([share] { return WorkBar::Standing{tr("Looking for the parts of the person"), *share}; });
}

void ParserDialog::take(const Parsed& parsed) {
  m_bar->end();
  for (QWidget* wish : std::initializer_list<QWidget*>{m_parser, m_find}) wish->setEnabled(true);
  if (!parsed) return say(QString::fromStdString(parsed.failure().sentence));
  if (m_work.stopped() || !*parsed) return;
  accept();
  Q_EMIT this->parsed(*parsed);
}

void ParserDialog::say(const QString& sentence) {
  m_words->setText(sentence);
  m_words->show();
  fitWords();
}

// A dialog that is shown keeps its size, however many lines its words come to take.
void ParserDialog::fitWords() {
  layout()->activate();
  resize(width(), layout()->totalHeightForWidth(width()));
}

}  // namespace retailor::ui
