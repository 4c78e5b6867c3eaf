#pragma once

#include <QObject>
#include <vector>

#include "core/mask/shapes.h"
#include "ui/fitting/current_fit.h"
#include "ui/fitting/fit_guide.h"
#include "ui/fitting/fit_handles.h"
#include "ui/fitting/fit_panel.h"
#include "ui/fitting/mark_tool.h"

namespace retailor::ui {

class CanvasView;
class ToolBox;

// Leads through fitting a garment: mark what the person wears (one click proposes it), correct that with the usual tools, drag the pins.
// Brings canvas, tools, guide and panel into line with the step. Main thread.
class GarmentFitting : public QObject {
  Q_OBJECT

 public:
  GarmentFitting(OpenDocument& open, CanvasView& canvas, ToolBox& tools, QObject* parent = nullptr);

  // For the window to lay out.
  FitGuide* guide() { return m_guide; }
  FitPanel* panel() { return m_panel; }
  CurrentFit& current() { return m_fit; }
  FitHandles& handles() { return m_handles; }

  enum class Step { None, Click, Correct, Pins };
  Step step() const { return m_step; }

  void fit(document::Id reference);  // makes it a fitted one where it is not, and begins with whatever step is missing
  void finish();

 Q_SIGNALS:
  void stepChanged();  // the panel is of use in step Pins
  void noted(const QString& sentence);
  void failed(const QString& sentence);

 private:
  void introduce();
  void follow();
  void heed(const document::DocumentChange& change);
  void enter(Step step);
  void showStep();
  void goOn();  // from marking
  void cancelMarking();
  void guestLeft();
  void mark(const document::PaintTarget& target);
  void tellPin();
  void offerPinMenu(std::size_t pin);
  void propose(QPointF at, bool outside);
  void takeMask();
  void noteOthers();
  void unfit();
  bool hasMark(const document::PaintTarget& target) const;
  completion::BodyRegion tagOf(document::Id reference) const;

  OpenDocument& m_open;
  CanvasView& m_canvas;
  const QString m_canvasName;  // for screen readers, while no pin is at hand
  ToolBox& m_tools;
  CurrentFit m_fit;
  FitHandles m_handles;
  MarkTool m_markTool;
  FitGuide* m_guide;
  FitPanel* m_panel;
  std::shared_ptr<VisiblePicture> m_picture = std::make_shared<VisiblePicture>();
  Step m_step = Step::None;
  document::Id m_id = 0;                         // being fitted; 0 in no step
  document::PaintTarget m_target;                // being marked
  bool m_marked = false;                         // whether anything is, as the guide shows it
  std::vector<mask::Point> m_inside, m_outside;  // clicks of the proposal
  bool m_byClicks = false;                       // what was proposed is being corrected by more of them
};

}  // namespace retailor::ui
