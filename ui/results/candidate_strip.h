#pragma once

#include <QHash>
#include <QWidget>

#include "ui/canvas/canvas_view.h"
#include "ui/window/open_document.h"

class QLabel;
class QListWidget;
class QListWidgetItem;
class QPushButton;

namespace retailor::ui {

class Prompts;

// Below the canvas: one tile per candidate (thumbnail of the window, seed). Choosing one shows it in place on the canvas; Enter applies,
// Delete discards, arrows move.
class CandidateStrip : public QWidget {
  Q_OBJECT

 public:
  CandidateStrip(OpenDocument& open, CanvasView& canvas, QWidget* parent = nullptr);
  // Lets "Save recipe…" ask for a file; without it the menu does not offer that.
  void setPrompts(Prompts& prompts) { m_prompts = &prompts; }
  void select(document::Id candidate);
  document::Id selected() const;  // 0: none
  void applySelected();
  void discardSelected();

 Q_SIGNALS:
  void selectionChanged(bool any);
  void failed(const QString& sentence);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  QWidget* makeButtons();
  void followDocument();
  void heedChange(const document::DocumentChange& change);
  void showCandidates();
  QListWidgetItem* addTile(const document::StagedCandidate& candidate);
  void showSelected();
  void tookTile(document::Id candidate, QImage picture);
  int rowOf(document::Id candidate) const;
  const completion::Candidate* selectedCandidate() const;
  void openMenu(QPoint at);
  void copyRecipe();
  void saveRecipe();
  void useSettings();

  OpenDocument& m_open;
  CanvasView& m_canvas;
  Prompts* m_prompts = nullptr;
  QListWidget* m_tiles;
  QLabel* m_empty;
  QPushButton* m_apply;
  QPushButton* m_discard;
  QHash<document::Id, QIcon> m_icons;  // a tile is made once
  document::Id m_shown = 0;            // the candidate on the canvas
};

}  // namespace retailor::ui
