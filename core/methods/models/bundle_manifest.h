#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/completion/body_region.h"
#include "core/result.h"

namespace retailor::models {

// What a U-Net sees at its input, channel by channel.
enum class InputChannels {
  Latent,         // 4: what it takes the noise out of; always first
  Mask,           // 1: where to draw, or what to keep
  MaskedPicture,  // 4: the autoencoder's latent of the picture without the hole
  Depth           // 4: what the part "depth_guider" makes of a map of depth
};

// What self-attention reads of references (Tsai et al. 2025, CompleteMe; Zhang 2023, reference-only control).
struct ReferenceReading {
  enum class Writer {
    ReferenceUnet,  // a U-Net of its own looks at clean pictures, once per run
    DrawingUnet,    // the U-Net that draws looks, at every step, at pictures as noisy as what it draws
    Canvas          // none: one reference lies below the picture on a canvas of twice its height, and all of it is drawn
  };
  Writer writer = Writer::ReferenceUnet;
  bool everyStep = false;         // a Reference U-Net looks at every step, and is told of its time; else once, at time 0
  bool isSquare = false;          // it looks at references on a square of the model's side; else on one of the window's shape
  bool zeroesMasked = false;      // tokens outside a reference's mask become zeros that are attended to; else they are left out
  bool middleAndUpOnly = false;   // which transformer blocks read: those in the middle and on the way up, or all
  double blend = 1;               // 0..1: share of the attention to references in what a block answers
  double imageScale = 1;          // times what the user asks for: how much image prompts count beside it
  bool needsTags = false;         // was trained with a region's words for every reference: untagged ones are refused
  bool firstLabelForAll = false;  // the first reference's words stand for all of them, and for the prompt
  bool ignoresMasks = false;      // all of a reference counts, but for what its alpha hides
  bool stretches = false;         // in runs that do just what the published pipeline does, references fill the canvas whatever their shape
};

// Image prompts as the model's own attention to single tokens (Fan et al. 2024, Parts2Whole): a token per reference, zeros in the rest.
struct ImageSlots {
  std::string file;  // beside the parts: the keys and values of that attention
  int count = 6;
};

// How one published system is driven: what its U-Net sees, what it listens to, how it reads references. One sampler runs all of them.
// The JSON is described in docs/bundles.md; the shipped ones lie in resources/bundles.
struct BundleManifest {
  enum class Condition {
    Words,    // a CLIP text encoder's states of the prompt
    Example,  // one token of one picture, by a Paint by Example encoder
    States,   // a CLIP image encoder's states of the references, through the part "image_projection"
    Nothing   // cross-attention is passed over: what it would be asked is added in place of its answer
  };
  enum class MaskMeans { Draw, Keep };  // what 1 stands for in the mask channel
  enum class Hole { Grey, Black };      // what lies in it in the masked picture
  // What marks a model: the parts of its folder, a weight file with nothing but self-attention for another model's U-Net, or one that holds
  // several parts in dictionaries.
  enum class Mark { Parts, AttentionList, Dictionaries };

  std::string key;
  std::string method;  // the completion method that runs it
  int order = 1;       // among the bundles of that method: models of the first are preferred
  std::string title;
  std::string licence;
  bool commercial = true;

  // What a model is known by.
  std::vector<std::string> pipelines;  // _class_name of model_index.json, one of these; models without one may be of any
  std::string encoderClass;            // of its image encoder, where no pipeline is named; empty: any
  int channels = 9;                    // of the U-Net's input
  std::vector<std::string> has;        // parts that set it apart
  std::vector<std::string> folders;    // names of its folder, one of these; empty: any
  Mark mark = Mark::Parts;

  std::vector<std::string> parts;  // that a run needs
  // Systems published in pieces: the name under which a part is published by itself, and the bundle of the models that lend what is left.
  std::map<std::string, std::string> elsewhere;
  std::map<std::string, std::string> dictionaries;  // the name of a part in the one file
  std::string base;
  std::vector<InputChannels> input{InputChannels::Latent};
  MaskMeans mask = MaskMeans::Draw;
  Hole hole = Hole::Grey;
  Condition condition = Condition::Words;
  std::optional<ReferenceReading> references;
  std::optional<ImageSlots> imageSlots;      // absent: an IP-Adapter, where one is there
  std::string poseGuider;                    // the part that reads a pose picture; empty: the model takes none
  std::set<completion::BodyRegion> regions;  // of references that the model can draw; empty: all

  // Where the user leaves it to the method; 0 or empty: as the engine does it.
  int steps = 0;
  double guidance = 0;
  std::string scheduler;
  std::string schedulerSettings;  // as JSON, where no folder of the model has any
  double eta = 0;                 // ddim: 0 draws no noise, 1 as much as ddpm
  int width = 0;                  // of the working size, pixels
  int height = 0;

  // A U-Net that sees no mask has the known part put back after every step.
  bool keepsKnown() const { return input.size() == 1; }
  bool sees(InputChannels what) const { return std::ranges::find(input, what) != input.end(); }
  double holeShade() const { return hole == Hole::Black ? -1 : 0; }  // in pictures of -1..1
  bool stacksReference() const { return references && references->writer == ReferenceReading::Writer::Canvas; }
};

// MissingWeights names `file` and the member at fault.
Result<BundleManifest> bundleManifest(const std::string& json, const std::string& file);

}  // namespace retailor::models
