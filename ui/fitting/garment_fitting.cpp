#include "ui/fitting/garment_fitting.h"

#include <QMenu>
#include <utility>

#include "core/document/edits/change_mask_edit.h"
#include "core/document/edits/mark_region.h"
#include "core/mask/propose_region.h"
#include "ui/canvas/canvas_view.h"
#include "ui/controls/target_look.h"
#include "ui/fitting/fit_words.h"
#include "ui/tools/tool_box.h"

namespace retailor::ui {

using completion::BodyRegion;
using document::PaintTarget;

namespace {

mask::RegionPrior priorOf(BodyRegion region) {
  switch (region) {
    case BodyRegion::Face: return mask::RegionPrior::Face;
    case BodyRegion::Hair: return mask::RegionPrior::Hair;
    case BodyRegion::LowerClothes: return mask::RegionPrior::LowerClothes;
    case BodyRegion::WholeBody: return mask::RegionPrior::WholeBody;
    case BodyRegion::Shoes: return mask::RegionPrior::Shoes;
    default: return mask::RegionPrior::UpperClothes;
  }
}

struct FittingWords {
  Q_DECLARE_TR_FUNCTIONS(GarmentFitting)
};

// In the middle of "Click the … that the person wears."
QString garmentWord(BodyRegion region) {
  switch (region) {
    case BodyRegion::LowerClothes: return FittingWords::tr("trousers or skirt");
    case BodyRegion::WholeBody: return FittingWords::tr("dress or clothes");
    default: return FittingWords::tr("top");
  }
}

// Both hide in the end: the focus must not then fall to whatever comes next.
bool holdsFocus(const QWidget& part) { return part.isAncestorOf(part.window()->focusWidget()); }

}  // namespace

GarmentFitting::GarmentFitting(OpenDocument& open, CanvasView& canvas, ToolBox& tools, QObject* parent)
    : QObject(parent),
      m_open(open),
      m_canvas(canvas),
      m_canvasName(canvas.accessibleName()),
      m_tools(tools),
      m_fit(open),
      m_handles(m_fit),
      m_guide(new FitGuide),
      m_panel(new FitPanel(m_fit, m_handles)) {
  introduce();
  connect(&open, &OpenDocument::documentReplaced, this, &GarmentFitting::follow);
  follow();
}

void GarmentFitting::introduce() {
  connect(&m_markTool, &MarkTool::clicked, this, &GarmentFitting::propose);
  connect(m_guide, &FitGuide::doneWanted, this, [this] { m_step == Step::Pins ? finish() : goOn(); });
  connect(m_guide, &FitGuide::clickWanted, this, [this] {
    m_byClicks = !m_inside.empty();
    enter(Step::Click);
  });
  connect(m_guide, &FitGuide::paintWanted, this, [this] { enter(Step::Correct); });
  connect(m_guide, &FitGuide::maskWanted, this, &GarmentFitting::takeMask);
  connect(m_guide, &FitGuide::cancelWanted, this, &GarmentFitting::cancelMarking);
  connect(m_panel, &FitPanel::markWanted, this, [this] { mark(PaintTarget::wornAt(tagOf(m_id))); });
  connect(m_panel, &FitPanel::inFrontWanted, this, [this] { mark(PaintTarget::inFront()); });
  connect(m_panel, &FitPanel::unfitWanted, this, &GarmentFitting::unfit);
  // Queued: these tools say so from within their own code.
  connect(&m_handles, &FitHandles::finished, this, &GarmentFitting::finish, Qt::QueuedConnection);
  connect(&m_markTool, &MarkTool::givenUp, this, &GarmentFitting::cancelMarking, Qt::QueuedConnection);
  connect(&m_handles, &FitHandles::currentPinChanged, this, &GarmentFitting::tellPin);
  connect(&m_handles, &FitHandles::pinMenuWanted, this, &GarmentFitting::offerPinMenu);
  connect(&m_canvas, &CanvasView::guestLeft, this, &GarmentFitting::guestLeft);
  connect(&m_fit, &CurrentFit::failed, this, &GarmentFitting::failed);
  connect(&m_fit, &CurrentFit::ended, this, [this] {
    if (m_step == Step::Pins) finish();
  });
  connect(&m_fit, &CurrentFit::busyChanged, m_guide, [this](bool busy) { m_guide->setBusy(busy ? tr("Fitting…") : QString()); });
  connect(&m_tools.work(), &MaskWork::busyChanged, m_guide, [this](bool busy) { m_guide->setBusy(busy ? tr("Looking…") : QString()); });
  connect(&m_tools.settings(), &ToolSettings::targetChanged, this, [this] {
    m_canvas.setPaintTarget(m_tools.settings().target());
    // Whoever chooses another target has left the marking.
    if (m_step == Step::Correct && m_tools.settings().target() != m_target) finish();
  });
}

void GarmentFitting::follow() {
  finish();
  m_tools.settings().setTarget({});
  if (m_open.document()) connect(m_open.document(), &document::Document::changed, this, &GarmentFitting::heed);
}

void GarmentFitting::heed(const document::DocumentChange& change) {
  using What = document::DocumentChange::What;
  if (m_step == Step::None) return;
  if (change.what == What::References && !m_open.document()->reference(m_id)) return finish();
  if (change.what != What::Regions) return;
  if (m_step == Step::Click && !m_byClicks && change.target == m_target && hasMark(m_target))
    enter(Step::Correct);  // proposed
  else if (m_step == Step::Correct && hasMark(m_target) != m_marked)
    showStep();
}

BodyRegion GarmentFitting::tagOf(document::Id reference) const {
  const document::Reference* found = m_open.document() ? m_open.document()->reference(reference) : nullptr;
  return found ? found->tagged.region : BodyRegion::Anything;
}

bool GarmentFitting::hasMark(const PaintTarget& target) const {
  return m_open.document() && document::markedIn(m_open.document()->state().regions, target) != nullptr;
}

void GarmentFitting::fit(document::Id reference) {
  document::Document* document = m_open.document();
  if (!document || !completion::garmentRow(tagOf(reference))) return;
  finish();
  document::Reference fitted = *document->reference(reference);
  if (!fitted.tagged.fit) {
    fitted.tagged.fit.emplace();
    document->undoStack().push(
        new document::ChangeReferenceEdit(*document, fitted, document::ReferenceAspect::Fit, tr("Fit to the person")));
  }
  m_id = reference;
  if (wornIsMarked(document->state().regions, tagOf(reference)))
    enter(Step::Pins);
  else
    mark(PaintTarget::wornAt(tagOf(reference)));
  noteOthers();
}

// Two garments in one place are rarely meant.
void GarmentFitting::noteOthers() {
  for (const document::Reference& other : m_open.document()->state().references) {
    const bool same = other.id != m_id && completion::isFitted(other.tagged) && other.tagged.region == tagOf(m_id);
    if (same)
      return Q_EMIT noted(
          tr("%1 is fitted to the same place. Set its weight to 0 % to leave it out.").arg(QString::fromStdString(other.tagged.name)));
  }
}

void GarmentFitting::mark(const PaintTarget& target) {
  m_target = target;
  m_inside.clear();
  m_outside.clear();
  m_byClicks = false;
  const bool canClick = target.what == PaintTarget::What::Region;
  enter(canClick && !hasMark(target) ? Step::Click : Step::Correct);
}

void GarmentFitting::finish() { enter(Step::None); }

// The step is set first: what the canvas and the tools tell on the way then finds it.
void GarmentFitting::enter(Step step) {
  const Step before = std::exchange(m_step, step);
  if (before == Step::None && step == Step::None) return;
  if (step == Step::None) m_id = 0;
  const bool marking = step == Step::Click || step == Step::Correct;
  if (marking)
    m_tools.settings().setTarget(m_target);
  else if (m_tools.settings().target() == m_target)
    m_tools.settings().setTarget({});  // unless the user chose another
  Tool* const guest = step == Step::Click ? static_cast<Tool*>(&m_markTool) : step == Step::Pins ? &m_handles : nullptr;
  m_canvas.setGuest(guest);
  if (step == Step::Correct && m_tools.options() == ToolBox::Options::None) m_tools.toolActions().first()->trigger();
  if (step == Step::Pins) {
    m_canvas.clearPreview();
    m_fit.begin(m_id);
  } else {
    m_fit.end();
  }
  if (step != Step::None || holdsFocus(*m_guide) || holdsFocus(*m_panel)) m_canvas.setFocus();
  showStep();
  Q_EMIT stepChanged();
}

void GarmentFitting::showStep() {
  m_marked = hasMark(m_target);
  switch (m_step) {
    case Step::None: return m_guide->hide();
    case Step::Click:
      if (m_byClicks) return m_guide->showClickMore();
      return m_guide->showClick(garmentWord(m_target.region), !m_open.document()->mask().isEmpty());
    case Step::Correct: {
      const bool garment = m_target.what == PaintTarget::What::Region;
      return m_guide->showCorrect(targetTitle(m_target), garment, !garment || m_marked);
    }
    case Step::Pins: return m_guide->showPins();
  }
}

void GarmentFitting::goOn() {
  if (wornIsMarked(m_open.document()->state().regions, tagOf(m_id)))
    enter(Step::Pins);
  else
    finish();
}

// Back to the pins, if there were any to come back to.
void GarmentFitting::cancelMarking() { goOn(); }

// Another tool was chosen, or a placement is being dragged: marking goes on by hand, dragging pins ends.
void GarmentFitting::guestLeft() {
  if (m_step == Step::Click && m_canvas.guest() != &m_markTool) enter(m_canvas.placementEdited() ? Step::None : Step::Correct);
  if (m_step == Step::Pins && m_canvas.guest() != &m_handles) finish();
}

// Screen readers hear the canvas's new name.
void GarmentFitting::tellPin() {
  const auto pin = m_handles.currentPin();
  m_canvas.setAccessibleName(pin && m_fit.ready() ? tr("Pin: %1").arg(pinName(m_fit.pins()[*pin])) : m_canvasName);
}

void GarmentFitting::offerPinMenu(std::size_t pin) {
  auto* menu = new QMenu(&m_canvas);
  menu->setObjectName(QStringLiteral("fitPinMenu"));
  menu->setAttribute(Qt::WA_DeleteOnClose);
  QAction* reset = menu->addAction(tr("Reset this pin"), &m_handles, [this, pin] { m_handles.reset(pin); });
  reset->setEnabled(m_fit.canReset(pin));
  menu->addAction(tr("Remove this pin"), &m_handles, [this, pin] { m_handles.remove(pin); });
  menu->popup(QCursor::pos());
}

void GarmentFitting::propose(QPointF at, bool outside) {
  if (m_tools.work().busy()) return;
  (outside && !m_inside.empty() ? m_outside : m_inside).push_back({at.x(), at.y()});
  const auto make = [picture = m_picture, inside = m_inside, outsideToo = m_outside, prior = priorOf(m_target.region)](
                        const document::DocumentState& state, const mask::Mask& old) -> Result<MaskPatch> {
    Result<mask::Mask> proposed = mask::proposedRegion(*picture->of(state), inside, outsideToo, prior);
    if (!proposed) return proposed.failure();
    return MaskPatch{old.bounds(), std::move(proposed).value()};
  };
  m_tools.work().start(tr("Mark the worn garment"), m_target, make);
}

void GarmentFitting::takeMask() {
  document::Document& document = *m_open.document();
  document.undoStack().beginMacro(tr("Use the mask as the worn garment"));
  document::pushCoverage(document, document.mask(), {}, m_target, document::Sharing::TakesOver);
  document.undoStack().push(new document::ChangeMaskEdit(document, mask::Mask(document.mask().size()), {}));
  document.undoStack().endMacro();
}

void GarmentFitting::unfit() {
  document::Document* document = m_open.document();
  const document::Reference* found = document ? document->reference(m_id) : nullptr;
  if (!found) return;
  document::Reference after = *found;
  after.tagged.fit.reset();
  finish();
  document->undoStack().push(new document::ChangeReferenceEdit(*document, after, document::ReferenceAspect::Fit, tr("Do not fit")));
}

}  // namespace retailor::ui
