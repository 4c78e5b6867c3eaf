#include "ui/controls/target_look.h"

#include <QCoreApplication>

#include "ui/controls/region_look.h"

namespace retailor::ui {

using completion::BodyRegion;
using document::PaintTarget;

namespace {

struct TargetWords {
  Q_DECLARE_TR_FUNCTIONS(PaintTarget)
};

}  // namespace

QString targetTitle(const PaintTarget& target) {
  if (target.isMask()) return TargetWords::tr("Mask");
  if (target.what == PaintTarget::What::InFront) return TargetWords::tr("In front of the clothes");
  switch (target.region) {
    case BodyRegion::UpperClothes: return TargetWords::tr("Worn upper clothes");
    case BodyRegion::LowerClothes: return TargetWords::tr("Worn lower clothes");
    case BodyRegion::WholeBody: return TargetWords::tr("Worn whole-body clothes");
    default: return regionTitle(target.region);
  }
}

QColor targetColour(const PaintTarget& target) {
  return target.what == PaintTarget::What::Region ? regionColour(target.region) : QColor(0xFF, 0x5C, 0x7A);
}

}  // namespace retailor::ui
