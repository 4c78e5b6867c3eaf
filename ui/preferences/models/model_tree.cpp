#include "ui/preferences/models/model_tree.h"

#include <QHeaderView>
#include <algorithm>

#include "ui/controls/theme.h"
#include "ui/preferences/models/model_words.h"

namespace retailor::ui {

namespace {

QString shown(const std::string& text) { return QString::fromStdString(text); }

bool isWhole(const ListedModel& model) {
  return model.problem.empty() &&
         std::ranges::all_of(model.parts, [](const ModelPart& part) { return part.state == ModelPart::State::Good; });
}

std::uintmax_t bytesOf(const ListedModel& model) {
  std::uintmax_t bytes = 0;
  for (const ModelPart& part : model.parts) bytes += part.bytes;
  return bytes;
}

// "F16", or "F16, F32" where parts differ.
QString precisionsOf(const ListedModel& model) {
  QStringList words;
  for (const ModelPart& part : model.parts)
    if (!part.precision.empty() && !words.contains(shown(part.precision))) words << shown(part.precision);
  return words.join(QStringLiteral(", "));
}

}  // namespace

ModelTree::ModelTree(QWidget* parent) : QTreeWidget(parent) {
  setObjectName(QStringLiteral("modelTree"));
  setAccessibleName(tr("Models that were found, and their parts"));
  setHeaderLabels({tr("Model"), tr("Kind"), tr("Precision"), tr("Size"), tr("Licence")});
  setTextElideMode(Qt::ElideMiddle);
  setStyleSheet(QStringLiteral("QTreeView::item { padding: 3px 2px; }"));
  header()->setStretchLastSection(true);
}

void ModelTree::setModels(std::vector<ListedModel> models) {
  m_models = std::move(models);
  fill();
}

void ModelTree::setParts(const std::string& path, const std::vector<ModelPart>& parts) {
  for (ListedModel& model : m_models)
    if (model.path == path) {
      model.parts = parts;
      model.problem.clear();
    }
  fill();
}

void ModelTree::setProblem(const std::string& path, const std::string& sentence) {
  for (ListedModel& model : m_models)
    if (model.path == path) model.problem = sentence;
  fill();
}

void ModelTree::fill() {
  const auto* current = currentModel();
  const int row = current != nullptr ? static_cast<int>(current - m_models.data()) : 0;
  QList<bool> open;
  for (int i = 0; i < topLevelItemCount(); ++i) open << topLevelItem(i)->isExpanded();
  clear();
  for (const ListedModel& model : m_models) addModel(model);
  for (int i = 0; i < topLevelItemCount(); ++i) topLevelItem(i)->setExpanded(open.value(i));
  const QList<int> widths{230, 190, 80, 80};
  for (int column = 0; column < widths.size(); ++column)
    setColumnWidth(column, std::max(widths.at(column), header()->sectionSizeHint(column)));
  if (topLevelItemCount() > 0) setCurrentItem(topLevelItem(std::min(row, topLevelItemCount() - 1)));
}

void ModelTree::addModel(const ListedModel& model) {
  const QString licence = model.licence.empty() ? tr("not told") : shown(model.licence);
  auto* item = new QTreeWidgetItem(this, {shown(model.name), kindWord(model.kind), precisionsOf(model),
                                          bytesOf(model) > 0 ? sizeWord(bytesOf(model)) : QString(), licence});
  item->setIcon(0, themeIcon(isWhole(model) ? QStringLiteral("check") : QStringLiteral("warning")));
  item->setData(0, Qt::AccessibleDescriptionRole, isWhole(model) ? tr("whole") : tr("something is missing"));
  item->setToolTip(0, shown(model.path));
  for (const ModelPart& part : model.parts) addPart(item, part);
}

void ModelTree::addPart(QTreeWidgetItem* parent, const ModelPart& part) {
  const bool isGood = part.state == ModelPart::State::Good;
  const QString word = isGood ? shown(part.format) : part.state == ModelPart::State::Missing ? tr("missing") : tr("refused");
  auto* item =
      new QTreeWidgetItem(parent, {shown(part.name), word, shown(part.precision), part.bytes > 0 ? sizeWord(part.bytes) : QString()});
  if (!isGood) item->setIcon(0, themeIcon(QStringLiteral("warning")));
  item->setToolTip(0, shown(isGood ? part.file : part.problem));
}

const ListedModel* ModelTree::currentModel() const {
  QTreeWidgetItem* item = currentItem();
  if (item != nullptr && item->parent() != nullptr) item = item->parent();
  const int row = item != nullptr ? indexOfTopLevelItem(item) : -1;
  return row >= 0 && row < static_cast<int>(m_models.size()) ? &m_models[static_cast<std::size_t>(row)] : nullptr;
}

const ModelPart* ModelTree::currentPart() const {
  QTreeWidgetItem* item = currentItem();
  const ListedModel* model = currentModel();
  if (model == nullptr || item->parent() == nullptr) return nullptr;
  return &model->parts[static_cast<std::size_t>(item->parent()->indexOfChild(item))];
}

QString ModelTree::details() const {
  const ListedModel* model = currentModel();
  if (model == nullptr) return {};
  if (const ModelPart* part = currentPart()) {
    QStringList lines{shown(part->state == ModelPart::State::Good ? part->file : part->problem)};
    if (!part->sha256.empty()) lines << tr("SHA-256 %1").arg(shown(part->sha256));
    return lines.join(QLatin1Char('\n'));
  }
  QStringList lines{tr("%1 (%2)").arg(shown(model->path), reasonWord(model->because))};
  if (!model->problem.empty()) lines << shown(model->problem);
  for (const ModelPart& part : model->parts)
    if (part.state != ModelPart::State::Good) lines << shown(part.problem);
  return lines.join(QLatin1Char('\n'));
}

}  // namespace retailor::ui
