#pragma once

#include <cstdint>
#include <mutex>
#include <optional>

#include "core/image/bitmap.h"

namespace retailor::completion {

struct Preview {
  std::uint64_t run = 0;
  image::Rect window;     // photo pixels
  image::Bitmap picture;  // U8 sRGB, 3 channels
};

// A one-place box: the worker leaves the newest preview, the window takes it when it has time; older ones are dropped. Any thread.
class LatestPreview {
 public:
  void put(Preview preview);
  std::optional<Preview> take();

 private:
  std::mutex m_mutex;
  std::optional<Preview> m_preview;
};

}  // namespace retailor::completion
