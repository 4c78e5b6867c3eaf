#include "ui/export/export_choices.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <algorithm>

#include "core/completion/recipe.h"

namespace retailor::ui {

namespace {

std::filesystem::path toPath(const QString& file) { return QFile::encodeName(file).toStdString(); }

const document::Layer* topVisible(const document::DocumentState& state) {
  const auto found = std::find_if(state.layers.rbegin(), state.layers.rend(), [](const document::Layer& layer) { return layer.visible; });
  return found == state.layers.rend() ? nullptr : &*found;
}

Result<void> write(const document::DocumentState& state, const ExportChoices& choices) {
  image::WriteOptions options = choices.options;
  const document::Layer* top = topVisible(state);
  options.markGenerated = options.markGenerated && top != nullptr;
  if (choices.embedRecipe && top != nullptr) options.recipeJson = completion::toJson(top->result.recipe);
  const image::Photo photo{document::flattened(state), state.photo->profile, state.photo->metadata, {}};
  return image::writePhoto(toPath(choices.file), photo, options);
}

}  // namespace

bool hasVisibleResults(const document::DocumentState& state) { return topVisible(state) != nullptr; }

Result<void> exportPhoto(const document::DocumentState& state, const ExportChoices& choices) {
  try {
    return write(state, choices);
  } catch (const std::bad_alloc&) {
    return Failure{FailureKind::OutOfMemory, "There is not enough memory to export the photo. Close other programs and try again."};
  }
}

QString suggestedExportFile(const QString& photoPath, const QString& photoName) {
  const QFileInfo photo(photoPath.isEmpty() ? photoName : photoPath);
  const QString folder = photoPath.isEmpty() ? QDir::homePath() : photo.absolutePath();
  const QString base = photo.completeBaseName().isEmpty() ? QStringLiteral("photo") : photo.completeBaseName();
  const bool ours = image::formatOf(toPath(photo.fileName())).has_value();
  return QDir(folder).filePath(QStringLiteral("%1-retailor.%2").arg(base, ours ? photo.suffix().toLower() : QStringLiteral("png")));
}

bool sameFile(const QString& one, const QString& other) {
  const QFileInfo first(one), second(other);
  return !one.isEmpty() && first.exists() && second.exists() && first.canonicalFilePath() == second.canonicalFilePath();
}

}  // namespace retailor::ui
