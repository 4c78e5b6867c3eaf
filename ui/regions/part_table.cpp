#include "ui/regions/part_table.h"

#include <QHeaderView>
#include <QSignalBlocker>
#include <algorithm>

#include "ui/regions/part_look.h"

namespace retailor::ui {

using regions::BodyPart;

namespace {

BodyPart partOf(const QTreeWidgetItem& item) { return static_cast<BodyPart>(item.data(0, Qt::UserRole).toInt()); }

}  // namespace

PartTable::PartTable(std::vector<PartUse> uses, QWidget* parent) : QTreeWidget(parent), m_uses(std::move(uses)) {
  setObjectName(QStringLiteral("parsingParts"));
  setAccessibleName(tr("The parts found"));
  setRootIsDecorated(false);
  setUniformRowHeights(true);
  QStringList titles{tr("Part"), tr("Share")};
  for (const PartUse& use : m_uses) titles << use.title;
  setHeaderLabels(titles);
  for (std::size_t i = 0; i < m_uses.size(); ++i) headerItem()->setToolTip(FirstUse + static_cast<int>(i), m_uses[i].toolTip);
  setMinimumSize(520, 260);
  header()->setStretchLastSection(true);
  connect(this, &QTreeWidget::itemChanged, this, &PartTable::remember);
}

void PartTable::showParts(const mask::Labels* parts, const regions::ParsingScheme& scheme) {
  {
    const QSignalBlocker quiet(this);
    clear();
    std::set<BodyPart> shown;
    if (parts) {
      const auto counts = parts->counts();
      const double all = static_cast<double>(parts->width()) * parts->height();
      for (const BodyPart part : regions::allParts) {
        const std::size_t pixels = counts[static_cast<std::size_t>(part)];
        if (pixels == 0) continue;
        addRow(part, static_cast<double>(pixels) / all);
        shown.insert(part);
      }
    }
    for (std::size_t i = 0; i < m_uses.size(); ++i) offer(static_cast<int>(i), shown, scheme);
    for (int column = 0; column < columnCount(); ++column) resizeColumnToContents(column);
  }
  Q_EMIT ticksChanged();
}

void PartTable::addRow(BodyPart part, double share) {
  auto* item = new QTreeWidgetItem(this);
  item->setText(Part, partTitle(part));
  item->setIcon(Part, partChip(part));
  item->setData(Part, Qt::UserRole, static_cast<int>(part));
  item->setText(Share, tr("%1 %").arg(100 * share, 0, 'f', 1));
}

void PartTable::offer(int use, const std::set<BodyPart>& shown, const regions::ParsingScheme& scheme) {
  const std::map<BodyPart, bool> offered = m_uses[static_cast<std::size_t>(use)].offered(shown, scheme);
  for (int row = 0; row < topLevelItemCount(); ++row) {
    QTreeWidgetItem& item = *topLevelItem(row);
    const auto found = offered.find(partOf(item));
    if (found == offered.end()) continue;
    const auto answer = m_answers.find({use, found->first});
    const bool on = answer != m_answers.end() ? answer->second : found->second;
    item.setCheckState(FirstUse + use, on ? Qt::Checked : Qt::Unchecked);
  }
}

void PartTable::remember(QTreeWidgetItem* item, int column) {
  if (column >= FirstUse) m_answers[{column - FirstUse, partOf(*item)}] = item->checkState(column) == Qt::Checked;
  Q_EMIT ticksChanged();
}

std::vector<std::set<BodyPart>> PartTable::ticked() const {
  std::vector<std::set<BodyPart>> parts(m_uses.size());
  for (int row = 0; row < topLevelItemCount(); ++row)
    for (std::size_t use = 0; use < m_uses.size(); ++use)
      if (const QTreeWidgetItem& item = *topLevelItem(row); item.checkState(FirstUse + static_cast<int>(use)) == Qt::Checked)
        parts[use].insert(partOf(item));
  return parts;
}

bool PartTable::anyTicked() const {
  return std::ranges::any_of(ticked(), [](const std::set<BodyPart>& parts) { return !parts.empty(); });
}

}  // namespace retailor::ui
