#pragma once

#include <QStringList>
#include <vector>

#include "core/completion/tagged_reference.h"
#include "core/result.h"

namespace retailor::ui {

// Reads pictures as references of a region, with their hashes; a failure stands in for each file that is no picture. Seconds for large files: on a worker.
std::vector<Result<completion::TaggedReference>> readReferences(const QStringList& files, completion::BodyRegion region);

}  // namespace retailor::ui
