#include "ui/window/start_page.h"

#include <QFileInfo>
#include <QLabel>
#include <QPushButton>

#include "core/image/read_photo.h"
#include "ui/canvas/bitmap_to_qimage.h"
#include "ui/controls/background.h"
#include "ui/controls/theme.h"

namespace retailor::ui {

namespace {

constexpr int signSide = 72, gap = 20, indent = signSide + gap, textWidth = 560, pictureSide = 84;  // logical pixels
constexpr QSize tileSize(274, 100);

QLabel* line(const QString& text, const char* property) {
  auto* label = new QLabel(text);
  label->setProperty(property, true);
  label->setWordWrap(true);
  return label;
}

// Through the decoder that photos take too: it knows what profiles mean.
QImage thumbnail(const QString& file, const QSize& pixels) {
  const auto picture = image::readAsSrgb8(file.toStdString());
  return picture ? toQImage(*picture).scaled(pixels, Qt::KeepAspectRatio, Qt::SmoothTransformation) : QImage();
}

}  // namespace

StartPage::StartPage(RecentFiles& recent, const QList<Sample>& samples, QWidget* parent) : QWidget(parent), m_recent(recent) {
  QList<Sample> there = samples;
  there.removeIf([](const Sample& sample) { return !QFileInfo::exists(sample.project); });
  setObjectName(QStringLiteral("startPage"));
  setAttribute(Qt::WA_StyledBackground);
  auto* rows = new QVBoxLayout;
  rows->setSpacing(18);
  rows->addStretch(2);
  rows->addLayout(explanation());
  rows->addLayout(openButton());
  rows->addLayout(sampleTiles(there));
  m_list = new QVBoxLayout;
  m_list->setSpacing(0);
  rows->addLayout(m_list);
  rows->addStretch(3);
  auto* around = new QHBoxLayout(this);
  around->addStretch();
  around->addLayout(rows);
  around->addStretch();
  connect(&recent, &RecentFiles::changed, this, &StartPage::listRecent);
  listRecent();
}

QLayout* StartPage::explanation() {
  auto* row = new QHBoxLayout;
  row->setSpacing(gap);
  auto* sign = new QLabel;
  sign->setPixmap(QIcon(QStringLiteral(":/retailor.svg")).pixmap(QSize(signSide, signSide), devicePixelRatioF()));
  row->addWidget(sign, 0, Qt::AlignTop);
  auto* words = new QVBoxLayout;
  words->addWidget(line(tr("Retailor"), "heading"));
  QLabel* text =
      line(tr("Open a photo of a person and paint over the part to change. Drop in pictures of what should be there, each for its "
              "region of the body, and press Generate. Everything outside the mask stays as it is."),
           "muted");
  text->setFixedWidth(textWidth);
  words->addWidget(text);
  row->addLayout(words);
  return row;
}

QLayout* StartPage::openButton() {
  auto* row = new QHBoxLayout;
  row->setContentsMargins(indent, 0, 0, 0);
  auto* open = new QPushButton(themeIcon(QStringLiteral("open-dark")), tr("Open a photo"));
  open->setObjectName(QStringLiteral("startOpen"));
  open->setProperty("primary", true);
  open->setDefault(true);
  open->setIconSize({20, 20});
  row->addWidget(open);
  row->addStretch();
  connect(open, &QPushButton::clicked, this, &StartPage::openWanted);
  return row;
}

QLayout* StartPage::sampleTiles(const QList<Sample>& samples) {
  auto* column = new QVBoxLayout;
  column->setContentsMargins(indent, 0, 0, 0);
  column->setSpacing(6);
  column->addWidget(line(samples.isEmpty() ? tr("The samples are not installed.") : tr("Or try a sample"), "muted"));
  auto* row = new QHBoxLayout;
  row->setSpacing(12);
  for (const Sample& sample : samples) row->addWidget(tile(sample));
  row->addStretch();
  column->addLayout(row);
  return column;
}

QPushButton* StartPage::tile(const Sample& sample) {
  auto* button = new QPushButton;
  button->setObjectName(QStringLiteral("startSample_") + QFileInfo(sample.project).completeBaseName());
  button->setAccessibleName(sample.title);
  button->setAccessibleDescription(sample.line);
  button->setProperty("tile", true);
  button->setFixedSize(tileSize);
  auto* picture = new QLabel;
  picture->setFixedSize(pictureSide, pictureSide);
  picture->setAlignment(Qt::AlignCenter);
  auto* words = new QVBoxLayout;
  words->setSpacing(2);
  words->addStretch();
  words->addWidget(line(sample.title, "tileTitle"));
  words->addWidget(line(sample.line, "muted"));
  words->addStretch();
  auto* row = new QHBoxLayout(button);
  row->setContentsMargins(8, 8, 8, 8);
  row->setSpacing(12);
  row->addWidget(picture);
  row->addLayout(words, 1);
  for (auto* label : button->findChildren<QLabel*>()) label->setAttribute(Qt::WA_TransparentForMouseEvents);
  connect(button, &QPushButton::clicked, this, [this, project = sample.project] { Q_EMIT sampleWanted(project); });
  const QSize pixels = QSize(pictureSide, pictureSide) * devicePixelRatioF();
  inBackground<QImage>(
      picture, [file = sample.picture, pixels] { return thumbnail(file, pixels); },
      [picture](QImage small) {
        small.setDevicePixelRatio(picture->devicePixelRatioF());
        picture->setPixmap(QPixmap::fromImage(small));
      });
  return button;
}

void StartPage::listRecent() {
  while (QLayoutItem* item = m_list->takeAt(0)) {
    if (item->widget()) item->widget()->deleteLater();
    std::unique_ptr<QLayoutItem> gone(item);
  }
  const QStringList files = m_recent.files();
  if (!files.isEmpty()) {
    QLabel* title = line(tr("Recent"), "muted");
    title->setContentsMargins(indent, 0, 0, 6);
    m_list->addWidget(title);
  }
  for (const QString& file : files) {
    const QFileInfo info(file);
    const QString folder = fontMetrics().elidedText(info.path(), Qt::ElideMiddle, 260);
    auto* button = new QPushButton(themeIcon(QStringLiteral("picture")), tr("%1   —   %2").arg(info.fileName(), folder));
    button->setProperty("recent", true);
    button->setToolTip(file);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(indent - 10, 0, 0, 0);
    row->addWidget(button);
    auto* holder = new QWidget;
    holder->setLayout(row);
    m_list->addWidget(holder);
    connect(button, &QPushButton::clicked, this, [this, file] { Q_EMIT fileWanted(file); });
  }
}

}  // namespace retailor::ui
