#pragma once

#include <QDialog>

#include "ui/controls/prompts.h"
#include "ui/window/open_document.h"

namespace retailor::ui {

// Export: file, format with its options (quality, 8 or 16 bit as the photo is), metadata (keep all, strip location, strip all), mark as generated, embed the
// recipe. Writes on a worker with progress; the window stays usable; failure is one sentence and leaves nothing behind.
class ExportDialog : public QDialog {
  Q_OBJECT

 public:
  ExportDialog(OpenDocument& open, Prompts& prompts, QWidget* parent = nullptr);

 Q_SIGNALS:
  void exported(const QString& file);
};

}  // namespace retailor::ui
