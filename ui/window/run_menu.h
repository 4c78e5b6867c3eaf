#pragma once

#include <QMenu>

#include "ui/canvas/canvas_view.h"
#include "ui/results/candidate_strip.h"
#include "ui/run/run_session.h"
#include "ui/window/action_table.h"

namespace retailor::ui {

// Run: generate, cancel, stop and keep, apply or discard the chosen result.
class RunMenu : public QMenu {
  Q_OBJECT

 public:
  RunMenu(OpenDocument& open, RunSession& session, CandidateStrip& strip, CanvasView& canvas, ActionTable& table, QWidget* window);

 private:
  void enable();

  OpenDocument& m_open;
  RunSession& m_session;
  QAction* m_start;
  QAction* m_cancel;
  QAction* m_keep;
  QAction* m_apply;
  QAction* m_discard;
};

}  // namespace retailor::ui
