#pragma once

#include <QWidget>
#include <optional>

#include "core/completion/body_region.h"

namespace retailor::ui {

// Lies over the window while a picture is dragged above it: labelled zones "Open as photo" and the body regions; with Ctrl held one zone "Use as mask".
// Hidden otherwise. Accepts local files and pictures (a dragged picture is saved to a temporary file first).
class DropZones : public QWidget {
  Q_OBJECT

 public:
  explicit DropZones(QWidget* window);  // watches the window's drag events and covers it

 Q_SIGNALS:
  void droppedAsPhoto(const QString& file);
  void droppedAsMask(const QString& file);
  void droppedAsReference(const QStringList& files, retailor::completion::BodyRegion region);
};

}  // namespace retailor::ui
