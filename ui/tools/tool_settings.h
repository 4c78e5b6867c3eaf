#pragma once

#include <QObject>

#include "core/document/edits/mark_region.h"
#include "core/mask/brush_dab.h"
#include "core/mask/stroke.h"

namespace retailor::ui {

// What the tool options bar shows and the tools heed; remembered between sessions, but for the target. Main thread.
class ToolSettings : public QObject {
  Q_OBJECT

 public:
  explicit ToolSettings(QObject* parent = nullptr);
  ~ToolSettings() override;

  const mask::BrushTip& tip() const { return m_tip; }
  mask::PaintMode mode() const { return m_mode; }
  double tolerance() const { return m_tolerance; }  // ΔE, 0..100
  bool contiguous() const { return m_contiguous; }
  const document::PaintTarget& target() const { return m_target; }  // what the tools paint
  document::Sharing sharing() const { return m_sharing; }           // of marked regions

  void setDiameter(double pixels);  // photo pixels, 1..2048
  void setHardness(double share);   // 0..1
  void setMode(mask::PaintMode mode);
  void swapMode();
  void setTolerance(double tolerance);
  void setContiguous(bool contiguous);
  void setSharing(document::Sharing sharing);
  void setTarget(const document::PaintTarget& target);

  void growTip();  // [ and ]: by a fifth, at least a pixel
  void shrinkTip();
  void hardenTip();  // Shift+[ and Shift+]: by a tenth
  void softenTip();

 Q_SIGNALS:
  void changed();
  void targetChanged();

 private:
  mask::BrushTip m_tip;
  mask::PaintMode m_mode = mask::PaintMode::Add;
  double m_tolerance = 12;
  bool m_contiguous = true;
  document::PaintTarget m_target;
  document::Sharing m_sharing = document::Sharing::TakesOver;
};

}  // namespace retailor::ui
