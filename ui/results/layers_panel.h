#pragma once

#include <QWidget>

#include "ui/window/open_document.h"

namespace retailor::ui {

// The Layers panel: accepted results, top first, the locked photo lowest; eye, name, opacity, up, down, remove; all undoable.
class LayersPanel : public QWidget {
  Q_OBJECT

 public:
  explicit LayersPanel(OpenDocument& open, QWidget* parent = nullptr);
};

}  // namespace retailor::ui
