#pragma once

#include <array>
#include <string_view>

#include "core/completion/completion_settings.h"

namespace retailor::completion {

inline constexpr std::array<std::string_view, 3> presetKeys{"fast", "standard", "quality"};
inline constexpr std::array<std::string_view, 3> windowKeys{"auto", "whole", "given"};

// Every setting with its key in a recipe, in the file's order. One list serves writing and reading, so neither can forget a field;
// the visitor is called with (key, field) and, for choices, (key, field, names).
template <class Visitor, class Settings>
void visitSettings(Visitor& visit, Settings& settings) {
  visit("method", settings.method);
  visit("preset", settings.preset, presetKeys);
  visit("prompt", settings.prompt);
  visit("negative-prompt", settings.negativePrompt);
  visit("steps", settings.steps);
  visit("guidance", settings.guidance);
  visit("guidance-from", settings.guidanceFrom);
  visit("guidance-until", settings.guidanceUntil);
  visit("strength", settings.strength);
  visit("reference-scale", settings.referenceScale);
  visit("image-scale", settings.imageScale);
  visit("similarity", settings.similarity);
  visit("stay-in-place", settings.stayInPlace);
  visit("keep-reference-colour", settings.keepReferenceColour);
  visit("refine-placement", settings.refinePlacement);
  visit("scheduler", settings.scheduler);
  visit("loras", settings.loras);
  visit("window", settings.window, windowKeys);
  visit("given-window", settings.givenWindow);
  visit("working-size", settings.workingSize);
  visit("allow-smaller-window", settings.allowSmallerWindow);
  visit("seed", settings.seed);
  visit("variations", settings.variations);
  visit("threads", settings.threads);
  visit("device", settings.device);
  visit("precision", settings.precision);
  visit("stop-after-step", settings.stopAfterStep);
}

}  // namespace retailor::completion
