#include "ui/regions/parsing_map_dialog.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <algorithm>

#include "core/regions/schemes/detect_scheme.h"
#include "core/regions/schemes/scheme_file.h"
#include "ui/regions/part_look.h"

namespace retailor::ui {

using regions::BodyPart;

namespace {

QIcon chip(const QColor& colour) {
  QPixmap pixmap(12, 12);
  pixmap.fill(colour);
  return pixmap;
}

BodyPart partOf(const QTreeWidgetItem& item) { return static_cast<BodyPart>(item.data(0, Qt::UserRole).toInt()); }

}  // namespace

ParsingMapDialog::ParsingMapDialog(std::shared_ptr<const regions::LabelMap> map, image::Size photo, QImage look, Prompts& prompts,
                                   QWidget* parent)
    : QDialog(parent),
      m_map(std::move(map)),
      m_photo(photo),
      m_look(std::move(look)),
      m_prompts(prompts),
      m_use(tr("Use these")),
      m_work(this) {
  setObjectName(QStringLiteral("parsingMapDialog"));
  setWindowTitle(tr("Parts of the photo from “%1”").arg(QString::fromStdString(m_map->name)));
  addParts();
  listSchemes();
  connect(&m_scheme, &QComboBox::activated, this, &ParsingMapDialog::chooseScheme);
  connect(&m_list, &QTreeWidget::itemChanged, this, &ParsingMapDialog::heedChecks);
  connect(&m_use, &QPushButton::clicked, this, &ParsingMapDialog::choose);
  chooseScheme(0);
}

void ParsingMapDialog::addParts() {
  m_picture.setObjectName(QStringLiteral("parsingPicture"));
  m_picture.setAccessibleName(tr("The photo with the parts that the map shows"));
  m_picture.setAlignment(Qt::AlignCenter);
  m_picture.setPixmap(QPixmap::fromImage(m_look));
  m_picture.setMinimumSize(m_look.size());
  m_scheme.setObjectName(QStringLiteral("parsingScheme"));
  m_scheme.setAccessibleName(tr("What its labels mean"));
  m_list.setObjectName(QStringLiteral("parsingParts"));
  m_list.setAccessibleName(tr("The parts found"));
  m_list.setRootIsDecorated(false);
  m_list.setUniformRowHeights(true);
  m_list.setHeaderLabels({tr("Part"), tr("Share"), tr("Mark on the photo"), tr("May change")});
  m_list.headerItem()->setToolTip(Mark, tr("Marks it as worn, for fitting and replacing clothes; arms, hands and bags as lying in front."));
  m_list.headerItem()->setToolTip(Change, tr("Adds it to the mask."));
  m_list.setMinimumWidth(500);
  m_list.header()->setStretchLastSection(true);
  m_notes.setObjectName(QStringLiteral("parsingNotes"));
  m_notes.setWordWrap(true);
  m_use.setObjectName(QStringLiteral("parsingUse"));
  m_use.setProperty("primary", true);
  m_use.setDefault(true);
  auto* answer = new QDialogButtonBox(QDialogButtonBox::Cancel);
  answer->addButton(&m_use, QDialogButtonBox::ActionRole);
  connect(answer, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* title = new QLabel(tr("&Labels"));
  title->setBuddy(&m_scheme);
  auto* scheme = new QHBoxLayout;
  scheme->addWidget(title);
  scheme->addWidget(&m_scheme, 1);
  auto* right = new QVBoxLayout;
  right->addLayout(scheme);
  right->addWidget(&m_list, 1);
  right->addWidget(&m_notes);
  right->addWidget(answer);
  auto* columns = new QHBoxLayout(this);
  columns->addWidget(&m_picture);
  columns->addLayout(right, 1);
}

// The map's own first, then the likeliest, then all others that there are, then a file.
void ParsingMapDialog::listSchemes() {
  if (m_map->own) m_schemes.push_back(*m_map->own);
  const regions::SchemeGuesses guesses = m_map->own ? regions::SchemeGuesses{{}, true} : regions::detectedScheme(*m_map);
  for (const regions::SchemeGuess& guess : guesses.likeliest) m_schemes.push_back(*guess.scheme);
  m_ambiguous = !guesses.certain;
  for (const regions::ParsingScheme& scheme : regions::knownSchemes())
    if (std::ranges::find(m_schemes, scheme.key, &regions::ParsingScheme::key) == m_schemes.end()) m_schemes.push_back(scheme);
  for (const regions::ParsingScheme& scheme : m_schemes) m_scheme.addItem(QString::fromStdString(scheme.title));
  m_scheme.insertSeparator(m_scheme.count());
  m_scheme.addItem(tr("From a file…"));
}

void ParsingMapDialog::chooseScheme(int index) {
  if (index < static_cast<int>(m_schemes.size())) {
    m_shown = index;
    return readBy(m_schemes[static_cast<std::size_t>(index)]);
  }
  m_scheme.setCurrentIndex(m_shown);
  askForScheme();
}

void ParsingMapDialog::askForScheme() {
  const QString file = m_prompts.openFile(this, tr("Which labels are which parts"), {}, tr("Schemes (*.json)"));
  if (file.isEmpty()) return;
  Result<regions::ParsingScheme> scheme = regions::readScheme(std::filesystem::path(file.toStdU16String()));
  if (!scheme) return tell({QString::fromStdString(scheme.failure().sentence)});
  m_shown = static_cast<int>(m_schemes.size());
  m_scheme.insertItem(m_shown, QString::fromStdString(scheme->title));
  m_scheme.setCurrentIndex(m_shown);
  m_schemes.push_back(std::move(*scheme));
  readBy(m_schemes.back());
}

void ParsingMapDialog::readBy(const regions::ParsingScheme& scheme) {
  m_parts.reset();
  m_use.setEnabled(false);
  m_work.start<Result<regions::ImportedParts>>(
      [map = m_map, scheme, photo = m_photo](const std::stop_token&) { return regions::importedParts(*map, scheme, photo); },
      [this](const Result<regions::ImportedParts>& imported) { show(imported); });
}

void ParsingMapDialog::show(const Result<regions::ImportedParts>& imported) {
  QStringList sentences;
  if (imported) {
    m_parts = std::make_shared<const mask::Labels>(imported->parts);
    for (const std::string& note : imported->notes) sentences << QString::fromStdString(note);
    if (m_schemes[static_cast<std::size_t>(m_shown)].coarse)
      sentences << tr("These labels are coarse: correct the parts with the brush afterwards.");
    if (m_ambiguous && m_shown == 0)
      sentences << tr("The map could be of another kind too. Check that the parts lie right, or choose other labels above.");
  } else {
    sentences << QString::fromStdString(imported.failure().sentence);
  }
  m_picture.setPixmap(QPixmap::fromImage(m_parts ? tinted(m_look, *m_parts) : m_look));
  listParts();
  tell(sentences);
}

void ParsingMapDialog::listParts() {
  const QSignalBlocker quiet(m_list);
  m_list.clear();
  if (m_parts) {
    const auto counts = m_parts->counts();
    const double all = static_cast<double>(m_photo.width) * m_photo.height;
    for (const BodyPart part : regions::allParts) {
      const std::size_t pixels = counts[static_cast<std::size_t>(part)];
      if (pixels == 0) continue;
      auto* item = new QTreeWidgetItem(&m_list);
      item->setText(Part, partTitle(part));
      item->setIcon(Part, chip(partColour(part)));
      item->setData(Part, Qt::UserRole, static_cast<int>(part));
      item->setText(Share, tr("%1 %").arg(100 * static_cast<double>(pixels) / all, 0, 'f', 1));
      if (markedAs(part)) item->setCheckState(Mark, Qt::Checked);
      item->setCheckState(Change, Qt::Unchecked);
    }
  }
  for (int column = 0; column < m_list.columnCount(); ++column) m_list.resizeColumnToContents(column);
  heedChecks();
}

std::set<BodyPart> ParsingMapDialog::checked(Column column) const {
  std::set<BodyPart> parts;
  for (int i = 0; i < m_list.topLevelItemCount(); ++i)
    if (const QTreeWidgetItem& item = *m_list.topLevelItem(i); item.checkState(column) == Qt::Checked) parts.insert(partOf(item));
  return parts;
}

void ParsingMapDialog::heedChecks() { m_use.setEnabled(m_parts && (!checked(Mark).empty() || !checked(Change).empty())); }

void ParsingMapDialog::choose() {
  Q_EMIT chosen(m_parts, checked(Mark), checked(Change));
  accept();
}

void ParsingMapDialog::tell(const QStringList& sentences) {
  m_notes.setText(sentences.join(QLatin1Char('\n')));
  m_notes.setVisible(!sentences.isEmpty());
}

}  // namespace retailor::ui
