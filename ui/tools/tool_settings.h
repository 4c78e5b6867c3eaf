#pragma once

#include <QObject>

#include "core/mask/brush_dab.h"
#include "core/mask/stroke.h"

namespace retailor::ui {

// What the tool options bar shows and the tools heed; remembered between sessions. Main thread.
class ToolSettings : public QObject {
  Q_OBJECT

 public:
  explicit ToolSettings(QObject* parent = nullptr);
  ~ToolSettings() override;

  const mask::BrushTip& tip() const { return m_tip; }
  mask::PaintMode mode() const { return m_mode; }
  double tolerance() const { return m_tolerance; }  // ΔE, 0..100
  bool contiguous() const { return m_contiguous; }

  void setDiameter(double pixels);  // photo pixels, 1..2048
  void setHardness(double share);   // 0..1
  void setMode(mask::PaintMode mode);
  void swapMode();
  void setTolerance(double tolerance);
  void setContiguous(bool contiguous);

  void growTip();     // [ and ]: by a fifth, at least a pixel
  void shrinkTip();
  void hardenTip();   // Shift+[ and Shift+]: by a tenth
  void softenTip();

 Q_SIGNALS:
  void changed();

 private:
  mask::BrushTip m_tip;
  mask::PaintMode m_mode = mask::PaintMode::Add;
  double m_tolerance = 12;
  bool m_contiguous = true;
};

}  // namespace retailor::ui
