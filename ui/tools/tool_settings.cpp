#include "ui/tools/tool_settings.h"

#include <QSettings>
#include <algorithm>
#include <cmath>

namespace retailor::ui {

using mask::PaintMode;

ToolSettings::ToolSettings(QObject* parent) : QObject(parent) {
  const QSettings settings;
  m_tip.radius = std::clamp(settings.value(QStringLiteral("tools/radius"), 24.0).toDouble(), 0.5, 1024.0);
  m_tip.hardness = std::clamp(settings.value(QStringLiteral("tools/hardness"), 0.8).toDouble(), 0.0, 1.0);
  m_tolerance = std::clamp(settings.value(QStringLiteral("tools/tolerance"), 12.0).toDouble(), 0.0, 100.0);
  m_contiguous = settings.value(QStringLiteral("tools/contiguous"), true).toBool();
}

ToolSettings::~ToolSettings() {
  QSettings settings;
  settings.setValue(QStringLiteral("tools/radius"), m_tip.radius);
  settings.setValue(QStringLiteral("tools/hardness"), m_tip.hardness);
  settings.setValue(QStringLiteral("tools/tolerance"), m_tolerance);
  settings.setValue(QStringLiteral("tools/contiguous"), m_contiguous);
}

void ToolSettings::setDiameter(double pixels) {
  m_tip.radius = std::clamp(pixels / 2, 0.5, 1024.0);
  Q_EMIT changed();
}

void ToolSettings::setHardness(double share) {
  m_tip.hardness = std::clamp(share, 0.0, 1.0);
  Q_EMIT changed();
}

void ToolSettings::setMode(PaintMode mode) {
  m_mode = mode;
  Q_EMIT changed();
}

void ToolSettings::swapMode() { setMode(m_mode == PaintMode::Add ? PaintMode::Subtract : PaintMode::Add); }

void ToolSettings::setSharing(document::Sharing sharing) {
  m_sharing = sharing;
  Q_EMIT changed();
}

void ToolSettings::setTolerance(double tolerance) {
  m_tolerance = std::clamp(tolerance, 0.0, 100.0);
  Q_EMIT changed();
}

void ToolSettings::setContiguous(bool contiguous) {
  m_contiguous = contiguous;
  Q_EMIT changed();
}

void ToolSettings::setTarget(const document::PaintTarget& target) {
  if (target == m_target) return;
  m_target = target;
  Q_EMIT targetChanged();
}

void ToolSettings::growTip() { setDiameter(std::max(2 * m_tip.radius + 1, std::round(2 * m_tip.radius * 1.2))); }
void ToolSettings::shrinkTip() { setDiameter(std::min(2 * m_tip.radius - 1, std::round(2 * m_tip.radius / 1.2))); }
void ToolSettings::hardenTip() { setHardness(std::round(m_tip.hardness * 10 + 1) / 10); }
void ToolSettings::softenTip() { setHardness(std::round(m_tip.hardness * 10 - 1) / 10); }

}  // namespace retailor::ui
