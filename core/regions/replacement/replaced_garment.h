#pragma once

#include <stop_token>

#include "core/completion/completion_request.h"
#include "core/garment/fit_warning.h"
#include "core/result.h"

namespace retailor::regions {

// What the hole for a replaced part keeps out.
struct HoleSettings {
  double growth = 0.02;  // of the person's height: room for the new garment's own outline
  // Arms, hands and what else lies in front are drawn anew too, as far as the upper garment's box reaches, because the new sleeves may be
  // longer or shorter. Of upper and whole-body clothes only.
  bool sleevesMayChange = false;
};

// The hole that replacing the marked part `tag` needs, photo's size: the part grown, without face and hair (unless it is that one), without
// the shoes below clothes, and without what lies in front unless sleeves may change; soft edges of what is kept stay soft. Whole-body
// clothes that are not marked are upper and lower ones together. The person's height is that of all marked parts. BadInput when the part is
// not marked, or all of it is kept.
Result<mask::Mask> replacementHole(const completion::PhotoRegions& regions, completion::BodyRegion tag, image::Size photo,
                                   const HoleSettings& settings = {});

// How hem and sleeves of the clothes dropped for `tag` differ from those worn: the warnings of core/garment's fit that concern lengths and
// what would be bared. Needs the part marked in the request's regions. Nothing where there is no such reference, or it cannot be compared.
// A few tenths of a second for each reference: on a worker.
garment::FitWarnings lengthWarnings(const completion::CompletionRequest& request, completion::BodyRegion tag, std::stop_token stop = {});

}  // namespace retailor::regions
