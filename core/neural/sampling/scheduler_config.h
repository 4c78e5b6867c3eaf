#pragma once

#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace retailor::neural {

enum class SchedulerKind { Ddim, Ddpm, Pndm, Euler, EulerAncestral, DpmSolver, UniPc, Lcm };
enum class BetaSchedule { Linear, ScaledLinear, SquaredCosine };
enum class Prediction { Noise, Velocity, Clean };
enum class Spacing { Leading, Linspace, Trailing };
enum class SigmaSpread { FromTimesteps, Karras, Exponential };
enum class FinalSigma { Zero, Least };

// Settings of a scheduler, named as diffusers' scheduler_config.json names them. What a file leaves out stays absent, so that a scheduler
// of another class can put its own default there; complete() does so.
struct SchedulerConfig {
  SchedulerKind kind = SchedulerKind::Pndm;
  std::string foreignClass;  // the file is of a class that is none of ours: it can only be used as another one
  int trainTimesteps = 1000;
  double betaStart = 0.00085;
  double betaEnd = 0.012;
  BetaSchedule betaSchedule = BetaSchedule::ScaledLinear;
  std::vector<float> trainedBetas;  // empty: from the above
  bool zeroTerminalSnr = false;
  Prediction prediction = Prediction::Noise;
  std::optional<Spacing> spacing;
  std::optional<int> stepsOffset;
  std::optional<bool> clipSample;
  double clipRange = 1.0;
  bool thresholding = false;
  double thresholdQuantile = 0.995;
  double thresholdMost = 1.0;
  std::optional<bool> alphaOneAtEnd;         // set_alpha_to_one
  std::optional<bool> skipPrk;               // pndm: no Runge-Kutta steps first
  std::string varianceType = "fixed_small";  // ddpm: or fixed_small_log, fixed_large
  std::string timestepType = "discrete";     // euler
  bool ownPredictor = false;                 // unipc: solver_p, which no scheduler here has
  std::optional<int> solverOrder;            // dpm, unipc
  std::string algorithm = "dpmsolver++";     // dpm: or sde-dpmsolver++, dpmsolver, sde-dpmsolver
  std::string solverType;                    // dpm: midpoint, heun; unipc: bh1, bh2
  bool lowerOrderFinal = true;
  bool eulerAtFinal = false;
  double leastLambda = -std::numeric_limits<double>::infinity();
  std::vector<int> disabledCorrector;  // unipc: steps after which nothing is corrected
  bool predictClean = true;            // unipc: predict_x0
  SigmaSpread sigmaSpread = SigmaSpread::FromTimesteps;
  std::string unknownSpread;                    // a way of spreading that is switched on and that no scheduler here has
  bool logLinearSigmas = false;                 // euler: interpolation_type log_linear
  std::optional<double> leastSigma, mostSigma;  // ends of the Karras and exponential spreads
  FinalSigma finalSigma = FinalSigma::Zero;
  int originalSteps = 50;         // lcm
  double timestepScaling = 10.0;  // lcm
  double eta = 0;                 // ddim: 0 draws no noise, 1 as much as ddpm
};

// From the text of scheduler_config.json; `name` is the file's, for the sentence. BadInput names the setting that no scheduler here knows:
// what would change the picture is never passed over. What only some classes look at is left to makeScheduler.
Result<SchedulerConfig> parseSchedulerConfig(const std::string& json, const std::string& name);

// The config as the user's --scheduler NAME wants it: another class keeps what the file says and takes its own defaults for the rest.
// An empty name leaves the folder's own. BadInput for a name that is none, and for a folder's own that is none of ours.
Result<SchedulerConfig> withScheduler(SchedulerConfig config, std::string_view name);

// Every absent setting filled with what diffusers' class of that kind takes by default.
SchedulerConfig complete(SchedulerConfig config);

}  // namespace retailor::neural
