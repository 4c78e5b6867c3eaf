#include "ui/sight/sight_words.h"

#include <QCoreApplication>

namespace retailor::ui {

namespace {

using completion::PreparedInput;

struct Words {
  Q_DECLARE_TR_FUNCTIONS(MethodSight)
};

}  // namespace

QString sightTitle(const SightPicture& picture) {
  switch (picture.kind) {
    case PreparedInput::Kind::Crop: return Words::tr("Crop");
    case PreparedInput::Kind::ModelMask: return Words::tr("Model mask");
    case PreparedInput::Kind::BlendMask: return Words::tr("Blend mask");
    case PreparedInput::Kind::PreFill: return Words::tr("Pre-fill");
    case PreparedInput::Kind::Reference: break;
  }
  return picture.name;
}

QString sightLooker(const SightPicture& picture) {
  switch (picture.looker) {
    case PreparedInput::Looker::Nobody: break;
    case PreparedInput::Looker::Patches: return Words::tr("placed on the photo");
    case PreparedInput::Looker::Attention: return Words::tr("read inside its region");
    case PreparedInput::Looker::ImageEncoder: return Words::tr("seen as a whole");
  }
  return {};
}

QString sightExplanation(const SightPicture& picture) {
  switch (picture.kind) {
    case PreparedInput::Kind::Crop: return Words::tr("The part of the photo that the method works on, at the size that it works at.");
    case PreparedInput::Kind::ModelMask:
      return Words::tr("White is drawn anew. It reaches a little beyond the painted part where the seam needs that.");
    case PreparedInput::Kind::BlendMask:
      return Words::tr("How much of what is drawn is taken into the photo; black stays as it is, to the bit.");
    case PreparedInput::Kind::PreFill: return Words::tr("What the method finds in the painted part before it begins.");
    case PreparedInput::Kind::Reference: break;
  }
  if (picture.looker == PreparedInput::Looker::ImageEncoder)
    return Words::tr("What an image encoder gets of this reference: it counts as a whole, and fine patterns get lost.");
  if (picture.looker == PreparedInput::Looker::Attention)
    return Words::tr("What attention reads of this reference; what shows the checkerboard lies outside its mask.");
  return Words::tr("Where this reference lies on the photo and what of it counts, in the photo's light.");
}

QString behindTitle(PreparedInput::Behind behind) {
  switch (behind) {
    case PreparedInput::Behind::Window: return Words::tr("Window");
    case PreparedInput::Behind::WorkingSize: return Words::tr("Working size");
    case PreparedInput::Behind::Mask: return Words::tr("Mask");
    case PreparedInput::Behind::Strength: return Words::tr("Noise start");
    case PreparedInput::Behind::ReferenceMask: return Words::tr("Reference mask");
    case PreparedInput::Behind::Placement: return Words::tr("Placement");
    case PreparedInput::Behind::Fit: break;
  }
  return Words::tr("Fit");
}

}  // namespace retailor::ui
