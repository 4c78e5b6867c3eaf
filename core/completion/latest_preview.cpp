#include "core/completion/latest_preview.h"

#include <utility>

namespace retailor::completion {

void LatestPreview::put(Preview preview) {
  std::optional<Preview> older(std::move(preview));
  {
    const std::lock_guard lock(m_mutex);
    m_preview.swap(older);
  }
  // The dropped picture is freed here, outside the lock, so that the window never waits for it.
}

std::optional<Preview> LatestPreview::take() {
  const std::lock_guard lock(m_mutex);
  return std::exchange(m_preview, std::nullopt);
}

}  // namespace retailor::completion
