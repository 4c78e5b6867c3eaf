#include "ui/fitting/fit_words.h"

#include <QCoreApplication>
#include <utility>

namespace retailor::ui {

using garment::GarmentKind;
using garment::Landmark;

namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(Fitting)
};

QString onTheLeft(Landmark landmark) {
  switch (landmark) {
    case Landmark::NeckLeft: return Words::tr("left side of the neck");
    case Landmark::ShoulderLeft: return Words::tr("left shoulder");
    case Landmark::CuffOuterLeft: return Words::tr("left cuff, outer");
    case Landmark::CuffInnerLeft: return Words::tr("left cuff, inner");
    case Landmark::ArmpitLeft: return Words::tr("left armpit");
    case Landmark::WaistLeft: return Words::tr("left side of the waist");
    case Landmark::HemLeft: return Words::tr("left hem, outer");
    case Landmark::HemInnerLeft: return Words::tr("left hem, inner");
    default: return {};
  }
}

QString onTheRight(Landmark landmark) {
  switch (landmark) {
    case Landmark::NeckRight: return Words::tr("right side of the neck");
    case Landmark::ShoulderRight: return Words::tr("right shoulder");
    case Landmark::CuffOuterRight: return Words::tr("right cuff, outer");
    case Landmark::CuffInnerRight: return Words::tr("right cuff, inner");
    case Landmark::ArmpitRight: return Words::tr("right armpit");
    case Landmark::WaistRight: return Words::tr("right side of the waist");
    case Landmark::HemRight: return Words::tr("right hem, outer");
    case Landmark::HemInnerRight: return Words::tr("right hem, inner");
    default: return {};
  }
}

}  // namespace

QString landmarkName(Landmark landmark) {
  if (landmark == Landmark::NeckBottom) return Words::tr("bottom of the neckline");
  if (landmark == Landmark::Crotch) return Words::tr("crotch");
  const QString left = onTheLeft(landmark);
  return left.isEmpty() ? onTheRight(landmark) : left;
}

QString pinName(const garment::FitPin& pin) { return pin.landmark ? landmarkName(*pin.landmark) : Words::tr("extra pin"); }

QString kindTitle(GarmentKind kind) {
  switch (kind) {
    case GarmentKind::Sleeved: return Words::tr("Top with sleeves");
    case GarmentKind::Sleeveless: return Words::tr("Top without sleeves");
    case GarmentKind::Skirt: return Words::tr("Skirt");
    case GarmentKind::Trousers: return Words::tr("Trousers");
    case GarmentKind::SleevedDress: return Words::tr("Dress with sleeves");
    case GarmentKind::SleevelessDress: break;
  }
  return Words::tr("Dress without sleeves");
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
