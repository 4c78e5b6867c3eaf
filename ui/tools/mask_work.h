#pragma once

#include <QObject>
#include <QPointer>
#include <functional>

#include "core/document/edits/mark_region.h"
#include "core/result.h"
#include "ui/window/open_document.h"

namespace retailor::ui {

// What the mask becomes inside a rectangle of the photo.
struct MaskPatch {
  image::Rect where;
  mask::Mask coverage;  // where's size
};

// Changes of the mask (or of a marked region) that take longer than a frame: worked out on a pool thread from a snapshot of the document,
// then pushed as one edit. One at a time. If the coverage was changed meanwhile, the work is done again on the new one, so that no stroke
// is lost. Main thread.
class MaskWork : public QObject {
  Q_OBJECT

 public:
  // Gets the document and, of it, the coverage to change.
  using Maker = std::function<Result<MaskPatch>(const document::DocumentState& state, const mask::Mask& old)>;

  explicit MaskWork(OpenDocument& open, QObject* parent = nullptr);

  void setSharing(document::Sharing sharing) { m_sharing = sharing; }  // of the regions that are marked
  bool busy() const { return m_make != nullptr; }
  // Ignored while busy or without a document.
  void start(const QString& label, const document::PaintTarget& target, Maker make);
  // At once, on this thread: for small patches.
  void apply(const QString& label, const document::PaintTarget& target, const MaskPatch& patch);

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
  document::PaintTarget m_target;
  Maker m_make;
  bool m_outdated = false;
  document::Sharing m_sharing = document::Sharing::TakesOver;
};

}  // namespace retailor::ui
