#pragma once

#include <QTreeWidget>
#include <functional>
#include <map>
#include <set>
#include <vector>

#include "core/regions/schemes/parsing_scheme.h"

namespace retailor::ui {

// What may become of the parts that a map shows: a column of ticks.
struct PartUse {
  QString title, toolTip;
  // Those of the `shown` parts that it is for, and whether each is ticked until the user says otherwise.
  std::function<std::map<regions::BodyPart, bool>(const std::set<regions::BodyPart>& shown, const regions::ParsingScheme& scheme)> offered;
};

// The parts that a map shows, each with its share of the picture and a tick for each use. What the user ticked stays so when the map is
// read anew.
class PartTable : public QTreeWidget {
  Q_OBJECT

 public:
  explicit PartTable(std::vector<PartUse> uses, QWidget* parent = nullptr);

  // `parts` has the picture's size; null: none are shown.
  void showParts(const mask::Labels* parts, const regions::ParsingScheme& scheme);
  std::vector<std::set<regions::BodyPart>> ticked() const;  // for each use
  bool anyTicked() const;

 Q_SIGNALS:
  void ticksChanged();

 private:
  enum Column { Part, Share, FirstUse };
  void addRow(regions::BodyPart part, double share);
  void offer(int use, const std::set<regions::BodyPart>& shown, const regions::ParsingScheme& scheme);
  void remember(QTreeWidgetItem* item, int column);

  std::vector<PartUse> m_uses;
  std::map<std::pair<int, regions::BodyPart>, bool> m_answers;  // of the user
};

}  // namespace retailor::ui
