#pragma once

#include <QString>

#include "core/document/document_state.h"
#include "core/image/write_photo.h"

namespace retailor::ui {

// What the export dialog was told.
struct ExportChoices {
  QString file;
  image::WriteOptions options;
  bool embedRecipe = true;
};

// The visible results, newest last; they decide whether there is a recipe to embed and anything generated to mark.
bool hasVisibleResults(const document::DocumentState& state);

// Flattens and writes, with the photo's profile and metadata. Seconds for large photos: on a worker.
Result<void> exportPhoto(const document::DocumentState& state, const ExportChoices& choices);

// "portrait-retailor.png" beside the photo it came from; never the photo's own name.
QString suggestedExportFile(const QString& photoPath, const QString& photoName);

// Both names lead to the same file, through links too.
bool sameFile(const QString& one, const QString& other);

}  // namespace retailor::ui
