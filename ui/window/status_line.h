#pragma once

#include <QLabel>
#include <QStatusBar>
#include <QTimer>

#include "ui/canvas/canvas_view.h"
#include "ui/run/run_session.h"
#include "ui/window/open_document.h"

namespace retailor::ui {

// The bottom line: what goes on (phase, elapsed and remaining time), photo size, pointer, zoom, device, memory in use.
class StatusLine : public QStatusBar {
  Q_OBJECT

 public:
  StatusLine(OpenDocument& open, CanvasView& canvas, RunSession& session, QWidget* parent = nullptr);

  void showBusy(const QString& what);  // opening, saving, working on the mask; empty: over

 private:
  QLabel* addField(const QString& name, const QString& accessibleName, int width);
  void followRun(RunSession& session);
  void showPhoto(const OpenDocument& open);
  void showDevice(const OpenDocument& open);
  void showMemory();

  OpenDocument& m_open;
  QLabel* m_phase;
  QLabel* m_references;  // of the run that goes: how many were cached
  QLabel* m_time;
  QLabel* m_pointer;
  QLabel* m_photo;
  QLabel* m_zoom;
  QLabel* m_device;
  QLabel* m_memory;
  QTimer m_memoryTimer;
};

// "0:07", "12:30".
QString clockTime(double seconds);

}  // namespace retailor::ui
