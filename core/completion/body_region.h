#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace retailor::completion {

// Which part of a person a reference shows. The order is that of the References panel.
enum class BodyRegion { Face, Hair, UpperClothes, LowerClothes, WholeBody, Shoes, Anything };

inline constexpr std::array allRegions{BodyRegion::Face,      BodyRegion::Hair,  BodyRegion::UpperClothes, BodyRegion::LowerClothes,
                                       BodyRegion::WholeBody, BodyRegion::Shoes, BodyRegion::Anything};

// "face", "hair", "upper-clothes", "lower-clothes", "whole-body", "shoes", "anything": command line, recipe and project.
std::string_view regionKey(BodyRegion region);
std::optional<BodyRegion> regionFromKey(std::string_view key);

}  // namespace retailor::completion
