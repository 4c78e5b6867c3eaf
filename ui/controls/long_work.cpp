#include "ui/controls/long_work.h"

namespace retailor::ui {

// Waits, when the program ends, for what was asked to stop.
QThreadPool* LongWork::threads() {
  static QThreadPool pool;
  return &pool;
}

}  // namespace retailor::ui
