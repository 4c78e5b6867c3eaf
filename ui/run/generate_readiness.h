#pragma once

#include <QString>

namespace retailor::ui {

class OpenDocument;
class RunSession;

// Why Generate cannot run now, as a sentence that says what to do; empty when it can. Reads the whole mask when it is empty: some milliseconds
// for a large photo, so not on every pointer move.
QString whyNotReady(const OpenDocument& open, const RunSession& session);

// What the built-in method is good for without references; empty when there are some or another method is chosen.
QString captionWithoutReferences(const OpenDocument& open);

}  // namespace retailor::ui
