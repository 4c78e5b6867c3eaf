#include "core/methods/network_runs/network_runs.h"

#include "core/methods/inpaint/inpaint_inputs.h"
#include "core/methods/inpaint/inpaint_run.h"

namespace retailor::network_runs {

const std::vector<NetworkRun>& networkRuns() {
  static const std::vector<NetworkRun> runs{
      {"inpaint", inpaint::completeByInpainting, inpaint::inputsForInpainting},
      {"complete-me", inpaint::completeByInpainting, inpaint::inputsForInpainting},
      {"paint-by-example", inpaint::completeByInpainting, inpaint::inputsForInpainting},
      {"parts-to-whole", inpaint::completeByInpainting, inpaint::inputsForInpainting},
  };
  return runs;
}

}  // namespace retailor::network_runs
