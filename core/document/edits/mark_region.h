#pragma once

#include <QString>

#include "core/document/paint_target.h"
#include "core/image/geometry.h"

namespace retailor::document {

class Document;

// What happens where a marked body region grows over another one. Body regions never share a pixel: the coverages of any two sum to at most
// 255. The mask, and what lies in front, lie over the regions and share with all.
enum class Sharing {
  TakesOver,  // the other one gives way
  Yields      // the other one is protected
};

// Pushes one undoable step by which `target` becomes `after` (photo's size), and others give way. Nothing where nothing changes.
void pushCoverage(Document& document, const mask::Mask& after, const QString& label, const PaintTarget& target, Sharing sharing);

// The same for what was painted live: `before` is the coverage as it was, `rect` what the gesture touched.
void pushPainted(Document& document, const mask::Mask& before, const image::Rect& rect, const QString& label, const PaintTarget& target,
                 Sharing sharing);

}  // namespace retailor::document
