#pragma once

#include <QStringList>
#include <string>
#include <vector>

#include "core/completion/tagged_reference.h"

namespace retailor::ui {

struct ReadReferences {
  std::vector<completion::TaggedReference> read;
  std::vector<std::string> failures;  // a sentence for each file that is no picture
};

// Reads pictures as references of a region, with their hashes. Seconds for large files: on a worker.
ReadReferences readReferences(const QStringList& files, completion::BodyRegion region);

}  // namespace retailor::ui
