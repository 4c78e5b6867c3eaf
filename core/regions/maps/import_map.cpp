#include "core/regions/maps/import_map.h"

#include <algorithm>
#include <cmath>

#include <opencv2/core.hpp>

#include "core/regions/maps/split_heads.h"
#include "core/regions/maps/tidy_parts.h"
#include "core/regions/maps/trim_faces.h"
#include "core/regions/maps/whole_body.h"
#include "core/regions/schemes/detect_scheme.h"

namespace retailor::regions {

namespace {

constexpr double kTurnLead = 0.2;  // of the plausibility: closer, and it is not told which way to turn

std::string sizeWords(image::Size size) { return std::to_string(size.width) + " × " + std::to_string(size.height); }

Failure otherShape(const LabelMap& map, image::Size picture, MapTurn turn) {
  const image::Size lying = turned(map.size, turn);
  const bool onItsSide = lying != map.size;
  return badInput("The map “" + map.name + "” is " + sizeWords(lying) + (onItsSide ? " pixels once it is turned" : " pixels") +
                  ", but the picture is " + sizeWords(picture) +
                  (!fitsShape(map.size, picture, MapTurn::FoundOut) ? "; a map has the picture's size, or at least its shape."
                   : onItsSide                                      ? "; do not turn it onto its side."
                                                                    : "; turn it a quarter, to the right or the left."));
}

Result<LabelMap> upright(const LabelMap& map, const ParsingScheme& scheme) {
  LabelMap right = turned(map, MapTurn::QuarterRight), left = turned(map, MapTurn::QuarterLeft);
  const double forRight = plausibility(right, scheme), forLeft = plausibility(left, scheme);
  if (std::abs(forRight - forLeft) < kTurnLead)
    return badInput("The map “" + map.name +
                    "” lies on its side compared with the picture, and it cannot be told which way to turn it; say which.");
  LabelMap result = std::move(forRight > forLeft ? right : left);
  result.notes.push_back("“" + map.name + "” lay on its side compared with the picture and was turned upright.");
  return result;
}

LabelMap turnedAsTold(const LabelMap& map, const ParsingScheme& scheme, MapTurn turn) {
  LabelMap result = turned(map, turn);
  if (turn != MapTurn::AsItLies && plausibility(result, scheme) + kTurnLead <= plausibility(turned(result, MapTurn::UpsideDown), scheme))
    result.notes.push_back("Turned so, “" + map.name + "” shows a person upside down; check which way to turn it.");
  return result;
}

class Reading {
 public:
  explicit Reading(const ParsingScheme& scheme) : m_scheme(scheme) {}

  mask::Labels parts(const LabelMap& map) {
    mask::Labels labels(map.size);
    std::transform(map.ids.begin(), map.ids.end(), labels.row(0), [this](std::uint32_t id) { return partOf(id); });
    return labels;
  }

  // The ids that the scheme does not know.
  std::string unknown() const {
    std::string list;
    for (const auto& [id, pixels] : m_unknown)
      list += (list.empty() ? "" : ", ") + std::to_string(id) + " (" + std::to_string(pixels) + " pixels)";
    return list;
  }

 private:
  std::uint8_t partOf(std::uint32_t id) {
    if (id == m_last && !m_lastUnknown) return m_lastPart;
    const ParsingClass* known = m_scheme.classOf(id);
    m_last = id, m_lastUnknown = !known && id != kVoid && id != kBackground;
    if (m_lastUnknown) ++m_unknown[id];
    m_lastPart = static_cast<std::uint8_t>(known ? known->part : m_lastUnknown ? BodyPart::Skin : BodyPart::None);
    return m_lastPart;
  }

  const ParsingScheme& m_scheme;
  std::uint32_t m_last = ~std::uint32_t{0};
  std::uint8_t m_lastPart = 0;
  bool m_lastUnknown = true;
  std::map<std::uint32_t, std::size_t> m_unknown;
};

std::string idsIn(const std::map<std::uint32_t, std::size_t>& counts) {
  std::string list;
  std::size_t told = 0;
  for (const auto& [id, pixels] : counts) {
    if (told++ == 12) return list + ", …";
    list += (list.empty() ? "" : ", ") + std::to_string(id);
  }
  return list;
}

void decideWholeBody(ImportedParts& result, const LabelMap& map, const ParsingScheme& scheme, WholeBodyRule rule) {
  const bool published = !map.own && schemeNamed(scheme.key) && scheme.key != "retailor";
  if (rule == WholeBodyRule::Kept || (rule == WholeBodyRule::FoundOut && !published)) return;
  if (rule == WholeBodyRule::FoundOut && !scheme.coarse && wholeBodyPrevails(result.parts)) return;
  result.divided = splitWholeBody(result.parts);
  if (result.divided && rule == WholeBodyRule::FoundOut)
    result.notes.push_back("Whole-body clothes of “" + map.name + "” were divided at the waist into upper and lower ones.");
}

// A scheme that knows heads, but neither faces nor hair.
bool knowsHeadsOnly(const ParsingScheme& scheme) {
  const auto head = std::ranges::find(scheme.classes, "head", &ParsingClass::name);
  return head != scheme.classes.end() && head->part == BodyPart::Face &&
         std::ranges::find(scheme.classes, BodyPart::Hair, &ParsingClass::part) == scheme.classes.end();
}

Result<ImportedParts> imported(const LabelMap& map, const ParsingScheme& scheme, image::Size picture, const MapChoices& choices) {
  if (goesNowhere(scheme))
    return badInput(
        "“" + map.name +
        "” does not say which part each of its masks shows; name them after parts, such as upper-clothes (the pages of a TIFF by "
        "the tag PageName or ImageDescription), or use a folder of masks whose files are named so.");
  ImportedParts result{{}, map.notes};
  Reading reading(scheme);
  result.parts = reading.parts(map);
  if (const std::string unknown = reading.unknown(); !unknown.empty())
    result.notes.push_back(scheme.title + " does not know the ids " + unknown + " of “" + map.name + "”; they count as skin.");
  if (map.size != picture) {
    result.notes.push_back("“" + map.name + "” is " + sizeWords(map.size) + " pixels and was brought to the picture's " +
                           sizeWords(picture) + ".");
    result.parts = result.parts.resized(picture);
  }
  tidy(result.parts);
  if (knowsHeadsOnly(scheme) && splitHeads(result.parts))
    result.notes.push_back("Heads of “" + map.name +
                           "” were divided into face and hair by their shape alone; correct them with the brush.");
  if (trimFaces(result.parts, choices.trimmedFaces)) result.notes.push_back("The neck was taken off the face of “" + map.name + "”.");
  decideWholeBody(result, map, scheme, choices.wholeBody);
  const auto counts = result.parts.counts();
  if (std::ranges::none_of(allParts, [&](BodyPart part) { return counts[static_cast<std::size_t>(part)] > 0; }))
    return badInput("The map “" + map.name + "” shows nothing of a person when read as " + scheme.title +
                    "; choose another scheme or map.");
  return result;
}

}  // namespace

Result<LabelMap> laidOut(const LabelMap& map, const ParsingScheme& scheme, image::Size picture, const MapChoices& choices) {
  if (choices.turn != MapTurn::FoundOut) return turnedAsTold(map, scheme, choices.turn);
  return judgedTurns(map.size, picture, MapTurn::FoundOut).size() > 1 ? upright(map, scheme) : Result<LabelMap>(map);
}

Result<ImportedParts> importedParts(const LabelMap& map, const ParsingScheme& scheme, image::Size picture, const MapChoices& choices) {
  try {
    if (!choices.stretched && !fitsShape(map.size, picture, choices.turn)) return otherShape(map, picture, choices.turn);
    const Result<LabelMap> lying = laidOut(map, scheme, picture, choices);
    if (!lying) return lying.failure();
    return imported(*lying, scheme, picture, choices);
  } catch (const cv::Exception& problem) {
    return Failure{FailureKind::Internal, "The map “" + map.name + "” could not be brought to the picture: " + problem.err + "."};
  } catch (const std::bad_alloc&) {
    return Failure{FailureKind::OutOfMemory, "There is not enough memory for the map “" + map.name + "”; close other programs."};
  }
}

Result<ParsingScheme> schemeFor(const LabelMap& map, const std::optional<ParsingScheme>& asked, const std::vector<MapTurn>& turns,
                                bool* ambiguous) {
  if (ambiguous) *ambiguous = false;
  if (asked) return *asked;
  if (map.own) return *map.own;
  const SchemeGuesses guesses = detectedScheme(map, turns);
  if (guesses.likeliest.empty())
    return badInput("“" + map.name + "” holds the labels " + idsIn(map.counts()) + ", which no known scheme has together (" +
                    knownSchemeKeys() + "); name the scheme, or drop it as a mask if it is one.");
  if (ambiguous) *ambiguous = !guesses.certain;
  return *guesses.likeliest.front().scheme;
}

}  // namespace retailor::regions
