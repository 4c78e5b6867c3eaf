#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace retailor::weights {

// What a tensor is made of. Little-endian, as every format read here stores it.
enum class Element : std::uint8_t { Bool, U8, I8, U16, I16, U32, I32, U64, I64, F16, BF16, F32, F64 };

std::size_t bytesOf(Element element);

// The word of the safetensors format: "F16".
std::string_view nameOf(Element element);
std::optional<Element> elementNamed(std::string_view name);

bool isFloating(Element element);

}  // namespace retailor::weights
