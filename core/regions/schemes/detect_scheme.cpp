#include "core/regions/schemes/detect_scheme.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace retailor::regions {

namespace {

constexpr double kGarmentToFace = 1.5;  // torso skin is a strip; a jumpsuit is larger than the face
constexpr double kGarmentShare = 0.15;  // of the person, where no face is seen

constexpr double kFaceToClothes = 0.5;  // of someone who is seen to the hips

using Counts = std::map<std::uint32_t, std::size_t>;

// Where an id's pixels lie.
struct Spread {
  double pixels = 0, sumX = 0, sumY = 0;
  double top = 1e9, bottom = -1, left = 1e9, right = -1;

  void add(double from, double to, double y) {
    const double count = to - from;
    pixels += count, sumX += count * (from + to) / 2, sumY += count * (y + 0.5);
    top = std::min(top, y), bottom = std::max(bottom, y + 1), left = std::min(left, from), right = std::max(right, to);
  }
  void add(const Spread& other) {
    pixels += other.pixels, sumX += other.sumX, sumY += other.sumY;
    top = std::min(top, other.top), bottom = std::max(bottom, other.bottom);
    left = std::min(left, other.left), right = std::max(right, other.right);
  }
  double middleY() const { return sumY / pixels; }
  double middleX() const { return sumX / pixels; }
};

using Spreads = std::map<std::uint32_t, Spread>;

Spreads spreadsOf(const LabelMap& map) {
  Spreads spreads;
  const auto width = static_cast<std::size_t>(map.size.width);
  for (std::size_t y = 0; y < static_cast<std::size_t>(map.size.height); ++y)
    for (std::size_t x = 0; x < width;) {
      const std::uint32_t id = map.ids[y * width + x];
      std::size_t end = x + 1;
      while (end < width && map.ids[y * width + end] == id) ++end;
      spreads[id].add(static_cast<double>(x), static_cast<double>(end), static_cast<double>(y));
      x = end;
    }
  return spreads;
}

Spread turned(const Spread& one, MapTurn turn, image::Size map) {
  const double w = map.width, h = map.height, n = one.pixels;
  switch (turn) {
    case MapTurn::QuarterRight: return {n, h * n - one.sumY, one.sumX, one.left, one.right, h - one.bottom, h - one.top};
    case MapTurn::QuarterLeft: return {n, one.sumY, w * n - one.sumX, w - one.right, w - one.left, one.top, one.bottom};
    case MapTurn::UpsideDown: return {n, w * n - one.sumX, h * n - one.sumY, h - one.bottom, h - one.top, w - one.right, w - one.left};
    default: return one;
  }
}

Spreads turned(Spreads spreads, MapTurn turn, image::Size map) {
  for (auto& [id, spread] : spreads) spread = turned(spread, turn, map);
  return spreads;
}

using Parts = std::array<Spread, 16>;

Parts partsOf(const Spreads& spreads, const ParsingScheme& scheme) {
  Parts parts;
  for (const auto& [id, spread] : spreads)
    if (const ParsingClass* one = scheme.classOf(id); one && one->part != BodyPart::Inherit)
      parts[static_cast<std::size_t>(one->part)].add(spread);
  return parts;
}

// Counts what is as it should be against what is not.
struct Verdict {
  int good = 0, bad = 0;
  void hold(bool right) { ++(right ? good : bad); }
  double score() const { return good + bad == 0 ? 0 : static_cast<double>(good - bad) / std::max(3, good + bad); }
};

bool touch(const Spread& a, const Spread& b) {
  const double slack = 0.15 * std::max(b.bottom - b.top, b.right - b.left);
  return a.left <= b.right + slack && b.left <= a.right + slack && a.top <= b.bottom + slack && b.top <= a.bottom + slack;
}

double plausibilityOf(const Parts& parts) {
  const auto part = [&](BodyPart one) -> const Spread& { return parts[static_cast<std::size_t>(one)]; };
  Verdict verdict;
  const auto above = [&](BodyPart high, BodyPart low) {
    if (part(high).pixels > 0 && part(low).pixels > 0) verdict.hold(part(high).middleY() < part(low).middleY());
  };
  above(BodyPart::Face, BodyPart::UpperClothes);
  above(BodyPart::Face, BodyPart::LowerClothes);
  above(BodyPart::Face, BodyPart::WholeBody);
  above(BodyPart::Hair, BodyPart::UpperClothes);
  above(BodyPart::UpperClothes, BodyPart::LowerClothes);
  above(BodyPart::Hair, BodyPart::LowerClothes);
  above(BodyPart::Hair, BodyPart::WholeBody);
  for (const BodyPart high : {BodyPart::Face, BodyPart::UpperClothes, BodyPart::LowerClothes, BodyPart::WholeBody, BodyPart::Arms})
    above(high, BodyPart::Shoes);
  const double below = part(BodyPart::LowerClothes).pixels + part(BodyPart::WholeBody).pixels;
  if (part(BodyPart::Face).pixels > 0 && below > 0)
    verdict.hold(part(BodyPart::Face).pixels < kFaceToClothes * (below + part(BodyPart::UpperClothes).pixels));
  const Spread &face = part(BodyPart::Face), &hair = part(BodyPart::Hair);
  if (face.pixels > 0 && hair.pixels > 0) {
    verdict.hold(touch(hair, face));
    verdict.hold(hair.pixels < 20 * face.pixels && face.pixels < 20 * hair.pixels);
  }
  return verdict.score();
}

double bestPlausibility(const std::vector<Spreads>& ways, const ParsingScheme& scheme) {
  double best = -1;
  for (const Spreads& spreads : ways) best = std::max(best, plausibilityOf(partsOf(spreads, scheme)));
  return best;
}

// What the largest id says about the scheme, before a look at the picture.
double expectation(const ParsingScheme& scheme, std::uint32_t largest) {
  const auto within = [&](std::uint32_t from, std::uint32_t to) { return largest >= from && largest <= to; };
  if (scheme.key == "selfie") return within(1, 5) ? 0.3 : 0;
  if (scheme.key == "pascal-person-part") return within(6, 6) ? 0.5 : 0.1;
  if (scheme.key == "atr") return within(7, 17) ? 0.4 : within(18, 18) ? 0.2 : 0;
  if (scheme.key == "celebamask") return within(18, 18) ? 0.2 : 0;
  if (scheme.key == "lip" || scheme.key == "cihp") return within(19, 19) ? 0.5 : within(18, 18) ? 0.1 : 0;
  if (scheme.key == "deepfashion") return within(20, 23) ? 0.5 : 0;
  if (scheme.key == "fashionpedia") return within(24, 46) ? 0.5 : 0;
  return 0;
}

bool knowsAll(const ParsingScheme& scheme, const Counts& counts) {
  return std::ranges::all_of(counts, [&](const auto& one) { return one.first == kVoid || scheme.classOf(one.first); });
}

bool readAlike(const ParsingScheme& a, const ParsingScheme& b, const Counts& counts) {
  return std::ranges::all_of(
      counts, [&](const auto& one) { return one.first == kVoid || a.classOf(one.first)->part == b.classOf(one.first)->part; });
}

// Id 10 is a jumpsuit in LIP and bare skin of the chest in CIHP: nothing else tells them apart.
double tenthClass(const ParsingScheme& scheme, const Counts& counts) {
  if ((scheme.key != "lip" && scheme.key != "cihp") || !counts.contains(10)) return 0;
  const auto pixels = [&](std::uint32_t id) { return counts.contains(id) ? static_cast<double>(counts.at(id)) : 0.0; };
  double person = 0;
  for (const auto& [id, count] : counts) person += id == 0 || id == kVoid ? 0.0 : static_cast<double>(count);
  const bool garment = pixels(13) > 0 ? pixels(10) >= kGarmentToFace * pixels(13) : pixels(10) >= kGarmentShare * person;
  return garment == (scheme.key == "lip") ? 0.4 : -0.4;
}

std::uint32_t largestOf(const Counts& counts) {
  std::uint32_t largest = 0;
  for (const auto& [id, pixels] : counts)
    if (id != kVoid) largest = std::max(largest, id);
  return largest;
}

}  // namespace

double plausibility(const LabelMap& map, const ParsingScheme& scheme) { return plausibilityOf(partsOf(spreadsOf(map), scheme)); }

SchemeGuesses detectedScheme(const LabelMap& map, const std::vector<MapTurn>& turns) {
  SchemeGuesses guesses;
  std::vector<Spreads> ways;
  for (const MapTurn turn : turns) ways.push_back(turned(spreadsOf(map), turn, map.size));
  Counts counts;
  for (const auto& [id, spread] : ways.front()) counts[id] = static_cast<std::size_t>(spread.pixels);
  for (const ParsingScheme& scheme : knownSchemes())
    if (knowsAll(scheme, counts))
      guesses.likeliest.push_back(
          {&scheme, bestPlausibility(ways, scheme) + expectation(scheme, largestOf(counts)) + tenthClass(scheme, counts)});
  std::ranges::stable_sort(guesses.likeliest, std::greater(), &SchemeGuess::score);
  if (guesses.likeliest.empty()) return guesses;
  const SchemeGuess& best = guesses.likeliest.front();
  guesses.certain = std::ranges::all_of(guesses.likeliest, [&](const SchemeGuess& other) {
    return other.scheme == best.scheme || best.score - other.score >= schemeLead || readAlike(*best.scheme, *other.scheme, counts);
  });
  return guesses;
}

}  // namespace retailor::regions
