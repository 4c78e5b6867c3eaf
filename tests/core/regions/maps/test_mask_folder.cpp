#include <QtTest>

#include "core/regions/maps/read_label_map.h"
#include "tests/core/mask/drawn_masks.h"
#include "tests/core/regions/maps/label_files.h"

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
    QCOMPARE(map->notes.size(), std::size_t(1));
    QVERIFY(map->notes.front().find("notes.txt") != std::string::npos);
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
