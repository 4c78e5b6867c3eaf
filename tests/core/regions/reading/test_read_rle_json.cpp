#include <QtTest>

#include "core/regions/reading/read_rle_json.h"
#include "core/regions/reading/run_lengths.h"

using namespace retailor;
using namespace retailor::regions;

namespace {

// The same mask, 9 x 7, as pixels, as listed lengths and as text (make_run_lengths.py).
const std::string kPixels = "100000000001100000001100000001100111001100000000000000000000000";
const std::string kListed = R"({"size": [7, 9], "counts": [0, 1, 14, 4, 3, 4, 19, 1, 6, 1, 6, 1, 3]})";
const std::string kText = R"({"size": [7, 9], "counts": "01>3E0`0MC000M"})";

Result<LabelMap> readText(const std::string& text) { return readRleJson(std::as_bytes(std::span(text.data(), text.size())), "given.json"); }

std::string drawn(const LabelMap& map) {
  std::string pixels;
  for (const std::uint32_t id : map.ids) pixels += static_cast<char>('0' + id);
  return pixels;
}

}  // namespace

class TestReadRleJson : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void bothKindsOfCountsDrawTheMask_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("listed") << QByteArray::fromStdString(kListed);
    QTest::newRow("text") << QByteArray::fromStdString(kText);
    QTest::newRow("in a list") << QByteArray::fromStdString("[{\"segmentation\": " + kText + ", \"category_id\": 1}]");
    QTest::newRow("a whole file") << QByteArray::fromStdString("{\"images\": [{}], \"annotations\": [{\"segmentation\": " + kListed +
                                                               ", \"category_id\": 44, \"image_id\": 3}], \"categories\": "
                                                               "[{\"id\": 44, \"name\": \"Upper Clothes\"}]}");
  }
  void bothKindsOfCountsDrawTheMask() {
    QFETCH(QByteArray, text);
    const auto map = readText(text.toStdString());
    QVERIFY2(map.ok(), map.ok() ? "" : map.failure().sentence.c_str());
    QVERIFY(map->size == (image::Size{9, 7}));
    QCOMPARE(drawn(*map), kPixels);
  }

  void namesBringTheScheme() {
    const auto map = readText("[{\"category_name\": \"left_shoe\", \"segmentation\": " + kText +
                              "}, {\"category_name\": \"umbrella stand\", \"segmentation\": " + kText + "}]");
    QVERIFY(map.ok() && map->own);
    QVERIFY(map->own->classOf(1)->part == BodyPart::Shoes);
    QVERIFY(map->own->classOf(2)->part == BodyPart::None);
    QCOMPARE(map->notes.size(), std::size_t(1));
    QVERIFY(map->notes.front().find("umbrella-stand") != std::string::npos);
  }

  void theSmallerMaskLiesOnTop() {
    const std::string whole = R"({"size": [7, 9], "counts": [0, 63]})";
    for (const bool first : {true, false}) {
      const std::string small = "{\"category_id\": 2, \"segmentation\": " + kText + "}";
      const std::string large = "{\"category_id\": 1, \"segmentation\": " + whole + "}";
      const auto map = readText("[" + (first ? small + "," + large : large + "," + small) + "]");
      QVERIFY(map.ok());
      QCOMPARE(std::ranges::count(map->ids, 2U), std::ranges::count(kPixels, '1'));
    }
  }

  void whatIsNoRunLengthIsRefusedByName_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("about");
    const auto row = [](const char* name, const char* text, const char* about) {
      QTest::newRow(name) << QByteArray(text) << QByteArray(about);
    };
    row("empty", "", "JSON");
    row("a number", "7", "JSON");
    row("no masks", "[]", "no masks");
    row("no counts", R"({"size": [2, 2]})", "counts");
    row("no size", R"({"counts": [4]})", "size");
    row("a size of words", R"({"size": ["2", "2"], "counts": [4]})", "size");
    row("huge", R"({"size": [60000, 60000], "counts": [3600000000]})", "no picture has");
    row("beyond all numbers", R"({"size": [9223372036854775807, 9223372036854775807], "counts": [1]})", "no picture has");
    row("negative size", R"({"size": [-2, -2], "counts": [4]})", "no picture has");
    row("negative run", R"({"size": [2, 2], "counts": [6, -2]})", "cannot be read");
    row("too few", R"({"size": [2, 2], "counts": [3]})", "do not fill");
    row("too many", R"({"size": [2, 2], "counts": [3, 4]})", "do not fill");
    row("fractions", R"({"size": [2, 2], "counts": [3.5, 0.5]})", "cannot be read");
    row("letters that are none", R"({"size": [2, 2], "counts": "~~~"})", "cannot be read");
    row("text that never ends", R"({"size": [2, 2], "counts": "oooooooooooooooooooooooo"})", "cannot be read");
    row("polygons", R"([{"segmentation": [[1, 2, 3, 4, 5, 6]], "category_id": 1}])", "polygons");
    row("several pictures", R"([{"image_id": 1, "segmentation": {"size": [1, 1], "counts": [1]}},
                               {"image_id": 2, "segmentation": {"size": [1, 1], "counts": [1]}}])",
        "several pictures");
    row("sizes that differ", R"([{"size": [1, 1], "counts": [1]}, {"size": [1, 2], "counts": [2]}])", "different sizes");
    row("no category", R"([{"category_id": -4, "size": [1, 1], "counts": [1]}])", "category");
    QTest::newRow("deep") << QByteArray(100'000, '[') << QByteArray("JSON");
  }
  void whatIsNoRunLengthIsRefusedByName() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, about);
    const auto map = readText(text.toStdString());
    QVERIFY(!map.ok());
    QVERIFY(map.failure().kind == FailureKind::BadInput);
    QVERIFY2(map.failure().sentence.find(about.toStdString()) != std::string::npos, map.failure().sentence.c_str());
    QVERIFY(map.failure().sentence.find("given.json") != std::string::npos);
  }

  void manyLargeMasksAreRefusedBeforeTheyAreDrawn() {
    std::string text = "[";
    for (int i = 0; i < 200; ++i)
      text += std::string(i ? "," : "") + R"({"category_id": 1, "segmentation": {"size": [10000, 10000], "counts": [0, 100000000]}})";
    const auto map = readText(text + "]");
    QVERIFY(!map.ok());
    QVERIFY(map.failure().sentence.find("laid over") != std::string::npos);
  }
};

QTEST_GUILESS_MAIN(TestReadRleJson)
#include "test_read_rle_json.moc"
