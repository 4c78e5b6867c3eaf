#pragma once

#include <QString>

#include "ui/sight/method_sight.h"

namespace retailor::ui {

// What a picture is and how it is named on screen, translated.
QString sightTitle(const SightPicture& picture);                // "Model mask", "hat.png"
QString sightLooker(const SightPicture& picture);               // how a reference is looked at: "by region"; empty for others
QString sightExplanation(const SightPicture& picture);          // a sentence or two
QString behindTitle(completion::PreparedInput::Behind behind);  // of the setting: "Mask"

}  // namespace retailor::ui
