#include <QtTest>

#include "core/regions/reading/read_label_map.h"
#include "tests/core/mask/drawn_masks.h"
#include "tests/core/regions/reading/label_files.h"

using namespace retailor;
using namespace retailor::regions;

class TestMaskFolder : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void masksAreReadByTheirNames() {
    const tests::LabelFiles files;
    const auto box = [](int from, int to) { return tests::drawn({20, 10}, [=](int x, int) { return x >= from && x < to; }).toBitmap(); };
    files.write("maps/Upper_clothes.png", box(0, 10));
    files.write("maps/left-shoe.tif", box(15, 20));
    files.write("maps/in-front.png", box(8, 10));  // smaller than the shirt: on top
    files.write("maps/notes.txt", std::string("mine"));
    const auto map = readLabelMap(files.path("maps"));
    QVERIFY2(map.ok(), map.ok() ? "" : map.failure().sentence.c_str());
    QVERIFY(map->own);
    const auto partAt = [&](std::size_t x) { return map->own->classOf(map->ids[x])->part; };
    QVERIFY(partAt(3) == BodyPart::UpperClothes);
    QVERIFY(partAt(9) == BodyPart::Arms);
    QVERIFY(partAt(12) == BodyPart::None);
    QVERIFY(partAt(17) == BodyPart::Shoes);
    QCOMPARE(map->notes.size(), std::size_t(2));
    QVERIFY(map->notes[0].find("notes.txt") != std::string::npos);
  }

  // Columns of 20; what each mask loses is told, with the files' names.
  void masksThatLosePixelsAreToldOf_data() {
    QTest::addColumn<int>("faceFrom");
    QTest::addColumn<int>("faceTo");
    QTest::addColumn<int>("value");
    QTest::addColumn<QString>("note");  // none: none
    QTest::newRow("apart") << 12 << 20 << 255 << QString();
    QTest::newRow("overlapping") << 8 << 14 << 255 << QStringLiteral("“Upper_clothes.png” lies under “face.png” in 20 pixels");
    QTest::newRow("the same") << 0 << 10 << 255 << QStringLiteral("“Upper_clothes.png” lies wholly under “face.png”");
    QTest::newRow("below half") << 12 << 20 << 85 << QStringLiteral("“face.png” covers no pixel by half (its values reach 85 of 255)");
    QTest::newRow("black") << 12 << 20 << 0 << QString();
  }
  void masksThatLosePixelsAreToldOf() {
    QFETCH(int, faceFrom);
    QFETCH(int, faceTo);
    QFETCH(int, value);
    QFETCH(QString, note);
    const tests::LabelFiles files;
    const auto box = [](int from, int to, int coverage) {
      mask::Mask mask({20, 10});
      mask.paste(mask::Mask({to - from, 10}, static_cast<std::uint8_t>(coverage)), from, 0);
      return mask.toBitmap();
    };
    files.write("maps/Upper_clothes.png", box(0, 10, 255));
    files.write("maps/face.png", box(faceFrom, faceTo, value));
    const auto map = readLabelMap(files.path("maps"));
    QVERIFY(map.ok());
    QCOMPARE(map->notes.size(), std::size_t(note.isEmpty() ? 0 : 1));
    if (!note.isEmpty()) QVERIFY2(QString::fromStdString(map->notes.front()).startsWith(note), map->notes.front().c_str());
  }

  void foldersThatSayNothingAreRefused() {
    const tests::LabelFiles files;
    files.write("empty/readme.txt", std::string("nothing"));
    QVERIFY(!readLabelMap(files.path("empty")).ok());
    files.write("uneven/face.png", mask::Mask({4, 4}, 255).toBitmap());
    files.write("uneven/hair.png", mask::Mask({5, 4}, 255).toBitmap());
    const auto uneven = readLabelMap(files.path("uneven"));
    QVERIFY(!uneven.ok());
    QVERIFY(uneven.failure().sentence.find("hair.png") != std::string::npos);
    files.write("broken/face.png", std::string("\x89PNG\r\n\x1a\n"));
    QVERIFY(!readLabelMap(files.path("broken")).ok());
  }
};

QTEST_GUILESS_MAIN(TestMaskFolder)
#include "test_mask_folder.moc"
