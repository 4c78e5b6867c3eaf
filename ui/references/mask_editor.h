#pragma once

#include <QDialog>
#include <memory>

#include "core/completion/tagged_reference.h"
#include "ui/controls/prompts.h"
#include "ui/references/mask_canvas.h"
#include "ui/references/mask_finder.h"

class QBoxLayout;
class QDialogButtonBox;
class QLabel;
class QPushButton;
class QSlider;
class QToolButton;

namespace retailor::ui {

// Chooses which part of a reference counts: brush, eraser, a box that finds the object inside it, ellipse, smart scissors, wand, scribbles,
// a mask or parsing map from a file, a human parser, invert, the whole picture; with its own undo. Works on a copy; OK tells the mask. What
// takes longer than a frame happens on a worker, and closing stops it.
class MaskEditor : public QDialog {
  Q_OBJECT

 public:
  // Without `prompts` no file can be asked for; without those and `parsers` no parser is offered.
  explicit MaskEditor(const completion::TaggedReference& reference, QWidget* parent = nullptr, Prompts* prompts = nullptr,
                      ParserSource parsers = {});

  void accept() override;

 Q_SIGNALS:
  // Null when the whole picture counts.
  void maskChosen(std::shared_ptr<const retailor::mask::Mask> mask, const QString& sha256);
  void modelFoldersWanted();

 private:
  void addParts();
  QBoxLayout* tools();
  QBoxLayout* actions();
  QBoxLayout* brushSize();
  QToolButton* toolButton(const char* icon, const char* name, const QString& text);
  void preparePicture();
  void showSteps();
  void take(const mask::Mask& found, MaskFinder::Joins how);
  void tell(const QString& sentence);
  void setBusy(bool busy);
  void useWholePicture();

  completion::TaggedReference m_reference;
  MaskCanvas* m_canvas;
  QToolButton* m_undo = nullptr;
  QToolButton* m_redo = nullptr;
  QSlider* m_size = nullptr;
  QLabel* m_sentence;
  QDialogButtonBox* m_answer;
  QPushButton* m_use = nullptr;
  MaskFinder* m_finder;
};

}  // namespace retailor::ui
