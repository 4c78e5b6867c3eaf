#pragma once

#include <QObject>

#include "ui/controls/long_work.h"
#include "ui/controls/prompts.h"
#include "ui/window/open_document.h"

namespace retailor::ui {

// Writes the parts marked on the photo into a folder: an index picture with its sidecar, and a mask for each. On a worker. Main thread.
class PartsExport : public QObject {
  Q_OBJECT

 public:
  PartsExport(OpenDocument& open, Prompts& prompts, QWidget* window);

  void ask();  // where to, then write
  void write(const QString& folder);

 Q_SIGNALS:
  void busyChanged(bool busy);
  void failed(const QString& sentence);
  void noted(const QString& sentence);

 private:
  OpenDocument& m_open;
  Prompts& m_prompts;
  QWidget* m_window;
  LongWork m_work;
};

}  // namespace retailor::ui
