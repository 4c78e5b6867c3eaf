#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/regions/body_part.h"

namespace retailor::regions {

// "Upper_clothes" and "upper clothes" are "upper-clothes".
std::string plainClassName(std::string_view name);

// The part that a class of this name shows, in any known scheme or by our own names ("shoes", "in-front"); nothing for other names.
std::optional<BodyPart> partOfClassNamed(std::string_view name);

}  // namespace retailor::regions
