#include "ui/run/model_folders.h"

#include <QSettings>

#include "ui/preferences/preference_keys.h"

namespace retailor::ui {

namespace {

QString keyFor(const std::string& method) { return QStringLiteral("models/chosen/") + QString::fromStdString(method); }

}  // namespace

QString chosenModel(const std::string& method) { return QSettings().value(keyFor(method)).toString(); }

void chooseModel(const std::string& method, const QString& path) {
  QSettings settings;
  path.isEmpty() ? settings.remove(keyFor(method)) : settings.setValue(keyFor(method), path);
}

completion::ModelFolders preferredModelFolders() {
  completion::ModelFolders folders;
  for (const QString& folder : preferences::modelFolders.value()) folders.preferred.push_back(folder.toStdString());
  return folders;
}

}  // namespace retailor::ui
