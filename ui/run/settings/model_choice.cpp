#include "ui/run/settings/model_choice.h"

#include <algorithm>

namespace retailor::ui {

ModelChoice::ModelChoice(QWidget* parent) : QComboBox(parent) {
  setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  setMinimumContentsLength(10);
  connect(this, &QComboBox::activated, this, [this](int row) { Q_EMIT modelChosen(itemData(row).toString()); });
}

void ModelChoice::setModels(const std::vector<completion::UsableModel>& models, const QString& chosen) {
  clear();
  if (models.empty()) return;
  addItem(tr("Automatic: %1").arg(QString::fromStdString(models.front().name)), QString());
  setItemData(0, tr("The model that fits best"), Qt::ToolTipRole);
  for (const auto& model : models) {
    addItem(QString::fromStdString(model.name), QString::fromStdString(model.path));
    setItemData(count() - 1, QString::fromStdString(model.path), Qt::ToolTipRole);
  }
  setCurrentIndex(std::max(0, findData(chosen)));
}

}  // namespace retailor::ui
