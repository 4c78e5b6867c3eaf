#include "ui/run/stage_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>
#include <cmath>

#include "ui/controls/theme.h"
#include "ui/run/run_session.h"

namespace retailor::ui {

namespace {

constexpr int stageBarSteps = 1000;

QString asClock(double seconds) {
  const int whole = static_cast<int>(std::lround(seconds));
  return QStringLiteral("%1:%2").arg(whole / 60).arg(whole % 60, 2, 10, QLatin1Char('0'));
}

QPushButton* button(const QString& title, const QString& icon, const QString& name, const QString& hint, QWidget* parent) {
  auto* made = new QPushButton(themeIcon(icon), title, parent);
  made->setObjectName(name);
  made->setToolTip(hint);
  return made;
}

QLabel* mutedLabel(const QString& name, QWidget* parent) {
  auto* label = new QLabel(parent);
  label->setObjectName(name);
  label->setProperty("muted", true);
  return label;
}

}  // namespace

StageBar::StageBar(RunSession& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_stage(new QLabel(this)),
      m_step(mutedLabel(QStringLiteral("runStep"), this)),
      m_bar(new QProgressBar(this)),
      m_time(mutedLabel(QStringLiteral("runTime"), this)),
      m_cancel(button(tr("Cancel"), QStringLiteral("close"), QStringLiteral("cancelRun"), tr("Stop and throw this away (Esc)"), this)),
      m_keep(button(tr("Stop and keep this"), QStringLiteral("keep"), QStringLiteral("keepRun"), tr("End the run now with what there is"),
                    this)) {
  setAccessibleName(tr("Progress of the run"));
  m_stage->setObjectName(QStringLiteral("runStage"));
  m_stage->setWordWrap(true);
  m_bar->setObjectName(QStringLiteral("runProgress"));
  m_bar->setAccessibleName(accessibleName());
  m_bar->setRange(0, stageBarSteps);
  auto* head = new QHBoxLayout;
  head->addWidget(m_stage, 1);
  head->addWidget(m_step);
  auto* ways = new QHBoxLayout;
  ways->addWidget(m_keep, 1);
  ways->addWidget(m_cancel);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(6);
  column->addLayout(head);
  column->addWidget(m_bar);
  column->addWidget(m_time);
  column->addLayout(ways);
  connect(m_cancel, &QPushButton::clicked, this, &StageBar::askToCancel);
  connect(m_keep, &QPushButton::clicked, this, &StageBar::askToKeep);
  connect(&m_session, &RunSession::runStarted, this, &StageBar::begin);
  connect(&m_session, &RunSession::stageBegan, this, [this](const QString& name) {
    m_stage->setText(name);
    m_step->clear();
  });
  connect(&m_session, &RunSession::stepDone, this,
          [this](int step, int steps) { m_step->setText(tr("step %1 of %2").arg(step).arg(steps)); });
  connect(&m_session, &RunSession::progressed, this, &StageBar::showProgress);
  hide();
}

void StageBar::begin() {
  m_stage->clear();
  m_step->clear();
  showProgress(0, 0, -1);
  m_cancel->setEnabled(true);
  m_keep->setEnabled(true);
}

void StageBar::showProgress(double share, double elapsed, double remaining) {
  m_bar->setValue(static_cast<int>(std::lround(share * stageBarSteps)));
  m_time->setText(remaining < 0 ? tr("%1 gone").arg(asClock(elapsed))
                                : tr("%1 gone, about %2 to go").arg(asClock(elapsed), asClock(remaining)));
}

// A button that is disabled loses the focus to whatever comes next: the bar itself takes it.
void StageBar::disable(const QList<QPushButton*>& buttons) {
  for (QPushButton* button : buttons) {
    if (button == window()->focusWidget()) setFocus();
    button->setEnabled(false);
  }
}

void StageBar::askToKeep() {
  disable({m_keep});
  m_session.keepNow();
}

void StageBar::askToCancel() {
  disable({m_cancel, m_keep});
  m_session.cancel();
}

}  // namespace retailor::ui
