#pragma once

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QToolBar>

#include "ui/controls/number_slider.h"
#include "ui/tools/tool_box.h"

namespace retailor::ui {

// The bar above the canvas: what the chosen tool can be told. Follows ToolSettings both ways.
class ToolOptions : public QToolBar {
  Q_OBJECT

 public:
  explicit ToolOptions(ToolBox& box, QWidget* parent = nullptr);

 private:
  void addTarget();
  void addMode();
  void addControls();
  void addScribbleButtons();
  void showFor(ToolBox::Options options);
  void readSettings();
  void readTarget();
  void readScribbles();

  ToolBox& m_box;
  QLabel m_title;
  QComboBox m_target;
  std::vector<document::PaintTarget> m_targets;  // the combo box's items
  QButtonGroup m_mode;
  NumberSlider m_size, m_hardness, m_tolerance;
  QCheckBox m_contiguous, m_protect;
  QPushButton m_apply, m_discard;  // of scribbles
  QAction* m_targetAction = nullptr;
  QAction* m_modeAction = nullptr;
  QAction* m_sizeAction = nullptr;
  QAction* m_hardnessAction = nullptr;
  QAction* m_toleranceAction = nullptr;
  QAction* m_contiguousAction = nullptr;
  QAction* m_protectAction = nullptr;
  QAction* m_scribbleAction = nullptr;
};

}  // namespace retailor::ui
