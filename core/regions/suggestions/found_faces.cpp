#include "core/regions/suggestions/found_faces.h"

#include <algorithm>
#include <cstdlib>
#include <iterator>

#include <opencv2/imgproc.hpp>
#include <opencv2/objdetect.hpp>

#include "core/image/opencv_bitmap.h"
#include "core/image/resize.h"

namespace retailor::regions {

namespace {

namespace fs = std::filesystem;

constexpr const char* kFrontalFile = "haarcascade_frontalface_alt2.xml";
constexpr const char* kProfileFile = "haarcascade_profileface.xml";
constexpr double kSameFace = 0.2;    // of the smaller box: both cascades found it
constexpr int kFaceSearch = 1000;    // pixels a side of the picture searched
constexpr double kLeastFace = 0.05;  // of its short side
constexpr double kScaleStep = 1.1;
constexpr int kNeighbours = 4;  // hits that must agree

std::vector<fs::path> usualFolders() {
  std::vector<fs::path> folders{"/usr/share/opencv4/haarcascades", "/usr/local/share/opencv4/haarcascades",
                                "/usr/share/opencv/haarcascades"};
  if (const char* own = std::getenv("OPENCV_SAMPLES_DATA_PATH")) folders.insert(folders.begin(), {own, fs::path(own) / "haarcascades"});
  return folders;
}

// The photo as detectors look at it: small and grey, from black to white.
cv::Mat searched(const image::Bitmap& photo) {
  const image::Size size = image::fittedInto(photo.size(), {kFaceSearch, kFaceSearch});
  const image::Bitmap picture = size.width < photo.width() ? image::resized(photo, size) : photo;
  cv::Mat grey;
  cv::cvtColor(image::toCv(picture), grey, picture.channels() == 4 ? cv::COLOR_RGBA2GRAY : cv::COLOR_RGB2GRAY);
  cv::equalizeHist(grey, grey);
  return grey;
}

bool isAmong(const std::vector<image::Rect>& faces, const image::Rect& box) {
  const auto area = [](const image::Rect& rect) { return static_cast<double>(rect.width) * rect.height; };
  return std::ranges::any_of(faces, [&](const image::Rect& other) {
    return area(image::intersected(box, other)) >= kSameFace * std::min(area(box), area(other));
  });
}

std::vector<image::Rect> scaledUp(const std::vector<cv::Rect>& found, image::Size small, image::Size photo) {
  const double across = static_cast<double>(photo.width) / small.width, down = static_cast<double>(photo.height) / small.height;
  std::vector<image::Rect> faces;
  for (const cv::Rect& one : found)
    faces.push_back({static_cast<int>(one.x * across), static_cast<int>(one.y * down), static_cast<int>(one.width * across),
                     static_cast<int>(one.height * down)});
  std::ranges::sort(faces, std::greater(), &image::Rect::width);
  return faces;
}

// The cascade for profiles knows those that look one way: the picture is mirrored for the others.
enum class Look { AsItIs, Mirrored };

// In photo pixels, largest first.
Result<std::vector<image::Rect>> detected(const image::Bitmap& photo, const fs::path& cascade, Look look) {
  const Failure unreadable =
      badInput("The trained file " + cascade.string() + " for finding faces cannot be read; install OpenCV's data again.");
  try {
    cv::CascadeClassifier detector;
    if (!detector.load(cascade.string())) return unreadable;
    cv::Mat grey = searched(photo);
    if (look == Look::Mirrored) cv::flip(grey, grey, 1);
    std::vector<cv::Rect> found;
    const int least = std::max(20, static_cast<int>(kLeastFace * std::min(grey.cols, grey.rows)));
    detector.detectMultiScale(grey, found, kScaleStep, kNeighbours, 0, {least, least});
    if (look == Look::Mirrored)
      for (cv::Rect& one : found) one.x = grey.cols - one.x - one.width;
    return scaledUp(found, {grey.cols, grey.rows}, photo.size());
  } catch (const cv::Exception&) {
    return unreadable;
  }
}

}  // namespace

std::optional<fs::path> faceCascade(const std::vector<fs::path>& folders) {
  std::error_code ignored;
  for (const fs::path& folder : folders.empty() ? usualFolders() : folders)
    if (fs::is_regular_file(folder / kFrontalFile, ignored)) return folder / kFrontalFile;
  return std::nullopt;
}

Result<std::vector<image::Rect>> foundFrontalFaces(const image::Bitmap& photo, const fs::path& cascade, std::stop_token stop) {
  return stop.stop_requested() ? std::vector<image::Rect>() : detected(photo, cascade, Look::AsItIs);
}

Result<std::vector<image::Rect>> foundFaces(const image::Bitmap& photo, const fs::path& cascade, std::stop_token stop) {
  auto faces = foundFrontalFaces(photo, cascade, stop);
  const fs::path besides = cascade.parent_path() / kProfileFile;
  std::error_code ignored;
  if (!faces || !fs::is_regular_file(besides, ignored)) return faces;
  for (const Look look : {Look::AsItIs, Look::Mirrored}) {
    if (stop.stop_requested()) break;
    const auto profiles = detected(photo, besides, look);
    if (!profiles) return profiles.failure();
    std::ranges::copy_if(*profiles, std::back_inserter(*faces), [&](const image::Rect& face) { return !isAmong(*faces, face); });
  }
  return faces;
}

}  // namespace retailor::regions
