#pragma once

#include <QTreeWidget>

#include "ui/preferences/models/model_source.h"

namespace retailor::ui {

// The models that were found, each with its parts below it.
class ModelTree : public QTreeWidget {
  Q_OBJECT

 public:
  explicit ModelTree(QWidget* parent = nullptr);
  void setModels(std::vector<ListedModel> models);
  void setParts(const std::string& path, const std::vector<ModelPart>& parts);  // what a check found out
  void setProblem(const std::string& path, const std::string& sentence);

  const std::vector<ListedModel>& models() const { return m_models; }
  const ListedModel* currentModel() const;  // of a part, too; null when none is
  QString details() const;                  // of the current model or part, a line a fact

 private:
  void fill();
  void addModel(const ListedModel& model);
  void addPart(QTreeWidgetItem* parent, const ModelPart& part);
  const ModelPart* currentPart() const;

  std::vector<ListedModel> m_models;
};

}  // namespace retailor::ui
