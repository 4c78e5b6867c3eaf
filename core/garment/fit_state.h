#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "core/garment/fit_settings.h"
#include "core/garment/matching/automatic_pins.h"
#include "core/garment/mesh/fit_mesh.h"
#include "core/garment/mesh/outline_pulls.h"

namespace retailor::garment {

// What a FitSession holds, and how its mesh follows its pins. For the session alone.
struct FitState {
  std::shared_ptr<const GarmentCut> cut;
  std::shared_ptr<const WornGarment> worn;
  FitSettings settings;  // pins empty: automatic
  AutomaticPins automatic;
  std::vector<PixelPin> pins;
  std::vector<PixelPin> settledPins;    // those that the mesh last came to rest with
  std::vector<PixelPin> automaticPins;  // where those of the automatic fit came to lie; empty: not solved yet
  std::vector<FitPin> normal;           // pins, as they would be saved
  Sheet sheet;
  std::vector<Point> start;             // what the solver keeps the shape of
  std::shared_ptr<ShapeSolver> solver;  // null: to be made for `start`
  FitMesh mesh;
  std::vector<double> ease;          // of each pull; empty: none gave way
  std::vector<std::size_t> handles;  // pins that take the cloth around them along
  bool sheetIsOld = false;           // its corners were made for other pins

  // Pins. They are kept as they are saved, to the last bit, so that a saved fit gives the same bytes.
  void usePins();      // those of the settings, else the automatic ones
  void pinsChanged();  // by the user: the settings hold them from now on
  // Where the automatic fit has a landmark's pin, as it would be saved; nothing for those it does not have.
  std::optional<FitPin> automaticPin(const FitPin& pin) const;
  bool isAutomatic(const FitPin& pin) const;
  bool allAutomatic() const;
  Point snapped(const PixelPin& pin, Point to) const;  // to the worn outline, where that is near

  // Mesh.
  void makeSheet();
  int solveWithoutFolds();  // from the pins alone, whatever the mesh was before; returns how many triangles are folded all the same
  int folds() const;
  // Moves a pin, the mesh following in a few rounds from `before`; false when more than `allowed` triangles are folded then.
  bool tryMove(PixelPin& pin, Point to, const std::vector<Point>& before, int allowed);
  // The same from the pins alone, the outline near folds giving way. False leaves all but pin and mesh as it was.
  bool tryGivingWay(PixelPin& pin, Point to, int allowed);

 private:
  void renew();
  PullWishes wishes() const;
  std::vector<Pull> pulls() const;
  // The middles (garment picture pixels) of triangles turned over, or flattened to almost nothing beside their share of the placed area.
  std::vector<Point> foldPlaces() const;
  // Lets go of what pulls within so many mesh spacings of a fold; pins only where `pinsToo`.
  void easeNear(const std::vector<Point>& places, bool pinsToo, double spacings);
  void addHandles(std::vector<Pull>& all) const;
  void handleNear(const std::vector<Point>& places);
  // Where the cloth would fold, the pulls there give way, at most so many times: the outline's; also the pins', or else these take the
  // cloth around them along when the user holds them there.
  struct Easing {
    int times;
    bool pinsToo = false;
    bool handles = false;
  };
  void solve(const Easing& easing);
};

}  // namespace retailor::garment
