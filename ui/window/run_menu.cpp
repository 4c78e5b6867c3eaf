#include "ui/window/run_menu.h"

namespace retailor::ui {

RunMenu::RunMenu(OpenDocument& open, RunSession& session, CandidateStrip& strip, CanvasView& canvas, ActionTable& table, QWidget* window)
    : QMenu(tr("&Run"), window), m_open(open), m_session(session) {
  setObjectName(QStringLiteral("runMenu"));
  const auto add = [&](const char* name, const QString& text, const QKeySequence& keys, const char* icon) {
    QAction* action = table.add(QString::fromLatin1(name), text, tr("Run"), keys, QString::fromLatin1(icon));
    addAction(action);
    return action;
  };
  m_start = add("run_start", tr("&Generate"), QKeySequence(Qt::CTRL | Qt::Key_Return), "run");
  m_cancel = add("run_cancel", tr("&Cancel"), QKeySequence(Qt::Key_Escape), "stop");
  m_keep = add("run_keep", tr("Stop and &keep this"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Return), "keep");
  addSeparator();
  m_apply = add("run_apply", tr("&Apply the result"), QKeySequence(Qt::Key_Return), "check");
  m_discard = add("run_discard", tr("&Discard the result"), QKeySequence(Qt::Key_Delete), "remove");
  // Enter and Delete mean this only on the canvas; elsewhere they belong to the field or button in focus. The strip hears them itself.
  for (QAction* action : {m_apply, m_discard}) {
    action->setShortcutContext(Qt::WidgetShortcut);
    action->setEnabled(false);
    canvas.addAction(action);
  }
  connect(m_start, &QAction::triggered, &canvas, &CanvasView::finishGesture);
  connect(m_start, &QAction::triggered, &session, &RunSession::start);
  connect(m_cancel, &QAction::triggered, &session, &RunSession::cancel);
  connect(m_keep, &QAction::triggered, &session, &RunSession::keepNow);
  connect(m_apply, &QAction::triggered, &strip, &CandidateStrip::applySelected);
  connect(m_discard, &QAction::triggered, &strip, &CandidateStrip::discardSelected);
  connect(&strip, &CandidateStrip::selectionChanged, this, [this](bool any) {
    m_apply->setEnabled(any);
    m_discard->setEnabled(any);
  });
  for (const auto news : {&RunSession::methodsLoaded, &RunSession::runStarted, &RunSession::runFinished})
    connect(&session, news, this, &RunMenu::enable);
  connect(&open, &OpenDocument::documentReplaced, this, &RunMenu::enable);
  connect(&session.watch(), &MethodWatch::changed, this, &RunMenu::enable);
  enable();
}

void RunMenu::enable() {
  m_start->setEnabled(m_open.document() && !m_session.running() && !m_session.methods().empty());
  m_cancel->setEnabled(m_session.running());
  m_keep->setEnabled(m_session.running());
}

}  // namespace retailor::ui
