#pragma once

#include <QString>

#include "core/completion/model_folders.h"

namespace retailor::ui {

// The model that the user chose for a method, by its path; empty: whichever fits best. Kept in the settings.
QString chosenModel(const std::string& method);
void chooseModel(const std::string& method, const QString& path);

// Where a run of any method looks for weights by the user's preferences; no model named.
completion::ModelFolders preferredModelFolders();

}  // namespace retailor::ui
