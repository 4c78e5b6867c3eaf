#pragma once

#include <cmath>
#include <cstdint>
#include <numbers>

namespace retailor::patch_diffusion {

// Random numbers as a function of where they are used, never of what was drawn before: results do not depend on the number of
// threads or on the order of work (spec section 8).
inline std::uint64_t mixed(std::uint64_t value) {
  value += 0x9e3779b97f4a7c15u;
  value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9u;
  value = (value ^ (value >> 27)) * 0x94d049bb133111ebu;
  return value ^ (value >> 31);
}

inline std::uint64_t counterHash(std::uint64_t seed, std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0) {
  return mixed(mixed(mixed(mixed(seed) ^ a) ^ b) ^ c);
}

// Uniform in (0, 1], never 0, so that its logarithm exists.
inline float unitUniform(std::uint32_t bits) { return (static_cast<float>(bits >> 8) + 1.0f) * (1.0f / 16777216.0f); }

// One standard normal number from 64 random bits (Box and Muller).
inline float standardNormal(std::uint64_t bits) {
  const float radius = std::sqrt(-2.0f * std::log(unitUniform(static_cast<std::uint32_t>(bits))));
  const float angle = 2.0f * std::numbers::pi_v<float> * unitUniform(static_cast<std::uint32_t>(bits >> 32));
  return radius * std::cos(angle);
}

}  // namespace retailor::patch_diffusion
