#include "tests/parity/probe/probe_modules.h"

namespace retailor::probe {

std::span<const ProbeModule> probeModules() {
  static constexpr ProbeModule modules[] = {
      {"unet", runUnet},
      {"vae-encode", runVaeEncode},
      {"vae-decode", runVaeDecode},
      {"taesd-encode", runTaesdEncode},
      {"taesd-decode", runTaesdDecode},
      {"clip-text", runClipText},
      {"clip-vision", runClipVision},
      {"clip-preprocess", runClipPreprocess},
      {"paint-by-example-encoder", runPaintByExampleEncoder},
      {"ip-adapter", runIpAdapter},
#ifdef RETAILOR_TOKENIZER
      {"tokenizer", runTokenizer},
#endif
      {"scheduler", runScheduler},
      {"complete-me-unet", runCompleteMeUnet},
  };
  return modules;
}

}  // namespace retailor::probe
