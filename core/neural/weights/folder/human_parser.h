#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace retailor::weights {

// A human parser: a SegFormer that tells the parts of a person apart, in the layout of transformers (config.json, model.safetensors,
// preprocessor_config.json).
inline constexpr const char* humanParserPart = "human_parser";  // its name as a part of a model
inline constexpr const char* humanParserKind = "human parser";  // its kind in a list of models

// The class names of a SegformerForSemanticSegmentation, by id, from the text of its config.json; "LABEL_<id>" where it names none. Nothing
// for a config of another class, or one whose ids have gaps.
std::optional<std::vector<std::string>> segmentationLabels(const std::string& config);

// Whether such names are of parts of a person: hair, pants, a skirt. Nameless ones count where there are as many as published parsers have
// (18 or 47).
bool namePartsOfAPerson(const std::vector<std::string>& labels);

// Whether the folder's config.json is one of a human parser. Its weights may be missing.
bool isHumanParser(const std::filesystem::path& folder);

// What the folder says of its licence, and what every SegFormer's encoder inherits from where it was trained.
std::string humanParserLicence(const std::filesystem::path& folder);

}  // namespace retailor::weights
