#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "core/garment/fit_settings.h"
#include "core/garment/fit_warning.h"
#include "core/garment/matching/worn_garment.h"
#include "core/garment/mesh/fit_mesh.h"
#include "core/garment/silhouette/garment_cut.h"
#include "core/result.h"

namespace retailor::garment {

struct FitState;

// One garment being fitted to one worn garment: pins, and the mesh that follows them. Owned by whoever drags; not shared between threads.
// begin() takes a few tenths of a second, settle() and adjust() some ten milliseconds, everything else a few.
class FitSession {
 public:
  FitSession();  // holds nothing: only to be assigned to
  // The pins in `settings`, or the automatic ones when it has none. BadInput when the pins fold the mesh over. Cancelled by `stop`: a
  // session without a mesh.
  static Result<FitSession> begin(std::shared_ptr<const GarmentCut> cut, std::shared_ptr<const WornGarment> worn,
                                  const FitSettings& settings, std::stop_token stop = {});
  FitSession(FitSession&&) noexcept;
  FitSession& operator=(FitSession&&) noexcept;
  ~FitSession();

  const FitMesh& mesh() const;
  const std::vector<FitPin>& pins() const;     // all of them, as settings would save them
  FitSettings settings() const;                // as begun, with pins() filled in when the user has changed any
  FitWarnings warnings() const;                // of cut, worn garment and fit together
  const std::vector<Point>& oldCuffs() const;  // photo pixels: where the worn sleeves end, if the new ones end earlier
  double matchResidual() const;  // how far the outlines are apart after matching, share of the worn garment's size; good below .06
  Point personOf(const FitPin& pin) const;   // photo pixels
  Point garmentOf(const FitPin& pin) const;  // picture pixels as GarmentCut holds them

  // Drags pin `index` towards `to` (photo pixels), the mesh following; near the worn outline it snaps to it. The mesh never folds over: the
  // pin stops before that. Returns where the pin is now. While dragging, call it for every move; settle() at the end.
  Point movePin(std::size_t index, Point to);
  // Several at once: they stop together.
  struct PinMove {
    std::size_t index;
    Point to;
  };
  void movePins(const std::vector<PinMove>& moves);
  // The following change pins at once; the mesh follows with settle().
  // Adds a pin where `at` (photo pixels) lies on the placed cloth, and returns its index; nothing when it lies beside the cloth.
  std::optional<std::size_t> addPin(Point at);
  void removePin(std::size_t index);
  void resetPin(std::size_t index);  // back to its automatic place; a pin the user added goes. When all are back, as resetPins()
  void resetPins();                  // back to the automatic fit
  bool atAutomaticPlace(std::size_t index) const;
  // The full number of rounds from the pins alone: the state that settings() reproduces. Where the mesh would fold over, the pins that
  // changed since the last time go back as far as needed. Some ten milliseconds: a window settles a copy() on a worker.
  void settle();
  FitSession copy() const;  // the same fit, free of this one, for another thread

  // Other sliders, same pins. Keeps the cut: settings for which !sameCut() want a new session.
  void adjust(const FitSettings& settings);

 private:
  explicit FitSession(std::unique_ptr<FitState> state);
  std::unique_ptr<FitState> m_state;
};

}  // namespace retailor::garment
