#pragma once

#include <QWidget>

#include "ui/controls/prompts.h"
#include "ui/window/open_document.h"

namespace retailor::ui {

// The References panel: a row per body region with the cards of its references, an Add button and a place to drop files. Each card shows what the method
// gets (the crop after its mask), its name, weight, and buttons: edit mask, place on photo, remove.
class ReferenceTray : public QWidget {
  Q_OBJECT

 public:
  ReferenceTray(OpenDocument& open, Prompts& prompts, QWidget* parent = nullptr);

  // Reads the files on a worker and adds each that is a picture; a sentence for each that is not.
  void addFiles(const QStringList& files, completion::BodyRegion region);

 Q_SIGNALS:
  void placementWanted(quint64 reference);   // show handles on the canvas
  void regionChosen(retailor::completion::BodyRegion region);  // the row the user works on: colours the mask overlay
  void failed(const QString& sentence);
};

}  // namespace retailor::ui
