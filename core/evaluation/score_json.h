#pragma once

#include <nlohmann/json.hpp>

#include "core/evaluation/group_score.h"

// For .cpp files of this room only.
namespace retailor::evaluation {

using OrderedJson = nlohmann::ordered_json;

OrderedJson numberOrNull(double value);  // null for an infinity
OrderedJson jsonOf(const GroupScore& score);
std::string textOf(const OrderedJson& json);  // indented, whatever bytes names hold

}  // namespace retailor::evaluation
