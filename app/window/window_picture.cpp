#include "app/window/window_picture.h"

#include <QApplication>
#include <QTextStream>

namespace retailor::app {

namespace {

constexpr int lookEvery = 50, settledFor = 700;  // ms; thumbnails of the panels come a little after the canvas

}  // namespace

WindowPicture::WindowPicture(ui::MainWindow& window, const QString& file) : QObject(&window), m_window(window), m_file(file) {
  window.setWindowState(Qt::WindowNoState);
  window.resize(1600, 1000);
  connect(&m_look, &QTimer::timeout, this, &WindowPicture::look);
  m_look.start(lookEvery);
}

void WindowPicture::look() {
  if (!m_window.settled() || m_window.session().methods().empty()) return m_settled.invalidate();
  if (!m_settled.isValid()) m_settled.start();
  if (m_settled.elapsed() >= settledFor) save();
}

void WindowPicture::save() {
  m_look.stop();
  const bool saved = m_window.grab().save(m_file, "PNG");
  if (!saved)
    QTextStream(stderr) << tr("The picture of the window could not be written to %1; choose a folder that can be written.").arg(m_file)
                        << Qt::endl;
  QApplication::exit(saved ? 0 : 1);
}

}  // namespace retailor::app
