#include "ui/controls/region_look.h"

#include <QCoreApplication>

namespace retailor::ui {

using completion::BodyRegion;

QString regionTitle(BodyRegion region) {
  const auto tr = [](const char* text) { return QCoreApplication::translate("BodyRegion", text); };
  switch (region) {
    case BodyRegion::Face: return tr(QT_TRANSLATE_NOOP("BodyRegion", "Face"));
    case BodyRegion::Hair: return tr(QT_TRANSLATE_NOOP("BodyRegion", "Hair or headwear"));
    case BodyRegion::UpperClothes: return tr(QT_TRANSLATE_NOOP("BodyRegion", "Upper clothes"));
    case BodyRegion::LowerClothes: return tr(QT_TRANSLATE_NOOP("BodyRegion", "Lower clothes"));
    case BodyRegion::WholeBody: return tr(QT_TRANSLATE_NOOP("BodyRegion", "Whole-body clothes"));
    case BodyRegion::Shoes: return tr(QT_TRANSLATE_NOOP("BodyRegion", "Shoes"));
    case BodyRegion::Anything: break;
  }
  return tr(QT_TRANSLATE_NOOP("BodyRegion", "Anything"));
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
