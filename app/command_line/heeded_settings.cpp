#include "app/command_line/heeded_settings.h"

#include <algorithm>

namespace retailor::command_line {

Result<void> checkHeeded(const CompleteOptions& options, const completion::CompletionSettings& settings,
                         const completion::MethodTraits& traits) {
  const auto heeds = [&traits](completion::Setting setting) { return std::ranges::count(traits.settings, setting) > 0; };
  for (const SettingChange& change : options.changes)
    if (change.setting && !heeds(*change.setting))
      return badInput("The method " + traits.key + " does not heed " + change.option + "; leave it out or choose another --method.");
  // Only methods with networks know precisions, and only they run on a GPU.
  if (settings.device == "cuda" && !heeds(completion::Setting::Precision))
    return badInput("The method " + traits.key + " runs on the processor only; leave out --device cuda or choose another --method.");
  for (const auto& [option, file] : {std::pair("--noise", &options.noise), std::pair("--trace", &options.trace)})
    if (!file->empty() && !heeds(completion::Setting::Precision))
      return badInput("The method " + traits.key + " has no " + option + "; leave it out or choose another --method.");
  return {};
}

}  // namespace retailor::command_line
