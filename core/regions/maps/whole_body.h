#pragma once

#include "core/mask/labels.h"

namespace retailor::regions {

// Whether what is labelled as whole-body clothes is at least 60 % of all clothes: less, and it rather is a long top, or several people.
bool wholeBodyPrevails(const mask::Labels& parts);

// Whole-body clothes become upper ones above the waist and lower ones below it. The waist lies 3.4 heights of the face below its top
// (proportions of someone standing; half of the clothes' height where no face is labelled). In place; false where there is nothing to
// divide.
bool splitWholeBody(mask::Labels& parts);

}  // namespace retailor::regions
