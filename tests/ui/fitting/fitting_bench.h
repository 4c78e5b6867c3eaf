#pragma once

#include <QtTest>

#include "tests/ui/fitting/drawn_clothes.h"
#include "ui/canvas/canvas_view.h"
#include "ui/fitting/garment_fitting.h"
#include "ui/tools/tool_box.h"

namespace retailor::tests {

using garment::Landmark;

// Canvas, tools and fitting as the window puts them together.
struct FittingBench {
  explicit FittingBench(bool marked) : canvas(open), tools(open, canvas, table), fitting(open, canvas, tools) {
    canvas.resize(620, 860);
    open.replace(dressing(marked), {}, {});
    canvas.show();
    fitting.guide()->setParent(&canvas);
    fitting.panel()->setParent(&canvas);
    QTRY_VERIFY(canvas.settled());
  }

  document::Document& document() { return *open.document(); }
  const completion::TaggedReference& top() { return document().state().references.front().tagged; }
  int steps() { return document().undoStack().index(); }
  void begin() {
    fitting.fit(1);
    QTRY_VERIFY_WITH_TIMEOUT(ready(), 120'000);
  }
  bool ready() { return fitting.current().ready() && !fitting.current().busy(); }
  ui::CurrentFit& fit() { return fitting.current(); }
  QPoint view(QPointF photo) { return canvas.zoomPan().toView(photo).toPoint(); }
  std::size_t pin(Landmark landmark) {
    const auto& pins = fit().pins();
    return static_cast<std::size_t>(std::ranges::find(pins, std::optional(landmark), &garment::FitPin::landmark) - pins.begin());
  }
  QPointF place(Landmark landmark) { return fit().pinAt(pin(landmark)); }
  void dragPin(Landmark landmark, QPointF by, Qt::KeyboardModifiers keys = {}) {
    const QPointF from = place(landmark);
    QTest::mousePress(&canvas, Qt::LeftButton, keys, view(from));
    for (const double share : {0.3, 0.6, 1.0}) QTest::mouseMove(&canvas, view(from + share * by));
    QTest::mouseRelease(&canvas, Qt::LeftButton, {}, view(from + by));
  }
  template <class T>
  T* part(const char* name) {
    return canvas.findChild<T*>(QString::fromLatin1(name));
  }

  ui::OpenDocument open;
  ui::CanvasView canvas;
  ui::ActionTable table;
  ui::ToolBox tools;
  ui::GarmentFitting fitting;
};

}  // namespace retailor::tests
