#pragma once

#include <QMetaObject>
#include <QPointer>
#include <memory>

namespace retailor::ui {

template <class T>
void inBackground(QObject* context, std::function<T()> work, std::function<void(T)> done, QThreadPool* threads) {
  // The relay lives on the main thread: the pool thread never touches `context`, which may be destroyed meanwhile.
  auto* relay = new QObject;
  const QPointer<QObject> receiver(context);
  threads->start([relay, receiver, work = std::move(work), done = std::move(done)] {
    auto value = std::make_shared<T>(work());
    QMetaObject::invokeMethod(relay, [relay, receiver, value, done] {
      relay->deleteLater();
      if (receiver) done(std::move(*value));
    });
  });
}

}  // namespace retailor::ui
