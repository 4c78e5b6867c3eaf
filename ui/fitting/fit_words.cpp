#include "ui/fitting/fit_words.h"

#include <QCoreApplication>
#include <utility>

namespace retailor::ui {

using garment::GarmentKind;
using garment::Landmark;

namespace {

struct FitWords {
  Q_DECLARE_TR_FUNCTIONS(Fitting)
};

QString onTheLeft(Landmark landmark) {
  switch (landmark) {
    case Landmark::NeckLeft: return FitWords::tr("left side of the neck");
    case Landmark::ShoulderLeft: return FitWords::tr("left shoulder");
    case Landmark::CuffOuterLeft: return FitWords::tr("left cuff, outer");
    case Landmark::CuffInnerLeft: return FitWords::tr("left cuff, inner");
    case Landmark::ArmpitLeft: return FitWords::tr("left armpit");
    case Landmark::WaistLeft: return FitWords::tr("left side of the waist");
    case Landmark::HemLeft: return FitWords::tr("left hem, outer");
    case Landmark::HemInnerLeft: return FitWords::tr("left hem, inner");
    default: return {};
  }
}

QString onTheRight(Landmark landmark) {
  switch (landmark) {
    case Landmark::NeckRight: return FitWords::tr("right side of the neck");
    case Landmark::ShoulderRight: return FitWords::tr("right shoulder");
    case Landmark::CuffOuterRight: return FitWords::tr("right cuff, outer");
    case Landmark::CuffInnerRight: return FitWords::tr("right cuff, inner");
    case Landmark::ArmpitRight: return FitWords::tr("right armpit");
    case Landmark::WaistRight: return FitWords::tr("right side of the waist");
    case Landmark::HemRight: return FitWords::tr("right hem, outer");
    case Landmark::HemInnerRight: return FitWords::tr("right hem, inner");
    default: return {};
  }
}

}  // namespace

QString landmarkName(Landmark landmark) {
  if (landmark == Landmark::NeckBottom) return FitWords::tr("bottom of the neckline");
  if (landmark == Landmark::Crotch) return FitWords::tr("crotch");
  const QString left = onTheLeft(landmark);
  return left.isEmpty() ? onTheRight(landmark) : left;
}

QString pinName(const garment::FitPin& pin) { return pin.landmark ? landmarkName(*pin.landmark) : FitWords::tr("extra pin"); }

QString kindTitle(GarmentKind kind) {
  switch (kind) {
    case GarmentKind::Sleeved: return FitWords::tr("Top with sleeves");
    case GarmentKind::Sleeveless: return FitWords::tr("Top without sleeves");
    case GarmentKind::Skirt: return FitWords::tr("Skirt");
    case GarmentKind::Trousers: return FitWords::tr("Trousers");
    case GarmentKind::SleevedDress: return FitWords::tr("Dress with sleeves");
    case GarmentKind::SleevelessDress: break;
  }
  return FitWords::tr("Dress without sleeves");
}

std::optional<Landmark> otherEnd(Landmark landmark) {
  using enum Landmark;
  constexpr std::pair<Landmark, Landmark> ends[] = {
      {CuffOuterLeft, CuffInnerLeft}, {CuffOuterRight, CuffInnerRight}, {HemLeft, HemInnerLeft}, {HemRight, HemInnerRight}};
  for (const auto& [outer, inner] : ends) {
    if (landmark == outer) return inner;
    if (landmark == inner) return outer;
  }
  return std::nullopt;
}

PinSide sideOf(const garment::FitPin& pin) {
  if (!pin.landmark) return PinSide::Extra;
  if (garment::mirrored(*pin.landmark) == *pin.landmark) return PinSide::Middle;
  return onTheLeft(*pin.landmark).isEmpty() ? PinSide::Right : PinSide::Left;
}

}  // namespace retailor::ui
