#pragma once

#include <QActionGroup>
#include <QObject>
#include <vector>

#include "ui/canvas/canvas_view.h"
#include "ui/tools/mask_work.h"
#include "ui/tools/scribble_board.h"
#include "ui/tools/tool.h"
#include "ui/tools/tool_settings.h"
#include "ui/window/action_table.h"

namespace retailor::ui {

// Owns the tools with their settings, and the actions that choose one or change its tip. Tools switch the canvas. Main thread.
class ToolBox : public QObject {
  Q_OBJECT

 public:
  enum class Options { None, Brush, Shape, Wand, Scribble };

  ToolBox(OpenDocument& open, CanvasView& canvas, ActionTable& table, QObject* parent = nullptr);

  ToolSettings& settings() { return m_settings; }
  MaskWork& work() { return m_work; }
  ScribbleBoard& scribbles() { return m_scribbles; }
  QList<QAction*> toolActions() const { return m_group.actions(); }
  QList<QAction*> tipActions() const { return m_tipActions; }
  Options options() const { return m_current < m_entries.size() ? m_entries[m_current].options : Options::None; }
  QAction* currentAction() const { return m_group.checkedAction(); }

 Q_SIGNALS:
  void toolChanged();

 private:
  struct Entry {
    Tool* tool = nullptr;
    Options options = Options::None;
  };
  void addTools(OpenDocument& open, ActionTable& table);
  void addTool(ActionTable& table, const QString& name, const QString& text, Qt::Key key, Tool* tool, Options options);
  void addTipActions(ActionTable& table);
  void choose(std::size_t index);

  CanvasView& m_canvas;
  ToolSettings m_settings;
  MaskWork m_work;
  std::shared_ptr<VisiblePicture> m_picture = std::make_shared<VisiblePicture>();
  ScribbleBoard m_scribbles;
  QActionGroup m_group;
  QList<QAction*> m_tipActions;
  std::vector<Entry> m_entries;
  std::size_t m_current = 0;
};

}  // namespace retailor::ui
