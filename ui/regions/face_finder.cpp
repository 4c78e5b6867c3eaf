#include "ui/regions/face_finder.h"

#include "core/regions/suggestions/found_faces.h"

namespace retailor::ui {

FaceFinder faceFinderOn(std::shared_ptr<const image::Bitmap> picture) {
  const auto cascade = regions::faceCascade();
  if (!cascade) return {};
  return [picture = std::move(picture), cascade = *cascade](const std::stop_token& stop) {
    return regions::foundFrontalFaces(*picture, cascade, stop);
  };
}

}  // namespace retailor::ui
