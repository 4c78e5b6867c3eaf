#pragma once

#include <string_view>

namespace retailor::weights {

// What a name inside a pickle ("module name") means here. Nothing is ever looked up or called.
enum class NameMeaning {
  OrderedDict,  // collections.OrderedDict
  Tensor,       // torch._utils._rebuild_tensor, _rebuild_tensor_v2
  Parameter,    // torch._utils._rebuild_parameter: the tensor in it
  Size,         // torch.Size: the tuple in it
  Storage,      // torch.FloatStorage and its kin
  Inert,        // kept as a thing without content: the settings and callbacks that trainers put beside the weights
  Refused,      // anything else; the file is refused, because only a file made to do harm asks for it
};

NameMeaning meaningOf(std::string_view module, std::string_view name);

}  // namespace retailor::weights
