#pragma once

#include <QMetaObject>
#include <QPointer>
#include <memory>
#include <utility>

namespace retailor::ui {

template <class T>
void inBackground(QObject* context, std::function<T()> work, std::function<void(T)> done, QThreadPool* threads) {
  // The relay lives on the main thread: the pool thread never touches `context`, which may be destroyed meanwhile. It goes with the call
  // that it carries, also when the program ends before the call is made.
  auto relay = std::make_shared<QObject>();
  const QPointer<QObject> receiver(context);
  threads->start([relay = std::move(relay), receiver, work = std::move(work), done = std::move(done)]() mutable {
    auto value = std::make_shared<T>(work());
    QObject* const onMainThread = relay.get();
    QMetaObject::invokeMethod(onMainThread, [relay = std::move(relay), receiver, value, done] {
      if (receiver) done(std::move(*value));
    });
  });
}

}  // namespace retailor::ui
