#include "core/methods/diffusion/memory_ladder.h"

#include <algorithm>
#include <array>

namespace retailor::diffusion {
namespace {

struct Step {
  Rung rung;
  std::array<bool, 3> helps;  // by stage: encoding, denoising, decoding
  const char* sentence;
};

constexpr std::array rungs{
    Step{Rung::FreeBetweenStages, {true, true, true}, "Memory is short: each network is let go as soon as its stage is over."},
    Step{Rung::TiledAutoencoder, {true, false, true}, "Memory is short: the picture is encoded and decoded in tiles."},
    Step{Rung::GuidanceInTwoCalls, {false, true, false}, "Memory is short: the two halves of guidance are computed one after the other."},
    Step{Rung::SlicedAttention, {false, true, false}, "Memory is short: attention is computed in slices."},
    Step{Rung::Offload, {true, true, true}, "Memory is short: only the network at work stays in the graphics card's memory."},
    Step{Rung::SmallerWindow, {true, true, false}, "Memory is short: starting again at a smaller working size."},
    Step{Rung::Processor, {true, true, true}, "The graphics card's memory does not suffice: going on on the processor, which is slower."},
};
constexpr int kMostHalvings = 3;

}  // namespace

bool MemoryLadder::canTake(Rung rung) const {
  switch (rung) {
    case Rung::FreeBetweenStages: return !m_plan.freeBetweenStages;
    case Rung::TiledAutoencoder: return !m_plan.tiledAutoencoder;
    case Rung::GuidanceInTwoCalls: return m_choices.guided && !m_plan.guidanceInTwoCalls;
    case Rung::SlicedAttention: return !m_plan.slicedAttention;
    case Rung::Offload: return m_choices.onGpu && !m_plan.onProcessor && !m_plan.offload;
    case Rung::SmallerWindow: return m_choices.mayShrink && m_plan.halvings < kMostHalvings;
    case Rung::Processor: break;
  }
  return m_choices.onGpu && !m_plan.onProcessor;
}

void MemoryLadder::take(Rung rung) {
  switch (rung) {
    case Rung::FreeBetweenStages: m_plan.freeBetweenStages = true; return;
    case Rung::TiledAutoencoder: m_plan.tiledAutoencoder = true; return;
    case Rung::GuidanceInTwoCalls: m_plan.guidanceInTwoCalls = true; return;
    case Rung::SlicedAttention: m_plan.slicedAttention = true; return;
    case Rung::Offload: m_plan.offload = true; return;
    case Rung::SmallerWindow: ++m_plan.halvings; return;
    case Rung::Processor: m_plan.onProcessor = true;
  }
}

bool MemoryLadder::stepDown(Stage stage) {
  const auto next =
      std::ranges::find_if(rungs, [&](const Step& step) { return step.helps.at(static_cast<std::size_t>(stage)) && canTake(step.rung); });
  if (next == rungs.end()) return false;
  take(next->rung);
  m_say(next->sentence);
  return true;
}

Failure MemoryLadder::exhausted(const Failure& last) const {
  const std::string advice = m_choices.mayShrink ? "" : " Allowing a smaller window may help.";
  return {FailureKind::OutOfMemory, last.sentence + advice};
}

}  // namespace retailor::diffusion
