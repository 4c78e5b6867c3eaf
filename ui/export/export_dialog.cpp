#include "ui/export/export_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>
#include <array>

#include "core/image/colour.h"
#include "ui/controls/background.h"
#include "ui/controls/percent_slider.h"
#include "ui/export/export_choices.h"

namespace retailor::ui {

using image::FileFormat;

namespace {

struct FormatRow {
  FileFormat format;
  const char* title;
  const char* extension;
};

constexpr std::array formats{FormatRow{FileFormat::Png, "PNG", "png"}, FormatRow{FileFormat::Jpeg, "JPEG", "jpg"},
                             FormatRow{FileFormat::Tiff, "TIFF", "tif"}, FormatRow{FileFormat::WebP, "WebP", "webp"}};

QString withExtension(const QString& file, const char* extension) {
  const QFileInfo info(file);
  const QString known = QString::fromLatin1(extension);
  return info.suffix().isEmpty() ? file + QLatin1Char('.') + known : file.chopped(info.suffix().size()) + known;
}

void addRow(QFormLayout* form, const QString& title, QWidget* field) {
  auto* label = new QLabel(title, form->parentWidget());
  label->setBuddy(field);
  label->setMinimumHeight(field->sizeHint().height());  // the form puts labels at the top of their row
  form->addRow(label, field);
}

QString depthSentence(const image::Photo& photo, std::optional<FileFormat> format) {
  const bool deep = photo.pixels.sampleType() == image::SampleType::U16;
  const QString profile = QString::fromStdString(image::profileName(photo.profile));
  if (deep && (format == FileFormat::Jpeg || format == FileFormat::WebP))
    return ExportDialog::tr("8 of the photo's 16 bits per channel, %1. PNG and TIFF keep all.").arg(profile);
  return ExportDialog::tr("%1 bits per channel, %2, as the photo").arg(deep ? 16 : 8).arg(profile);
}

}  // namespace

ExportDialog::ExportDialog(OpenDocument& open, Prompts& prompts, QWidget* parent) : QDialog(parent), m_open(open), m_prompts(prompts) {
  setObjectName(QStringLiteral("exportDialog"));
  setWindowTitle(tr("Export"));
  setMinimumWidth(520);
  auto* column = new QVBoxLayout(this);
  m_form = new QFormLayout;
  m_form->setVerticalSpacing(8);
  m_form->setHorizontalSpacing(14);
  m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  column->addLayout(m_form);
  addRow(m_form, tr("File"), makeFileRow());
  addFormatRows(m_form);
  addMetadataRows(m_form);
  addFoot(column);
  followDocument();
}

// A document closed meanwhile leaves nothing to export. A write that has begun goes on to its end.
void ExportDialog::followDocument() {
  connect(&m_open, &OpenDocument::documentReplaced, this, &QDialog::reject);
  if (m_open.document() == nullptr) return;
  connect(m_open.document(), &document::Document::changed, this, &ExportDialog::showResults);
  m_file->setText(suggestedExportFile(m_open.photoPath(), QString::fromStdString(m_open.document()->state().photoName)));
  showFormat();
  showResults();
}

QWidget* ExportDialog::makeFileRow() {
  auto* field = new QWidget(this);
  m_file = new QLineEdit(field);
  m_file->setObjectName(QStringLiteral("exportFile"));
  m_file->setAccessibleName(tr("File to write"));
  auto* choose = new QPushButton(tr("Browse…"), field);
  choose->setObjectName(QStringLiteral("exportBrowse"));
  choose->setAutoDefault(false);
  connect(choose, &QPushButton::clicked, this, &ExportDialog::browse);
  connect(m_file, &QLineEdit::textChanged, this, &ExportDialog::showFormat);
  auto* row = new QHBoxLayout(field);
  row->setContentsMargins(0, 0, 0, 0);
  row->addWidget(m_file, 1);
  row->addWidget(choose);
  return field;
}

void ExportDialog::addFormatRows(QFormLayout* form) {
  m_format = new QComboBox(this);
  m_format->setObjectName(QStringLiteral("exportFormat"));
  for (const FormatRow& row : formats) m_format->addItem(QString::fromLatin1(row.title));
  connect(m_format, &QComboBox::activated, this, &ExportDialog::takeFormat);
  m_quality = new PercentSlider(1, 100, tr("Quality"), this);
  m_quality->setObjectName(QStringLiteral("exportQuality"));
  m_quality->setSuffix({});
  m_quality->setValue(0.95);
  m_lossless = new QCheckBox(tr("Lossless"), this);
  m_lossless->setObjectName(QStringLiteral("exportLossless"));
  m_lossless->setChecked(true);
  connect(m_lossless, &QCheckBox::toggled, this, &ExportDialog::showFormat);
  m_depth = new QLabel(this);
  m_depth->setObjectName(QStringLiteral("exportDepth"));
  m_depth->setProperty("muted", true);
  addRow(form, tr("Format"), m_format);
  form->addRow(QString(), m_lossless);
  addRow(form, tr("Quality"), m_quality);
  addRow(form, tr("Colour"), m_depth);
}

void ExportDialog::addMetadataRows(QFormLayout* form) {
  m_metadata = new QComboBox(this);
  m_metadata->setObjectName(QStringLiteral("exportMetadata"));
  m_metadata->addItems({tr("Keep everything"), tr("Keep everything but the place"), tr("Remove everything")});
  m_mark = new QCheckBox(tr("Mark the picture as partly generated"), this);
  m_mark->setObjectName(QStringLiteral("exportMark"));
  m_recipe = new QCheckBox(tr("Embed the recipe of the newest result"), this);
  m_recipe->setObjectName(QStringLiteral("exportRecipe"));
  addRow(form, tr("Metadata"), m_metadata);
  form->addRow(QString(), m_mark);
  form->addRow(QString(), m_recipe);
}

// Without a visible result the picture is the photo itself: nothing was generated, and there is no recipe.
void ExportDialog::showResults() {
  const bool any = hasVisibleResults(m_open.document()->state());
  if (any == m_mark->isEnabled() && !m_mark->toolTip().isEmpty()) return;
  for (QCheckBox* box : {m_mark, m_recipe}) {
    box->setEnabled(any);
    box->setChecked(any);
  }
  const QString none = tr("There is no applied and visible result.");
  m_mark->setToolTip(any ? tr("Writes the IPTC digital source type, by which other programs can tell.") : none);
  m_recipe->setToolTip(any ? tr("With it, Retailor can make the same result again from the same pictures.") : none);
}

void ExportDialog::addFoot(QLayout* column) {
  m_sentence = new QLabel(this);
  m_sentence->setObjectName(QStringLiteral("exportSentence"));
  m_sentence->setWordWrap(true);
  m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
  m_sentence->hide();
  m_busy = new QProgressBar(this);
  m_busy->setObjectName(QStringLiteral("exportBusy"));
  m_busy->setAccessibleName(tr("Writing the file"));
  m_busy->setRange(0, 0);
  m_busy->setTextVisible(false);
  m_busy->hide();
  auto* answer = new QDialogButtonBox(QDialogButtonBox::Close, this);
  m_export = new QPushButton(tr("Export"), this);
  m_export->setObjectName(QStringLiteral("exportNow"));
  m_export->setProperty("primary", true);
  answer->addButton(m_export, QDialogButtonBox::AcceptRole);
  m_export->setDefault(true);
  connect(answer, &QDialogButtonBox::accepted, this, &ExportDialog::startExport);
  connect(answer, &QDialogButtonBox::rejected, this, &ExportDialog::reject);
  column->addWidget(m_sentence);
  column->addWidget(m_busy);
  column->addWidget(answer);
}

void ExportDialog::browse() {
  const QString file = m_prompts.saveFile(this, tr("Export"), m_file->text(), tr("Pictures (*.png *.jpg *.jpeg *.tif *.tiff *.webp)"));
  if (file.isEmpty()) return;
  m_agreed = QFileInfo(file).suffix().isEmpty() ? QString() : file;
  m_file->setText(QFileInfo(file).suffix().isEmpty()
                      ? withExtension(file, formats[static_cast<std::size_t>(m_format->currentIndex())].extension)
                      : file);
}

void ExportDialog::takeFormat(int row) {
  m_file->setText(withExtension(m_file->text(), formats[static_cast<std::size_t>(row)].extension));
  showFormat();
}

std::optional<FileFormat> ExportDialog::format() const { return image::formatOf(m_file->text().toStdString()); }

void ExportDialog::showFormat() {
  if (m_export == nullptr || m_open.document() == nullptr) return;
  const auto chosen = format();
  for (int row = 0; row < m_format->count(); ++row)
    if (formats[static_cast<std::size_t>(row)].format == chosen) m_format->setCurrentIndex(row);
  const bool webp = chosen == FileFormat::WebP;
  m_form->setRowVisible(m_lossless, webp);
  m_form->setRowVisible(m_quality, chosen == FileFormat::Jpeg || (webp && !m_lossless->isChecked()));
  m_depth->setText(depthSentence(m_open.document()->photo(), chosen));
  m_export->setEnabled(chosen.has_value());
  tell(chosen || m_file->text().isEmpty() ? QString() : tr("Give the file a name that ends in .png, .jpg, .tif or .webp."));
}

ExportChoices ExportDialog::choices() const {
  ExportChoices chosen;
  chosen.file = m_file->text();
  const int quality = static_cast<int>(m_quality->value() * 100 + 0.5);
  chosen.options.jpegQuality = quality;
  if (!m_lossless->isChecked()) chosen.options.webpQuality = quality;
  chosen.options.metadata = static_cast<image::MetadataPolicy>(m_metadata->currentIndex());
  chosen.options.markGenerated = m_mark->isChecked();
  chosen.embedRecipe = m_recipe->isChecked();
  return chosen;
}

bool ExportDialog::mayWrite(const QString& file) {
  if (sameFile(file, m_open.photoPath()))
    return m_prompts.confirm(
        this, tr("“%1” is the photo you opened. Replace it? The original cannot be brought back.").arg(QFileInfo(file).fileName()),
        tr("Replace the photo"));
  if (file == m_agreed || !QFileInfo::exists(file)) return true;
  return m_prompts.confirm(this, tr("“%1” exists. Replace it?").arg(QFileInfo(file).fileName()), tr("Replace"));
}

void ExportDialog::startExport() {
  const ExportChoices chosen = choices();
  if (m_open.document() == nullptr || !mayWrite(chosen.file)) return;
  setBusy(true);
  tell({});
  inBackground<Result<void>>(
      this, [state = m_open.document()->state(), chosen] { return exportPhoto(state, chosen); },
      [this, file = chosen.file](const Result<void>& end) { tookEnd(file, end); });
}

void ExportDialog::tookEnd(const QString& file, const Result<void>& end) {
  setBusy(false);
  m_agreed.clear();
  if (!end) return tell(QString::fromStdString(end.failure().sentence));
  tell(tr("Exported to %1.").arg(file));
  Q_EMIT exported(file);
}

void ExportDialog::setBusy(bool busy) {
  m_busy->setVisible(busy);
  m_export->setEnabled(!busy);
  m_file->setEnabled(!busy);
}

void ExportDialog::tell(const QString& sentence) {
  m_sentence->setText(sentence);
  m_sentence->setVisible(!sentence.isEmpty());
}

}  // namespace retailor::ui
