#pragma once

#include <QMenu>

#include "core/completion/body_region.h"
#include "core/garment/fit_warning.h"
#include "ui/controls/long_work.h"
#include "ui/tools/mask_work.h"
#include "ui/window/action_table.h"

namespace retailor::ui {

// Mask > Replace: the hole that replacing a marked part needs joins the mask; then it is told how the length of the clothes dropped for it
// differs from those worn. On workers.
class ReplaceMenu : public QMenu {
  Q_OBJECT

 public:
  ReplaceMenu(OpenDocument& open, MaskWork& work, ActionTable& table, QWidget* parent);

  void replace(completion::BodyRegion region);

 Q_SIGNALS:
  void noted(const QString& sentence);

 private:
  void warn(completion::BodyRegion region);
  void tell(const garment::FitWarnings& warnings);

  OpenDocument& m_open;
  MaskWork& m_work;
  QAction* m_sleeves;
  LongWork m_comparing;
};

}  // namespace retailor::ui
