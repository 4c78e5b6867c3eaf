#pragma once

#include <QImage>

#include "core/completion/candidate.h"
#include "core/image/photo.h"

namespace retailor::ui {

// A candidate's window as a small picture that fits into `box` pixels, in sRGB. Resamples: call it on a worker.
QImage candidateTile(const completion::Candidate& candidate, const image::ColourProfile& profile, QSize box);

}  // namespace retailor::ui
