#pragma once

#include <QObject>
#include <QThreadPool>
#include <functional>

namespace retailor::ui {

// Runs `work` on a pool thread, then `done` with its value on the main thread, unless `context` is gone by then. For reading, writing and
// converting pictures: whatever takes longer than a frame. Runs of completion methods go through RunSession instead.
template <class T>
void inBackground(QObject* context, std::function<T()> work, std::function<void(T)> done,
                  QThreadPool* threads = QThreadPool::globalInstance());

}  // namespace retailor::ui

#include "ui/controls/background_impl.h"
