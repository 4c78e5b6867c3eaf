#include "core/methods/network_runs/network_runs.h"

#include "core/methods/inpaint/inpaint_run.h"

namespace retailor::network_runs {

const std::vector<NetworkRun>& networkRuns() {
  static const std::vector<NetworkRun> runs{
      {"inpaint", inpaint::completeByInpainting},
      {"complete-me", inpaint::completeByInpainting},
      {"paint-by-example", inpaint::completeByInpainting},
      {"parts-to-whole", inpaint::completeByInpainting},
  };
  return runs;
}

}  // namespace retailor::network_runs
