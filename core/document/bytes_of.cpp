#include "core/document/bytes_of.h"

namespace retailor::document {

std::size_t bytesOf(const mask::Mask* mask) {
  return mask ? static_cast<std::size_t>(mask->width()) * static_cast<std::size_t>(mask->height()) : 0;
}

std::size_t bytesOf(const completion::TaggedReference& reference) {
  return (reference.picture ? reference.picture->byteCount() : 0) + bytesOf(reference.mask.get());
}

std::size_t bytesOf(const completion::Candidate& result) {
  return (result.pixels ? result.pixels->byteCount() : 0) + bytesOf(result.blend.get());
}

}  // namespace retailor::document
