// The context menu of the candidate strip: what can be done with a result's recipe.
#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QListWidget>
#include <QMenu>
#include <filesystem>
#include <span>

#include "core/completion/recipe.h"
#include "core/document/edits/change_settings_edit.h"
#include "core/image/write_photo.h"
#include "ui/controls/prompts.h"
#include "ui/results/candidate_strip.h"

namespace retailor::ui {

void CandidateStrip::openMenu(QPoint at) {
  if (selectedCandidate() == nullptr) return;
  auto* menu = new QMenu(this);
  menu->setObjectName(QStringLiteral("candidateMenu"));
  menu->setAttribute(Qt::WA_DeleteOnClose);
  menu->addAction(tr("Apply"), this, &CandidateStrip::applySelected);
  menu->addAction(tr("Discard"), this, &CandidateStrip::discardSelected);
  menu->addSeparator();
  menu->addAction(tr("Use these settings"), this, &CandidateStrip::useSettings)->setObjectName(QStringLiteral("useSettings"));
  menu->addAction(tr("Copy recipe"), this, &CandidateStrip::copyRecipe)->setObjectName(QStringLiteral("copyRecipe"));
  if (m_prompts != nullptr)
    menu->addAction(tr("Save recipe…"), this, &CandidateStrip::saveRecipe)->setObjectName(QStringLiteral("saveRecipe"));
  menu->popup(m_tiles->viewport()->mapToGlobal(at));
}

void CandidateStrip::copyRecipe() {
  if (const auto* candidate = selectedCandidate())
    QApplication::clipboard()->setText(QString::fromStdString(completion::toJson(candidate->recipe)));
}

void CandidateStrip::saveRecipe() {
  const completion::Candidate* candidate = selectedCandidate();
  if (candidate == nullptr) return;
  const std::string json = completion::toJson(candidate->recipe);
  const QString suggestion = QStringLiteral("recipe-%1.json").arg(candidate->recipe.settings.seed);
  const QString file = m_prompts->saveFile(this, tr("Save recipe"), suggestion, tr("Recipes (*.json)"));
  if (file.isEmpty()) return;
  const auto written = image::writeWhole(std::filesystem::path(QFile::encodeName(file).toStdString()), std::as_bytes(std::span(json)));
  if (!written) Q_EMIT failed(QString::fromStdString(written.failure().sentence));
}

// The next run makes this result again, if photo, mask and references are still the same.
void CandidateStrip::useSettings() {
  const completion::Candidate* candidate = selectedCandidate();
  if (candidate == nullptr) return;
  document::Document& document = *m_open.document();
  document.undoStack().push(new document::ChangeSettingsEdit(document, candidate->recipe.settings));
}

}  // namespace retailor::ui
