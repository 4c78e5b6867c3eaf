#pragma once

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QImage>
#include <QWidget>
#include <memory>
#include <vector>

#include "core/regions/maps/import_map.h"
#include "ui/controls/long_work.h"

namespace retailor::ui {

// Where a map could be of several kinds: the picture, small, with the parts as each kind would read them, to be compared and clicked.
// Hidden until there is something to compare. The pictures are made on a worker.
class SchemeCandidates : public QWidget {
  Q_OBJECT

 public:
  explicit SchemeCandidates(QWidget* parent = nullptr);

  // `look`: the picture, small. At most four are shown.
  void compare(std::shared_ptr<const regions::LabelMap> map, const QImage& look, std::vector<regions::ParsingScheme> schemes);
  void select(int index);  // none for one beyond them

 Q_SIGNALS:
  void chosen(int index);  // of compare's schemes

 private:
  void show(const std::vector<QImage>& pictures);

  std::vector<regions::ParsingScheme> m_schemes;
  QHBoxLayout* m_row;
  QButtonGroup m_group;
  int m_selected = 0;
  LongWork m_work;
};

}  // namespace retailor::ui
