#pragma once

#include "core/neural/weights/folder/model_folder.h"
#include "tests/parity/probe/probe_request.h"

namespace retailor::probe {

weights::Component componentOf(const ProbeRequest& request, std::string_view name);

// A network from the part of that name in the folder given with --folder.
template <class Network>
std::shared_ptr<const Network> loaded(const ProbeRequest& request, std::string_view name) {
  return must(Network::load(componentOf(request, name), request.placement));
}

}  // namespace retailor::probe
