#include "core/methods/models/shipped_bundles.h"

#include <algorithm>

#include "core/methods/models/bundle_texts.h"

namespace retailor::models {
namespace {

// They are part of the program and a test reads each, so value() finds one.
std::vector<BundleManifest> allShipped() {
  std::vector<BundleManifest> all;
  for (const auto& [name, json] : bundleTexts()) all.push_back(bundleManifest(json, std::string(name) + ".json").value());
  std::ranges::sort(all, {}, &BundleManifest::order);
  return all;
}

const std::vector<BundleManifest>& shipped() {
  static const std::vector<BundleManifest> all = allShipped();
  return all;
}

}  // namespace

std::optional<BundleManifest> shippedBundle(std::string_view key) {
  const auto found = std::ranges::find(shipped(), key, &BundleManifest::key);
  return found != shipped().end() ? std::optional(*found) : std::nullopt;
}

std::vector<BundleManifest> shippedBundles(std::string_view method) {
  std::vector<BundleManifest> own;
  std::ranges::copy_if(shipped(), std::back_inserter(own), [method](const BundleManifest& bundle) { return bundle.method == method; });
  return own;
}

}  // namespace retailor::models
