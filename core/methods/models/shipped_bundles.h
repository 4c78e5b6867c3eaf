#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/methods/models/bundle_manifest.h"

namespace retailor::models {

// The manifests of resources/bundles that a method runs, the one to prefer first; none for methods without networks.
std::vector<BundleManifest> shippedBundles(std::string_view method);

// The one of that name; nothing for a name that none has.
std::optional<BundleManifest> shippedBundle(std::string_view key);

}  // namespace retailor::models
