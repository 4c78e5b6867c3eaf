#pragma once

#include <cstddef>

#include "core/completion/candidate.h"
#include "core/completion/tagged_reference.h"

namespace retailor::document {

// What the pictures and masks of these take in memory.
std::size_t bytesOf(const completion::TaggedReference& reference);
std::size_t bytesOf(const completion::Candidate& result);
std::size_t bytesOf(const mask::Mask* mask);

}  // namespace retailor::document
