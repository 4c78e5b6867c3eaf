#pragma once

#include <string>
#include <vector>

namespace retailor::garment {

enum class FitConcern {
  LowContrast,   // garment and backdrop hardly differ
  BusyBackdrop,  // cut out by GrabCut: the outline wants a look
  CutByFrame,    // the picture does not show all of the garment
  MaybePerson,   // much of the cut-out has the colour of skin
  MaybeBehind,   // the neck is as high as a back's
  Pieces,        // the worn region is in several pieces
  HemLonger,
  HemShorter,
  SleevesLonger,
  SleevesShorter,
  SleevesMissing,
  Uncovered,  // a part of the body that the old garment hid would show
  PoorMatch,  // the outlines differ so much that the pins want a look
  WrongKind,  // the outline is none that this row expects
  Folds,      // triangles are turned over
  DarkCloth,  // the worn cloth is too dark to read its folds
  BeyondMask  // the mask cuts the fitted garment off
};

// Something the user should know before using a fit: what is the matter, a measure of it (percent where it is a share), and one sentence.
struct FitWarning {
  FitConcern concern;
  double measure = 0;
  std::string sentence;
};

using FitWarnings = std::vector<FitWarning>;

}  // namespace retailor::garment
