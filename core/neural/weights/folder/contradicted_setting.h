#pragma once

#include <string>

#include "core/neural/weights/folder/model_folder.h"

namespace retailor::weights {

// The first setting of a part's config.json that the shapes of its weights contradict, or that no such network can have, as the end of a
// sentence: "its config.json says in_channels 5, and the weights 9". Empty where all agree, and for parts whose class is not one of Stable
// Diffusion's.
std::string contradictedSetting(const Component& component);

}  // namespace retailor::weights
