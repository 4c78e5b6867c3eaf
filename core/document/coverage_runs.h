#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include "core/mask/mask.h"

namespace retailor::document {

// A rectangle of a mask as runs of equal coverage, row by row. Masks are mostly 0 and 255, so this keeps them small, and at several
// gigabytes a second it can be done while the user waits, as deflating cannot.
// A row is tokens until its width is reached: a varint of (length << 1 | run), then one byte for a run or `length` bytes as they are.
QByteArray runsOf(const mask::Mask& mask, const image::Rect& rect);

// Puts runs back; false, with the rectangle partly written, when they do not fill it exactly.
bool putRuns(QByteArrayView runs, mask::Mask& mask, const image::Rect& rect);

}  // namespace retailor::document
