#include "core/image/sentences.h"

namespace retailor::image {

Failure cutShort(const std::string& name) {
  return badInput(quoted(name) + " is cut short: the picture ends before its last row. Copy it again from its source.");
}

Failure damaged(const std::string& name) {
  return badInput(quoted(name) + " is damaged and can't be decoded. Copy it again from its source.");
}

Failure notReadable(const std::string& name, const std::string& what) {
  return badInput(quoted(name) + " " + what + ". Save it as an ordinary PNG, JPEG, TIFF or WebP picture in another program first.");
}

Failure tooLargeFor(const std::string& format, int maxSide) {
  return badInput(format + " holds at most " + std::to_string(maxSide) +
                  " pixels a side. Export as PNG or TIFF, or make the picture smaller.");
}

Failure outOfMemory(const std::string& name) {
  return {FailureKind::OutOfMemory, "There is not enough memory for " + quoted(name) + ". Close other programs or use a smaller picture."};
}

Result<void> withinBudget(const std::string& name, Size declared, const ReadBudget& budget) {
  if (declared.width <= 0 || declared.height <= 0) return damaged(name);
  const std::int64_t pixels = std::int64_t{declared.width} * declared.height;
  if (declared.width <= budget.maxSide && declared.height <= budget.maxSide && pixels <= budget.maxPixels) return {};
  return badInput(quoted(name) + " declares " + std::to_string(declared.width) + " × " + std::to_string(declared.height) +
                  " pixels; at most " + std::to_string(budget.maxPixels / 1'000'000) + " megapixels and " + std::to_string(budget.maxSide) +
                  " pixels a side can be opened. Make it smaller in another program first.");
}

}  // namespace retailor::image
