#include "core/document/edits/mark_region.h"

#include <algorithm>

#include "core/document/document.h"
#include "core/document/edits/change_mask_edit.h"

namespace retailor::document {

namespace {

using mask::Mask;

bool isRegion(const PaintTarget& target) { return target.what == PaintTarget::What::Region; }

std::vector<PaintTarget> otherRegions(const Document& document, const PaintTarget& target) {
  std::vector<PaintTarget> others = markedTargets(document.state().regions);
  std::erase_if(others, [&](const PaintTarget& one) { return !isRegion(one) || one == target; });
  return others;
}

// Shrinks `given`, inside rect, to what `taken` leaves, though never below `least`. Whether anything changed.
bool giveWay(Mask& given, const Mask& taken, const image::Rect& rect, const Mask* least) {
  bool changed = false;
  for (int y = rect.y; y < rect.y + rect.height; ++y)
    for (int x = rect.x; x < rect.x + rect.width; ++x) {
      const int free = std::max(255 - taken.at(x, y), least ? int{least->at(x, y)} : 0);
      if (given.at(x, y) <= free) continue;
      given.row(y)[x] = static_cast<std::uint8_t>(free);
      changed = true;
    }
  return changed;
}

bool overlap(const Mask& a, const Mask& b, const image::Rect& rect) {
  for (int y = rect.y; y < rect.y + rect.height; ++y)
    for (int x = rect.x; x < rect.x + rect.width; ++x)
      if (a.at(x, y) + b.at(x, y) > 255) return true;
  return false;
}

struct GivenWay {
  PaintTarget target;
  Mask after;
};

std::vector<GivenWay> othersWithout(const Document& document, const Mask& taken, const image::Rect& rect, const PaintTarget& target) {
  std::vector<GivenWay> changed;
  for (const PaintTarget& other : otherRegions(document, target)) {
    const auto marked = markedIn(document.state().regions, other);
    if (marked->size() != taken.size() || !overlap(*marked, taken, rect)) continue;
    changed.push_back({other, *marked});
    giveWay(changed.back().after, taken, rect, nullptr);
  }
  return changed;
}

// What the others leave of a growing region; what it had it keeps.
void yield(const Document& document, Mask& after, const Mask& before, const image::Rect& rect, const PaintTarget& target) {
  for (const PaintTarget& other : otherRegions(document, target))
    if (const auto marked = markedIn(document.state().regions, other); marked->size() == after.size())
      giveWay(after, *marked, rect, &before);
}

void pushWithOthers(Document& document, ChangeMaskEdit* edit, const std::vector<GivenWay>& others, const QString& label) {
  if (others.empty()) return document.undoStack().push(edit);
  document.undoStack().beginMacro(label);
  document.undoStack().push(edit);
  for (const GivenWay& other : others) document.undoStack().push(new ChangeMaskEdit(document, other.after, label, other.target));
  document.undoStack().endMacro();
}

}  // namespace

void pushCoverage(Document& document, const Mask& after, const QString& label, const PaintTarget& target, Sharing sharing) {
  Mask limited = after;
  if (isRegion(target) && sharing == Sharing::Yields) yield(document, limited, document.coverage(target), after.bounds(), target);
  if (limited == document.coverage(target)) return;
  const auto others = isRegion(target) ? othersWithout(document, limited, after.bounds(), target) : std::vector<GivenWay>();
  pushWithOthers(document, new ChangeMaskEdit(document, limited, label, target), others, label);
}

void pushPainted(Document& document, const Mask& before, const image::Rect& rect, const QString& label, const PaintTarget& target,
                 Sharing sharing) {
  const image::Rect touched = image::intersected(rect, before.bounds());
  if (isRegion(target) && sharing == Sharing::Yields) {
    yield(document, document.maskForPainting(target), before, touched, target);
    document.maskPainted(touched, target);
  }
  const auto others = isRegion(target) ? othersWithout(document, document.coverage(target), touched, target) : std::vector<GivenWay>();
  pushWithOthers(document, new ChangeMaskEdit(document, before, touched, label, target), others, label);
}

}  // namespace retailor::document
