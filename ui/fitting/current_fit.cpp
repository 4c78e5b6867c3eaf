#include "ui/fitting/current_fit.h"

#include <algorithm>

#include "ui/controls/background.h"

namespace retailor::ui {

using document::DocumentChange;
using document::ReferenceAspect;
using garment::FitSettings;

namespace {

constexpr int kRestartAfter = 120;  // ms

garment::Point pointOf(QPointF point) { return {point.x(), point.y()}; }

// Whether only the drawing differs.
bool sameMesh(FitSettings a, const FitSettings& b) {
  a.followFolds = b.followFolds;
  a.exposure = b.exposure;
  a.warmth = b.warmth;
  a.uncovered = b.uncovered;
  a.sleeveOverTorso = b.sleeveOverTorso;
  return a == b;
}

}  // namespace

CurrentFit::CurrentFit(OpenDocument& open, QObject* parent) : QObject(parent), m_open(open) {
  m_restartSoon.setSingleShot(true);
  m_restartSoon.setInterval(kRestartAfter);
  connect(&m_restartSoon, &QTimer::timeout, this, &CurrentFit::restart);
  connect(&m_look, &FitLook::due, this, &CurrentFit::draw);
  connect(&m_look, &FitLook::failed, this, &CurrentFit::failed);
  connect(&m_look, &FitLook::drawn, this, &CurrentFit::moved);
  connect(&m_look, &FitLook::drawn, this, &CurrentFit::warningsChanged);
  connect(&open, &OpenDocument::documentReplaced, this, &CurrentFit::follow);
  follow();
}

CurrentFit::~CurrentFit() { m_work.request_stop(); }

void CurrentFit::follow() {
  end();
  if (m_open.document()) connect(m_open.document(), &document::Document::changed, this, &CurrentFit::heed);
}

const completion::TaggedReference* CurrentFit::tagged() const {
  const document::Reference* found = m_id != 0 && m_open.document() ? m_open.document()->reference(m_id) : nullptr;
  return found ? &found->tagged : nullptr;
}

void CurrentFit::begin(document::Id reference) {
  end();
  m_id = reference;
  if (!tagged() || !tagged()->fit) return end();
  m_settings = *tagged()->fit;
  Q_EMIT settingsChanged();
  restart();
}

void CurrentFit::end() {
  if (std::exchange(m_id, 0) == 0) return;
  newWork();
  m_restartSoon.stop();
  m_start.reset();
  m_wanted.reset();
  m_flipWanted = false;
  m_look.forget();
  setWorking(false);
  Q_EMIT ended();
}

// Undo, redo and what other panels do.
void CurrentFit::heed(const DocumentChange& change) {
  if (m_id == 0) return;
  if (change.what == DocumentChange::What::Regions) return m_restartSoon.start();
  if (change.what == DocumentChange::What::Layers) return m_look.drawSoon();
  if (change.what != DocumentChange::What::References) return;
  const completion::TaggedReference* now = tagged();
  if (!now || !now->fit || !completion::garmentRow(now->region)) return end();
  if (*now->fit != m_settings) takeSettings(*now->fit);
  if (now->mask != m_cutBy || now->region != m_tag) m_restartSoon.start();
}

void CurrentFit::takeSettings(const FitSettings& settings) {
  const FitSettings before = std::exchange(m_settings, settings);
  Q_EMIT settingsChanged();
  if (!ready() || !garment::sameCut(before, settings)) return m_restartSoon.start();
  if (sameMesh(before, settings)) return m_look.drawSoon();
  beginAgain();
}

std::stop_token CurrentFit::newWork() {
  m_work.request_stop();
  m_work = {};
  m_again = false;
  ++m_workNumber;
  ++m_touches;
  return m_work.get_token();
}

void CurrentFit::setWorking(bool working) {
  if (std::exchange(m_working, working) != working) Q_EMIT busyChanged(working);
}

void CurrentFit::restart() {
  if (!tagged()) return;
  m_cutBy = tagged()->mask;
  m_tag = tagged()->region;
  const std::stop_token stop = newWork();
  setWorking(true);
  inBackground<Result<completion::FitStart>>(
      this, [state = m_open.document()->state(), id = m_id, stop] { return startedFit(state, id, stop); },
      [this, number = m_workNumber](Result<completion::FitStart> start) {
        if (number == m_workNumber) take(std::move(start));
      });
}

void CurrentFit::beginAgain() {
  if (m_working) {
    m_again = true;
    return;
  }
  const std::stop_token stop = newWork();
  setWorking(true);
  const auto work = [cut = m_start->cut, worn = m_start->worn, settings = m_settings, stop]() -> Result<completion::FitStart> {
    Result<garment::FitSession> session = garment::FitSession::begin(cut, worn, settings, stop);
    if (!session) return session.failure();
    return completion::FitStart{cut, worn, std::move(session).value()};
  };
  inBackground<Result<completion::FitStart>>(this, work, [this, number = m_workNumber](Result<completion::FitStart> start) {
    if (number == m_workNumber) take(std::move(start));
  });
}

void CurrentFit::take(Result<completion::FitStart> start) {
  setWorking(false);
  ++m_touches;
  if (!start) return Q_EMIT failed(QString::fromStdString(start.failure().sentence));
  m_start.emplace(std::move(start).value());
  m_look.forgetWarnings();
  meshMoved();
  Q_EMIT settingsChanged();  // what was chosen automatically is known now
  Q_EMIT warningsChanged();
  if (std::exchange(m_again, false)) beginAgain();
}

QPointF CurrentFit::pinAt(std::size_t index) const {
  const garment::Point at = m_start->session.personOf(pins()[index]);
  return {at.x, at.y};
}

QRectF CurrentFit::area() const {
  const std::vector<garment::Point>& placed = mesh().placed;
  if (placed.empty()) return {};
  const auto [left, right] = std::ranges::minmax(placed, {}, &garment::Point::x);
  const auto [top, bottom] = std::ranges::minmax(placed, {}, &garment::Point::y);
  return {QPointF(left.x, top.y), QPointF(right.x, bottom.y)};
}

garment::FitWarnings CurrentFit::warnings() const {
  if (!ready()) return {};
  garment::FitWarnings all = m_start->session.warnings();
  for (const garment::FitWarning& warning : m_look.warnings())
    if (std::ranges::find(all, warning.sentence, &garment::FitWarning::sentence) == all.end()) all.push_back(warning);
  return all;
}

void CurrentFit::dragPin(std::size_t index, QPointF to) {
  m_start->session.movePin(index, pointOf(to));
  ++m_touches;
  meshMoved();
}

void CurrentFit::dragPins(std::pair<std::size_t, QPointF> first, std::pair<std::size_t, QPointF> second) {
  m_start->session.movePins({{first.first, pointOf(first.second)}, {second.first, pointOf(second.second)}});
  ++m_touches;
  meshMoved();
}

void CurrentFit::keepPins(ReferenceAspect aspect, const QString& label) {
  ++m_touches;
  m_settings.pins = m_start->session.settings().pins;
  meshMoved();
  push(aspect, label);
  Q_EMIT settingsChanged();
  settle();
}

// One at a time; whoever touches the session meanwhile lets the next begin when this one is done.
void CurrentFit::settle() {
  if (std::exchange(m_settling, true)) return;
  const auto copy = std::make_shared<garment::FitSession>(m_start->session.copy());
  const auto work = [copy] {
    copy->settle();
    return copy;
  };
  inBackground<std::shared_ptr<garment::FitSession>>(this, work, [this, touches = m_touches](std::shared_ptr<garment::FitSession> settled) {
    m_settling = false;
    const bool another = !ready() || m_working || m_restartSoon.isActive();  // session comes, settled already
    if (!another && touches != m_touches) return settle();
    if (!another) takeSettled(std::move(*settled));
    changeAsWanted();
  });
}

// What was chosen meanwhile, on the pins as they have settled.
void CurrentFit::changeAsWanted() {
  std::optional<FitSettings> after = std::exchange(m_wanted, {});
  if (!tagged()) return;
  if (after && !after->pins.empty()) after->pins = m_settings.pins;
  if (std::exchange(m_flipWanted, false)) after = turnedOver(after.value_or(m_settings));
  if (after) change(*after);
}

// Pins that would have folded the cloth have gone back a little: that belongs to the step that moved them.
void CurrentFit::takeSettled(garment::FitSession settled) {
  m_start->session = std::move(settled);
  const std::vector<garment::FitPin> pins = m_start->session.settings().pins;
  if (std::exchange(m_settings.pins, pins) != pins) push(ReferenceAspect::FitSettled, tr("Move pin"));
  meshMoved();
  Q_EMIT settingsChanged();
  Q_EMIT warningsChanged();
}

std::optional<std::size_t> CurrentFit::addPin(QPointF at) {
  const auto added = m_start->session.addPin(pointOf(at));
  if (added) keepPins(ReferenceAspect::Fit, tr("Add pin"));
  return added;
}

void CurrentFit::removePin(std::size_t index) {
  m_start->session.removePin(index);
  keepPins(ReferenceAspect::Fit, tr("Remove pin"));
}

void CurrentFit::resetPin(std::size_t index) {
  m_start->session.resetPin(index);
  keepPins(ReferenceAspect::Fit, tr("Reset pin"));
}

void CurrentFit::resetPins() {
  m_start->session.resetPins();
  keepPins(ReferenceAspect::Fit, tr("Back to the automatic fit"));
}

void CurrentFit::flip() {
  if (m_settling)
    m_flipWanted = true;
  else
    change(turnedOver(m_settings));
}

void CurrentFit::change(const FitSettings& after) {
  if (m_settling) {
    m_wanted = after;
    return;
  }
  document::Reference reference = *m_open.document()->reference(m_id);
  reference.tagged.fit = after;
  // The document tells of it, and heed() takes it from there.
  m_open.document()->undoStack().push(new document::ChangeReferenceEdit(*m_open.document(), reference, ReferenceAspect::FitSetting));
}

void CurrentFit::push(ReferenceAspect aspect, const QString& label) {
  document::Reference reference = *m_open.document()->reference(m_id);
  reference.tagged.fit = m_settings;
  m_open.document()->undoStack().push(new document::ChangeReferenceEdit(*m_open.document(), reference, aspect, label));
}

void CurrentFit::meshMoved() {
  m_look.clothMoved();
  Q_EMIT moved();
}

const FitLook::Picture& CurrentFit::look(double scale) {
  if (ready() && m_look.isOld()) {
    const QRect all(QPoint(), QSize(m_open.document()->mask().width(), m_open.document()->mask().height()));
    const QRect window = area().toAlignedRect().adjusted(-2, -2, 2, 2).intersected(all);
    m_look.drawPlain(cut(), mesh(), m_settings, window, scale);
  }
  return m_look.picture();
}

void CurrentFit::draw() {
  if (!ready() || m_working || m_settling) return;  // when that is done it is asked again
  m_look.draw({m_open.document()->state(), m_start->cut, m_start->worn, m_settings});
}

}  // namespace retailor::ui
