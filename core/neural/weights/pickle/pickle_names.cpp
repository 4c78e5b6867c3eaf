#include "core/neural/weights/pickle/pickle_names.h"

#include <algorithm>
#include <array>

namespace retailor::weights {
namespace {

// Packages whose objects trainers leave in checkpoints.
constexpr std::array inertPackages{
    "pytorch_lightning", "lightning", "lightning_fabric", "numpy",  "omegaconf", "torch",       "torchvision", "transformers", "diffusers",
    "accelerate",        "peft",      "pathlib",          "typing", "datetime",  "collections", "argparse",    "enum",         "ldm",
    "easydict",          "yacs",      "fairseq"};

// Plain values of the language; never getattr, eval or their like.
constexpr std::array inertBuiltins{"int",   "float", "bool",      "str",     "bytes",  "bytearray", "list",  "dict",
                                   "tuple", "set",   "frozenset", "complex", "object", "range",     "slice", "type"};

std::string_view packageOf(std::string_view module) { return module.substr(0, module.find('.')); }

bool isInert(std::string_view module, std::string_view name) {
  if (module == "builtins" || module == "__builtin__") return std::ranges::find(inertBuiltins, name) != inertBuiltins.end();
  if (module == "_codecs") return name == "encode";
  if (module == "copyreg" || module == "copy_reg") return name == "_reconstructor";
  return std::ranges::find(inertPackages, packageOf(module)) != inertPackages.end();
}

}  // namespace

NameMeaning meaningOf(std::string_view module, std::string_view name) {
  if (module == "collections" && name == "OrderedDict") return NameMeaning::OrderedDict;
  if (module == "torch._utils" && (name == "_rebuild_tensor_v2" || name == "_rebuild_tensor")) return NameMeaning::Tensor;
  if (module == "torch._utils" && (name == "_rebuild_parameter" || name == "_rebuild_parameter_with_state")) return NameMeaning::Parameter;
  if (module == "torch" && name == "Size") return NameMeaning::Size;
  if ((module == "torch" || module == "torch.cuda" || module == "torch.storage") && name.ends_with("Storage")) return NameMeaning::Storage;
  return isInert(module, name) ? NameMeaning::Inert : NameMeaning::Refused;
}

}  // namespace retailor::weights
