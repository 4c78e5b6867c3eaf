#include "ui/preferences/models/work_bar.h"

#include <QGridLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <cmath>

namespace retailor::ui {

namespace {

constexpr int barSteps = 1000, lookEvery = 100;  // ms

}  // namespace

WorkBar::WorkBar(QWidget* parent)
    : QWidget(parent), m_words(new QLabel(this)), m_bar(new QProgressBar(this)), m_cancel(new QPushButton(tr("Cancel"), this)) {
  m_words->setObjectName(QStringLiteral("workWords"));
  m_words->setProperty("muted", true);
  m_bar->setObjectName(QStringLiteral("workProgress"));
  m_bar->setAccessibleName(tr("Progress"));
  m_bar->setTextVisible(false);
  m_cancel->setObjectName(QStringLiteral("cancelWork"));
  m_cancel->setAutoDefault(false);
  auto* grid = new QGridLayout(this);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->addWidget(m_words, 0, 0, 1, 2);
  grid->addWidget(m_bar, 1, 0);
  grid->addWidget(m_cancel, 1, 1);
  grid->setColumnStretch(0, 1);
  connect(&m_tick, &QTimer::timeout, this, &WorkBar::tell);
  connect(m_cancel, &QPushButton::clicked, this, [this] {
    m_cancel->setEnabled(false);
    Q_EMIT cancelWanted();
  });
  hide();
}

void WorkBar::begin(std::function<Standing()> look) {
  m_look = std::move(look);
  m_cancel->setEnabled(true);
  m_tick.start(lookEvery);
  tell();
  setVisible(true);
}

void WorkBar::end() {
  m_tick.stop();
  hide();
}

void WorkBar::tell() {
  const Standing standing = m_look();
  m_words->setText(standing.words);
  m_bar->setRange(0, standing.share < 0 ? 0 : barSteps);
  m_bar->setValue(standing.share < 0 ? -1 : static_cast<int>(std::lround(standing.share * barSteps)));
}

}  // namespace retailor::ui
