#include "core/garment/matching/length_rule.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/garment/matching/contour_match.h"

namespace retailor::garment {
namespace {

constexpr double kShorter = 0.85, kLonger = 1.18;               // from here on the user hears of it
constexpr double kClearlyShorter = 0.75, kClearlyLonger = 1.3;  // and the hem keeps its own length
constexpr double kSleeveShorter = 0.7, kSleeveLonger = 1.4;
constexpr double kHangingSlant = 0.15;                   // of the cuff's width: as much lower its inner end lies when the arm hangs
constexpr double kLeastLength = 0.3, kMostLength = 2.5;  // what is believed

struct SideLandmarks {
  Landmark shoulder, armpit, cuffOuter, cuffInner, hem, hemInner, waist;
};
constexpr std::array<SideLandmarks, 2> kSides{
    {{Landmark::ShoulderLeft, Landmark::ArmpitLeft, Landmark::CuffOuterLeft, Landmark::CuffInnerLeft, Landmark::HemLeft,
      Landmark::HemInnerLeft, Landmark::WaistLeft},
     {Landmark::ShoulderRight, Landmark::ArmpitRight, Landmark::CuffOuterRight, Landmark::CuffInnerRight, Landmark::HemRight,
      Landmark::HemInnerRight, Landmark::WaistRight}}};

std::string percentLonger(double ratio) { return std::to_string(std::lround(100 * std::abs(ratio - 1))) + " %"; }

class Lengths {
 public:
  Lengths(const LandmarkPlaces& own, const Outline& ownOutline, const Outline& outline, const std::array<bool, 2>& onTorso,
          LandmarkPlaces& onPerson, FitWarnings& warnings)
      : m_own(own), m_ownOutline(ownOutline), m_outline(outline), m_onTorso(onTorso), m_person(onPerson), m_warnings(warnings) {}

  void apply(LengthRule rule) {
    applyHem(rule);
    if (has(Landmark::CuffOuterLeft) && has(Landmark::CuffOuterRight)) applySleeves(rule);
  }

 private:
  bool has(Landmark landmark) const { return m_own.contains(landmark) && m_person.contains(landmark); }
  static Point middle(const LandmarkPlaces& places, Landmark a, Landmark b) { return between(places.at(a), places.at(b), 0.5); }
  static double span(const LandmarkPlaces& places, Landmark a, Landmark b) { return std::max(1e-6, distance(places.at(a), places.at(b))); }

  // Length over width, of the garment over that of the worn one. A waist may hide beneath a shirt, so below it the hips tell the width.
  double ratioOf(bool top, double ownLength, double wornLength) const {
    const auto width = [&](const LandmarkPlaces& places, const Outline& outline) {
      return top ? span(places, Landmark::ShoulderLeft, Landmark::ShoulderRight) : hipsOf(outline);
    };
    const double own = ownLength / width(m_own, m_ownOutline), worn = wornLength / width(m_person, m_outline);
    return std::clamp(own / std::max(1e-6, worn), kLeastLength, kMostLength);
  }

  static double hipsOf(const Outline& outline) {
    const auto [highest, lowest] = std::ranges::minmax(outline, {}, &Point::y);
    Outline upper;
    std::ranges::copy_if(outline, std::back_inserter(upper), [&, above = (highest.y + lowest.y) / 2](Point p) { return p.y < above; });
    const auto [left, right] = std::ranges::minmax(upper, {}, &Point::x);
    return std::max(1e-6, right.x - left.x);
  }

  void warn(FitConcern concern, double ratio, std::string sentence) { m_warnings.push_back({concern, 100 * ratio, std::move(sentence)}); }

  // The place on the worn outline `share` of the way from `from` to `to`, along the shorter way round.
  Point along(Point from, Point to, double share) const {
    const auto n = static_cast<double>(m_outline.size());
    const double first = nearestPosition(m_outline, from), last = nearestPosition(m_outline, to);
    double way = last - first;
    if (way > n / 2) way -= n;
    if (way < -n / 2) way += n;
    return pointAt(m_outline, first + share * way);
  }

  void applyHem(LengthRule rule) {
    const bool top = has(Landmark::ShoulderLeft) && has(Landmark::ShoulderRight);
    const Landmark left = top ? Landmark::ShoulderLeft : Landmark::WaistLeft, right = top ? Landmark::ShoulderRight : Landmark::WaistRight;
    if (!has(left) || !has(right) || !has(Landmark::HemLeft) || !has(Landmark::HemRight)) return;
    const auto lengthIn = [&](const LandmarkPlaces& places) {
      return distance(middle(places, left, right), middle(places, Landmark::HemLeft, Landmark::HemRight));
    };
    const double ratio = ratioOf(top, lengthIn(m_own), lengthIn(m_person));
    const bool own = rule == LengthRule::Own || (rule == LengthRule::Auto && (ratio < kClearlyShorter || ratio > kClearlyLonger));
    warnOfHem(ratio, own);
    if (own) moveHem(ratio, top);
  }

  void warnOfHem(double ratio, bool own) {
    if (ratio > kLonger)
      warn(FitConcern::HemLonger, ratio,
           "The new garment is " + percentLonger(ratio) +
               " longer than the worn one: " + (own ? "it covers what lies below its hem." : "it is squeezed into the old length."));
    if (ratio < kShorter)
      warn(FitConcern::HemShorter, ratio,
           "The new garment is " + percentLonger(ratio) + " shorter than the worn one: " +
               (own ? "what the old one covered below it is filled from the photo around it." : "it is stretched to the old length."));
  }

  void moveHem(double ratio, bool top) {
    for (const SideLandmarks& side : kSides) {
      const Landmark upper = top ? (has(side.armpit) ? side.armpit : side.shoulder) : side.waist;
      for (const Landmark hem : {side.hem, side.hemInner}) {
        if (!has(hem) || !has(upper)) continue;
        const Landmark from = hem == side.hemInner && has(Landmark::Crotch) ? Landmark::Crotch : upper;
        m_person[hem] = lengthened(m_person.at(top ? side.shoulder : side.waist), m_person.at(from), m_person.at(hem), ratio);
      }
    }
  }

  // `end` moved so that its distance from `top` becomes `ratio` times as long; shorter ones stay on the outline between `upper` and `end`.
  Point lengthened(Point top, Point upper, Point end, double ratio) const {
    if (ratio >= 1) return end + (ratio - 1) * (end - top);
    const double whole = distance(top, end), part = std::max(1e-6, distance(upper, end));
    return along(end, upper, std::clamp((1 - ratio) * whole / part, 0.0, 0.9));
  }

  double sleeveLength(const LandmarkPlaces& places) const {
    return (distance(places.at(Landmark::ShoulderLeft), places.at(Landmark::CuffOuterLeft)) +
            distance(places.at(Landmark::ShoulderRight), places.at(Landmark::CuffOuterRight))) /
           2;
  }

  void applySleeves(LengthRule rule) {
    if (!has(Landmark::ShoulderLeft) || !has(Landmark::ShoulderRight)) return;
    const double ratio = ratioOf(true, sleeveLength(m_own), sleeveLength(m_person));
    const bool shorten = ratio < 1 && (rule == LengthRule::Own || (rule == LengthRule::Auto && ratio < kSleeveShorter));
    const bool lengthen = ratio > 1 && rule == LengthRule::Own;
    if (ratio < kSleeveShorter)
      warn(FitConcern::SleevesShorter, ratio,
           "The new sleeves are " + percentLonger(ratio) + " shorter than the worn ones: " +
               (shorten ? "what they would show of the arms cannot be known." : "they are stretched to the old length."));
    if (ratio > kSleeveLonger)
      warn(FitConcern::SleevesLonger, ratio,
           "The new sleeves are " + percentLonger(ratio) + " longer than the worn ones: " +
               (lengthen ? "check that the cuff pins lie on the arms."
                         : "they are squeezed into the old length; drag the cuff pins along the arms."));
    if (shorten || lengthen) moveCuffs(ratio);
  }

  void moveCuffs(double ratio) {
    for (std::size_t i = 0; i < kSides.size(); ++i) {
      const SideLandmarks& side = kSides[i];
      if (!has(side.shoulder) || !has(side.cuffOuter) || !has(side.cuffInner) || !has(side.armpit) || !has(side.hem)) continue;
      const Point shoulder = m_person.at(side.shoulder), outer = m_person.at(side.cuffOuter);
      m_person[side.cuffOuter] = lengthened(shoulder, shoulder, outer, ratio);
      m_person[side.cuffInner] = m_onTorso[i] && ratio < 1
                                     ? besideTorso(side)
                                     : lengthened(shoulder, m_person.at(side.armpit), m_person.at(side.cuffInner), ratio);
    }
  }

  // Where the torso's side is as far down as the cuff, which is as slanted as the garment's own.
  Point besideTorso(const SideLandmarks& side) const {
    const Point armpit = m_person.at(side.armpit), hem = m_person.at(side.hem);
    const double scale =
        span(m_person, Landmark::ShoulderLeft, Landmark::ShoulderRight) / span(m_own, Landmark::ShoulderLeft, Landmark::ShoulderRight);
    const double down =
        m_person.at(side.cuffOuter).y + kHangingSlant * scale * distance(m_own.at(side.cuffOuter), m_own.at(side.cuffInner));
    return between(armpit, hem, std::clamp((down - armpit.y) / std::max(1.0, hem.y - armpit.y), 0.05, 1.0));
  }

  const LandmarkPlaces& m_own;
  const Outline& m_ownOutline;
  const Outline& m_outline;  // the worn one
  const std::array<bool, 2>& m_onTorso;
  LandmarkPlaces& m_person;
  FitWarnings& m_warnings;
};

}  // namespace

void applyLengths(LengthRule rule, const LandmarkPlaces& own, const Outline& ownOutline, const Outline& wornOutline,
                  const std::array<bool, 2>& onTorso, LandmarkPlaces& onPerson, FitWarnings& warnings) {
  Lengths(own, ownOutline, wornOutline, onTorso, onPerson, warnings).apply(rule);
}

}  // namespace retailor::garment
