#include "core/methods/diffusion/working_window.h"

#include <algorithm>
#include <cmath>

namespace retailor::diffusion {
namespace {

using completion::WindowChoice;
using composite::CropWindow;

image::Size roundedDown(image::Size size, int multiple) {
  const auto down = [multiple](int side) { return std::max(multiple, side / multiple * multiple); };
  return {down(size.width), down(size.height)};
}

// The size of a rectangle's shape with about this area, never larger than the rectangle twice over.
image::Size sizeOfArea(image::Size shape, double area, int multiple) {
  const double scale = std::min(2.0, std::sqrt(area / (static_cast<double>(shape.width) * shape.height)));
  const auto side = [&](int length) { return std::max(multiple, static_cast<int>(std::lround(length * scale / multiple)) * multiple); };
  return {side(shape.width), side(shape.height)};
}

std::string textOf(image::Size size) { return std::to_string(size.width) + ":" + std::to_string(size.height); }

// The working size that is called for from outside, if any.
Result<std::optional<image::Size>> calledFor(const completion::CompletionSettings& settings, const WindowNeeds& needs) {
  const bool asked = settings.workingSize != image::Size{};
  const image::Size size = asked ? roundedDown(settings.workingSize, needs.multipleOf) : needs.given.value_or(image::Size{});
  if (asked && needs.given && size != *needs.given)
    return badInput("The noise file is for a working size of " + textOf(*needs.given) + ", not " + textOf(size) +
                    "; change --size or --noise.");
  if (!asked && !needs.given) return std::optional<image::Size>();
  return std::optional(size);
}

image::Size halved(image::Size size, int halvings, int multiple) {
  const double factor = std::pow(0.5, halvings / 2.0);
  return roundedDown({static_cast<int>(size.width * factor), static_cast<int>(size.height * factor)}, multiple);
}

CropWindow autoWindow(const mask::Mask& mask, std::optional<image::Size> size, double area, const WindowNeeds& needs) {
  composite::ContextRule rule{.multipleOf = needs.multipleOf};
  if (size) rule.aspect = static_cast<double>(size->width) / size->height;
  CropWindow window = composite::windowAround(mask, static_cast<std::int64_t>(area), rule);
  if (size) window.workingSize = *size;
  return window;
}

}  // namespace

Result<CropWindow> workingWindow(const completion::CompletionRequest& request, const WindowNeeds& needs) {
  const completion::CompletionSettings& settings = request.settings;
  const Result<std::optional<image::Size>> called = calledFor(settings, needs);
  if (!called) return called.failure();
  std::optional<image::Size> size = *called;
  const bool hasUsual = needs.usual != image::Size{};
  const image::Size model = hasUsual ? needs.usual : image::Size{needs.modelSide, needs.modelSide};
  if (!size && hasUsual && settings.window == WindowChoice::Auto) size = roundedDown(needs.usual, needs.multipleOf);
  double area = static_cast<double>(model.width) * model.height;
  if (needs.halvings > 0) {
    area *= std::pow(0.5, needs.halvings);
    if (size) size = halved(*size, needs.halvings, needs.multipleOf);
  }
  if (settings.window == WindowChoice::Auto) return autoWindow(*request.mask, size, area, needs);
  const image::Rect rect = settings.window == WindowChoice::Given ? settings.givenWindow : request.photo->pixels.bounds();
  return CropWindow{rect, size ? *size : sizeOfArea(rect.size(), area, needs.multipleOf)};
}

}  // namespace retailor::diffusion
