#include "core/garment/fit_session.h"

#include <algorithm>
#include <cmath>

#include "core/garment/mesh/outline_pulls.h"
#include "core/garment/mesh/start_shape.h"

namespace retailor::garment {
namespace {

constexpr int kFullRounds = 16, kDragRounds = 3;
constexpr double kCorners = 46;      // mesh spacings on the garment's diagonal
constexpr int kEasings = 16;         // times that pulls give way before a fold:
constexpr int kLocalEasings = 14;    // so many times those nearby, then all
constexpr int kMovings = 3;          // of automatic pins to where the cloth is
constexpr double kEase = 0.5;        // what is left of them each time
constexpr double kEaseReach = 1.6;   // mesh spacings from the fold
constexpr int kHalvings = 6;         // of a move that would fold the mesh
constexpr double kLeastArea = 0.02;  // of a triangle's share at rest: flatter counts as folding

double diagonalOf(const Outline& outline) {
  Point least = outline.front(), most = outline.front();
  for (const Point& p : outline) {
    least = {std::min(least.x, p.x), std::min(least.y, p.y)};
    most = {std::max(most.x, p.x), std::max(most.y, p.y)};
  }
  return distance(least, most);
}

double areaOf(const std::vector<Point>& corners, const std::array<int, 3>& t) {
  const Point a = corners[static_cast<std::size_t>(t[0])], b = corners[static_cast<std::size_t>(t[1])],
              c = corners[static_cast<std::size_t>(t[2])];
  return cross(b - a, c - a) / 2;
}

}  // namespace

int turnedOver(const FitMesh& mesh) {
  return static_cast<int>(
      std::ranges::count_if(mesh.triangles, [&](const auto& t) { return areaOf(mesh.rest, t) * areaOf(mesh.placed, t) <= 0; }));
}

struct FitSession::State {
  std::shared_ptr<const GarmentCut> cut;
  std::shared_ptr<const WornGarment> worn;
  FitSettings settings;  // pins empty: automatic
  AutomaticPins automatic;
  std::vector<PixelPin> pins, settledPins;
  std::vector<FitPin> normal;
  Sheet sheet;
  std::vector<Point> start;  // what the solver keeps the shape of
  std::optional<ShapeSolver> solver;
  FitMesh mesh;
  std::vector<double> ease;  // of each pull; empty: none gave way

  PullWishes wishes() const { return {settings.followOutline, settings.looseness, settings.stiffness, automatic.armDown}; }

  std::vector<Pull> pulls() const {
    std::vector<Pull> all = pullsOf(sheet, cut->outline, {automatic.outline, worn->box.width, snapDistance(*worn)}, pins, wishes());
    for (std::size_t i = 0; i < all.size() && i < ease.size(); ++i) all[i].weight *= ease[i];
    return all;
  }

  void makeSheet() {
    std::vector<std::size_t> fixed;
    for (const PixelPin& pin : pins)
      if (pin.landmark) fixed.push_back(nearestIndex(cut->outline, pin.garment));
    sheet = sheetOf(cut->outline, cut->landmarks, fixed, diagonalOf(cut->outline) / kCorners);
    mesh = {sheet.corners, sheet.corners, sheet.triangles, sheet.layers};
  }

  // The middles (garment picture pixels) of triangles turned over, or flattened to almost nothing beside their share of the placed area.
  std::vector<Point> foldPlaces() const {
    double rest = 0, begun = 0;
    for (const auto& t : mesh.triangles) rest += areaOf(mesh.rest, t), begun += areaOf(start, t);
    const double least = kLeastArea * begun / std::max(1e-9, rest);
    std::vector<Point> places;
    for (const auto& t : mesh.triangles)
      if (areaOf(mesh.placed, t) <= least * areaOf(mesh.rest, t)) places.push_back(placeOf(mesh.rest, t, {1.0 / 3, 1.0 / 3, 1.0 / 3}));
    return places;
  }
  int folds() const { return static_cast<int>(foldPlaces().size()); }

  // Lets go of what pulls within so many mesh spacings of a fold; pins only where `pinsToo`.
  void easeNear(const std::vector<Point>& places, bool pinsToo, double spacings) {
    const std::vector<Pull> all = pulls();
    const double reach = spacings * diagonalOf(cut->outline) / kCorners;
    ease.resize(all.size(), 1);
    for (std::size_t i = 0; i < all.size(); ++i) {
      const Point at = placeOf(sheet.corners, all[i].corners, all[i].shares);
      const bool near = std::ranges::any_of(places, [&](Point place) { return distance(place, at) < reach; });
      if (near && (pinsToo || !all[i].pinned)) ease[i] *= kEase;
    }
  }

  // From the pins alone, whatever the mesh was before. Where the cloth would fold, the pulls there give way.
  void solveEasing(bool pinsToo) {
    start = startShape(sheet.corners, pins);
    solver.emplace(start, sheet.triangles);
    ease.clear();
    for (int i = 0; i <= kEasings; ++i) {
      solver->setPulls(pulls());
      mesh.placed = start;
      solver->rounds(mesh.placed, kFullRounds);
      const std::vector<Point> places = foldPlaces();
      if (places.empty()) return;
      easeNear(places, pinsToo, i < kLocalEasings ? kEaseReach : kCorners);
    }
  }

  // Automatic pins that had to give way move to where the cloth is, so that the pins alone tell the whole fit.
  int solveWithoutFolds() {
    const bool automaticPins = settings.pins.empty();
    solveEasing(automaticPins);
    for (int i = 0; automaticPins && !ease.empty() && i < kMovings; ++i) {
      for (PixelPin& pin : pins)
        if (const OnTriangle at = locate(sheet.corners, sheet.triangles, pin.garment); at.triangle >= 0)
          pin.person = placeOf(mesh.placed, sheet.triangles[static_cast<std::size_t>(at.triangle)], at.shares);
      renew();
      solveEasing(false);
      if (folds() == 0 || i + 1 == kMovings) break;
      solveEasing(true);
    }
    return folds();
  }

  // Pins are kept as they are saved, to the last bit, so that a saved fit gives the same bytes.
  void renew() {
    normal.clear();
    for (PixelPin& pin : pins) {
      normal.push_back(normalised(pin, *cut, worn->photo));
      pin = inPixels(normal.back(), *cut, worn->photo);
    }
  }
  void pinsChanged() {
    renew();
    settings.pins = normal;
  }

  void usePins() {
    if (settings.pins.empty())
      pins = automatic.pins;
    else {
      pins.clear();
      for (const FitPin& pin : settings.pins) pins.push_back(inPixels(pin, *cut, worn->photo));
    }
    renew();
  }

  Point snapped(const PixelPin& pin, Point to) const {
    if (!pin.landmark) return to;
    const Point near = automatic.outline[nearestIndex(automatic.outline, to)];
    return distance(near, to) <= snapDistance(*worn) ? near : to;
  }

  bool tryMove(PixelPin& pin, Point to, const std::vector<Point>& before, int allowed) {
    pin.person = to;
    mesh.placed = before;
    solver->setPulls(pulls());
    solver->rounds(mesh.placed, kDragRounds);
    return folds() <= allowed;
  }
};

FitSession::FitSession(std::unique_ptr<State> state) : m_state(std::move(state)) {}
FitSession::FitSession() = default;
FitSession::FitSession(FitSession&&) noexcept = default;
FitSession& FitSession::operator=(FitSession&&) noexcept = default;
FitSession::~FitSession() = default;

Result<FitSession> FitSession::begin(std::shared_ptr<const GarmentCut> cut, std::shared_ptr<const WornGarment> worn,
                                     const FitSettings& settings, std::stop_token stop) {
  auto state = std::make_unique<State>();
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
  for (int i = 0; i <= kHalvings; ++i, share /= 2)
    if (m_state->tryMove(pin, between(from, goal, share), before, allowed)) {
      m_state->pinsChanged();
      return pin.person;
    }
  pin.person = from;
  m_state->mesh.placed = before;
  return from;
}

std::optional<std::size_t> FitSession::addPin(Point at) {
  State& s = *m_state;
  const OnTriangle found = locate(s.mesh.placed, s.mesh.triangles, at);
  if (found.triangle < 0 || !found.inside) return std::nullopt;
  const Point garment = placeOf(s.mesh.rest, s.mesh.triangles[static_cast<std::size_t>(found.triangle)], found.shares);
  s.pins.push_back({std::nullopt, garment, at});
  s.pinsChanged();
  settle();
  return s.pins.size() - 1;
}

void FitSession::removePin(std::size_t index) {
  if (m_state->pins.size() <= 3) return;
  m_state->pins.erase(m_state->pins.begin() + static_cast<std::ptrdiff_t>(index));
  m_state->settledPins.clear();
  m_state->pinsChanged();
  m_state->makeSheet();
  settle();
}

void FitSession::resetPins() {
  m_state->settings.pins.clear();
  m_state->usePins();
  m_state->makeSheet();
  m_state->solveWithoutFolds();
  m_state->settledPins = m_state->pins;
}

void FitSession::settle() {
  State& s = *m_state;
  const std::vector<PixelPin> wanted = s.pins;
  const bool comparable = s.settledPins.size() == wanted.size();
  double share = 1;
  for (int i = 0; i <= kHalvings; ++i, share = i < kHalvings ? share / 2 : 0) {
    if (comparable)
      for (std::size_t k = 0; k < wanted.size(); ++k) s.pins[k].person = between(s.settledPins[k].person, wanted[k].person, share);
    if (!s.settings.pins.empty()) s.pinsChanged();
    if (s.solveWithoutFolds() == 0 || !comparable) break;
  }
  s.settledPins = s.pins;
}

void FitSession::adjust(const FitSettings& settings) {
  State& s = *m_state;
  const bool lengths = settings.length != s.settings.length || settings.armDown != s.settings.armDown;
  s.settings = settings;
  if (lengths) s.automatic = automaticPins(*s.cut, *s.worn, settings);
  s.usePins();
  s.makeSheet();
  s.solveWithoutFolds();
  s.settledPins = s.pins;
}

}  // namespace retailor::garment
