#include "core/garment/fit_session.h"

#include "core/garment/fit_state.h"

namespace retailor::garment {
namespace {

constexpr int kHalvings = 6;  // of a move that would fold the mesh

}  // namespace

FitSession::FitSession(std::unique_ptr<FitState> state) : m_state(std::move(state)) {}
FitSession::FitSession() = default;
FitSession::FitSession(FitSession&&) noexcept = default;
FitSession& FitSession::operator=(FitSession&&) noexcept = default;
FitSession::~FitSession() = default;

Result<FitSession> FitSession::begin(std::shared_ptr<const GarmentCut> cut, std::shared_ptr<const WornGarment> worn,
                                     const FitSettings& settings, std::stop_token stop) {
  auto state = std::make_unique<FitState>();
  state->cut = std::move(cut), state->worn = std::move(worn), state->settings = settings;
  if (stop.stop_requested()) return FitSession(std::move(state));
  state->automatic = automaticPins(*state->cut, *state->worn, settings);
  state->usePins();
  if (state->pins.size() < 3)
    return badInput("The fit has fewer than three pins, too few to hold a garment; go back to the automatic fit.");
  state->makeSheet();
  if (stop.stop_requested()) return FitSession(std::move(state));
  const int folds = state->solveWithoutFolds();
  if (folds > 0 && !settings.pins.empty())
    return badInput("The pins of the fit cross each other, so the cloth would fold over; move them apart or go back to the automatic fit.");
  state->settledPins = state->pins;
  return FitSession(std::move(state));
}

const FitMesh& FitSession::mesh() const { return m_state->mesh; }
const std::vector<FitPin>& FitSession::pins() const { return m_state->normal; }
FitSettings FitSession::settings() const { return m_state->settings; }
const std::vector<Point>& FitSession::oldCuffs() const { return m_state->automatic.oldCuffs; }
double FitSession::matchResidual() const { return m_state->automatic.residual; }
Point FitSession::personOf(const FitPin& pin) const { return inPixels(pin, *m_state->cut, m_state->worn->photo).person; }
Point FitSession::garmentOf(const FitPin& pin) const { return inPixels(pin, *m_state->cut, m_state->worn->photo).garment; }

FitWarnings FitSession::warnings() const {
  FitWarnings all = m_state->cut->warnings;
  all.insert(all.end(), m_state->worn->warnings.begin(), m_state->worn->warnings.end());
  all.insert(all.end(), m_state->automatic.warnings.begin(), m_state->automatic.warnings.end());
  if (const int folds = turnedOver(m_state->mesh); folds > 0)
    all.push_back({FitConcern::Folds, static_cast<double>(folds),
                   "The cloth is folded over in " + std::to_string(folds) + " places: move the pins there apart."});
  return all;
}

Point FitSession::movePin(std::size_t index, Point to) {
  PixelPin& pin = m_state->pins.at(index);
  const Point from = pin.person, goal = m_state->snapped(pin, to);
  const std::vector<Point> before = m_state->mesh.placed;
  const int allowed = m_state->folds();
  double share = 1;
  for (int i = 0; i <= kHalvings; ++i, share /= 2) {
    const Point there = between(from, goal, share);
    if (m_state->tryMove(pin, there, before, allowed) || (i == 0 && m_state->tryGivingWay(pin, there, allowed))) {
      m_state->pinsChanged();
      return pin.person;
    }
  }
  pin.person = from;
  m_state->mesh.placed = before;
  return from;
}

std::optional<std::size_t> FitSession::addPin(Point at) {
  FitState& s = *m_state;
  const OnTriangle found = locate(s.mesh.placed, s.mesh.triangles, at);
  if (found.triangle < 0 || !found.inside) return std::nullopt;
  const Point garment = placeOf(s.mesh.rest, s.mesh.triangles[static_cast<std::size_t>(found.triangle)], found.shares);
  const PixelPin pin{std::nullopt, garment, at};
  if (s.settledPins.size() == s.pins.size()) s.settledPins.push_back(pin);
  s.pins.push_back(pin);
  s.pinsChanged();
  return s.pins.size() - 1;
}

void FitSession::removePin(std::size_t index) {
  FitState& s = *m_state;
  if (s.pins.size() <= 3) return;
  for (std::vector<PixelPin>* pins : {&s.settledPins, &s.pins})
    if (pins->size() == s.normal.size()) pins->erase(pins->begin() + static_cast<std::ptrdiff_t>(index));
  s.pinsChanged();
  s.sheetIsOld = true;
  s.ease.clear();
}

bool FitSession::atAutomaticPlace(std::size_t index) const {
  return m_state->settings.pins.empty() || m_state->isAutomatic(m_state->normal.at(index));
}

void FitSession::resetPin(std::size_t index) {
  FitState& s = *m_state;
  const std::optional<FitPin> own = s.automaticPin(s.normal.at(index));
  if (!own) return removePin(index);
  s.pins[index] = inPixels(*own, *s.cut, s.worn->photo);
  s.pinsChanged();
  s.sheetIsOld = true;
  if (s.allAutomatic()) resetPins();
}

void FitSession::resetPins() {
  m_state->settings.pins.clear();
  m_state->usePins();
  m_state->settledPins.clear();
  m_state->sheetIsOld = true;
}

FitSession FitSession::copy() const {
  auto state = std::make_unique<FitState>(*m_state);
  state->solver.reset();
  return FitSession(std::move(state));
}

void FitSession::settle() {
  FitState& s = *m_state;
  if (s.sheetIsOld) s.makeSheet();
  const std::vector<PixelPin> wanted = s.pins;
  const bool comparable = s.settledPins.size() == wanted.size();
  double share = 1;
  for (int i = 0; i <= kHalvings; ++i, share = i < kHalvings ? share / 2 : 0) {
    if (comparable)
      for (std::size_t k = 0; k < wanted.size(); ++k)
        s.pins[k].person = share == 1 ? wanted[k].person : between(s.settledPins[k].person, wanted[k].person, share);
    if (!s.settings.pins.empty()) s.pinsChanged();
    if (s.solveWithoutFolds() == 0 || !comparable) break;
  }
  s.settledPins = s.pins;
}

void FitSession::adjust(const FitSettings& settings) {
  FitState& s = *m_state;
  const bool lengths = settings.length != s.settings.length || settings.armDown != s.settings.armDown;
  s.settings = settings;
  if (lengths) s.automatic = automaticPins(*s.cut, *s.worn, settings), s.automaticPins.clear();
  s.usePins();
  s.makeSheet();
  s.solveWithoutFolds();
  s.settledPins = s.pins;
}

}  // namespace retailor::garment
