#include "ui/fitting/fit_warnings.h"

#include <QHBoxLayout>
#include <QLabel>
#include <algorithm>

#include "ui/controls/theme.h"

namespace retailor::ui {

using garment::FitConcern;

namespace {

// Those that show in the result: another length, bare parts, cloth cut off or turned over.
bool showsInResult(FitConcern concern) {
  switch (concern) {
    case FitConcern::HemLonger:
    case FitConcern::HemShorter:
    case FitConcern::SleevesLonger:
    case FitConcern::SleevesShorter:
    case FitConcern::SleevesMissing:
    case FitConcern::Uncovered:
    case FitConcern::Folds:
    case FitConcern::BeyondMask:
    case FitConcern::CutByFrame: return true;
    default: return false;
  }
}

}  // namespace

FitWarningList::FitWarningList(QWidget* parent) : QWidget(parent), m_lines(new QVBoxLayout(this)) {
  setObjectName(QStringLiteral("fitWarnings"));
  m_lines->setContentsMargins(0, 0, 0, 0);
  m_lines->setSpacing(4);
  hide();
}

void FitWarningList::show(const garment::FitWarnings& warnings) {
  garment::FitWarnings sorted = warnings;
  std::ranges::stable_partition(sorted, showsInResult, &garment::FitWarning::concern);
  QStringList sentences;
  for (const garment::FitWarning& warning : sorted) sentences << QString::fromStdString(warning.sentence);
  if (std::exchange(m_shown, sentences) == sentences) return;
  while (QLayoutItem* item = m_lines->takeAt(0)) {
    delete item->widget();
    delete item;
  }
  for (const garment::FitWarning& warning : sorted) addLine(warning);
  setVisible(!sorted.empty());
}

void FitWarningList::addLine(const garment::FitWarning& warning) {
  auto* line = new QWidget(this);
  auto* row = new QHBoxLayout(line);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(7);
  auto* sign = new QLabel(line);
  const bool serious = showsInResult(warning.concern);
  sign->setPixmap(themeIcon(serious ? QStringLiteral("warning") : QStringLiteral("info")).pixmap(QSize(16, 16), devicePixelRatioF()));
  sign->setAccessibleName(serious ? tr("Warning") : tr("Hint"));
  auto* text = new QLabel(QString::fromStdString(warning.sentence), line);
  text->setObjectName(QStringLiteral("fitWarning"));
  text->setProperty(serious ? "serious" : "muted", true);
  text->setWordWrap(true);
  row->addWidget(sign, 0, Qt::AlignTop);
  row->addWidget(text, 1);
  m_lines->addWidget(line);
}

}  // namespace retailor::ui
