#include <QtTest>

#include "core/regions/reading/read_label_map.h"
#include "tests/core/regions/reading/label_files.h"
#include "tests/core/regions/reading/paged_tiff.h"

using namespace retailor;
using namespace retailor::regions;
using namespace retailor::tests;

class TestMaskPages : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void eachPageIsAClass() {
    const auto map =
        read({{"Upper_clothes", {4, 2}, raw({255, 255, 255, 0, 255, 0, 0, 0})}, {"face", {4, 2}, raw({0, 0, 200, 0, 0, 0, 0, 0})}});
    QVERIFY2(map.ok(), map.ok() ? "" : map.failure().sentence.c_str());
    QVERIFY(map->own && map->size == (image::Size{4, 2}));
    QVERIFY(map->ids == (std::vector<std::uint32_t>{1, 1, 2, 0, 1, 0, 0, 0}));
    QVERIFY(map->own->classOf(1)->part == BodyPart::UpperClothes);
    QVERIFY(map->own->classOf(2)->part == BodyPart::Face);
    QCOMPARE(map->notes.size(), std::size_t(1));  // the face lies on the shirt
    QVERIFY(map->notes.front().find("upper-clothes") != std::string::npos);
  }

  void masksOfOnesCountToo() {
    const auto map = read({{"shoes", {2, 1}, raw({1, 0})}, {"hair", {2, 1}, raw({0, 1})}});
    QVERIFY(map.ok());
    QVERIFY(map->ids == (std::vector<std::uint32_t>{1, 2}));
  }

  void pagesWithoutAKnownNameAreToldOf() {
    const auto map = read({{"shoes", {2, 1}, raw({255, 0})}, {"", {2, 1}, raw({0, 255})}, {"rucksack", {2, 1}, raw({0, 0})}});
    QVERIFY(map.ok());
    QVERIFY(map->own->classOf(2)->part == BodyPart::None);
    QCOMPARE(map->notes.size(), std::size_t(1));
    QVERIFY(map->notes.front().find("page 2, rucksack") != std::string::npos);
    QVERIFY(map->notes.front().find("PageName") != std::string::npos);
  }

  // As cameras and editors do: a small copy behind the picture.
  void anotherSizeBehindIsNoMask() {
    const auto map = read({{"", {2, 1}, raw({4, 5})}, {"", {1, 1}, raw({4})}});
    QVERIFY(map.ok());
    QVERIFY(!map->own);
    QVERIFY(map->ids == (std::vector<std::uint32_t>{4, 5}));
  }

  void badPagesAreRefusedByName() {
    const std::string good = pagedTiff({{"face", {4, 2}, raw({1, 1, 1, 1, 1, 1, 1, 1})}, {"hair", {4, 2}, raw({1, 1, 1, 1, 1, 1, 1, 1})}});
    for (std::size_t length = 9; length < good.size(); length += 7) {
      const auto map = readLabelMap(m_files.write("given.tif", good.substr(0, length)));
      if (map.ok()) continue;  // only the end of what is not needed is missing
      QVERIFY(map.failure().kind == FailureKind::BadInput);
      QVERIFY(map.failure().sentence.find("given.tif") != std::string::npos);
    }
    const auto many = read(std::vector<TiffPageText>(201, {"face", {1, 1}, raw({1})}));
    QVERIFY(!many.ok());
    QVERIFY(many.failure().sentence.find("200 pages") != std::string::npos);
  }

 private:
  static std::string raw(std::initializer_list<int> samples) { return {samples.begin(), samples.end()}; }
  Result<LabelMap> read(const std::vector<TiffPageText>& pages) const { return readLabelMap(m_files.write("given.tif", pagedTiff(pages))); }

  LabelFiles m_files;
};

QTEST_GUILESS_MAIN(TestMaskPages)
#include "test_mask_pages.moc"
