#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/completion/body_region.h"
#include "core/methods/patch_diffusion/denoising/denoiser.h"
#include "core/methods/patch_diffusion/placing/reference_picture.h"

namespace retailor::patch_diffusion {

struct TaskReference {
  std::string name;
  completion::BodyRegion region = completion::BodyRegion::Anything;
  double weight = 1;  // more than 0; twice the weight is ln 2 nats
  ReferencePicture picture;
  std::optional<Affine> placement;  // window pixels to picture pixels; absent: one is looked for
};

struct TaskSettings {
  bool refinePlacement = true;
  bool keepReferenceColour = false;
  double stayInPlace = 0.03;  // r, share of the region's diagonal
  int workingSide = 512;      // levels whose short side is larger get only finishing steps
};

// What is the same for every seed: the pyramid with placed, colour-matched references, and what each source may do.
struct PreparedTask {
  std::vector<Level> pyramid;  // [0] is the window
  std::vector<SourceRule> rules;
  int extraFine = 0;            // levels beyond the working size
  float membraneLimit = 0.15f;  // how large a step of brightness at the seam may be evened out
};

using NoteHeard = std::function<void(const std::string&)>;
using PictureHeard = std::function<void(const Level&, const Plane&)>;

// `photo` is the window's picture, usable outside the hole. `shown` hears one first picture as early as possible. The result is
// unfinished when the crew was stopped.
PreparedTask prepared(Plane photo, const std::vector<TaskReference>& references, const TaskSettings& settings, const NoteHeard& noted,
                      const PictureHeard& shown, Crew& crew, RunClock& clock);

}  // namespace retailor::patch_diffusion
