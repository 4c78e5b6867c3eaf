#include "ui/regions/parsing_map_dialog.h"

#include <QDialogButtonBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <algorithm>

#include "core/image/write_photo.h"
#include "core/regions/schemes/scheme_file.h"
#include "ui/regions/face_finder.h"
#include "ui/regions/part_look.h"

namespace retailor::ui {

using regions::BodyPart;

namespace {

std::vector<std::uint32_t> sampled(const regions::LabelMap& map, QSize look) {
  std::vector<std::uint32_t> ids;
  for (int y = 0; y < look.height(); ++y)
    for (int x = 0; x < look.width(); ++x) {
      const auto row = static_cast<std::size_t>(qint64{y} * map.size.height / look.height());
      const auto column = static_cast<std::size_t>(qint64{x} * map.size.width / look.width());
      ids.push_back(map.ids[row * static_cast<std::size_t>(map.size.width) + column]);
    }
  return ids;
}

}  // namespace

ParsingMapDialog::ParsingMapDialog(std::shared_ptr<const regions::LabelMap> map, MappedPicture picture, std::vector<PartUse> uses,
                                   Prompts& prompts, QWidget* parent)
    : QDialog(parent),
      m_map(std::move(map)),
      m_of(std::move(picture)),
      m_prompts(prompts),
      m_counts(m_map->counts()),
      m_list(std::move(uses)),
      m_questions(m_map->size, m_of.pixels->size()),
      m_use(tr("Use these")),
      m_save(tr("Sa&ve table…")),
      m_work(this) {
  setObjectName(QStringLiteral("parsingMapDialog"));
  setWindowTitle(tr("Parts of the person, from “%1”").arg(QString::fromStdString(m_map->name)));
  addParts();
  m_questions.findFacesBy(faceFinderOn(m_of.pixels));
  listSchemes();
  connect(&m_scheme, &QComboBox::activated, this, &ParsingMapDialog::pickScheme);
  connect(&m_candidates, &SchemeCandidates::chosen, this, &ParsingMapDialog::pickScheme);
  connect(&m_questions, &MapQuestions::changed, this, &ParsingMapDialog::heedAnswers);
  connect(&m_list, &PartTable::ticksChanged, this, &ParsingMapDialog::heedTicks);
  connect(&m_classes, &ClassTable::partChosen, this, &ParsingMapDialog::editClass);
  connect(&m_classes, &ClassTable::currentClassChanged, this, &ParsingMapDialog::showPicture);
  connect(&m_use, &QPushButton::clicked, this, &ParsingMapDialog::choose);
  connect(&m_save, &QPushButton::clicked, this, &ParsingMapDialog::saveScheme);
  chooseScheme(0);
}

// The pages go one by one, and nobody is to be told of it.
ParsingMapDialog::~ParsingMapDialog() { disconnect(&m_pages, nullptr, this, nullptr); }

void ParsingMapDialog::addParts() {
  m_notes.setObjectName(QStringLiteral("parsingNotes"));
  m_notes.setWordWrap(true);
  m_use.setObjectName(QStringLiteral("parsingUse"));
  m_use.setProperty("primary", true);
  m_use.setDefault(true);
  auto* answer = new QDialogButtonBox(QDialogButtonBox::Cancel);
  answer->addButton(&m_use, QDialogButtonBox::ActionRole);
  connect(answer, &QDialogButtonBox::rejected, this, &QDialog::reject);
  m_pages.setObjectName(QStringLiteral("parsingPages"));
  m_pages.addTab(&m_list, tr("&Parts"));
  m_pages.addTab(&m_classes, tr("&Classes of the map"));
  connect(&m_pages, &QTabWidget::currentChanged, this, &ParsingMapDialog::showPicture);
  auto* right = new QVBoxLayout;
  right->addLayout(schemeRow());
  right->addWidget(&m_questions);
  right->addWidget(&m_pages, 1);
  right->addWidget(&m_notes);
  right->addWidget(answer);
  auto* columns = new QHBoxLayout(this);
  columns->addLayout(picturesColumn());
  columns->addLayout(right, 1);
}

QLayout* ParsingMapDialog::schemeRow() {
  m_scheme.setObjectName(QStringLiteral("parsingScheme"));
  m_scheme.setAccessibleName(tr("What its labels mean"));
  m_save.setObjectName(QStringLiteral("parsingSaveScheme"));
  m_save.setToolTip(tr("Writes which class is which part into a file, to be taken again with “From a file…”."));
  m_save.setAutoDefault(false);
  auto* title = new QLabel(tr("&Labels"));
  title->setBuddy(&m_scheme);
  auto* row = new QHBoxLayout;
  row->addWidget(title);
  row->addWidget(&m_scheme, 1);
  row->addWidget(&m_save);
  return row;
}

QLayout* ParsingMapDialog::picturesColumn() {
  m_picture.setObjectName(QStringLiteral("parsingPicture"));
  m_picture.setAccessibleName(tr("The picture with the parts that the map shows"));
  m_picture.setAlignment(Qt::AlignCenter);
  m_picture.setPixmap(QPixmap::fromImage(m_of.look));
  m_picture.setMinimumSize(m_of.look.size());
  auto* column = new QVBoxLayout;
  column->addWidget(&m_picture, 1);
  column->addWidget(&m_candidates);
  return column;
}

regions::SchemeGuesses ParsingMapDialog::guesses() const {
  if (m_map->own) return {{}, true};
  return regions::detectedScheme(*m_map, regions::judgedTurns(m_map->size, m_of.pixels->size(), m_questions.choices().turn));
}

// The map's own first, then the likeliest, then all others that there are, then a file.
void ParsingMapDialog::listSchemes() {
  if (m_map->own) m_schemes.push_back(*m_map->own);
  const regions::SchemeGuesses guesses = this->guesses();
  for (const regions::SchemeGuess& guess : guesses.likeliest) m_schemes.push_back(*guess.scheme);
  m_ambiguous = !guesses.certain;
  for (const regions::ParsingScheme& scheme : regions::knownSchemes())
    if (std::ranges::find(m_schemes, scheme.key, &regions::ParsingScheme::key) == m_schemes.end()) m_schemes.push_back(scheme);
  for (const regions::ParsingScheme& scheme : m_schemes) m_scheme.addItem(QString::fromStdString(scheme.title));
  m_scheme.insertSeparator(m_scheme.count());
  m_scheme.addItem(tr("From a file…"));
  compareGuesses(guesses);
}

// Those that come near the first; others have been ruled out.
void ParsingMapDialog::compareGuesses(const regions::SchemeGuesses& guesses) {
  if (!m_ambiguous || guesses.likeliest.empty()) return;
  std::vector<regions::ParsingScheme> near;
  for (const regions::SchemeGuess& guess : guesses.likeliest)
    if (guesses.likeliest.front().score - guess.score < regions::schemeLead) near.push_back(*guess.scheme);
  m_candidates.compare(m_map, m_of.look, std::move(near));
}

void ParsingMapDialog::pickScheme(int index) {
  m_picked = true;
  chooseScheme(index);
}

// Turned, the map may seem to be another's.
void ParsingMapDialog::heedAnswers() {
  if (m_picked) return read();
  const regions::SchemeGuesses guesses = this->guesses();
  if (guesses.likeliest.empty()) return read();
  const auto likeliest = std::ranges::find(m_schemes, guesses.likeliest.front().scheme->key, &regions::ParsingScheme::key);
  m_guessed = static_cast<int>(likeliest - m_schemes.begin());
  m_ambiguous = !guesses.certain;
  chooseScheme(m_guessed);
}

void ParsingMapDialog::chooseScheme(int index) {
  if (index < static_cast<int>(m_schemes.size())) {
    m_shown = index;
    m_scheme.setCurrentIndex(index);
    return read();
  }
  m_scheme.setCurrentIndex(m_shown);
  askForScheme();
}

void ParsingMapDialog::askForScheme() {
  const QString file = m_prompts.openFile(this, tr("Which labels are which parts"), {}, tr("Schemes (*.json)"));
  if (file.isEmpty()) return;
  Result<regions::ParsingScheme> scheme = regions::readScheme(std::filesystem::path(file.toStdU16String()));
  if (!scheme) return tell({QString::fromStdString(scheme.failure().sentence)});
  take(std::move(*scheme));
}

void ParsingMapDialog::take(regions::ParsingScheme scheme) {
  const int index = static_cast<int>(m_schemes.size());
  m_scheme.insertItem(index, QString::fromStdString(scheme.title));
  m_schemes.push_back(std::move(scheme));
  chooseScheme(index);
}

void ParsingMapDialog::editClass(std::uint32_t id, BodyPart part) {
  regions::ParsingScheme mine = edited(m_schemes[static_cast<std::size_t>(m_shown)], id, part);
  if (m_own == m_shown) {
    m_schemes[static_cast<std::size_t>(m_own)] = std::move(mine);
    return read();
  }
  m_own = static_cast<int>(m_schemes.size());
  m_picked = true;
  mine.title = tr("My table, after %1").arg(QString::fromStdString(mine.title)).toStdString();
  take(std::move(mine));
}

void ParsingMapDialog::saveScheme() {
  QString file = m_prompts.saveFile(this, tr("Save which class is which part"), QStringLiteral("scheme.json"), tr("Schemes (*.json)"));
  if (file.isEmpty()) return;
  if (QFileInfo(file).suffix().isEmpty()) file += QStringLiteral(".json");
  regions::ParsingScheme scheme = m_schemes[static_cast<std::size_t>(m_shown)];
  scheme.title = QFileInfo(file).completeBaseName().toStdString();
  const std::string text = regions::schemeAsJson(scheme);
  const auto written = image::writeWhole(std::filesystem::path(file.toStdU16String()), std::as_bytes(std::span(text.data(), text.size())));
  tell({written ? tr("Saved. “From a file…” under Labels takes it again.") : QString::fromStdString(written.failure().sentence)});
}

void ParsingMapDialog::read() {
  m_parts.reset();
  m_use.setEnabled(false);
  m_candidates.select(m_shown);
  m_work.start<Reading>(
      [map = m_map, scheme = m_schemes[static_cast<std::size_t>(m_shown)], size = m_of.pixels->size(), choices = m_questions.choices(),
       look = m_of.look.size()](const std::stop_token&) {
        Reading reading{regions::importedParts(*map, scheme, size, choices), {}};
        if (const auto laid = regions::laidOut(*map, scheme, size, choices)) reading.shownIds = sampled(*laid, look);
        return reading;
      },
      [this](const Reading& reading) { show(reading); });
}

void ParsingMapDialog::show(const Reading& reading) {
  QStringList sentences;
  const regions::ParsingScheme& scheme = m_schemes[static_cast<std::size_t>(m_shown)];
  if (reading.imported) {
    m_parts = std::make_shared<const mask::Labels>(reading.imported->parts);
    for (const std::string& note : reading.imported->notes) sentences << QString::fromStdString(note);
    if (scheme.coarse) sentences << tr("These labels are coarse: correct the parts with the brush afterwards.");
    if (m_ambiguous && m_shown == m_guessed)
      sentences << tr("The map could be of another kind too. Check that the parts lie right, or choose other labels above.");
    m_questions.showDress(m_parts->counts()[static_cast<std::size_t>(BodyPart::WholeBody)] > 0, reading.imported->divided);
  } else if (regions::goesNowhere(scheme)) {
    for (const std::string& note : m_map->notes) sentences << QString::fromStdString(note);
    sentences << tr("Choose a part for each class that shows one.");
    m_pages.setCurrentWidget(&m_classes);
  } else {
    sentences << QString::fromStdString(reading.imported.failure().sentence);
  }
  m_questions.showNeck(scheme.faceWithNeck);
  m_shownIds = reading.shownIds;
  m_classes.showClasses(scheme, m_counts);
  showPicture();
  m_list.showParts(m_parts.get(), scheme);
  if (m_parts && !m_list.anyTicked()) sentences << tr("What is looked for is not among the parts found: tick those that you want.");
  tell(sentences);
}

// The class that is looked at, or all parts.
void ParsingMapDialog::showPicture() {
  const auto id = m_pages.currentWidget() == &m_classes ? m_classes.current() : std::nullopt;
  const QImage parts = m_parts ? tinted(m_of.look, *m_parts) : m_of.look;
  m_picture.setPixmap(QPixmap::fromImage(id && !m_shownIds.empty() ? spotlit(parts, m_shownIds, *id) : parts));
}

void ParsingMapDialog::heedTicks() { m_use.setEnabled(m_parts && m_list.anyTicked()); }

void ParsingMapDialog::choose() {
  Q_EMIT chosen(m_parts, m_list.ticked());
  accept();
}

void ParsingMapDialog::tell(const QStringList& sentences) {
  m_notes.setText(sentences.join(QLatin1Char('\n')));
  m_notes.setVisible(!sentences.isEmpty());
}

}  // namespace retailor::ui
