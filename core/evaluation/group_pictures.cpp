#include "core/evaluation/group_pictures.h"

#include "core/image/load_file.h"
#include "core/image/read_photo.h"
#include "core/metrics/masked_protocols.h"

namespace retailor::evaluation {

Result<image::Bitmap> comparedPicture(const std::filesystem::path& file) {
  Result<image::Bitmap> picture = image::readAsSrgb8(file);
  if (!picture) return picture;
  return metrics::overWhite(*picture);
}

Result<std::string> readPrompt(const std::filesystem::path& file) {
  constexpr const char* blanks = " \t\r\n";
  std::error_code ignored;
  if (std::filesystem::file_size(file, ignored) == 0) return std::string();
  image::ReadBudget budget;
  budget.maxFileBytes = 64 << 10;
  const Result<image::Bytes> bytes = image::loadFile(file, budget);
  if (!bytes) return bytes.failure();
  const std::string text(reinterpret_cast<const char*>(bytes->data()), bytes->size());
  const std::size_t first = text.find_first_not_of(blanks);
  if (first == std::string::npos) return std::string();
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

}  // namespace retailor::evaluation
