#include "ui/references/mask_steps.h"

#include <numeric>

namespace retailor::ui {

void MaskSteps::add(const mask::Mask& before, const mask::Mask& after, const image::Rect& changed) {
  if (changed.empty()) return;
  m_steps.resize(m_done);
  m_steps.push_back({changed, before.cropped(changed), after.cropped(changed)});
  m_done = m_steps.size();
  forgetOldest();
}

image::Rect MaskSteps::undo(mask::Mask& mask) {
  const Step& step = m_steps[--m_done];
  mask.paste(step.before, step.rect.x, step.rect.y);
  return step.rect;
}

image::Rect MaskSteps::redo(mask::Mask& mask) {
  const Step& step = m_steps[m_done++];
  mask.paste(step.after, step.rect.x, step.rect.y);
  return step.rect;
}

void MaskSteps::forgetOldest() {
  constexpr std::size_t budget = std::size_t{256} << 20;
  const auto bytes = [](std::size_t sum, const Step& step) {
    return sum + 2 * static_cast<std::size_t>(step.rect.width) * static_cast<std::size_t>(step.rect.height);
  };
  while (m_steps.size() > 1 && std::accumulate(m_steps.begin(), m_steps.end(), std::size_t{0}, bytes) > budget) {
    m_steps.erase(m_steps.begin());
    --m_done;
  }
}

}  // namespace retailor::ui
