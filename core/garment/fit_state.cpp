#include "core/garment/fit_state.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "core/garment/mesh/start_shape.h"

namespace retailor::garment {
namespace {

constexpr int kFullRounds = 16, kDragRounds = 3;
constexpr double kCorners = 46;      // mesh spacings on the garment's diagonal
constexpr int kEasings = 16;         // times that pulls give way before a fold:
constexpr int kLocalEasings = 14;    // so many times those nearby, then all
constexpr int kDragEasings = 5;      // while a pin is held
constexpr int kHandlesAfter = 1;     // easings: pins near folds take the cloth around them along
constexpr double kHandle = 3;        // mesh spacings that it reaches
constexpr double kHandleWeight = 6;  // beside the pin, less farther off
constexpr int kMovings = 3;          // of automatic pins to where the cloth is
constexpr double kEase = 0.5;        // what is left of them each time
constexpr double kEaseReach = 1.6;   // mesh spacings from the fold
constexpr double kSamePlace = 1e-9;  // share of the photo
constexpr double kLeastArea = 0.02;  // of a triangle's share at rest: flatter counts as folding

double diagonalOf(const Outline& outline) {
  const Extent box = extentOf(outline);
  return distance(box.from, box.to);
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

PullWishes FitState::wishes() const { return {settings.followOutline, settings.looseness, settings.stiffness, automatic.armDown}; }

std::vector<Pull> FitState::pulls() const {
  std::vector<Pull> all = pullsOf(sheet, cut->outline, {automatic.outline, worn->box.width, snapDistance(*worn)}, pins, wishes());
  for (std::size_t i = 0; i < all.size() && i < ease.size(); ++i) all[i].weight *= ease[i];
  addHandles(all);
  return all;
}

// A single corner that is pushed into the cloth soon folds what lies before it; a patch of cloth goes much farther.
void FitState::addHandles(std::vector<Pull>& all) const {
  const double reach = kHandle * diagonalOf(cut->outline) / kCorners;
  for (const std::size_t i : handles) {
    const OnTriangle at = locate(sheet.corners, sheet.triangles, pins[i].garment);
    if (at.triangle < 0) continue;
    const Point middle = placeOf(start, sheet.triangles[static_cast<std::size_t>(at.triangle)], at.shares);
    for (std::size_t c = 0; c < sheet.corners.size(); ++c) {
      const double away = distance(sheet.corners[c], pins[i].garment);
      if (away > 1e-6 && away < reach)
        all.push_back(
            {{static_cast<int>(c), 0, 0}, {1, 0, 0}, pins[i].person + (start[c] - middle), kHandleWeight * (1 - away / reach), true});
    }
  }
}

void FitState::handleNear(const std::vector<Point>& places) {
  const double reach = kHandle * diagonalOf(cut->outline) / kCorners;
  for (std::size_t i = 0; i < pins.size(); ++i)
    if (std::ranges::find(handles, i) == handles.end() &&
        std::ranges::any_of(places, [&](Point place) { return distance(place, pins[i].garment) < reach; }))
      handles.push_back(i);
}

void FitState::makeSheet() {
  std::vector<double> fixed;
  for (const PixelPin& pin : pins)
    if (pin.landmark) fixed.push_back(nearestPosition(cut->outline, pin.garment));
  sheet = sheetOf(cut->outline, cut->landmarks, fixed, diagonalOf(cut->outline) / kCorners);
  mesh = {sheet.corners, sheet.corners, sheet.triangles, sheet.layers};
  sheetIsOld = false;
}

std::vector<Point> FitState::foldPlaces() const {
  double rest = 0, begun = 0;
  for (const auto& t : mesh.triangles) rest += areaOf(mesh.rest, t), begun += areaOf(start, t);
  const double least = kLeastArea * begun / std::max(1e-9, rest);
  std::vector<Point> places;
  for (const auto& t : mesh.triangles)
    if (areaOf(mesh.placed, t) <= least * areaOf(mesh.rest, t)) places.push_back(placeOf(mesh.rest, t, {1.0 / 3, 1.0 / 3, 1.0 / 3}));
  return places;
}

int FitState::folds() const { return static_cast<int>(foldPlaces().size()); }

void FitState::easeNear(const std::vector<Point>& places, bool pinsToo, double spacings) {
  const std::vector<Pull> all = pulls();
  const double reach = spacings * diagonalOf(cut->outline) / kCorners;
  ease.resize(all.size(), 1);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Point at = placeOf(sheet.corners, all[i].corners, all[i].shares);
    const bool near = std::ranges::any_of(places, [&](Point place) { return distance(place, at) < reach; });
    if (near && (pinsToo || !all[i].pinned)) ease[i] *= kEase;
  }
}

void FitState::solve(const Easing& easing) {
  start = startShape(sheet.corners, pins);
  solver = std::make_shared<ShapeSolver>(start, sheet.triangles);
  ease.clear();
  handles.clear();
  for (int i = 0; i <= easing.times; ++i) {
    solver->setPulls(pulls());
    mesh.placed = start;
    solver->rounds(mesh.placed, kFullRounds);
    const std::vector<Point> places = foldPlaces();
    if (places.empty()) return;
    if (easing.handles && i == kHandlesAfter) handleNear(places);
    easeNear(places, easing.pinsToo, i < kLocalEasings ? kEaseReach : kCorners);
  }
}

int FitState::solveWithoutFolds() {
  const bool free = settings.pins.empty();
  solve({kEasings, free, !free});
  for (int i = 0; free && !ease.empty() && i < kMovings; ++i) {
    for (PixelPin& pin : pins)
      if (const OnTriangle at = locate(sheet.corners, sheet.triangles, pin.garment); at.triangle >= 0)
        pin.person = placeOf(mesh.placed, sheet.triangles[static_cast<std::size_t>(at.triangle)], at.shares);
    renew();
    solve({kEasings});
    if (folds() == 0 || i + 1 == kMovings) break;
    solve({kEasings, true});
  }
  if (free) automaticPins = pins;
  return folds();
}

void FitState::renew() {
  normal.clear();
  for (PixelPin& pin : pins) {
    normal.push_back(normalised(pin, *cut, worn->photo));
    pin = inPixels(normal.back(), *cut, worn->photo);
  }
}

void FitState::pinsChanged() {
  renew();
  settings.pins = normal;
}

void FitState::usePins() {
  if (settings.pins.empty())
    pins = automatic.pins;
  else {
    pins.clear();
    for (const FitPin& pin : settings.pins) pins.push_back(inPixels(pin, *cut, worn->photo));
  }
  renew();
}

std::optional<FitPin> FitState::automaticPin(const FitPin& pin) const {
  const std::vector<PixelPin>& own = automaticPins.empty() ? automatic.pins : automaticPins;
  const auto found = std::ranges::find(own, pin.landmark, &PixelPin::landmark);
  return pin.landmark && found != own.end() ? std::optional(normalised(*found, *cut, worn->photo)) : std::nullopt;
}

bool FitState::isAutomatic(const FitPin& pin) const {
  const std::optional<FitPin> own = automaticPin(pin);
  return own && distance(own->person, pin.person) < kSamePlace;
}

bool FitState::allAutomatic() const {
  return normal.size() == automatic.pins.size() && std::ranges::all_of(normal, [&](const FitPin& pin) { return isAutomatic(pin); });
}

Point FitState::snapped(const PixelPin& pin, Point to) const {
  if (!pin.landmark) return to;
  const Point near = pointAt(automatic.outline, nearestPosition(automatic.outline, to));
  return distance(near, to) <= snapDistance(*worn) ? near : to;
}

bool FitState::tryMove(PixelPin& pin, Point to, const std::vector<Point>& before, int allowed) {
  pin.person = to;
  mesh.placed = before;
  if (!solver) solver = std::make_shared<ShapeSolver>(start, sheet.triangles);
  solver->setPulls(pulls());
  solver->rounds(mesh.placed, kDragRounds);
  return folds() <= allowed;
}

bool FitState::tryGivingWay(PixelPin& pin, Point to, int allowed) {
  const auto before = std::tuple(start, solver, ease, handles);
  pin.person = to;
  solve({.times = kDragEasings, .handles = true});
  if (folds() <= allowed) return true;
  std::tie(start, solver, ease, handles) = before;
  return false;
}

}  // namespace retailor::garment
