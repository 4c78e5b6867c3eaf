#pragma once

#include <ATen/ATen.h>

#include <memory>
#include <string>

#include "core/neural/models/reference_reader.h"

namespace retailor::parity {

// A small pair of networks with weights made up from their names, as make_complete_me_goldens.py makes them, and references for them.
struct MadeUpPair {
  std::shared_ptr<const neural::Unet> drawing;
  std::shared_ptr<const neural::ReferenceUnet> looking;
};
// `golden`: the case whose settings lie beside the goldens.
MadeUpPair pairOf(const std::string& golden);

neural::RegionReference madeUpReference(std::int64_t k, std::int64_t h, std::int64_t w);

neural::ReferenceReader readerOf(const MadeUpPair& pair, const neural::ReadingPolicy& policy = {});

}  // namespace retailor::parity
