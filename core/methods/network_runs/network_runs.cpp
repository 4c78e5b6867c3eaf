#include "core/methods/network_runs/network_runs.h"

#include "core/methods/complete_me/complete_me_run.h"
#include "core/methods/inpaint/inpaint_run.h"

namespace retailor::network_runs {

const std::vector<NetworkRun>& networkRuns() {
  static const std::vector<NetworkRun> runs{
      {"inpaint", inpaint::completeByInpainting},
      {"complete-me", complete_me::completeFromReferences},
  };
  return runs;
}

}  // namespace retailor::network_runs
