#include "ui/regions/part_look.h"

#include <QCoreApplication>
#include <QPainter>
#include <array>

#include "ui/controls/region_look.h"

namespace retailor::ui {

using document::PaintTarget;
using regions::BodyPart;

namespace {

constexpr int kTint = 135;  // of 255

struct PartWords {
  Q_DECLARE_TR_FUNCTIONS(BodyPart)
};

}  // namespace

QString partTitle(BodyPart part) {
  switch (part) {
    case BodyPart::Skin: return PartWords::tr("Legs, neck, bare skin");
    case BodyPart::Arms: return PartWords::tr("Arms and hands");
    case BodyPart::Carried: return PartWords::tr("Bags and jewellery");
    default: break;
  }
  const auto region = regions::regionOf(part);
  return region ? regionTitle(*region) : PartWords::tr("Background");
}

QColor partColour(BodyPart part) {
  if (const auto region = regions::regionOf(part)) return regionColour(*region);
  if (part == BodyPart::Arms) return QColor(0x9A, 0x86, 0xFF);
  return part == BodyPart::Carried ? QColor(0x8F, 0x6B, 0x4A) : QColor(0xB8, 0xBC, 0xC2);
}

std::optional<PaintTarget> markedAs(BodyPart part) {
  if (const auto region = regions::regionOf(part)) return PaintTarget::wornAt(*region);
  return regions::liesInFront(part) ? std::optional(PaintTarget::inFront()) : std::nullopt;
}

QImage tinted(const QImage& picture, const mask::Labels& parts) {
  std::array<QRgb, 256> colours{};
  for (const BodyPart part : regions::allParts) {
    QColor colour = partColour(part);
    colour.setAlpha(kTint);
    colours[static_cast<std::size_t>(part)] = qPremultiply(colour.rgba());
  }
  const mask::Labels small = parts.resized({picture.width(), picture.height()});
  QImage result = picture.convertToFormat(QImage::Format_RGB32), tint(picture.size(), QImage::Format_ARGB32_Premultiplied);
  for (int y = 0; y < small.height(); ++y) {
    auto* row = reinterpret_cast<QRgb*>(tint.scanLine(y));
    for (int x = 0; x < small.width(); ++x) row[x] = small.isOnBorder(x, y) ? 0xffffffff : colours[small.at(x, y)];
  }
  QPainter(&result).drawImage(0, 0, tint);
  return result;
}

QIcon colourChip(const QColor& colour) {
  QPixmap pixmap(12, 12);
  pixmap.fill(colour);
  return pixmap;
}

QIcon partChip(BodyPart part) { return part == BodyPart::None || part == BodyPart::Inherit ? QIcon() : colourChip(partColour(part)); }

QImage spotlit(const QImage& picture, const std::vector<std::uint32_t>& ids, std::uint32_t id) {
  constexpr int kDim = 4;
  QImage result = picture.convertToFormat(QImage::Format_RGB32);
  if (ids.size() != static_cast<std::size_t>(result.width()) * static_cast<std::size_t>(result.height())) return result;
  auto at = ids.begin();
  for (int y = 0; y < result.height(); ++y) {
    auto* row = reinterpret_cast<QRgb*>(result.scanLine(y));
    for (int x = 0; x < result.width(); ++x)
      if (*at++ != id) row[x] = qRgb(qRed(row[x]) / kDim, qGreen(row[x]) / kDim, qBlue(row[x]) / kDim);
  }
  return result;
}

}  // namespace retailor::ui
