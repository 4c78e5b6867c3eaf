#include "core/methods/patch_diffusion/patch_task.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/methods/patch_diffusion/crew.h"
#include "core/methods/patch_diffusion/denoising/hole_labels.h"
#include "core/methods/patch_diffusion/denoising/smooth_fill.h"
#include "core/methods/patch_diffusion/placing/placed_reference.h"
#include "core/methods/patch_diffusion/run_clock.h"

namespace retailor::patch_diffusion {

namespace {

constexpr int kCoarsestSide = 24;
constexpr int kStartSide = 120;  // pixels, at least, of the first picture shown
constexpr int kSlotRadius = 5;   // pixels: slots of twice that between references are closed
// Once a reference fits the photo around the hole, its patches have little reason to wander and its light is already right (measured on
// 26 cases: 0.8 dB).
constexpr double kSureScore = 0.8;
constexpr double kAlignedReach = 0.05;
constexpr float kMembrane = 0.15f, kAlignedMembrane = 0.05f;
constexpr float kPhotoReach = 0.12f;  // share of the window's diagonal

Label labelOf(completion::BodyRegion region) { return static_cast<Label>(static_cast<int>(region) + 1); }

bool surelyAligned(const PlacedReference& placed) { return placed.aligned && placed.score > kSureScore; }

PhotoPyramid photoPyramid(Plane photo, Crew& crew) {
  PhotoPyramid pyramid;
  pyramid.push_back(std::move(photo));
  while (std::min(pyramid.back().width(), pyramid.back().height()) >= 2 * kCoarsestSide) pyramid.push_back(halved(pyramid.back(), crew));
  for (Plane& plane : pyramid)
    crew.overRows(plane.height(), [&](int y) {
      for (int x = 0; x < plane.width(); ++x) plane(x, y).usable = plane(x, y).usable >= 0.5f ? 1.0f : 0.0f;
    });
  return pyramid;
}

// Labels a tag may explain: its own, and for the whole body those of all its parts.
LabelSet explainedBy(completion::BodyRegion region) {
  using enum completion::BodyRegion;
  if (region != WholeBody) return only(labelOf(region));
  LabelSet all = 0;
  for (const completion::BodyRegion part : {Face, Hair, UpperClothes, LowerClothes, WholeBody, Shoes}) all |= only(labelOf(part));
  return all;
}

void labelHole(const Plane& photo, const RegionPicture& placed, Label label, Grid<Label>& labels) {
  for (int y = 0; y < labels.height(); ++y)
    for (int x = 0; x < labels.width(); ++x)
      if (photo(x, y).usable <= 0 && labels(x, y) == 0 && placed.region(x, y) >= 0.5f) labels(x, y) = label;
}

void keepRegionOnly(RegionPicture& placed, Crew& crew) {
  crew.overRows(placed.height(), [&](int y) {
    for (int x = 0; x < placed.width(); ++x) placed.colour(x, y).usable = placed.region(x, y) >= 0.5f ? 1.0f : 0.0f;
  });
}

class TaskPreparer {
 public:
  TaskPreparer(WindowPicture picture, const TaskSettings& settings, const NoteHeard& noted, Crew& crew, RunClock& clock)
      : m_settings(settings),
        m_noted(noted),
        m_crew(crew),
        m_clock(clock),
        m_pyramid(photoPyramid(std::move(picture.photo), crew)),
        m_hidden(std::move(picture.hidden)),
        m_labels(window().width(), window().height()) {
    m_clock.book("prepare");
  }

  // Something to look at while references are being placed: the hole smoothly filled.
  void showStart(const PictureHeard& shown) {
    std::size_t scale = m_pyramid.size() - 1;
    while (scale > 0 && std::max(m_pyramid[scale].width(), m_pyramid[scale].height()) < kStartSide) --scale;
    Level level = finestLevel(m_pyramid[scale], Grid<Label>(m_pyramid[scale].width(), m_pyramid[scale].height()), {});
    Plane picture = level.photo;
    continueHarmonically(picture, m_crew);
    if (shown) shown(level, picture);
  }

  void add(const TaskReference& reference) {
    const PlacedReference placed = placedReference(m_pyramid, reference, m_settings, m_crew);
    if (!placed.sentence.empty()) m_noted(placed.sentence);
    m_clock.book("place and colour");
    if (m_crew.stopped()) return;
    const image::Size size{window().width(), window().height()};
    RegionPicture picture = reference.picture.placed(placed.warp, 1, size, coveredBy(reference.picture, placed.warp, 1, size), m_crew);
    keepRegionOnly(picture, m_crew);
    if (m_crew.stopped()) return;
    placed.light.apply(picture.colour, m_crew);
    m_allAligned = m_allAligned && surelyAligned(placed);
    labelHole(window(), picture, labelOf(reference.region), m_labels);
    addRule(reference, placed);
    m_references.push_back(std::move(picture.colour));
    m_clock.book("resample references");
  }

  PreparedTask finish() {
    PreparedTask task;
    if (m_crew.stopped()) return task;
    labelRest();
    task.membraneLimit = m_allAligned && !m_rules.empty() ? kAlignedMembrane : kMembrane;
    task.rules = photoRules();
    task.rules.insert(task.rules.end(), m_rules.begin(), m_rules.end());
    task.pyramid =
        pyramidOf(finestLevel(std::move(m_pyramid[0]), std::move(m_labels), std::move(m_references), m_hidden), kCoarsestSide, m_crew);
    const auto larger = [&](const Level& level) {
      return std::min(level.photo.width(), level.photo.height()) > 5 * m_settings.workingSide / 4;
    };
    task.extraFine = static_cast<int>(std::count_if(task.pyramid.begin(), task.pyramid.end(), larger));
    m_clock.book("pyramid");
    return task;
  }

 private:
  const Plane& window() const { return m_pyramid[0]; }

  // Slots between references belong to them; what is left is filled from the photo around, and the user hears how much that is.
  void labelRest() {
    if (m_rules.empty()) return;
    closeSlots(window(), kSlotRadius, m_labels, m_crew);
    coverHidden();
    const double open = unlabelledShare(window(), m_labels);
    const long share = std::lround(100 * open);
    if (share >= 1)
      m_noted(std::to_string(share) + " % of the masked part is covered by no reference: it is filled from the photo around it.");
  }

  // Fitted cloth is a reference too, though it needs no label of its own.
  void coverHidden() {
    for (int y = 0; y < m_hidden.height(); ++y)
      for (int x = 0; x < m_hidden.width(); ++x)
        if (m_hidden(x, y) != 0 && m_labels(x, y) == 0) m_labels(x, y) = labelOf(completion::BodyRegion::Anything);
  }

  void addRule(const TaskReference& reference, const PlacedReference& placed) {
    const double reach = reachOf(reference, placed.warp, m_settings) * (surelyAligned(placed) ? kAlignedReach : 1.0);
    m_rules.push_back(
        {.reference = static_cast<int>(m_references.size()),
         .mirrored = false,
         .explains = explainedBy(reference.region),
         .reach = static_cast<float>(reach),
         .staysWithinReach = true,
         .minimumCover = 0.02f,
         .handicap = static_cast<float>((reference.region == completion::BodyRegion::WholeBody ? 1.0 : 0.0) - std::log(reference.weight))});
  }

  // The photo explains only what no reference is there for (spec section 4, "exclusive").
  std::vector<SourceRule> photoRules() const {
    LabelSet open = ~LabelSet{0};
    for (const SourceRule& rule : m_rules) open &= ~rule.explains;
    const auto diagonal = static_cast<float>(std::hypot(window().width(), window().height()));
    SourceRule asItIs{.explains = open, .reach = kPhotoReach * diagonal, .minimumCover = 0.999f};
    SourceRule mirrored = asItIs;
    mirrored.mirrored = true;
    mirrored.reach = 0;
    return {asItIs, mirrored};
  }

  const TaskSettings& m_settings;
  const NoteHeard& m_noted;
  Crew& m_crew;
  RunClock& m_clock;
  PhotoPyramid m_pyramid;
  Grid<std::uint8_t> m_hidden;
  Grid<Label> m_labels;
  std::vector<Plane> m_references;
  std::vector<SourceRule> m_rules;
  bool m_allAligned = true;
};

}  // namespace

PreparedTask prepared(WindowPicture window, const std::vector<TaskReference>& references, const TaskSettings& settings,
                      const NoteHeard& noted, const PictureHeard& shown, Crew& crew, RunClock& clock) {
  TaskPreparer preparer(std::move(window), settings, noted, crew, clock);
  if (!crew.stopped()) preparer.showStart(shown);
  for (const TaskReference& reference : references)
    if (!crew.stopped()) preparer.add(reference);
  return preparer.finish();
}

}  // namespace retailor::patch_diffusion
