#include "ui/controls/region_look.h"

#include <QCoreApplication>

namespace retailor::ui {

using completion::BodyRegion;

namespace {

struct RegionWords {
  Q_DECLARE_TR_FUNCTIONS(BodyRegion)
};

}  // namespace

QString regionTitle(BodyRegion region) {
  switch (region) {
    case BodyRegion::Face: return RegionWords::tr("Face");
    case BodyRegion::Hair: return RegionWords::tr("Hair or headwear");
    case BodyRegion::UpperClothes: return RegionWords::tr("Upper clothes");
    case BodyRegion::LowerClothes: return RegionWords::tr("Lower clothes");
    case BodyRegion::WholeBody: return RegionWords::tr("Whole-body clothes");
    case BodyRegion::Shoes: return RegionWords::tr("Shoes");
    case BodyRegion::Anything: break;
  }
  return RegionWords::tr("Anything");
}

// After Okabe and Ito's palette, which stays apart under the common colour deficiencies; violet for what has no region.
QColor regionColour(BodyRegion region) {
  switch (region) {
    case BodyRegion::Face: return QColor(0xE6, 0x9F, 0x00);
    case BodyRegion::Hair: return QColor(0xE0, 0x86, 0xB4);
    case BodyRegion::UpperClothes: return QColor(0x56, 0xB4, 0xE9);
    case BodyRegion::LowerClothes: return QColor(0x1F, 0xB8, 0x8A);
    case BodyRegion::WholeBody: return QColor(0xE8, 0xDC, 0x3F);
    case BodyRegion::Shoes: return QColor(0xF0, 0x72, 0x2E);
    case BodyRegion::Anything: break;
  }
  return QColor(0x9A, 0x86, 0xFF);
}

QString regionIconName(BodyRegion region) {
  const std::string_view key = completion::regionKey(region);
  return QStringLiteral("region-") + QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size()));
}

}  // namespace retailor::ui
