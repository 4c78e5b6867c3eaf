#include "core/neural/tensor/clip_preprocess.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <vector>

namespace retailor::neural {
namespace {

using Json = nlohmann::json;
using Bytes = std::vector<std::uint8_t>;

constexpr int longestSide = 65'535;

int side(const Json& value) {
  const int side = value.get<int>();
  if (side < 1 || side > 4096) throw std::invalid_argument("a side is not between 1 and 4096");
  return side;
}

// {"shortest_edge": s}, {"height": h, "width": w}, or a number, which older files give.
void readSize(const Json& size, ClipPreprocess& read) {
  read.shortSide = 0;
  if (size.is_number()) {
    read.shortSide = side(size);
  } else if (size.contains("shortest_edge")) {
    read.shortSide = side(size.at("shortest_edge"));
  } else {
    read.height = side(size.at("height"));
    read.width = side(size.at("width"));
  }
}

void readCrop(const Json& size, ClipPreprocess& read) {
  read.cropHeight = side(size.is_number() ? size : size.at("height"));
  read.cropWidth = side(size.is_number() ? size : size.at("width"));
}

std::array<float, 3> colours(const Json& value) {
  if (value.is_number()) return {value.get<float>(), value.get<float>(), value.get<float>()};
  return {value.at(0).get<float>(), value.at(1).get<float>(), value.at(2).get<float>()};
}

resample::Filter filterNumbered(int number) {
  if (number < 1 || number > 5) throw std::invalid_argument("it asks for a resampling filter that is not known");
  return static_cast<resample::Filter>(number);
}

// Colours are divided by their deviation.
void requireFinite(const ClipPreprocess& read) {
  for (std::size_t c = 0; c < 3; ++c)
    if (!std::isfinite(read.mean[c]) || !std::isnormal(read.deviation[c]))
      throw std::invalid_argument("image_mean and image_std are no colours to subtract and divide by");
  if (!std::isfinite(static_cast<float>(255 * read.factor))) throw std::invalid_argument("rescale_factor is out of range");
}

ClipPreprocess readAll(const Json& json) {
  ClipPreprocess read;
  const auto given = [&json](const char* name) { return json.contains(name) && !json.at(name).is_null(); };
  if (given("do_resize")) read.resizes = json.at("do_resize").get<bool>();
  if (given("size")) readSize(json.at("size"), read);
  if (given("resample")) read.filter = filterNumbered(json.at("resample").get<int>());
  if (given("do_center_crop")) read.crops = json.at("do_center_crop").get<bool>();
  if (given("crop_size")) readCrop(json.at("crop_size"), read);
  if (given("rescale_factor")) read.factor = json.at("rescale_factor").get<double>();
  if (given("do_rescale") && !json.at("do_rescale").get<bool>()) read.factor = 1;
  if (given("do_normalize")) read.normalises = json.at("do_normalize").get<bool>();
  if (given("image_mean")) read.mean = colours(json.at("image_mean"));
  if (given("image_std")) read.deviation = colours(json.at("image_std"));
  requireFinite(read);
  return read;
}

struct Picture {
  Bytes bytes;
  int width = 0;
  int height = 0;
};

int longSide(int shortSide, int longer, int shorter) {
  return static_cast<int>(std::min<std::int64_t>(longestSide, std::int64_t{shortSide} * longer / shorter));
}

Picture resized(resample::Pixels picture, const ClipPreprocess& how) {
  int width = picture.width, height = picture.height;
  if (how.resizes && how.shortSide > 0) {
    const bool upright = picture.width <= picture.height;
    width = upright ? how.shortSide : longSide(how.shortSide, picture.width, picture.height);
    height = upright ? longSide(how.shortSide, picture.height, picture.width) : how.shortSide;
  } else if (how.resizes) {
    width = how.width;
    height = how.height;
  }
  return {resample::resizedLikePillow(picture, width, height, how.filter), width, height};
}

// Where the middle `length` of `from` samples starts; negative where it is longer than they are.
int middle(int from, int length) { return from >= length ? (from - length) / 2 : -((length - from + 1) / 2); }

}  // namespace

Result<ClipPreprocess> ClipPreprocess::read(const std::string& json, const std::string& owner) {
  const auto unusable = [&owner](const std::string& why) {
    return Failure{FailureKind::MissingWeights, "The settings in " + owner + " cannot be used: " + why + ". Download the file again."};
  };
  const Json parsed = Json::parse(json, nullptr, false);
  if (!parsed.is_object()) return unusable("they are no JSON object");
  try {
    return readAll(parsed);
  } catch (const Json::exception&) {
    return unusable("a value is missing or of another kind than it should be");
  } catch (const std::exception& error) {
    return unusable(error.what());
  }
}

at::Tensor ClipPreprocess::pixelsOf(resample::Pixels picture) const {
  const Picture whole = resized(picture, *this);
  const int w = crops ? cropWidth : whole.width, h = crops ? cropHeight : whole.height;
  const int left = middle(whole.width, w), top = middle(whole.height, h);
  const at::Tensor pixels = at::empty({1, 3, h, w}, at::kFloat);
  float* to = pixels.mutable_data_ptr<float>();
  for (std::size_t c = 0; c < 3; ++c)
    for (int y = top; y < top + h; ++y)
      for (int x = left; x < left + w; ++x) {
        const bool inside = x >= 0 && y >= 0 && x < whole.width && y < whole.height;
        const std::size_t at = 3 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(whole.width) + static_cast<std::size_t>(x)) + c;
        const auto sample = static_cast<float>((inside ? whole.bytes[at] : 0) * factor);
        *to++ = normalises ? (sample - mean[c]) / deviation[c] : sample;
      }
  return pixels;
}

}  // namespace retailor::neural
