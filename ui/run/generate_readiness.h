#pragma once

#include <QString>

namespace retailor::ui {

class OpenDocument;
class RunSession;

// Why Generate cannot run now.
struct Obstacle {
  QString sentence;             // says what to do; empty: nothing is in the way
  QString detail = {};          // where was looked
  bool isMissingModel = false;  // the Models page helps
};

// Reads the whole mask when it is empty: some milliseconds for a large photo, so not on every pointer move.
Obstacle obstacleTo(const OpenDocument& open, const RunSession& session);

// What the built-in method is good for without references; empty when there are some or another method is chosen.
QString captionWithoutReferences(const OpenDocument& open);

}  // namespace retailor::ui
