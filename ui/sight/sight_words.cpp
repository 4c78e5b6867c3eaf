#include "ui/sight/sight_words.h"

#include <QCoreApplication>

namespace retailor::ui {

namespace {

using completion::PreparedInput;

struct SightWords {
  Q_DECLARE_TR_FUNCTIONS(MethodSight)
};

}  // namespace

QString sightTitle(const SightPicture& picture) {
  switch (picture.kind) {
    case PreparedInput::Kind::Crop: return SightWords::tr("Crop");
    case PreparedInput::Kind::ModelMask: return SightWords::tr("Model mask");
    case PreparedInput::Kind::BlendMask: return SightWords::tr("Blend mask");
    case PreparedInput::Kind::PreFill: return SightWords::tr("Pre-fill");
    case PreparedInput::Kind::Reference: break;
  }
  return picture.name;
}

QString sightLooker(const SightPicture& picture) {
  switch (picture.looker) {
    case PreparedInput::Looker::Nobody: break;
    case PreparedInput::Looker::Patches: return SightWords::tr("placed");
    case PreparedInput::Looker::Attention: return SightWords::tr("by region");
    case PreparedInput::Looker::ImageEncoder: return SightWords::tr("as a whole");
    case PreparedInput::Looker::Canvas: return SightWords::tr("below the photo");
  }
  return {};
}

QString sightExplanation(const SightPicture& picture) {
  switch (picture.kind) {
    case PreparedInput::Kind::Crop: return SightWords::tr("The part of the photo that the method works on, at the size that it works at.");
    case PreparedInput::Kind::ModelMask:
      return SightWords::tr("White is drawn anew. It reaches a little beyond the painted part where the seam needs that.");
    case PreparedInput::Kind::BlendMask:
      return SightWords::tr("How much of what is drawn is taken into the photo; black stays as it is, to the bit.");
    case PreparedInput::Kind::PreFill: return SightWords::tr("What the method finds in the painted part before it begins.");
    case PreparedInput::Kind::Reference: break;
  }
  if (picture.looker == PreparedInput::Looker::ImageEncoder)
    return SightWords::tr("What an image encoder gets of this reference: it counts as a whole, and fine patterns get lost.");
  if (picture.looker == PreparedInput::Looker::Attention)
    return SightWords::tr("What attention reads of this reference; what shows the checkerboard lies outside its mask.");
  if (picture.looker == PreparedInput::Looker::Canvas)
    return SightWords::tr("What lies below the photo while it is drawn: the model copies this reference from there.");
  return SightWords::tr("Where this reference lies on the photo and what of it counts, in the photo's light.");
}

QString behindTitle(PreparedInput::Behind behind) {
  switch (behind) {
    case PreparedInput::Behind::Window: return SightWords::tr("Window");
    case PreparedInput::Behind::WorkingSize: return SightWords::tr("Working size");
    case PreparedInput::Behind::Mask: return SightWords::tr("Mask");
    case PreparedInput::Behind::Strength: return SightWords::tr("Noise start");
    case PreparedInput::Behind::ReferenceMask: return SightWords::tr("Reference mask");
    case PreparedInput::Behind::Placement: return SightWords::tr("Placement");
    case PreparedInput::Behind::Fit: break;
  }
  return SightWords::tr("Fit");
}

}  // namespace retailor::ui
