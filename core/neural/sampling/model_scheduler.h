#pragma once

#include "core/neural/sampling/scheduler_config.h"
#include "core/neural/weights/folder/model_folder.h"

namespace retailor::neural {

// The scheduler settings of a model: its folder's scheduler_config.json, or those that go with a single-file checkpoint. MissingWeights
// when the file is absent, BadInput when it asks for what no scheduler here does.
Result<SchedulerConfig> schedulerConfigOf(const weights::ModelFolder& model);

}  // namespace retailor::neural
