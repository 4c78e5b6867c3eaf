#include "ui/tools/tool_box.h"

#include "ui/tools/box_tool.h"
#include "ui/tools/brush_tool.h"
#include "ui/tools/hand_tool.h"
#include "ui/tools/lasso_tool.h"
#include "ui/tools/object_tool.h"
#include "ui/tools/scissors_tool.h"
#include "ui/tools/scribble_tool.h"
#include "ui/tools/wand_tool.h"

namespace retailor::ui {

ToolBox::ToolBox(OpenDocument& open, CanvasView& canvas, ActionTable& table, QObject* parent)
    : QObject(parent), m_canvas(canvas), m_work(open), m_scribbles(m_picture, open), m_group(this) {
  addTools(open, table);
  addTipActions(table);
  connect(&m_settings, &ToolSettings::changed, this, [this] { m_work.setSharing(m_settings.sharing()); });
  m_group.actions().first()->trigger();
}

void ToolBox::addTools(OpenDocument& open, ActionTable& table) {
  const auto brush = [&](BrushTool::Purpose purpose) { return new BrushTool(purpose, open, m_settings, m_work, this); };
  addTool(table, QStringLiteral("brush"), tr("&Brush"), Qt::Key_B, brush(BrushTool::Purpose::Paint), Options::Brush);
  addTool(table, QStringLiteral("eraser"), tr("&Eraser"), Qt::Key_E, brush(BrushTool::Purpose::Erase), Options::Brush);
  addTool(table, QStringLiteral("lasso"), tr("&Lasso"), Qt::Key_L, new LassoTool(open, m_settings, m_work, this), Options::Shape);
  addTool(table, QStringLiteral("scissors"), tr("&Smart scissors"), Qt::Key_S, new ScissorsTool(m_picture, open, m_settings, m_work, this),
          Options::Shape);
  addTool(table, QStringLiteral("rectangle"), tr("&Rectangle"), Qt::Key_M, new RectangleTool(open, m_settings, m_work, this),
          Options::Shape);
  addTool(table, QStringLiteral("ellipse"), tr("Ell&ipse"), Qt::Key_O, new EllipseTool(open, m_settings, m_work, this), Options::Shape);
  addTool(table, QStringLiteral("wand"), tr("&Wand"), Qt::Key_W, new WandTool(m_picture, open, m_settings, m_work, this), Options::Wand);
  addTool(table, QStringLiteral("object"), tr("&Object box"), Qt::Key_G, new ObjectTool(m_picture, open, m_settings, m_work, this),
          Options::Shape);
  addTool(table, QStringLiteral("scribble"), tr("Scribble &regions"), Qt::Key_R,
          new ScribbleTool(m_scribbles, open, m_settings, m_work, this), Options::Scribble);
  addTool(table, QStringLiteral("hand"), tr("&Hand"), Qt::Key_H, new HandTool(this), Options::None);
}

void ToolBox::addTool(ActionTable& table, const QString& name, const QString& text, Qt::Key key, Tool* tool, Options options) {
  QAction* action = table.add(QStringLiteral("tool_") + name, text, tr("Tools"), QKeySequence(key), name);
  action->setCheckable(true);
  m_group.addAction(action);
  const std::size_t index = m_entries.size();
  m_entries.push_back({tool, options});
  connect(action, &QAction::triggered, this, [this, index] { choose(index); });
}

void ToolBox::addTipActions(ActionTable& table) {
  const auto add = [&](const char* name, const QString& text, const QKeySequence& keys, void (ToolSettings::*change)()) {
    QAction* action = table.add(QString::fromLatin1(name), text, tr("Tools"), keys);
    connect(action, &QAction::triggered, &m_settings, change);
    m_tipActions << action;
  };
  add("tip_shrink", tr("Smaller tip"), QKeySequence(Qt::Key_BracketLeft), &ToolSettings::shrinkTip);
  add("tip_grow", tr("Larger tip"), QKeySequence(Qt::Key_BracketRight), &ToolSettings::growTip);
  // With Shift a keyboard sends the brace that stands on the same key.
  add("tip_soften", tr("Softer tip"), QKeySequence(Qt::SHIFT | Qt::Key_BraceLeft), &ToolSettings::softenTip);
  add("tip_harden", tr("Harder tip"), QKeySequence(Qt::SHIFT | Qt::Key_BraceRight), &ToolSettings::hardenTip);
  add("swap_mode", tr("Swap add and subtract"), QKeySequence(Qt::Key_X), &ToolSettings::swapMode);
}

void ToolBox::choose(std::size_t index) {
  m_current = index;
  m_canvas.editPlacement(0);
  m_canvas.setGuest(nullptr);
  m_canvas.setTool(m_entries[index].tool);
  Q_EMIT toolChanged();
}

}  // namespace retailor::ui
