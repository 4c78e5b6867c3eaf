#pragma once

#include <QRect>
#include <memory>
#include <stop_token>

#include "core/completion/fitted_references.h"
#include "core/document/document_state.h"
#include "ui/canvas/picture_levels.h"

// The slow steps of fitting a garment in the window, each for a worker.
namespace retailor::ui {

// Cut, worn garment and mesh of a reference as the document has them. BadInput as completion::startFit says, also when it is not there.
Result<completion::FitStart> startedFit(const document::DocumentState& state, document::Id reference, std::stop_token stop);

// A fitted garment for the screen, in the worn one's light.
struct DrawnFit {
  QRect window;           // photo pixels
  PictureLevels picture;  // window's size: the cloth, and hatched what it leaves bare and is to be filled
  garment::FitWarnings warnings;
};

// `photo` is sRGB U8. Stopped: an empty picture.
Result<DrawnFit> drawnFit(const image::Bitmap& photo, std::shared_ptr<const garment::GarmentCut> cut,
                          std::shared_ptr<const garment::WornGarment> worn, const garment::FitSettings& settings, std::stop_token stop);

// Whether the garment that a reference of this tag replaces is marked; for whole-body clothes upper or lower ones do.
bool wornIsMarked(const completion::PhotoRegions& regions, completion::BodyRegion tag);

// The same fit with the garment turned left to right, its pins staying where they are on the person.
garment::FitSettings turnedOver(garment::FitSettings settings);

}  // namespace retailor::ui
