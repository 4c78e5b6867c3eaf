#include "ui/regions/face_finder.h"

#include "core/regions/suggestions/found_faces.h"

namespace retailor::ui {

FaceFinder faceFinderOn(const std::shared_ptr<VisiblePicture>& picture, const document::DocumentState& state) {
  const auto cascade = regions::faceCascade();
  if (!cascade) return {};
  return [picture, state, cascade = *cascade](const std::stop_token& stop) {
    return regions::foundFrontalFaces(*picture->of(state), cascade, stop);
  };
}

}  // namespace retailor::ui
