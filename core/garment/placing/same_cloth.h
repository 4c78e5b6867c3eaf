#pragma once

#include <opencv2/core.hpp>

#include "core/garment/matching/worn_garment.h"
#include "core/garment/mesh/fit_mesh.h"
#include "core/garment/silhouette/garment_cut.h"

namespace retailor::garment {

// Where the person wears the very garment that is being fitted, as in a shop's pictures of one, the photo shows the same pattern: then the
// mesh is brought into register with it, by a smooth flow of a few pixels (Lucas and Kanade 1981, from coarse to fine). The mesh as it
// is where the patterns are not plainly the same, or where there is none. `rgb`: the photo's `window`, 8-bit sRGB, 3 channels. For .cpp
// files of this room only.
FitMesh inRegister(const FitMesh& mesh, const GarmentCut& cut, const WornGarment& worn, const cv::Mat& rgb, const image::Rect& window,
                   bool sleevesOnTop);

}  // namespace retailor::garment
