#pragma once

#include <span>
#include <string>

#include "core/regions/maps/label_map.h"
#include "core/result.h"

namespace retailor::regions {

// Masks as COCO writes them, runs of pixels down the columns, out and in by turns: {"size": [height, width], "counts": …}, the counts a
// list or COCO's text of them (five bits a letter, differences from the third on). One such object, a list of annotations with a
// "segmentation" and a "category_id" or "category_name", or a whole COCO file whose "categories" name the ids. Annotations of one category
// are one class, and the smaller of two that overlap lies on top. Where names are given the map brings its own scheme. BadInput for
// polygons, several pictures in one file, sizes that differ or that no picture has, and counts that do not fill them.
Result<LabelMap> readRleJson(std::span<const std::byte> file, const std::string& name);

}  // namespace retailor::regions
