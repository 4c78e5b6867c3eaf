#pragma once

#include <QComboBox>
#include <vector>

#include "core/completion/method_readiness.h"

namespace retailor::ui {

// Which of several models a method works with: the best fitting one unasked, or the user's choice.
class ModelChoice : public QComboBox {
  Q_OBJECT

 public:
  explicit ModelChoice(QWidget* parent = nullptr);
  // `chosen` is a path; empty: the first, which is the best fitting.
  void setModels(const std::vector<completion::UsableModel>& models, const QString& chosen);

 Q_SIGNALS:
  void modelChosen(const QString& path);  // empty: the best fitting
};

}  // namespace retailor::ui
