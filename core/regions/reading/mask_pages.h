#pragma once

#include <string>
#include <vector>

#include "core/image/read_labels.h"
#include "core/regions/maps/label_map.h"
#include "core/result.h"

namespace retailor::regions {

// Pages that are a mask each (at least one, all of one size), named after a part or a class of a known scheme. What has at least half of a
// page's brightest counts, so that 0/1 masks do too; where two overlap the smaller one lies on top, with a note. The map brings its own
// scheme; pages without a known name are classes of it that go nowhere, with a note. `name` is the file's.
LabelMap mapOfPages(std::vector<image::LabelPage> pages, const std::string& name);

}  // namespace retailor::regions
