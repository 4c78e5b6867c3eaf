#include "core/methods/patch_diffusion/placing/alignment.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/methods/patch_diffusion/crew.h"
#include "core/methods/patch_diffusion/placing/motion_fit.h"

namespace retailor::patch_diffusion {

namespace {

constexpr int kFewestPixels = 100;
constexpr double kSplineSpacing = 32;  // at the scale of registration
constexpr double kStiffness = 0.5;     // per pixel² of second difference between splines, at the scale of registration
// Measured: most of the way is cheap at a quarter of that scale, and a soft spline gains 2.5 dB over a stiff one on 4-pixel warps.
constexpr std::array<int, 3> kBendRounds{8, 4, 3};

// Aligns one reference with one kind of evidence; holds the best placement so far.
class Aligner {
 public:
  Aligner(const PhotoPyramid& photo, const ReferencePicture& reference, const Warp& start, Evidence evidence, std::size_t scale, Crew& crew)
      : m_photo(photo), m_reference(reference), m_evidence(evidence), m_scale(scale), m_crew(crew), m_warp(start) {}

  Alignment run() {
    if (m_crew.stopped()) return {};
    Alignment best = judged(m_photo, m_reference, m_warp, m_evidence, m_scale, m_crew);
    best.before = best.score;
    for (const auto stage : {&Aligner::moveRigidly, &Aligner::moveAffinely, &Aligner::bend}) {
      (this->*stage)();
      keepIfBetter(best);
    }
    return best;
  }

 private:
  // Pictures are looked at this many halvings above the finest; fewer when the window is small.
  std::size_t scaleAbove(std::size_t halvings) const {
    std::size_t scale = m_scale;
    while (halvings-- > 0 && scale + 1 < m_photo.size() && std::min(m_photo[scale + 1].width(), m_photo[scale + 1].height()) >= 24) ++scale;
    return scale;
  }

  std::vector<MotionBlock> look(std::size_t scale) const {
    const double shrink = std::pow(2.0, static_cast<double>(scale));
    const Plane& photo = m_photo[scale];
    const image::Rect where = coveredBy(m_reference, m_warp, shrink, {photo.width(), photo.height()});
    if (where.empty()) return {};
    const RegionPicture placed = m_reference.placed(m_warp, shrink, {photo.width(), photo.height()}, where, m_crew);
    const Overlap overlap = overlapOf(photo, placed, m_evidence, where, m_crew);
    return motionBlocks(overlap, shrink, m_crew);
  }

  void repeat(int times, std::size_t scale, Affine (*fit)(const std::vector<MotionBlock>&)) {
    for (int i = 0; i < times && !m_crew.stopped(); ++i) {
      const std::vector<MotionBlock> blocks = look(scale);
      if (blocks.empty()) return;
      m_warp.toReference = m_warp.toReference.after(fit(blocks));
    }
  }

  void moveRigidly() {
    repeat(8, scaleAbove(3), similarityMotion);
    repeat(4, scaleAbove(2), similarityMotion);
  }

  void moveAffinely() {
    repeat(3, scaleAbove(2), affineMotion);
    repeat(3, scaleAbove(1), affineMotion);
  }

  void bend() {
    const double shrink = std::pow(2.0, static_cast<double>(m_scale));
    BendFit fit(m_photo[0].width(), m_photo[0].height(), kSplineSpacing * shrink, kStiffness / (shrink * shrink));
    for (std::size_t i = 0; i < kBendRounds.size(); ++i)
      for (int round = 0; round < kBendRounds[i] && !m_crew.stopped(); ++round) {
        const std::vector<MotionBlock> blocks = look(scaleAbove(kBendRounds.size() - 1 - i));
        if (m_crew.stopped()) return;
        fit.improve(blocks);
        m_warp.bend = fit.displacement();
      }
  }

  void keepIfBetter(Alignment& best) {
    if (m_crew.stopped()) return;
    const Alignment now = judged(m_photo, m_reference, m_warp, m_evidence, m_scale, m_crew);
    if (now.score > best.score && now.pixels >= kFewestPixels) {
      best.warp = now.warp, best.score = now.score, best.pixels = now.pixels;
    } else {
      m_warp = best.warp;
    }
  }

  const PhotoPyramid& m_photo;
  const ReferencePicture& m_reference;
  Evidence m_evidence;
  std::size_t m_scale;
  Crew& m_crew;
  Warp m_warp;
};

}  // namespace

std::size_t registrationScale(const PhotoPyramid& photo, int longest) {
  std::size_t scale = 0;
  while (scale + 1 < photo.size() && std::max(photo[scale].width(), photo[scale].height()) > longest) ++scale;
  return scale;
}

Alignment judged(const PhotoPyramid& photo, const ReferencePicture& reference, const Warp& warp, Evidence evidence, std::size_t scale,
                 Crew& crew) {
  const double shrink = std::pow(2.0, static_cast<double>(scale));
  const image::Size size{photo[scale].width(), photo[scale].height()};
  const image::Rect where = coveredBy(reference, warp, shrink, size);
  Alignment result{.warp = warp, .score = 0, .before = 0, .pixels = 0, .evidence = evidence};
  if (where.empty()) return result;
  const Overlap overlap = overlapOf(photo[scale], reference.placed(warp, shrink, size, where, crew), evidence, where, crew);
  result.pixels = overlap.pixels;
  result.score = agreement(overlap);
  return result;
}

Alignment aligned(const PhotoPyramid& photo, const ReferencePicture& reference, const Warp& start, Evidence evidence, std::size_t scale,
                  Crew& crew) {
  return Aligner(photo, reference, start, evidence, scale, crew).run();
}

}  // namespace retailor::patch_diffusion
