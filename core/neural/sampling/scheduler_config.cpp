#include "core/neural/sampling/scheduler_config.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <utility>

namespace retailor::neural {
namespace {

using Json = nlohmann::json;

template <class Value, std::size_t count>
using Names = std::array<std::pair<std::string_view, Value>, count>;

constexpr Names<SchedulerKind, 8> classNames{{{"DDIMScheduler", SchedulerKind::Ddim},
                                              {"DDPMScheduler", SchedulerKind::Ddpm},
                                              {"PNDMScheduler", SchedulerKind::Pndm},
                                              {"EulerDiscreteScheduler", SchedulerKind::Euler},
                                              {"EulerAncestralDiscreteScheduler", SchedulerKind::EulerAncestral},
                                              {"DPMSolverMultistepScheduler", SchedulerKind::DpmSolver},
                                              {"UniPCMultistepScheduler", SchedulerKind::UniPc},
                                              {"LCMScheduler", SchedulerKind::Lcm}}};
constexpr Names<BetaSchedule, 3> betaNames{
    {{"linear", BetaSchedule::Linear}, {"scaled_linear", BetaSchedule::ScaledLinear}, {"squaredcos_cap_v2", BetaSchedule::SquaredCosine}}};
constexpr Names<Prediction, 3> predictionNames{
    {{"epsilon", Prediction::Noise}, {"v_prediction", Prediction::Velocity}, {"sample", Prediction::Clean}}};
constexpr Names<Spacing, 3> spacingNames{{{"leading", Spacing::Leading}, {"linspace", Spacing::Linspace}, {"trailing", Spacing::Trailing}}};
constexpr Names<FinalSigma, 2> finalNames{{{"zero", FinalSigma::Zero}, {"sigma_min", FinalSigma::Least}}};
constexpr Names<bool, 2> interpolationNames{{{"linear", false}, {"log_linear", true}}};

// Reads the keys of one file; remembers the first that it could not understand.
class ConfigReader {
 public:
  explicit ConfigReader(const Json& json) : m_json(json) {}

  template <class Field>
  void number(const char* key, Field& field) {
    const Json* value = find(key);
    if (value == nullptr) return;
    if constexpr (std::is_same_v<Field, bool>)
      value->is_boolean() ? void(field = value->get<bool>()) : refuse(key);
    else
      value->is_number() && isIn<Field>(value->get<double>()) ? void(field = value->get<Field>()) : refuse(key);
  }
  template <class Value>
  void number(const char* key, std::optional<Value>& field) {
    if (find(key) == nullptr) return;
    Value value{};
    number(key, value);
    field = value;
  }
  template <class Field, class Value, std::size_t count>
  void choice(const char* key, Field& field, const Names<Value, count>& names) {
    const Json* value = find(key);
    if (value == nullptr) return;
    if (value->is_string())
      for (const auto& [name, meant] : names)
        if (value->get_ref<const std::string&>() == name) return void(field = meant);
    refuse(key);
  }
  void text(const char* key, std::string& field, std::initializer_list<std::string_view> known) {
    const Json* value = find(key);
    if (value == nullptr) return;
    if (!value->is_string()) return refuse(key);
    field = value->get<std::string>();
    if (std::ranges::find(known, field) == known.end()) refuse(key);
  }
  void anyText(const char* key, std::string& field) {
    if (const Json* value = find(key)) value->is_string() ? void(field = value->get<std::string>()) : refuse(key);
  }
  template <class Value>
  void list(const char* key, std::vector<Value>& field) {
    const Json* value = find(key);
    if (value == nullptr) return;
    const bool numbers = value->is_array() && std::ranges::all_of(*value, [](const Json& one) { return one.is_number(); });
    numbers ? void(field = value->get<std::vector<Value>>()) : refuse(key);
  }
  bool isOn(const char* key) const {
    const Json* value = find(key);
    return value != nullptr && *value != Json(false);
  }
  void refuse(const char* key) {
    if (m_refused.empty()) m_refused = key;
  }
  const Json* find(const char* key) const {
    const auto found = m_json.find(key);
    return found == m_json.end() || found->is_null() ? nullptr : &*found;
  }
  const std::string& refused() const { return m_refused; }

 private:
  // Whole numbers have to fit what they are kept in.
  template <class Field>
  static bool isIn(double value) {
    using Limits = std::numeric_limits<Field>;
    return !std::is_integral_v<Field> || (value >= static_cast<double>(Limits::lowest()) && value <= static_cast<double>(Limits::max()));
  }

  const Json& m_json;
  std::string m_refused;
};

void readNoise(ConfigReader& read, SchedulerConfig& config) {
  read.number("num_train_timesteps", config.trainTimesteps);
  read.number("beta_start", config.betaStart);
  read.number("beta_end", config.betaEnd);
  read.choice("beta_schedule", config.betaSchedule, betaNames);
  read.list("trained_betas", config.trainedBetas);
  read.number("rescale_betas_zero_snr", config.zeroTerminalSnr);
  read.choice("prediction_type", config.prediction, predictionNames);
  read.choice("timestep_spacing", config.spacing, spacingNames);
  read.number("steps_offset", config.stepsOffset);
  read.number("clip_sample", config.clipSample);
  read.number("clip_sample_range", config.clipRange);
  read.number("thresholding", config.thresholding);
  read.number("dynamic_thresholding_ratio", config.thresholdQuantile);
  read.number("sample_max_value", config.thresholdMost);
  read.number("set_alpha_to_one", config.alphaOneAtEnd);
  read.number("skip_prk_steps", config.skipPrk);
}

void readSolver(ConfigReader& read, SchedulerConfig& config) {
  read.number("solver_order", config.solverOrder);
  read.text("algorithm_type", config.algorithm, {"dpmsolver++", "sde-dpmsolver++", "dpmsolver", "sde-dpmsolver", "deis"});
  read.text("solver_type", config.solverType, {"midpoint", "heun", "bh1", "bh2", "logrho"});
  read.number("lower_order_final", config.lowerOrderFinal);
  read.number("euler_at_final", config.eulerAtFinal);
  read.list("disable_corrector", config.disabledCorrector);
  read.number("predict_x0", config.predictClean);
  // Python writes -Infinity as a string of its own or not at all.
  if (const Json* lambda = read.find("lambda_min_clipped"); lambda != nullptr && lambda->is_number())
    config.leastLambda = lambda->get<double>();
}

void readSigmas(ConfigReader& read, SchedulerConfig& config) {
  bool karras = false, exponential = false;
  read.number("use_karras_sigmas", karras);
  read.number("use_exponential_sigmas", exponential);
  if (karras) config.sigmaSpread = SigmaSpread::Karras;
  if (exponential) config.sigmaSpread = SigmaSpread::Exponential;
  for (const char* key : {"use_beta_sigmas", "use_lu_lambdas", "use_flow_sigmas", "use_dynamic_shifting"})
    if (read.isOn(key)) config.unknownSpread = key;
  read.number("sigma_min", config.leastSigma);
  read.number("sigma_max", config.mostSigma);
  read.choice("final_sigmas_type", config.finalSigma, finalNames);
  read.choice("interpolation_type", config.logLinearSigmas, interpolationNames);
  read.number("original_inference_steps", config.originalSteps);
  read.number("timestep_scaling", config.timestepScaling);
}

void readClass(ConfigReader& read, SchedulerConfig& config) {
  std::string name = "PNDMScheduler";
  read.anyText("_class_name", name);
  const auto known = std::ranges::find(classNames, name, &std::pair<std::string_view, SchedulerKind>::first);
  if (known == classNames.end())
    config.foreignClass = name;
  else
    config.kind = known->second;
}

// Read as they stand: only the class that looks at one of them can say whether it knows it.
void readOwn(ConfigReader& read, SchedulerConfig& config) {
  read.anyText("variance_type", config.varianceType);
  read.anyText("timestep_type", config.timestepType);
  config.ownPredictor = read.find("solver_p") != nullptr;
}

bool inRange(const SchedulerConfig& config) {
  const bool betas = config.betaStart > 0 && config.betaEnd < 1 && config.betaStart <= config.betaEnd;
  const bool listed = (config.trainedBetas.empty() || static_cast<int>(config.trainedBetas.size()) == config.trainTimesteps) &&
                      std::ranges::all_of(config.trainedBetas, [](double beta) { return beta >= 0 && beta <= 1; });
  const bool order = !config.solverOrder || (*config.solverOrder >= 1 && *config.solverOrder <= 3);
  const int offset = config.stepsOffset.value_or(0);
  return config.trainTimesteps >= 1 && config.trainTimesteps <= 100000 && betas && listed && order && offset >= 0 &&
         offset < config.trainTimesteps && config.originalSteps >= 1 && config.originalSteps <= config.trainTimesteps;
}

// "-Infinity", which Python writes for lambda_min_clipped, is no JSON.
std::string withoutInfinity(std::string text) {
  for (const std::string_view word : {"-Infinity", "Infinity"})
    for (std::size_t at = 0; (at = text.find(word, at)) != std::string::npos;) text.replace(at, word.size(), "null");
  return text;
}

}  // namespace

Result<SchedulerConfig> parseSchedulerConfig(const std::string& json, const std::string& name) {
  const Json parsed = Json::parse(withoutInfinity(json), nullptr, false);
  if (!parsed.is_object()) return badInput("The file " + name + " is no JSON object; download the model's scheduler folder again.");
  ConfigReader read(parsed);
  SchedulerConfig config;
  // diffusers' own defaults for a file that says nothing, which differ from those of Stable Diffusion.
  config.betaStart = 0.0001, config.betaEnd = 0.02, config.betaSchedule = BetaSchedule::Linear;
  readClass(read, config);
  if (config.kind == SchedulerKind::Lcm)
    config.betaStart = 0.00085, config.betaEnd = 0.012, config.betaSchedule = BetaSchedule::ScaledLinear;
  readNoise(read, config);
  readSolver(read, config);
  readSigmas(read, config);
  readOwn(read, config);
  if (!read.refused().empty())
    return badInput("The file " + name + " has a setting that Retailor does not know: " + read.refused() +
                    ". Mend the file, or download the model's scheduler folder again.");
  if (!inRange(config)) return badInput("The file " + name + " has numbers out of range; download the model's scheduler folder again.");
  return config;
}

Result<SchedulerConfig> withScheduler(SchedulerConfig config, std::string_view name) {
  constexpr Names<SchedulerKind, 9> names{{{"ddim", SchedulerKind::Ddim},
                                           {"ddpm", SchedulerKind::Ddpm},
                                           {"pndm", SchedulerKind::Pndm},
                                           {"euler", SchedulerKind::Euler},
                                           {"euler-a", SchedulerKind::EulerAncestral},
                                           {"dpmpp-2m", SchedulerKind::DpmSolver},
                                           {"dpmpp-2m-karras", SchedulerKind::DpmSolver},
                                           {"unipc", SchedulerKind::UniPc},
                                           {"lcm", SchedulerKind::Lcm}}};
  if (name.empty() && !config.foreignClass.empty())
    return badInput("The model's own scheduler is a " + config.foreignClass +
                    ", which Retailor does not have; choose another one with --scheduler.");
  if (name.empty()) return config;
  for (const auto& [known, kind] : names)
    if (name == known) {
      config.kind = kind;
      if (name == "dpmpp-2m-karras") config.sigmaSpread = SigmaSpread::Karras;
      return config;
    }
  return badInput("There is no scheduler '" + std::string(name) + "'.");
}

SchedulerConfig complete(SchedulerConfig config) {
  using enum SchedulerKind;
  const bool linspace = config.kind == Euler || config.kind == EulerAncestral || config.kind == DpmSolver || config.kind == UniPc;
  config.spacing = config.spacing.value_or(linspace ? Spacing::Linspace : Spacing::Leading);
  config.clipSample = config.clipSample.value_or(config.kind == Ddim || config.kind == Ddpm);
  config.alphaOneAtEnd = config.alphaOneAtEnd.value_or(config.kind != Pndm);
  config.skipPrk = config.skipPrk.value_or(false);
  config.solverOrder = config.solverOrder.value_or(2);
  const bool ours =
      config.kind == UniPc ? config.solverType.starts_with("bh") : config.solverType == "midpoint" || config.solverType == "heun";
  if (!ours) config.solverType = config.kind == UniPc ? "bh2" : "midpoint";
  if (config.algorithm == "deis") config.algorithm = "dpmsolver++";
  return config;
}

}  // namespace retailor::neural
