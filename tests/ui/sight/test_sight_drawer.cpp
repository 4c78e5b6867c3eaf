#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSlider>
#include <QToolButton>
#include <QtTest>
#include <atomic>

#include "core/document/edits/change_settings_edit.h"
#include "tests/support/own_settings.h"
#include "tests/ui/run/fake_runs.h"
#include "tests/ui/run/small_document.h"
#include "ui/sight/sight_drawer.h"
#include "ui/sight/sight_tile.h"

using namespace retailor;
using namespace retailor::ui;
using namespace std::chrono_literals;
using completion::PreparedInput;
using Kind = PreparedInput::Kind;

namespace {

// A drawer whose method counts the questions that it answers and those that are given up.
struct Bench {
  explicit Bench(std::chrono::milliseconds sightTime = 0ms) : session(open, tests::source(counting(sightTime))), drawer(open, session) {
    drawer.resize(700, 240);
    session.loadMethods();
    QTRY_VERIFY(!session.methods().empty());
  }

  fakes::FakeBehaviour counting(std::chrono::milliseconds sightTime) {
    fakes::FakeBehaviour behaviour;
    behaviour.sightTime = sightTime;
    using Sight = fakes::FakeBehaviour::Sight;
    behaviour.asked = [this](Sight what) { ++(what == Sight::Begun ? begun : what == Sight::Answered ? answered : givenUp); };
    return behaviour;
  }

  QList<SightTile*> tiles() {
    QList<SightTile*> shown;
    for (auto* tile : drawer.findChildren<SightTile*>())
      if (!tile->isHidden()) shown << tile;
    return shown;
  }
  QString obstacle() { return drawer.findChild<QLabel*>(QStringLiteral("sightObstacle"))->text(); }
  void change(const std::function<void(completion::CompletionSettings&)>& how) {
    completion::CompletionSettings settings = open.document()->state().settings;
    how(settings);
    open.document()->undoStack().push(new document::ChangeSettingsEdit(*open.document(), settings));
  }

  std::atomic_int begun = 0, answered = 0, givenUp = 0;  // told on the worker
  OpenDocument open;
  RunSession session;
  SightDrawer drawer;
};

}  // namespace

class TestSightDrawer : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() { QSettings().clear(); }

  void closedItAsksNothing() {
    Bench bench;
    document::Document& document = tests::openPainted(bench.open);
    tests::paint(document, {1, 1, 4, 4});
    QTest::qWait(500);  // longer than it waits for the last change
    QCOMPARE(bench.begun.load(), 0);
  }

  void itShowsWhatTheMethodIsGiven() {
    Bench bench;
    tests::openPainted(bench.open, {96, 64}, {30, 20, 24, 16});
    bench.drawer.show();
    QTRY_COMPARE(bench.tiles().size(), 4);
    const SightPicture& crop = bench.tiles()[0]->picture();
    QVERIFY(crop.kind == Kind::Crop);
    QCOMPARE(crop.size, QSize(40, 32));
    QCOMPARE(crop.shown.size(), crop.size);
    const image::Bitmap& photo = bench.open.document()->photo().pixels;
    const std::uint8_t* first = photo.view<std::uint8_t>().pixel(22, 12);
    QCOMPARE(crop.shown.pixelColor(0, 0), QColor(first[0], first[1], first[2]));
    const SightPicture& hole = bench.tiles()[1]->picture();
    QCOMPARE(hole.shown.pixelColor(0, 0), QColor(Qt::black));
    QCOMPARE(hole.shown.pixelColor(20, 16), QColor(Qt::white));
    QVERIFY(bench.drawer.findChild<QLabel*>(QStringLiteral("sightWhere"))->text().contains(QStringLiteral("40 × 32")));
    QVERIFY(bench.tiles()[1]->accessibleName().contains(QStringLiteral("Model mask")));
  }

  void paintingMoreIsSeenAndAnotherSeedIsNoReasonToLook() {
    Bench bench;
    document::Document& document = tests::openPainted(bench.open);
    bench.drawer.show();
    QTRY_COMPARE(bench.answered.load(), 1);
    bench.change([](completion::CompletionSettings& settings) { settings.seed = 7; });
    QTest::qWait(500);
    QCOMPARE(bench.answered.load(), 1);
    tests::paint(document, {0, 0, 96, 60});
    QTRY_COMPARE(bench.answered.load(), 2);
    QTRY_COMPARE(bench.tiles().value(0)->picture().size, QSize(96, 64));
    bench.change([](completion::CompletionSettings& settings) { settings.strength = 0.5; });
    QTRY_COMPARE(bench.answered.load(), 3);
  }

  void whatANewerChangeMadeStaleIsGivenUp() {
    Bench bench(30s);
    document::Document& document = tests::openPainted(bench.open);
    bench.drawer.show();
    QTRY_COMPARE(bench.begun.load(), 1);
    QVERIFY(bench.drawer.findChild<QLabel*>(QStringLiteral("sightBusy"))->isVisible());
    tests::paint(document, {1, 1, 4, 4});
    QTRY_COMPARE(bench.givenUp.load(), 1);
    QTRY_COMPARE(bench.begun.load(), 2);
    bench.drawer.hide();
    QTest::qWait(500);  // the newer question may have been under way by then
    QCOMPARE(bench.answered.load(), 0);
  }

  void withoutAMaskASentenceSaysWhatToDo() {
    Bench bench;
    bench.drawer.show();
    QTRY_COMPARE(bench.obstacle(), QStringLiteral("Open a photo first."));
    document::Document& document = tests::openPainted(bench.open, {96, 64}, {});
    QTRY_COMPARE(bench.obstacle(), QStringLiteral("Paint over the part to complete first."));
    QVERIFY(bench.tiles().isEmpty());
    tests::paint(document, {10, 10, 20, 20});
    QTRY_COMPARE(bench.tiles().size(), 4);
    QVERIFY(bench.obstacle().isEmpty());
  }

  void aClickAsksForTheSettingBehind() {
    Bench bench;
    tests::openPainted(bench.open);
    bench.drawer.show();
    QTRY_COMPARE(bench.tiles().size(), 4);
    QList<PreparedInput::Behind> wanted;
    connect(&bench.drawer, &SightDrawer::settingWanted, &bench.drawer,
            [&wanted](PreparedInput::Behind behind, quint64) { wanted << behind; });
    QTest::mouseClick(bench.tiles()[0], Qt::LeftButton);
    bench.tiles()[1]->setFocus();
    QTest::keyClick(bench.tiles()[1], Qt::Key_Space);
    QCOMPARE(wanted, (QList{PreparedInput::Behind::Window, PreparedInput::Behind::Mask}));
  }
};

QTEST_MAIN(TestSightDrawer)
#include "test_sight_drawer.moc"
