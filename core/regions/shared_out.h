#pragma once

#include <set>
#include <vector>

#include "core/completion/tagged_reference.h"
#include "core/regions/body_part.h"

namespace retailor::regions {

// A picture of a person as a reference for each of its `wanted` parts that is a region: that region's tag, and a mask of that part; name,
// picture and weight stay, placement and fit only where the tag does. `parts` has the picture's size. Parts that are no region or are not
// there are left out. Hashes the masks: on a worker.
std::vector<completion::TaggedReference> sharedOut(const completion::TaggedReference& person, const mask::Labels& parts,
                                                   const std::set<BodyPart>& wanted);

}  // namespace retailor::regions
