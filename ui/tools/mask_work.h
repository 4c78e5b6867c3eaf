#pragma once

#include <QObject>
#include <QPointer>
#include <functional>

#include "core/result.h"
#include "ui/window/open_document.h"

namespace retailor::ui {

// What the mask becomes inside a rectangle of the photo.
struct MaskPatch {
  image::Rect where;
  mask::Mask coverage;  // where's size
};

// Changes of the mask that take longer than a frame: worked out on a pool thread from a snapshot of the document, then pushed as one edit. One at
// a time. If the mask was changed meanwhile, the work is done again on the new one, so that no stroke is lost. Main thread.
class MaskWork : public QObject {
  Q_OBJECT

 public:
  using Maker = std::function<Result<MaskPatch>(const document::DocumentState&)>;

  explicit MaskWork(OpenDocument& open, QObject* parent = nullptr);

  bool busy() const { return m_make != nullptr; }
  void start(const QString& label, Maker make);  // ignored while busy or without a document
  // At once, on this thread: for small patches.
  void apply(const QString& label, const MaskPatch& patch);

 Q_SIGNALS:
  void busyChanged(bool busy);
  void failed(const QString& sentence);

 private:
  void run();
  void take(Result<MaskPatch> made);
  void end();

  OpenDocument& m_open;
  QPointer<document::Document> m_document;
  QString m_label;
  Maker m_make;
  bool m_outdated = false;
};

}  // namespace retailor::ui
