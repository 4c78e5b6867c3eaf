#include "ui/run/run_panel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include "core/document/edits/change_settings_edit.h"
#include "core/document/edits/set_pose_edit.h"
#include "ui/controls/background.h"
#include "ui/controls/theme.h"
#include "ui/run/generate_readiness.h"
#include "ui/run/read_pose.h"
#include "ui/run/run_notes.h"
#include "ui/run/settings/settings_form.h"
#include "ui/run/stage_bar.h"

namespace retailor::ui {

namespace {

QLabel* sentenceLabel(const QString& name, QWidget* parent) {
  auto* label = new QLabel(parent);
  label->setObjectName(name);
  label->setProperty("muted", true);
  label->setWordWrap(true);
  return label;
}

void showSentence(QLabel* label, const QString& sentence) {
  label->setText(sentence);
  label->setVisible(!sentence.isEmpty());
}

}  // namespace

RunPanel::RunPanel(OpenDocument& open, RunSession& session, QWidget* parent)
    : QWidget(parent),
      m_open(open),
      m_session(session),
      m_form(new SettingsForm(this)),
      m_caption(sentenceLabel(QStringLiteral("runCaption"), this)),
      m_generate(new QPushButton(tr("Generate"), this)),
      m_sight(new QToolButton(this)),
      m_why(sentenceLabel(QStringLiteral("whyNotReady"), this)),
      m_models(new QPushButton(tr("Models…"), this)),
      m_stage(new StageBar(session, this)),
      m_notes(new RunNotes(this)) {
  setObjectName(QStringLiteral("runPanel"));
  addParts();
  m_readinessSoon.setSingleShot(true);
  m_readinessSoon.setInterval(120);
  connect(&m_readinessSoon, &QTimer::timeout, this, &RunPanel::showReadiness);
  connect(m_form, &SettingsForm::edited, this, &RunPanel::pushSettings);
  connect(m_form, &SettingsForm::poseChosen, this, &RunPanel::readPose);
  connect(m_form, &SettingsForm::poseRemoved, this, [this] { setPose({}); });
  connect(m_generate, &QPushButton::clicked, &m_session, &RunSession::start);
  connect(m_models, &QPushButton::clicked, this, &RunPanel::modelsWanted);
  connect(&m_open, &OpenDocument::documentReplaced, this, &RunPanel::followDocument);
  followSession();
  followDocument();
}

void RunPanel::setPrompts(Prompts& prompts) { m_form->setPrompts(prompts); }

void RunPanel::setSightAction(QAction* action) {
  m_sight->setDefaultAction(action);
  m_sight->setAccessibleName(action->text().remove(QLatin1Char('&')));
  m_sight->show();
}

QWidget* RunPanel::fieldOf(completion::Setting setting) { return m_form->fieldOf(setting); }

void RunPanel::addParts() {
  m_generate->setObjectName(QStringLiteral("generate"));
  m_generate->setProperty("primary", true);
  m_generate->setToolTip(tr("Complete the painted part (Ctrl+Enter)"));
  m_models->setObjectName(QStringLiteral("openModels"));
  m_models->setToolTip(tr("Open the preferences where models are found, checked and downloaded"));
  m_stage->setObjectName(QStringLiteral("stageBar"));
  m_notes->setObjectName(QStringLiteral("runNotes"));
  m_sight->setObjectName(QStringLiteral("openSight"));
  m_sight->setProperty("bordered", true);
  m_sight->setFocusPolicy(Qt::StrongFocus);
  m_sight->hide();
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(10, 8, 10, 10);
  column->setSpacing(8);
  auto* start = new QHBoxLayout;
  start->setSpacing(6);
  start->addWidget(m_generate, 1);
  start->addWidget(m_sight);
  column->addLayout(start);
  // What starts and shows a run stands first: it stays in sight when the settings below are scrolled away.
  for (QWidget* part : {static_cast<QWidget*>(m_why), static_cast<QWidget*>(m_models), static_cast<QWidget*>(m_stage),
                        static_cast<QWidget*>(m_notes), static_cast<QWidget*>(m_caption), static_cast<QWidget*>(m_form)})
    column->addWidget(part);
}

void RunPanel::followSession() {
  connect(&m_session, &RunSession::methodsLoaded, this, [this] {
    m_form->setMethods(m_session.methods());
    showReadiness();
  });
  connect(&m_session.watch(), &MethodWatch::changed, this, [this] {
    showModels();
    showReadiness();
  });
  connect(m_form, &SettingsForm::modelChosen, this, [this](const QString& path) {
    if (m_open.document() != nullptr) m_session.watch().choose(m_open.document()->state().settings.method, path);
  });
  connect(&m_session, &RunSession::runStarted, this, [this] {
    m_notes->clear();
    showRunning();
    bringIntoSight();
  });
  connect(&m_session, &RunSession::noted, m_notes, &RunNotes::addNote);
  connect(&m_session, &RunSession::failed, this, &RunPanel::showReadiness);
  connect(&m_session, &RunSession::runFinished, this, &RunPanel::showAtRest);
  m_form->setMethods(m_session.methods());
}

// Qt gives the focus of a widget that hides to whatever comes next, and the column would scroll there: so it is handed on before.
void RunPanel::showRunning() {
  m_stage->show();
  if (window()->focusWidget() == m_generate || window()->focusWidget() == m_sight) m_stage->setFocus();
  for (QWidget* part :
       {static_cast<QWidget*>(m_generate), static_cast<QWidget*>(m_sight), static_cast<QWidget*>(m_why), static_cast<QWidget*>(m_models)})
    part->hide();
}

void RunPanel::showAtRest() {
  m_generate->show();
  m_sight->setVisible(m_sight->defaultAction() != nullptr);
  showReadiness();
  const QWidget* focus = window()->focusWidget();
  if (focus == m_stage || m_stage->isAncestorOf(focus)) (m_generate->isEnabled() ? static_cast<QWidget*>(m_generate) : this)->setFocus();
  m_stage->hide();
}

// The panel lies in a column that scrolls; a run has to be seen, and its Cancel reached, without searching.
void RunPanel::bringIntoSight() {
  for (QWidget* above = parentWidget(); above != nullptr; above = above->parentWidget())
    if (auto* column = qobject_cast<QScrollArea*>(above)) {
      layout()->activate();
      column->ensureWidgetVisible(m_stage);
    }
}

void RunPanel::followDocument() {
  m_notes->clear();
  m_form->setEnabled(m_open.document() != nullptr);
  if (m_open.document() != nullptr) connect(m_open.document(), &document::Document::changed, this, &RunPanel::heedChange);
  showSettings();
  showPose();
  showReadiness();
}

void RunPanel::heedChange(const document::DocumentChange& change) {
  using What = document::DocumentChange::What;
  if (change.what == What::Settings) showSettings();
  if (change.what == What::Pose) showPose();
  if (change.what == What::Settings || change.what == What::Pose || change.what == What::References || change.what == What::Mask ||
      change.what == What::Regions)
    m_readinessSoon.start();
}

void RunPanel::pushSettings(const completion::CompletionSettings& settings) {
  document::Document* document = m_open.document();
  if (document != nullptr) document->undoStack().push(new document::ChangeSettingsEdit(*document, settings));
}

void RunPanel::readPose(const QString& file) {
  inBackground<Result<completion::PosePicture>>(
      this, [file] { return ui::readPose(file); },
      [this, asked = QPointer(m_open.document())](Result<completion::PosePicture> pose) {
        if (asked == nullptr || asked != m_open.document()) return;  // not for a document closed meanwhile
        if (pose)
          setPose(std::move(pose).value());
        else
          m_notes->addNote(QString::fromStdString(pose.failure().sentence));
      });
}

void RunPanel::setPose(completion::PosePicture pose) {
  document::Document* document = m_open.document();
  if (document != nullptr) document->undoStack().push(new document::SetPoseEdit(*document, std::move(pose)));
}

void RunPanel::showPose() {
  const bool has = m_open.document() != nullptr && m_open.document()->state().pose.picture != nullptr;
  m_form->setPose(has ? QString::fromStdString(m_open.document()->state().pose.name) : QString());
}

void RunPanel::showSettings() {
  m_form->setSettings(m_open.document() != nullptr ? m_open.document()->state().settings : completion::CompletionSettings{});
  showModels();
}

void RunPanel::showModels() {
  const MethodState* state = m_open.document() != nullptr ? m_session.watch().stateOf(m_open.document()->state().settings.method) : nullptr;
  state != nullptr ? m_form->setModels(state->models, state->chosen) : m_form->setModels({}, {});
}

void RunPanel::showReadiness() {
  showSentence(m_caption, captionWithoutReferences(m_open));
  if (m_session.running()) return;
  const Obstacle obstacle = obstacleTo(m_open, m_session);
  m_generate->setEnabled(obstacle.sentence.isEmpty());
  showSentence(m_why, obstacle.sentence);
  m_why->setToolTip(obstacle.detail);
  m_models->setVisible(obstacle.isMissingModel);
}

}  // namespace retailor::ui
