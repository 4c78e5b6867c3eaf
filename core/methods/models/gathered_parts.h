#pragma once

#include <filesystem>
#include <vector>

#include "core/methods/models/bundle_manifest.h"
#include "core/neural/weights/folder/find_models.h"
#include "core/neural/weights/folder/model_folder.h"

namespace retailor::models {

// Brings together a system that is published in pieces: what `folder` has of the bundle's parts stays, the rest it borrows from those of
// `found` that have the part under the name it is published by, then from the first that the bundle's base recognises and that is whole.
// Returns the place of that one; empty where none was needed or found.
std::filesystem::path gatherParts(const BundleManifest& bundle, const std::vector<weights::FoundModel>& found,
                                  weights::ModelFolder& folder);

}  // namespace retailor::models
