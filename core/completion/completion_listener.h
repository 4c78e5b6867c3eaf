#pragma once

#include <string>

#include "core/image/bitmap.h"
#include "core/image/geometry.h"
#include "core/mask/mask.h"

namespace retailor::completion {

// Hears how a run goes. All calls come on the worker thread, in order, and must return at once.
class CompletionListener {
 public:
  virtual ~CompletionListener() = default;

  // A stage begins ("Placing references", "Drawing"); `weight` is its share of the run's time, all stages together 1.
  virtual void stageBegan(const std::string& name, double weight) = 0;
  // Step i of n of the current stage is done (1-based) and took `seconds`.
  virtual void stepDone(int step, int steps, double seconds) = 0;
  // The predicted clean picture of `window` (photo pixels): U8 sRGB, 3 channels, may be smaller than the window; same shape.
  virtual void previewReady(const image::Rect& window, image::Bitmap picture) = 0;
  // The pixels that the run may change, photo's size, when they are not the request's mask: fitted garments reach beyond it and leave parts
  // of it. Comes before the first preview.
  virtual void areaChosen(const mask::Mask& /*area*/) {}
  // A sentence for the user: what was aligned, what is not covered.
  virtual void noted(const std::string& sentence) = 0;
  // References became what networks take of them: `cached` were known from earlier runs, `encoded` are new.
  virtual void referencesRead(int /*cached*/, int /*encoded*/) {}
  // The graphics card that computes from here on, by its name: "NVIDIA H100 80GB HBM3"; empty when memory made the run move to the
  // processor. Runs that never leave the processor need not say so.
  virtual void deviceChosen(const std::string& /*name*/) {}
  // Asked after every step: true ends the run early with what there is ("stop and keep this").
  virtual bool wantsToKeepNow() const { return false; }
};

}  // namespace retailor::completion
