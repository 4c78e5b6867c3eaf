// From a tile of what the method sees to the control that changes it.
#include <QAbstractButton>
#include <QToolBar>
#include <QToolButton>

#include "core/document/edits/reference_edits.h"
#include "tests/journeys/window_bench.h"
#include "ui/controls/spotlight.h"
#include "ui/references/reference_tray.h"
#include "ui/sight/sight_drawer.h"
#include "ui/sight/sight_tile.h"

using namespace retailor;
using namespace retailor::journeys;
using completion::PreparedInput;

class TestWhatTheMethodSees : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void menuKeyAndButtonOpenOneDrawer() {
    WindowBench bench;
    openPainted(bench);
    auto* drawer = bench.window->findChild<ui::SightDrawer*>();
    QVERIFY(!drawer->isVisible());
    QTest::keyClick(bench.window.get(), Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(drawer->isVisible());
    auto* button = bench.window->findChild<QToolButton*>(QStringLiteral("openSight"));
    QVERIFY(button->isChecked());
    button->click();
    QVERIFY(!drawer->isVisible());
    bench.trigger("view_sight");
    drawer->findChild<QToolButton*>(QStringLiteral("closeSight"))->click();
    QVERIFY(!drawer->isVisible() && !button->isChecked());
  }

  void eachTileLeadsToItsControl() {
    WindowBench bench;
    openPainted(bench);
    auto* tray = bench.window->findChild<ui::ReferenceTray*>();
    tray->addFiles({bench.picture(QStringLiteral("shirt.png"), {120, 160}, 200)}, completion::BodyRegion::UpperClothes);
    QTRY_COMPARE(bench.document().state().references.size(), std::size_t{1});
    bench.trigger("view_sight");
    QTRY_COMPARE(tiles(bench).size(), 5);
    bench.window->findChild<QToolButton*>(QStringLiteral("sectionReferences"))->click();  // folded away: it has to come back
    const struct {
      int tile;
      const char* control;
    } rows[] = {{0, "window"}, {3, "strength"}, {4, "editReferenceMask"}};
    for (const auto& row : rows) {
      tiles(bench).at(row.tile)->click();
      auto* control = bench.window->findChild<QWidget*>(QString::fromLatin1(row.control));
      QTRY_VERIFY2(lit(bench, control), row.control);
      QVERIFY(control->isVisible() && !control->visibleRegion().isEmpty());
    }
    bench.trigger("tool_hand");
    tiles(bench).at(1)->click();
    QVERIFY(bench.window->actionTable().action(QStringLiteral("tool_brush"))->isChecked());
    QTRY_VERIFY(bench.window->findChild<ui::Spotlight*>() != nullptr);
  }

 private:
  static void openPainted(WindowBench& bench) {
    bench.open(bench.picture(QStringLiteral("person.png"), {640, 480}, 60));
    QTRY_VERIFY(!bench.window->session().methods().empty());
    bench.trigger("tool_brush");
    bench.drag({{200, 200}, {320, 260}});
  }

  static QList<ui::SightTile*> tiles(WindowBench& bench) {
    QList<ui::SightTile*> shown;
    for (auto* tile : bench.window->findChildren<ui::SightTile*>())
      if (!tile->isHidden()) shown << tile;
    return shown;
  }

  // Whether the light lies around the control.
  static bool lit(WindowBench& bench, const QWidget* control) {
    for (const auto* light : bench.window->findChildren<ui::Spotlight*>())
      if (control != nullptr && light->geometry().contains(QRect(control->mapTo(bench.window.get(), QPoint()), control->size())))
        return true;
    return false;
  }
};

QTEST_MAIN(TestWhatTheMethodSees)
#include "test_what_the_method_sees.moc"
