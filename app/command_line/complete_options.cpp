#include "app/command_line/complete_options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <cstdint>

#include "app/command_line/exact_number.h"

namespace retailor::command_line {
namespace {

using completion::CompletionSettings;
using completion::Setting;

// Declares options that each set one field of the settings.
class SettingOptions {
 public:
  SettingOptions(CLI::App& command, CompleteOptions& options) : m_command(command), m_options(options) {}

  template <class Number>
  void number(const std::string& name, Number CompletionSettings::*field, std::optional<Setting> setting, const std::string& help) {
    add(name, setting, help, "N", [name, field](const std::string& text) {
      const std::optional<Number> value = exactNumber<Number>(text);
      if (!value) throw CLI::ValidationError(name, "'" + text + "' is not a " + (std::is_integral_v<Number> ? "whole number." : "number."));
      return [field, value](CompletionSettings& settings) { settings.*field = *value; };
    });
  }

  void text(const std::string& name, std::string CompletionSettings::*field, std::optional<Setting> setting, const std::string& help) {
    add(name, setting, help, "TEXT",
        [field](const std::string& text) { return [field, text](CompletionSettings& settings) { settings.*field = text; }; });
  }

  template <class Value, std::size_t count>
  void choice(const std::string& name, Value CompletionSettings::*field, const std::array<std::pair<const char*, Value>, count>& choices,
              std::optional<Setting> setting, const std::string& help) {
    std::string list;
    for (const auto& [key, value] : choices) list.append(list.empty() ? "" : "|").append(key);
    add(name, setting, help, list, [name, field, choices, list](const std::string& text) {
      for (const auto& [key, value] : choices)
        if (text == key) return std::function([field, value = value](CompletionSettings& settings) { settings.*field = value; });
      throw CLI::ValidationError(name, "'" + text + "' is not one of " + list + ".");
    });
  }

  // `parse` makes the change out of the text, or throws CLI::ValidationError.
  template <class Parse>
  void add(const std::string& name, std::optional<Setting> setting, const std::string& help, const std::string& type, const Parse& parse) {
    CompleteOptions& options = m_options;
    m_command
        .add_option_function<std::string>(
            name,
            [&options, name, setting, parse](const std::string& text) {
              options.changes.push_back({name, setting, parse(text)});
            },
            help)
        ->type_name(type);
  }

 private:
  CLI::App& m_command;
  CompleteOptions& m_options;
};

std::function<void(CompletionSettings&)> parseWindow(const std::string& text) {
  if (text == "auto") return [](CompletionSettings& settings) { settings.window = completion::WindowChoice::Auto; };
  if (text == "whole") return [](CompletionSettings& settings) { settings.window = completion::WindowChoice::Whole; };
  const auto sides = exactNumbers<int>(text);
  if (!sides || sides->size() != 4)
    throw CLI::ValidationError("--window", "'" + text + "' is neither auto nor whole nor x:y:w:h in photo pixels.");
  const image::Rect rect{sides->at(0), sides->at(1), sides->at(2), sides->at(3)};
  return [rect](CompletionSettings& settings) {
    settings.window = completion::WindowChoice::Given;
    settings.givenWindow = rect;
  };
}

// No guidance is what 0 asks for, as 1 does; in the settings 0 stands for the method's own.
std::function<void(CompletionSettings&)> parseGuidance(const std::string& text) {
  const std::optional<double> scale = exactNumber<double>(text);
  if (!scale) throw CLI::ValidationError("--guidance", "'" + text + "' is not a number.");
  return [guidance = *scale == 0 ? 1.0 : *scale](CompletionSettings& settings) { settings.guidance = guidance; };
}

std::function<void(CompletionSettings&)> parseGuidanceInterval(const std::string& text) {
  const auto ends = exactNumbers<double>(text);
  if (!ends || ends->size() != 2)
    throw CLI::ValidationError("--guidance-interval", "'" + text + "' is not FROM:UNTIL, two shares of the steps from 0 to 1.");
  return [from = ends->at(0), until = ends->at(1)](CompletionSettings& settings) {
    settings.guidanceFrom = from;
    settings.guidanceUntil = until;
  };
}

std::function<void(CompletionSettings&)> parseSize(const std::string& text) {
  const auto sides = exactNumbers<int>(text);
  if (!sides || sides->size() != 2 || sides->at(0) <= 0 || sides->at(1) <= 0)
    throw CLI::ValidationError("--size", "'" + text + "' is not W:H in pixels.");
  const image::Size size{sides->at(0), sides->at(1)};
  return [size](CompletionSettings& settings) { settings.workingSize = size; };
}

// fp32 and auto mean what every method does anyway.
std::optional<Setting> settingOfPrecision(const std::string& precision) {
  return precision == "auto" || precision == "fp32" ? std::nullopt : std::optional(Setting::Precision);
}

void addFiles(CLI::App& command, CompleteOptions& options) {
  command.add_option("--photo", options.photo, "The photo to complete (PNG, JPEG, TIFF or WebP)")->type_name("FILE");
  command
      .add_option("--mask", options.mask,
                  "White may change, black is kept; the photo's size. Not needed where every reference is fitted and --region marks what "
                  "it replaces")
      ->type_name("FILE");
  command.add_option("--output", options.output, "Where the result goes; the extension chooses the format")->type_name("FILE");
  command
      .add_option_function<std::vector<std::string>>(
          "--reference",
          [&options](const std::vector<std::string>& texts) {
            for (const std::string& text : texts) {
              const Result<ReferenceArgument> argument = parseReference(text);
              if (!argument) throw CLI::ValidationError(argument.failure().sentence);
              options.references.push_back(*argument);
            }
          },
          "A picture to complete from and what it shows: face, hair, upper-clothes, lower-clothes, whole-body, shoes or anything; may be "
          "repeated. fit= bends a garment onto the one worn: automatically, or by the pins that --fit-out or the window saved")
      ->type_name("REGION=FILE[,mask=FILE][,at=x:y:w:h[:degrees]][,fit=auto|FILE][,weight=W]")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  command
      .add_option_function<std::vector<std::string>>(
          "--region",
          [&options](const std::vector<std::string>& texts) {
            for (const std::string& text : texts) {
              const Result<RegionArgument> argument = parseRegion(text);
              if (!argument) throw CLI::ValidationError(argument.failure().sentence);
              options.regions.push_back(*argument);
            }
          },
          "A part of the photo, white in FILE: the garment that a fitted reference of this tag replaces (without it the mask says), or "
          "what "
          "stays before it to the bit: face, hair, shoes, and in-front for hands, arms and bags; may be repeated")
      ->type_name("REGION=FILE")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  command
      .add_option_function<std::string>(
          "--pose",
          [&options](const std::string& file) {
            options.pose = file;
            options.changes.push_back({"--pose", Setting::Pose, [](CompletionSettings&) {}});
          },
          "How the person stands: a DensePose picture of the photo's size, which lies over it")
      ->type_name("FILE");
}

void addModel(CLI::App& command, CompleteOptions& options) {
  command.add_option("--model", options.modelFolders, "A folder with model weights; may be repeated")
      ->type_name("DIR")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

void addReports(CLI::App& command, CompleteOptions& options) {
  command.add_option("--noise", options.noise, "Take every random tensor from this safetensors file: for comparisons")->type_name("FILE");
  command.add_option("--trace", options.trace, "Write the run's timesteps, latents and picture, safetensors: for comparisons")
      ->type_name("FILE");
  command.add_option("--previews", options.previews, "Write every preview here as preview-001.png, …")->type_name("DIR");
  command
      .add_option("--what-it-sees", options.sight,
                  "Do not run: write what the method would be given here as pictures: crop.png, model-mask.png, blend-mask.png, "
                  "pre-fill.png, reference-1-….png; needs no --output")
      ->type_name("DIR");
  command.add_option("--recipe", options.recipe, "Make again what a recipe describes; other options given change it")->type_name("FILE");
  command.add_option("--recipe-out", options.recipeOut, "Write the recipe of the result, JSON")->type_name("FILE");
  command.add_option("--fit-out", options.fitOut, "Write the pins of the fitted garment, for fit=FILE; JSON")->type_name("FILE");
  command.add_flag("--embed-recipe", options.embedRecipe, "Keep the recipe in the result's metadata");
}

void addProgress(CLI::App& command, CompleteOptions& options) {
  command
      .add_option_function<std::string>(
          "--progress",
          [&options](const std::string& text) {
            if (text != "plain" && text != "json" && text != "none")
              throw CLI::ValidationError("--progress", "'" + text + "' is not one of plain|json|none.");
            options.progress = text == "plain" ? ProgressKind::Plain : text == "json" ? ProgressKind::Json : ProgressKind::None;
          },
          "plain (default): for people, on stderr; json: an object a line, on stdout")
      ->type_name("plain|json|none");
}

void addMethodSettings(SettingOptions& settings) {
  using S = CompletionSettings;
  constexpr std::array<std::pair<const char*, completion::Preset>, 3> presets{
      {{"fast", completion::Preset::Fast}, {"standard", completion::Preset::Standard}, {"quality", completion::Preset::Quality}}};
  constexpr std::array<std::pair<const char*, bool>, 2> placements{{{"refine", true}, {"keep", false}}};
  settings.text("--method", &S::method, std::nullopt, "How to complete (default: patch-diffusion)");
  settings.choice("--preset", &S::preset, presets, Setting::Preset, "Speed against quality (default: standard)");
  settings.text("--prompt", &S::prompt, Setting::Prompt, "What to show");
  settings.text("--negative", &S::negativePrompt, Setting::NegativePrompt, "What not to show");
  settings.number("--steps", &S::steps, Setting::Steps, "Denoising steps (default: the method's own)");
  settings.add("--guidance", Setting::Guidance, "How closely to follow the prompt; 1: no guidance", "N", parseGuidance);
  settings.add("--guidance-interval", Setting::GuidanceInterval, "The part of the steps that guidance works in", "FROM:UNTIL",
               parseGuidanceInterval);
  settings.number("--strength", &S::strength, Setting::Strength, "How much noise to start from, 0 to 1");
  settings.number("--reference-scale", &S::referenceScale, Setting::ReferenceScale, "How much references count");
  settings.number("--image-scale", &S::imageScale, Setting::ImageScale, "How much the picture prompt counts");
  settings.number("--similarity", &S::similarity, Setting::Similarity,
                  "How closely to follow the references, 0 to 2 (default: 1, what the model was made for)");
  settings.number("--stay-in-place", &S::stayInPlace, Setting::StayInPlace, "How far patches may wander, 0.01 to 0.1");
  settings.choice("--placement", &S::refinePlacement, placements, Setting::Placement, "Align references, or keep at= as given");
  settings.text("--scheduler", &S::scheduler, Setting::Scheduler, "How noise is taken away (default: the model's own)");
}

void addRunSettings(SettingOptions& settings) {
  using S = CompletionSettings;
  settings.add("--window", Setting::Window, "The part of the photo to work on", "auto|whole|x:y:w:h", parseWindow);
  settings.add("--size", Setting::WorkingSize, "The size to work at", "W:H", parseSize);
  settings.number<std::uint64_t>("--seed", &S::seed, std::nullopt, "Same seed, same pixels (default: 0)");
  settings.number("--variations", &S::variations, std::nullopt, "How many results, from one seed on: OUT, OUT-2, …");
  settings.number("--threads", &S::threads, std::nullopt,
                  "Threads to use (default: all); the last digits of what networks draw depend on it, the built-in method's result never");
  settings.text("--device", &S::device, std::nullopt, "auto, cpu or cuda");
}

void addLoras(CLI::App& command, CompleteOptions& options) {
  command
      .add_option_function<std::vector<std::string>>(
          "--lora",
          [&options](const std::vector<std::string>& texts) {
            for (const std::string& text : texts) options.loras.push_back(parseLora(text));
            options.changes.push_back(
                {"--lora", Setting::Loras, [loras = options.loras](CompletionSettings& settings) { settings.loras = loras; }});
          },
          "A LoRA file that changes the model, and how strongly (default: 1); may be repeated, the changes add up")
      ->type_name("FILE[=SCALE]")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

}  // namespace

void addHowOptions(CLI::App& command, CompleteOptions& options) {
  addModel(command, options);
  SettingOptions settings(command, options);
  addMethodSettings(settings);
  addRunSettings(settings);
  addLoras(command, options);
  addProgress(command, options);
  command
      .add_option_function<std::string>(
          "--precision",
          [&options](const std::string& text) {
            options.changes.push_back(
                {"--precision " + text, settingOfPrecision(text), [text](CompletionSettings& s) { s.precision = text; }});
          },
          "auto, fp32, fp16 or bf16")
      ->type_name("TEXT");
  command.add_flag_callback(
      "--allow-smaller-window",
      [&options] {
        options.changes.push_back(
            {"--allow-smaller-window", Setting::SmallerWindow, [](CompletionSettings& s) { s.allowSmallerWindow = true; }});
      },
      "Where memory does not suffice, work at a smaller size");
  command.add_flag_callback(
      "--keep-reference-colour",
      [&options] {
        options.changes.push_back(
            {"--keep-reference-colour", Setting::KeepReferenceColour, [](CompletionSettings& s) { s.keepReferenceColour = true; }});
      },
      "Do not match the references' colours to the photo");
}

void addCompleteOptions(CLI::App& command, CompleteOptions& options) {
  addFiles(command, options);
  addHowOptions(command, options);
  addReports(command, options);
}

Result<void> checkComplete(const CompleteOptions& options) {
  if (options.output.empty() && options.sight.empty()) return badInput("Say where the result goes with --output FILE.");
  if (!options.recipe.empty()) return {};
  if (options.photo.empty()) return badInput("Name the photo to complete with --photo FILE.");
  const bool fitted = std::ranges::any_of(options.references, [](const ReferenceArgument& one) { return one.fit.has_value(); });
  if (options.mask.empty() && !fitted) return badInput("Name the mask with --mask FILE; white marks what may change.");
  return {};
}

}  // namespace retailor::command_line
