#pragma once

#include <QString>

#include "ui/preferences/models/model_source.h"

namespace retailor::ui {

QString reasonWord(SearchedBecause because);  // "hub cache"
QString sizeWord(std::uintmax_t bytes);       // "1.72 GB", in the user's language
QString kindWord(const std::string& kind);    // "Inpainting" for "StableDiffusionInpaintPipeline"

}  // namespace retailor::ui
