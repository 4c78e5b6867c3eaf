#pragma once

#include <memory>
#include <mutex>
#include <vector>

#include "core/document/document_state.h"

namespace retailor::ui {

// The photo with its visible layers as sRGB U8: what wand and object box look at. Made when first asked for and kept until the layers
// change. Workers.
class VisiblePicture {
 public:
  std::shared_ptr<const image::Bitmap> of(const document::DocumentState& state);

 private:
  struct Look {
    const image::Bitmap* pixels = nullptr;
    double opacity = 1;
    bool operator==(const Look&) const = default;
  };
  static std::vector<Look> looks(const document::DocumentState& state);

  std::mutex m_mutex;
  std::shared_ptr<const image::Photo> m_photo;
  std::vector<Look> m_looks;
  std::shared_ptr<const image::Bitmap> m_picture;
};

}  // namespace retailor::ui
