#include "ui/window/view_menu.h"

namespace retailor::ui {

ViewMenu::ViewMenu(CanvasView& canvas, ActionTable& table, QWidget* window) : QMenu(tr("&View"), window) {
  setObjectName(QStringLiteral("viewMenu"));
  const auto add = [&](const char* name, const QString& text, const QKeySequence& keys, const char* icon) {
    QAction* action = table.add(QString::fromLatin1(name), text, tr("View"), keys, QString::fromLatin1(icon));
    addAction(action);
    return action;
  };
  connect(add("view_fit", tr("&Fit the window"), QKeySequence(Qt::CTRL | Qt::Key_0), "fit"), &QAction::triggered, &canvas,
          &CanvasView::fit);
  connect(add("view_actual", tr("&Actual pixels"), QKeySequence(Qt::CTRL | Qt::Key_1), ""), &QAction::triggered, &canvas,
          &CanvasView::actualPixels);
  connect(add("view_zoom_in", tr("Zoom &in"), QKeySequence(Qt::CTRL | Qt::Key_Plus), "zoom-in"), &QAction::triggered, &canvas,
          [&canvas] { canvas.zoomBy(1.25); });
  connect(add("view_zoom_out", tr("Zoom &out"), QKeySequence(Qt::CTRL | Qt::Key_Minus), "zoom-out"), &QAction::triggered, &canvas,
          [&canvas] { canvas.zoomBy(1 / 1.25); });
  addSeparator();
  QAction* mask = add("view_mask", tr("Show the &mask"), QKeySequence(Qt::CTRL | Qt::Key_H), "mask");
  mask->setCheckable(true);
  mask->setChecked(true);
  connect(mask, &QAction::toggled, &canvas, &CanvasView::setMaskVisible);
  QAction* split = add("view_split", tr("&Split: original and result"), QKeySequence(Qt::Key_Y), "compare");
  split->setCheckable(true);
  connect(split, &QAction::toggled, &canvas, &CanvasView::setSplit);
  addSeparator();
  add("view_sight", tr("&What the method sees"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E), "eye")->setCheckable(true);
}

}  // namespace retailor::ui
