#pragma once

#include <QDialog>
#include <memory>
#include <stop_token>

#include "core/completion/tagged_reference.h"
#include "core/result.h"
#include "ui/controls/prompts.h"
#include "ui/references/mask_canvas.h"

class QBoxLayout;
class QDialogButtonBox;
class QLabel;
class QPushButton;
class QSlider;
class QToolButton;

namespace retailor::ui {

// Chooses which part of a reference counts: brush, eraser, a box that finds the object inside it, ellipse, smart scissors, wand, scribbles,
// a mask or parsing map from a file, invert, the whole picture; with its own undo. Works on a copy; OK tells the mask. What takes longer
// than a frame happens on a worker, and closing stops it.
class MaskEditor : public QDialog {
  Q_OBJECT

 public:
  // Without `prompts` no file can be asked for.
  explicit MaskEditor(const completion::TaggedReference& reference, QWidget* parent = nullptr, Prompts* prompts = nullptr);
  ~MaskEditor() override;

  void accept() override;

 Q_SIGNALS:
  // Null when the whole picture counts.
  void maskChosen(std::shared_ptr<const retailor::mask::Mask> mask, const QString& sha256);

 private:
  void addParts();
  QBoxLayout* tools();
  QBoxLayout* actions();
  QBoxLayout* brushSize();
  QToolButton* modeButton(MaskCanvas::Mode mode, const QString& icon, const QString& name, const QString& text, const QKeySequence& key);
  QToolButton* actionButton(const QString& icon, const QString& name, const QString& text, const QKeySequence& key,
                            void (MaskEditor::*action)());
  void preparePicture();
  void showSteps();
  void findObject(const QRect& box);
  void tookObject(Result<mask::Mask> found);
  void findSimilar(QPoint at, bool takesAway);
  void findScribbled();
  void askForFile();
  void finding(const QString& sentence);
  void tell(const QString& sentence);
  void setBusy(bool busy);
  void useWholePicture();
  void invert() { m_canvas->invert(); }
  void undo() { m_canvas->undo(); }
  void redo() { m_canvas->redo(); }

  completion::TaggedReference m_reference;
  MaskCanvas* m_canvas;
  QToolButton* m_undo = nullptr;
  QToolButton* m_redo = nullptr;
  QSlider* m_size = nullptr;
  QLabel* m_sentence;
  QDialogButtonBox* m_answer;
  QPushButton* m_use = nullptr;
  Prompts* m_prompts;
  std::stop_source m_stop;
};

}  // namespace retailor::ui
