#pragma once

#include <span>

#include "tests/parity/probe/probe_request.h"

namespace retailor::probe {

// Runs one module on what the request names. Throws ProbeFailure, or what libtorch throws.
using RunModule = Tensors (*)(const ProbeRequest& request);

struct ProbeModule {
  const char* name;
  RunModule run;
};

// All that this program can run; a line each in module_list.cpp.
std::span<const ProbeModule> probeModules();

// The tensors of the file given with --in, under their own names. All but the tokenizer read them.
Tensors tensorsIn(const ProbeRequest& request);

Tensors runUnet(const ProbeRequest& request);
Tensors runVaeEncode(const ProbeRequest& request);
Tensors runVaeDecode(const ProbeRequest& request);
Tensors runTaesdEncode(const ProbeRequest& request);
Tensors runTaesdDecode(const ProbeRequest& request);
Tensors runClipText(const ProbeRequest& request);
Tensors runClipVision(const ProbeRequest& request);
Tensors runClipPreprocess(const ProbeRequest& request);
Tensors runPaintByExampleEncoder(const ProbeRequest& request);
Tensors runIpAdapter(const ProbeRequest& request);
Tensors runScheduler(const ProbeRequest& request);
Tensors runCompleteMeUnet(const ProbeRequest& request);
Tensors runTokenizer(const ProbeRequest& request);  // left out where there is no Unicode library

}  // namespace retailor::probe
