#include "ui/window/start_page.h"

#include <QFileInfo>
#include <QLabel>
#include <QPushButton>

#include "ui/controls/theme.h"

namespace retailor::ui {

namespace {

constexpr int signSide = 72, gap = 20, indent = signSide + gap, textWidth = 520;  // logical pixels

QLabel* line(const QString& text, const char* property) {
  auto* label = new QLabel(text);
  label->setProperty(property, true);
  label->setWordWrap(true);
  return label;
}

}  // namespace

StartPage::StartPage(RecentFiles& recent, bool sampleThere, QWidget* parent) : QWidget(parent), m_recent(recent) {
  setObjectName(QStringLiteral("startPage"));
  setAttribute(Qt::WA_StyledBackground);
  auto* rows = new QVBoxLayout;
  rows->setSpacing(18);
  rows->addStretch(2);
  rows->addLayout(explanation());
  rows->addLayout(buttons(sampleThere));
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
  QLabel* text = line(tr("Open a photo of a person and paint over the part to change. Drop in pictures of what should be there, each for its "
                         "region of the body, and press Generate. Everything outside the mask stays as it is."),
                      "muted");
  text->setFixedWidth(textWidth);
  words->addWidget(text);
  row->addLayout(words);
  return row;
}

QLayout* StartPage::buttons(bool sampleThere) {
  auto* row = new QHBoxLayout;
  row->setContentsMargins(indent, 0, 0, 0);
  row->setSpacing(12);
  auto* open = new QPushButton(themeIcon(QStringLiteral("open-dark")), tr("Open a photo"));
  open->setObjectName(QStringLiteral("startOpen"));
  open->setProperty("primary", true);
  open->setDefault(true);
  auto* sample = new QPushButton(themeIcon(QStringLiteral("run")), tr("Try the sample"));
  sample->setObjectName(QStringLiteral("startSample"));
  sample->setEnabled(sampleThere);
  if (!sampleThere) sample->setToolTip(tr("The sample project is not installed."));
  for (QPushButton* button : {open, sample}) {
    button->setIconSize({20, 20});
    row->addWidget(button);
  }
  row->addStretch();
  connect(open, &QPushButton::clicked, this, &StartPage::openWanted);
  connect(sample, &QPushButton::clicked, this, &StartPage::sampleWanted);
  return row;
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
