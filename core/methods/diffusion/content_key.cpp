#include "core/methods/diffusion/content_key.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include <array>
#include <cstdio>
#include <cstring>
#include <system_error>

#include "core/completion/hash.h"

namespace retailor::diffusion {

std::string keyOf(std::initializer_list<std::string> parts) {
  std::string key;
  for (const std::string& part : parts) key.append(std::to_string(part.size())).append(":").append(part).append(";");
  return key;
}

std::string keyOf(double number) {
  std::array<char, 40> digits{};
  std::snprintf(digits.data(), digits.size(), "%a", number);
  return digits.data();
}

std::string keyOf(const std::filesystem::path& file) {
  std::error_code ignored;
  const auto size = std::filesystem::file_size(file, ignored);
  const auto date = std::filesystem::last_write_time(file, ignored).time_since_epoch().count();
  return keyOf({file.string(), std::to_string(size), std::to_string(date)});
}

std::string keyOf(const at::Tensor& numbers) {
  if (!numbers.defined()) return "undefined";
  const at::Tensor rows = numbers.contiguous();
  const auto count = static_cast<int>(rows.numel());
  image::Bitmap samples({count, 1}, 1, image::SampleType::F32);
  std::memcpy(samples.bytes(), rows.data_ptr(), samples.byteCount());
  std::string shape;
  for (const std::int64_t side : rows.sizes()) shape += std::to_string(side) + "x";
  return keyOf({shape, completion::sha256Of(samples)});
}

std::string keyOf(const weights::Component& component, const neural::Placement& placement) {
  return keyOf({keyOf(component.weights.file), component.config, placement.device.str(), c10::toString(placement.type),
                std::to_string(at::get_num_threads())});
}

}  // namespace retailor::diffusion
