#pragma once

#include <filesystem>
#include <string>

#include "core/methods/models/bundle_manifest.h"
#include "core/neural/weights/folder/model_folder.h"

namespace retailor::models {

// Whether a bundle is what this folder or file holds. One that names no pipeline is told by its parts; one with a mark by that alone, even
// where the marked file cannot be read. Settings and headers are read, no weights.
bool recognises(const BundleManifest& bundle, const weights::ModelFolder& folder);

// The file that holds the bundle's parts in dictionaries, known by the U-Net among them: the single file that was opened, or one in the
// folder or a folder in it that is no part's. Empty where there is none.
std::filesystem::path fileOfDictionaries(const BundleManifest& bundle, const weights::ModelFolder& folder);

// Whether a part's weights, or its settings where it has none, are there by name.
bool isThere(const weights::ModelFolder& folder, const std::string& part);

}  // namespace retailor::models
