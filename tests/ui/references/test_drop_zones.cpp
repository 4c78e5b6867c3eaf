#include <QMimeData>
#include <QtTest>

#include "ui/references/drop_zones.h"
#include "ui/references/region_row.h"

using namespace retailor;
using namespace retailor::ui;
using completion::BodyRegion;

namespace {

struct Bench {
  Bench() : zones(&window) {
    window.resize(1000, 700);
    window.show();
    data.setUrls({QUrl::fromLocalFile(QStringLiteral("/pictures/shirt.png")), QUrl::fromLocalFile(QStringLiteral("/pictures/shoes.png"))});
  }

  bool enter(Qt::KeyboardModifiers keys = {}) {
    QDragEnterEvent event(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, keys);
    event.ignore();
    QApplication::sendEvent(&window, &event);
    if (event.isAccepted()) enterZones(keys);
    return event.isAccepted();
  }
  // As the platform does once the overlay lies under the pointer: from then on it gets the drag's events.
  void enterZones(Qt::KeyboardModifiers keys) {
    QDragEnterEvent event(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, keys);
    QApplication::sendEvent(&zones, &event);
  }
  void dropAt(QPoint at, Qt::KeyboardModifiers keys = {}) {
    QDragMoveEvent move(at, Qt::CopyAction, &data, Qt::LeftButton, keys);
    QApplication::sendEvent(&zones, &move);
    QDropEvent drop(at, Qt::CopyAction, &data, Qt::LeftButton, keys);
    QApplication::sendEvent(&zones, &drop);
  }

  QWidget window;
  DropZones zones;
  QMimeData data;
};

}  // namespace

class TestDropZones : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { qRegisterMetaType<BodyRegion>(); }

  void theyShowOnlyWhileAPictureIsDragged() {
    Bench bench;
    QVERIFY(!bench.zones.isVisible());
    QVERIFY(bench.enter());
    QVERIFY(bench.zones.isVisible());
    QCOMPARE(bench.zones.geometry(), bench.window.rect());
    QDragLeaveEvent leave;
    QApplication::sendEvent(&bench.zones, &leave);
    QVERIFY(!bench.zones.isVisible());
  }

  void aDragThatNeverEntersTheOverlayHidesItAgain() {
    Bench bench;
    QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &bench.data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&bench.window, &enter);
    QVERIFY(bench.zones.isVisible());
    QDragLeaveEvent leave;
    QApplication::sendEvent(&bench.window, &leave);
    QTRY_VERIFY(!bench.zones.isVisible());
  }

  void textIsLeftAlone() {
    Bench bench;
    bench.data.clear();
    bench.data.setText(QStringLiteral("hello"));
    QVERIFY(!bench.enter());
    QVERIFY(!bench.zones.isVisible());
  }

  void theTopOpensAsPhoto() {
    Bench bench;
    QSignalSpy photo(&bench.zones, &DropZones::droppedAsPhoto);
    bench.enter();
    bench.dropAt({500, 60});
    QCOMPARE(photo.count(), 1);
    QCOMPARE(photo[0][0].toString(), QStringLiteral("/pictures/shirt.png"));
    QVERIFY(!bench.zones.isVisible());
  }

  void eachRegionHasItsZone_data() {
    QTest::addColumn<QPoint>("at");
    QTest::addColumn<int>("region");
    QTest::newRow("face") << QPoint(200, 220) << static_cast<int>(BodyRegion::Face);
    QTest::newRow("hair") << QPoint(800, 220) << static_cast<int>(BodyRegion::Hair);
    QTest::newRow("upper") << QPoint(200, 350) << static_cast<int>(BodyRegion::UpperClothes);
    QTest::newRow("lower") << QPoint(800, 350) << static_cast<int>(BodyRegion::LowerClothes);
    QTest::newRow("whole") << QPoint(200, 480) << static_cast<int>(BodyRegion::WholeBody);
    QTest::newRow("shoes") << QPoint(800, 480) << static_cast<int>(BodyRegion::Shoes);
    QTest::newRow("anything") << QPoint(500, 620) << static_cast<int>(BodyRegion::Anything);
  }
  void eachRegionHasItsZone() {
    QFETCH(QPoint, at);
    QFETCH(int, region);
    Bench bench;
    QSignalSpy dropped(&bench.zones, &DropZones::droppedAsReference);
    bench.enter();
    bench.dropAt(at);
    QCOMPARE(dropped.count(), 1);
    QCOMPARE(static_cast<int>(dropped[0][1].value<BodyRegion>()), region);
    QCOMPARE(dropped[0][0].toStringList().size(), 2);
  }

  void withCtrlItIsAMaskOrAParsingMap() {
    Bench bench;
    QSignalSpy mask(&bench.zones, &DropZones::droppedAsMask);
    bench.enter(Qt::ControlModifier);
    bench.dropAt({500, 60}, Qt::ControlModifier);
    QCOMPARE(mask.count(), 1);
    QSignalSpy map(&bench.zones, &DropZones::droppedAsParsingMap);
    bench.enter(Qt::ControlModifier);
    bench.dropAt({500, 620}, Qt::ControlModifier);
    QCOMPARE(map.count(), 1);
    QCOMPARE(mask.count(), 1);
  }

  void aRowOfTheBoardShowsThroughAndTakesTheDrop() {
    Bench bench;
    RegionRow row(BodyRegion::Shoes, &bench.window);
    row.setGeometry(700, 100, 280, 40);
    row.show();
    QSignalSpy dropped(&bench.zones, &DropZones::droppedAsReference), photo(&bench.zones, &DropZones::droppedAsPhoto);
    bench.enter();
    bench.dropAt({800, 120});
    QCOMPARE(dropped.count(), 1);
    QCOMPARE(static_cast<int>(dropped[0][1].value<BodyRegion>()), static_cast<int>(BodyRegion::Shoes));
    QCOMPARE(photo.count(), 0);
  }

  void withoutAPhotoOnlyOpeningIsOffered() {
    Bench bench;
    bench.zones.setPhotoOpen(false);
    QSignalSpy photo(&bench.zones, &DropZones::droppedAsPhoto);
    bench.enter();
    bench.dropAt({500, 620});
    QCOMPARE(photo.count(), 1);
  }

  void aPictureWithoutAFileIsSavedFirst() {
    Bench bench;
    QImage picture(20, 10, QImage::Format_RGB32);
    picture.fill(Qt::red);
    bench.data.clear();
    bench.data.setImageData(picture);
    QSignalSpy photo(&bench.zones, &DropZones::droppedAsPhoto);
    QVERIFY(bench.enter());
    bench.dropAt({500, 60});
    QCOMPARE(photo.count(), 1);
    QCOMPARE(QImage(photo[0][0].toString()).size(), QSize(20, 10));
  }
};

QTEST_MAIN(TestDropZones)
#include "test_drop_zones.moc"
