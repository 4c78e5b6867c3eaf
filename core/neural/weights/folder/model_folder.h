#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/neural/weights/folder/weight_file_in.h"
#include "core/neural/weights/weight_map.h"
#include "core/result.h"

namespace retailor::weights {

// One part of a model: its settings and its weights under current names (see weight_names.h).
struct Component {
  std::string name;    // its folder in a pipeline: "unet", "vae", "text_encoder", "image_encoder", …
  std::string config;  // JSON text of config.json, made up from the shapes for a single-file checkpoint; "{}" where none is needed
  std::filesystem::path folder;  // where it lies; the checkpoint itself for a single file
  WeightMap weights;
};

// A model as its user has it on disk: read where it lies, never changed. One of
// - a pipeline folder of diffusers, whole or with only some of its subfolders;
// - one component's own folder (config.json beside the weights), asked for under any name that fits;
// - a repository of the hub cache (models--org--name) or one of its snapshots, some files perhaps not downloaded;
// - a single-file checkpoint in the original layout, a loose weight file that holds one component, or one that holds several in
// dictionaries,
//   which are then its parts.
// Opening reads no weights; component() maps them. A value; safe to use on any thread.
class ModelFolder {
 public:
  // MissingWeights: there is nothing at `path`, or nothing in it that looks like a model.
  static Result<ModelFolder> open(const std::filesystem::path& path);

  // Folder where the files lie: a snapshot for a hub repository, the parent folder for a single file.
  const std::filesystem::path& path() const { return m_path; }
  bool isSingleFile() const { return !m_checkpoint.empty(); }
  const std::filesystem::path& checkpoint() const { return m_checkpoint; }  // the single file

  // "StableDiffusionInpaintPipeline", from model_index.json; empty where there is none.
  const std::string& pipelineClass() const { return m_pipelineClass; }

  // The parts that model_index.json names, those whose folders are there, those in the single file; for one part's own folder that part.
  std::vector<std::string> componentNames() const;
  bool has(std::string_view component) const;

  // Settings and weights of a part. `preferred` chooses among variants: its own, then the plain file, then any other.
  // MissingWeights names the file that is missing and the folder to put it in, or the file that was refused and why.
  Result<Component> component(std::string_view name, Precision preferred) const;

  // The folder of a part: `name` inside the model's, or the model's own where that is the part's. For a tokenizer's or a scheduler's files,
  // which lie beside a single file.
  Result<std::filesystem::path> folderOf(std::string_view name) const;

  // The text of a part's settings: config.json, scheduler_config.json, preprocessor_config.json or tokenizer_config.json, by name.
  Result<std::string> configOf(std::string_view name) const;

  // From now on `part` is `name` of another model; its settings are those in the folder `settings` where that has any. For systems that are
  // published in pieces.
  void borrow(const std::string& part, const ModelFolder& lender, const std::string& name, const std::filesystem::path& settings = {});
  bool borrows(std::string_view part) const { return m_borrowed.contains(part); }

  // A weight file beside the parts, "image_attention.safetensors", opened.
  Result<WeightMap> file(std::string_view name) const;

 private:
  struct Borrowed {
    std::shared_ptr<const ModelFolder> lender;
    std::string name;
    std::filesystem::path settings;
  };

  Result<Component> borrowed(const Borrowed& part, std::string_view name, Precision preferred) const;
  Result<std::string> borrowedConfig(const Borrowed& part, std::string_view name) const;
  std::vector<std::string> componentsInFile() const;
  Result<Component> componentInFile(std::string_view name) const;
  Result<Component> dictionaryInFile(const WeightMap& all, std::string_view name) const;

  std::filesystem::path m_path;
  std::filesystem::path m_checkpoint;  // set for a single file
  std::string m_pipelineClass;
  std::vector<std::string> m_listed;  // components that model_index.json names
  std::map<std::string, Borrowed, std::less<>> m_borrowed;
};

}  // namespace retailor::weights
