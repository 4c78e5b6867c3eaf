#include "ui/window/setting_finder.h"

#include <QPointer>
#include <QTimer>

#include "ui/controls/spotlight.h"
#include "ui/references/reference_tray.h"
#include "ui/run/run_panel.h"
#include "ui/tools/tool_box.h"
#include "ui/tools/tool_strip.h"
#include "ui/window/side_column.h"

namespace retailor::ui {

using completion::PreparedInput;
using completion::Setting;

void SettingFinder::find(PreparedInput::Behind behind, quint64 reference) {
  QWidget* control = controlOf(behind, reference);
  if (control == nullptr) return;
  m_places.column.reveal(control);
  control->setFocus(Qt::OtherFocusReason);
  // Unfolding moves it; the layout has settled by the next turn.
  QTimer::singleShot(0, this, [this, shown = QPointer<QWidget>(control)] {
    if (shown == nullptr) return;
    m_places.column.reveal(shown);
    Spotlight::shineOn(shown);
  });
}

QWidget* SettingFinder::controlOf(PreparedInput::Behind behind, quint64 reference) {
  switch (behind) {
    case PreparedInput::Behind::Window: return m_places.run.fieldOf(Setting::Window);
    case PreparedInput::Behind::WorkingSize: return m_places.run.fieldOf(Setting::WorkingSize);
    case PreparedInput::Behind::Strength: return m_places.run.fieldOf(Setting::Strength);
    case PreparedInput::Behind::Mask: return maskTool();
    case PreparedInput::Behind::ReferenceMask: return m_places.references.controlOf(reference, QStringLiteral("editReferenceMask"));
    case PreparedInput::Behind::Placement: return m_places.references.controlOf(reference, QStringLiteral("placeReference"));
    case PreparedInput::Behind::Fit: break;
  }
  return m_places.references.controlOf(reference, QStringLiteral("fitReference"));
}

// The tool in use where it paints masks, else the brush.
QWidget* SettingFinder::maskTool() {
  if (m_places.tools.options() == ToolBox::Options::None) m_places.tools.toolActions().constFirst()->trigger();
  return m_places.strip.widgetForAction(m_places.tools.currentAction());
}

}  // namespace retailor::ui
