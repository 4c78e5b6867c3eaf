#include "app/window/first_paint.h"

#include <unistd.h>
#include <QEvent>
#include <QFile>
#include <QTimer>
#include <ctime>

namespace retailor::app {

FirstPaint::FirstPaint(QWidget& widget) : QObject(&widget) { widget.installEventFilter(this); }

bool FirstPaint::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::Paint) {
    watched->removeEventFilter(this);
    // The next turn of the event loop comes after the whole window was painted and flushed.
    QTimer::singleShot(0, this, &FirstPaint::happened);
  }
  return false;
}

double millisecondsSinceProcessStart() {
  QFile stat(QStringLiteral("/proc/self/stat"));
  if (!stat.open(QIODevice::ReadOnly)) return 0;
  // proc(5): field 22, in clock ticks since boot; counted behind the program's name, which may hold spaces.
  const QByteArray text = stat.readAll();
  const double ticks = text.mid(text.lastIndexOf(')') + 2).split(' ').value(19).toDouble();
  timespec now{};
  clock_gettime(CLOCK_BOOTTIME, &now);
  return now.tv_sec * 1e3 + static_cast<double>(now.tv_nsec) / 1e6 - ticks * 1e3 / static_cast<double>(sysconf(_SC_CLK_TCK));
}

}  // namespace retailor::app
