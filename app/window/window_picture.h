#pragma once

#include <QElapsedTimer>
#include <QTimer>

#include "ui/window/main_window.h"

namespace retailor::app {

// --screenshot: waits until the window has been settled for a while, saves its picture and ends the program; exit code 1 when that fails.
class WindowPicture : public QObject {
  Q_OBJECT

 public:
  WindowPicture(ui::MainWindow& window, const QString& file);

 private:
  void look();
  void save();

  ui::MainWindow& m_window;
  QString m_file;
  QTimer m_look;
  QElapsedTimer m_settled;
};

}  // namespace retailor::app
