#include "core/completion/fitted_references.h"

#include <algorithm>
#include <cmath>

#include "core/garment/placing/placed_garment.h"
#include "core/image/colour.h"
#include "core/mask/mask_combine.h"

namespace retailor::completion {
namespace {

constexpr double kCutOff = 0.02;  // of the garment's coverage that a mask may take away in silence

const mask::Mask* markedMask(const PhotoRegions& regions, BodyRegion region) {
  const auto found = regions.body.find(region);
  return found != regions.body.end() && found->second.mask && !found->second.mask->isEmpty() ? found->second.mask.get() : nullptr;
}

bool named(const std::vector<TaggedReference>& references, BodyRegion region) {
  return std::ranges::any_of(references, [&](const TaggedReference& one) { return one.weight > 0 && one.region == region; });
}

void addTo(mask::Mask& sum, const mask::Mask& part) { sum = sum.size() == part.size() ? mask::added(sum, part) : part; }

// a · b / 255, pixel by pixel, inside `window` of the photo; `by` has the photo's size.
void multiply(mask::Mask& coverage, const image::Rect& window, const mask::Mask& by, bool inverted) {
  for (int y = 0; y < coverage.height(); ++y) {
    const std::uint8_t* factor = by.row(window.y + y) + window.x;
    std::uint8_t* row = coverage.row(y);
    for (int x = 0; x < coverage.width(); ++x) row[x] = static_cast<std::uint8_t>(row[x] * (inverted ? 255 - factor[x] : factor[x]) / 255);
  }
}

void addInside(mask::Mask& sum, const image::Rect& window, const mask::Mask& part) {
  for (int y = 0; y < part.height(); ++y) {
    std::uint8_t* row = sum.row(window.y + y) + window.x;
    for (int x = 0; x < part.width(); ++x) row[x] = std::max(row[x], part.row(y)[x]);
  }
}

// Draws one reference after the other; earlier ones lie on top.
class FitRun {
 public:
  FitRun(const CompletionRequest& request, std::stop_token stop) : m_request(request), m_stop(std::move(stop)) {
    const image::Size size = request.photo->pixels.size();
    m_covered = mask::Mask(size), m_result.rest = mask::Mask(size), m_result.change = mask::Mask(size);
  }

  Result<FittedReferences> run() {
    Result<image::Bitmap> photo = image::toSrgb(m_request.photo->pixels, m_request.photo->profile, image::SampleType::U8);
    if (!photo) return photo.failure();
    for (std::size_t i = 0; i < m_request.references.size() && !m_stop.stop_requested(); ++i)
      if (isFitted(m_request.references[i]))
        if (const Result<void> good = place(i, *photo); !good) return good.failure();
    if (m_stop.stop_requested()) return FittedReferences{};
    finishRest();
    return std::move(m_result);
  }

 private:
  Result<void> place(std::size_t index, const image::Bitmap& photo) {
    Result<FitStart> start = startFit(m_request, index, m_stop);
    if (!start) return start.failure();
    if (m_stop.stop_requested()) return {};
    Result<garment::PlacedGarment> placed = garment::placedGarment(photo, *start->cut, *start->worn, start->session, m_stop);
    if (!placed) return placed.failure();
    if (m_stop.stop_requested()) return {};
    note(index, start->session.warnings());
    note(index, placed->warnings);
    take(index, std::move(*placed));
    return {};
  }

  void note(std::size_t index, const garment::FitWarnings& warnings) {
    for (const garment::FitWarning& warning : warnings)
      m_result.notes.push_back(m_request.references[index].name + ": " + warning.sentence);
  }

  void take(std::size_t index, garment::PlacedGarment placed) {
    multiply(placed.coverage, placed.window, m_covered, true);
    limitToMask(index, placed);
    addInside(m_covered, placed.window, placed.coverage);
    addInside(m_result.rest, placed.window, placed.rest);
    m_result.placed.push_back({index, m_request.references[index].region, placed.window,
                               std::make_shared<const image::Bitmap>(std::move(placed.picture)),
                               std::make_shared<const mask::Mask>(std::move(placed.coverage))});
  }

  void limitToMask(std::size_t index, garment::PlacedGarment& placed) {
    if (!hasMask(m_request)) return;
    const double before = placed.coverage.share();
    multiply(placed.coverage, placed.window, *m_request.mask, false);
    const double lost = before > 0 ? 1 - placed.coverage.share() / before : 0;
    if (lost > kCutOff)
      m_result.notes.push_back(m_request.references[index].name + ": the mask cuts off " + std::to_string(std::lround(100 * lost)) +
                               " % of the fitted garment; widen the mask, or leave it out to let the garment reach beyond it.");
  }

  // A given mask limits everything, and what of it no cloth covers is to be filled too.
  void finishRest() {
    if (hasMask(m_request)) {
      m_result.rest = *m_request.mask;
      for (const PlacedReference& one : m_result.placed) {
        const mask::Mask kept = keptBefore(m_request.regions, one.region, m_request.references, m_covered.size());
        if (kept.size() == m_covered.size()) takeAwayKept(m_result.rest, kept);
      }
    }
    for (int y = 0; y < m_covered.height(); ++y)
      for (int x = 0; x < m_covered.width(); ++x) {
        std::uint8_t& rest = m_result.rest.row(y)[x];
        if (m_covered.at(x, y) == 255) rest = 0;
        m_result.change.row(y)[x] = std::max(rest, m_covered.at(x, y));
      }
  }

  static void takeAwayKept(mask::Mask& rest, const mask::Mask& kept) {
    for (int y = 0; y < rest.height(); ++y)
      for (int x = 0; x < rest.width(); ++x)
        if (kept.at(x, y) >= 128) rest.row(y)[x] = 0;
  }

  const CompletionRequest& m_request;
  std::stop_token m_stop;
  mask::Mask m_covered;
  FittedReferences m_result;
};

}  // namespace

bool isFitted(const TaggedReference& reference) { return reference.fit.has_value() && reference.weight > 0; }

bool hasFittedReferences(const CompletionRequest& request) { return std::ranges::any_of(request.references, isFitted); }

bool hasMask(const CompletionRequest& request) { return request.mask && !request.mask->isEmpty(); }

bool hasWornRegion(const CompletionRequest& request, BodyRegion tag) {
  if (markedMask(request.regions, tag)) return true;
  return tag == BodyRegion::WholeBody &&
         (markedMask(request.regions, BodyRegion::UpperClothes) || markedMask(request.regions, BodyRegion::LowerClothes));
}

std::optional<garment::GarmentRow> garmentRow(BodyRegion region) {
  if (region == BodyRegion::UpperClothes) return garment::GarmentRow::Upper;
  if (region == BodyRegion::LowerClothes) return garment::GarmentRow::Lower;
  if (region == BodyRegion::WholeBody) return garment::GarmentRow::Whole;
  return std::nullopt;
}

mask::Mask keptBefore(const PhotoRegions& regions, BodyRegion tag, const std::vector<TaggedReference>& references, image::Size photo) {
  mask::Mask kept;
  const auto keep = [&](const mask::Mask* part) {
    if (part && part->size() == photo) addTo(kept, *part);
  };
  keep(regions.inFront.mask.get());
  for (const BodyRegion region : {BodyRegion::Face, BodyRegion::Hair})
    if (!named(references, region)) keep(markedMask(regions, region));
  if (tag == BodyRegion::LowerClothes && !named(references, BodyRegion::UpperClothes)) keep(markedMask(regions, BodyRegion::UpperClothes));
  if (tag != BodyRegion::UpperClothes && !named(references, BodyRegion::Shoes)) keep(markedMask(regions, BodyRegion::Shoes));
  return kept;
}

Result<mask::Mask> wornRegion(const CompletionRequest& request, BodyRegion tag) {
  mask::Mask region;
  if (const mask::Mask* marked = markedMask(request.regions, tag)) {
    region = *marked;
  } else if (tag == BodyRegion::WholeBody && hasWornRegion(request, tag)) {
    for (const BodyRegion part : {BodyRegion::UpperClothes, BodyRegion::LowerClothes})
      if (const mask::Mask* half = markedMask(request.regions, part)) addTo(region, *half);
  } else if (hasMask(request)) {
    // Painted over a garment, a mask may reach over the face; a marked region may go on beneath what lies before it.
    const mask::Mask kept = keptBefore(request.regions, tag, request.references, request.mask->size());
    region = kept.size() == request.mask->size() ? mask::subtracted(*request.mask, kept) : *request.mask;
  } else {
    return badInput("Nothing says which garment is to be replaced; mark the worn garment as the region " + std::string(regionKey(tag)) +
                    ", or paint a mask over it.");
  }
  return region;
}

Result<FitStart> startFit(const CompletionRequest& request, std::size_t reference, std::stop_token stop) {
  const TaggedReference& asked = request.references.at(reference);
  const auto row = garmentRow(asked.region);
  if (!row) return badInput("The reference '" + asked.name + "' cannot be fitted; fits are for upper, lower and whole-body clothes.");
  const garment::FitSettings settings = asked.fit.value_or(garment::FitSettings{});
  const Result<mask::Mask> region = wornRegion(request, asked.region);
  if (!region) return region.failure();
  const mask::Mask kept = keptBefore(request.regions, asked.region, request.references, region->size());
  Result<garment::WornGarment> worn = garment::wornGarment(*region, kept.size() == region->size() ? &kept : nullptr);
  if (!worn) return worn.failure();
  Result<garment::GarmentCut> cut = garment::cutGarment(*asked.picture, asked.mask.get(), *row, settings, asked.name, stop);
  if (!cut) return cut.failure();
  FitStart start{
      std::make_shared<const garment::GarmentCut>(std::move(*cut)), std::make_shared<const garment::WornGarment>(std::move(*worn)), {}};
  if (stop.stop_requested()) return start;
  Result<garment::FitSession> session = garment::FitSession::begin(start.cut, start.worn, settings, stop);
  if (!session) return session.failure();
  start.session = std::move(*session);
  return start;
}

Result<FittedReferences> fittedReferences(const CompletionRequest& request, std::stop_token stop) {
  return FitRun(request, std::move(stop)).run();
}

}  // namespace retailor::completion
