#include "core/regions/schemes/class_names.h"

#include <algorithm>
#include <cctype>

#include "core/regions/schemes/parsing_scheme.h"

namespace retailor::regions {

std::string plainClassName(std::string_view name) {
  std::string plain(name);
  std::ranges::transform(plain, plain.begin(), [](unsigned char letter) {
    return letter == '_' || letter == ' ' ? '-' : static_cast<char>(std::tolower(letter));
  });
  return plain;
}

std::optional<BodyPart> partOfClassNamed(std::string_view name) {
  const std::string plain = plainClassName(name);
  if (plain == "in-front") return BodyPart::Arms;
  if (const auto part = partFromKey(plain); part && *part != BodyPart::Inherit) return part;
  for (const ParsingScheme& scheme : knownSchemes())
    for (const ParsingClass& one : scheme.classes)
      if (one.name == plain && one.part != BodyPart::Inherit) return one.part;
  return std::nullopt;
}

}  // namespace retailor::regions
