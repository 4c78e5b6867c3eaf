#pragma once

#include <cstddef>
#include <vector>

#include "core/mask/mask.h"

namespace retailor::ui {

// Undo inside the mask editor: the changed rectangle of each step, before and after. The oldest steps go when they take too much memory.
class MaskSteps {
 public:
  void add(const mask::Mask& before, const mask::Mask& after, const image::Rect& changed);
  bool canUndo() const { return m_done > 0; }
  bool canRedo() const { return m_done < m_steps.size(); }
  image::Rect undo(mask::Mask& mask);  // what changed
  image::Rect redo(mask::Mask& mask);

 private:
  struct Step {
    image::Rect rect;
    mask::Mask before;
    mask::Mask after;
  };

  void forgetOldest();

  std::vector<Step> m_steps;
  std::size_t m_done = 0;  // steps before it are applied
};

}  // namespace retailor::ui
