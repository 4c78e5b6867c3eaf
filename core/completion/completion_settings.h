#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/image/geometry.h"

namespace retailor::completion {

enum class Preset { Fast, Standard, Quality };
enum class WindowChoice { Auto, Whole, Given };

// A low-rank change of a model's networks, read from a file.
struct LoraChoice {
  std::string file;    // its path, or a bare name to be looked for among the models
  double scale = 1.0;  // -10..10; 0 changes nothing
  bool operator==(const LoraChoice&) const = default;
};

// How a run is done: one value for all methods; each says which fields it heeds (MethodTraits). Zero or empty mean "the method's own
// default".
struct CompletionSettings {
  std::string method = "patch-diffusion";
  Preset preset = Preset::Standard;
  std::string prompt;
  std::string negativePrompt;
  int steps = 0;
  double guidance = 0;
  double guidanceFrom = 0.0;   // guidance works from this share of the steps …
  double guidanceUntil = 1.0;  // … until this one
  double strength = 1.0;       // 0..1: how much noise to start from
  double referenceScale = 1.0;
  double imageScale = 1.0;
  double similarity = 1.0;    // 0..2: how closely the result follows the references; 1 is what the model was made for
  double stayInPlace = 0.03;  // patch-diffusion r: how far from its place a reference is looked for, share of its diagonal (.01 to .10)
  bool keepReferenceColour = false;
  bool refinePlacement = true;  // --placement refine|keep
  std::string scheduler;
  std::vector<LoraChoice> loras;  // their changes add up
  WindowChoice window = WindowChoice::Auto;
  image::Rect givenWindow;          // photo pixels, when window == Given
  image::Size workingSize;          // --size W:H
  bool allowSmallerWindow = false;  // where memory does not suffice: work at a smaller size rather than on the processor
  std::uint64_t seed = 0;
  int variations = 1;           // candidates, seeds seed, seed + 1, …
  int threads = 0;              // 0: as many as the machine has. Networks' last digits depend on it
  std::string device = "auto";  // auto, cpu, cuda
  std::string precision = "auto";
  int stopAfterStep = 0;  // "stop and keep this" at that step; 0: run to the end. Makes a kept run repeatable

  bool operator==(const CompletionSettings&) const = default;
};

}  // namespace retailor::completion
