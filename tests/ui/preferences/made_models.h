#pragma once

#include <atomic>
#include <memory>
#include <thread>

#include "ui/preferences/models/model_source.h"

namespace retailor::tests {

// A source of models for the window's tests: what a search, a check and a download say, without files or network. Work that goes on after
// its test keeps it.
struct MadeModels : std::enable_shared_from_this<MadeModels> {
  std::vector<ui::ListedModel> models{
      {"org/painter",
       "StableDiffusionInpaintPipeline",
       "/cache/painter",
       ui::SearchedBecause::HubCache,
       "openrail",
       {},
       {{"unet", ui::ModelPart::State::Good, "/cache/painter/unet/a.safetensors", "safetensors", "F16", 1'720'000'000, {}, {}},
        {"vae", ui::ModelPart::State::Good, "/cache/painter/vae/b.safetensors", "safetensors", "F16", 167'000'000, {}, {}}}},
      {"half",
       "StableDiffusionPipeline",
       "/own/half",
       ui::SearchedBecause::Preferences,
       {},
       {},
       {{"unet",
         ui::ModelPart::State::Missing,
         {},
         {},
         {},
         0,
         {},
         "There is no file diffusion_pytorch_model.safetensors in /own/half/unet; put it there."}}},
  };
  std::atomic<int> searches = 0;
  std::atomic_bool hold = false;  // checks and downloads wait until they are stopped
  std::atomic_bool refuses = false;

  void waitIfHeld(const std::stop_token& stop) const {
    while (hold && !stop.stop_requested()) std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }

  ui::ModelSource source() {
    ui::ModelSource made;
    made.list = [this, kept = shared_from_this()](const QStringList& preferred, const std::stop_token&) {
      ++searches;
      ui::ModelList list{{}, models};
      for (const QString& folder : preferred) list.places.push_back({folder.toStdString(), ui::SearchedBecause::Preferences, true});
      list.places.push_back({"/cache", ui::SearchedBecause::HubCache, false});
      return list;
    };
    made.check = [this, kept = shared_from_this()](const std::string& path, const std::function<void(const std::string&)>& begins,
                                                   const std::stop_token& stop) -> Result<std::vector<ui::ModelPart>> {
      if (refuses) return Failure{FailureKind::MissingWeights, "The file is cut short."};
      std::vector<ui::ModelPart> parts;
      for (const ui::ListedModel& model : models)
        if (model.path == path) parts = model.parts;
      for (ui::ModelPart& part : parts) {
        begins(part.name);
        waitIfHeld(stop);
        part.sha256 = "0123456789abcdef";
      }
      return parts;
    };
    made.offers = {{"inpainting", "completes what is masked", "org/painter", "creativeml-openrail-m"},
                   {"taesd", "previews", "org/tiny", "mit"}};
    made.standardMirror = "https://hub.example";
    made.downloadFolder = "/data/models";
    made.plan = [this, kept = shared_from_this()](const ui::OfferedModel& model, const std::string& mirror, const std::string&,
                                                  const std::stop_token&) -> Result<ui::DownloadPlan> {
      if (refuses) return Failure{FailureKind::MissingWeights, "No answer from " + mirror + "."};
      return planFor(model);
    };
    return made;
  }

  ui::DownloadPlan planFor(const ui::OfferedModel& model) {
    ui::DownloadPlan plan;
    plan.files = {{model.name + ".json", 900, "abc", true}, {model.name + ".safetensors", 5'000'000, "0123456789", false}};
    plan.bytesToFetch = 5'000'000;
    plan.carryOut = [this, kept = shared_from_this()](const ui::DownloadProgress& progress, const std::stop_token& stop) -> Result<bool> {
      progress("weights", 2'500'000, 5'000'000);
      waitIfHeld(stop);
      return !stop.stop_requested();
    };
    return plan;
  }
};

}  // namespace retailor::tests
