#include <QtTest>

#include "core/image/read_labels.h"
#include "core/mask/shapes.h"
#include "core/regions/body_part.h"
#include "core/regions/filing/filed_regions.h"
#include "tests/core/regions/reading/label_files.h"

using namespace retailor;
using namespace retailor::regions;
using completion::BodyRegion;

namespace {

constexpr image::Size kSize{20, 10};

completion::MarkedRegion box(const image::Rect& rect, std::uint8_t coverage = 255) {
  mask::Mask mask(kSize);
  mask.paste(mask::Mask(rect.size(), coverage), rect.x, rect.y);
  return {std::make_shared<const mask::Mask>(std::move(mask)), {}};
}

completion::PhotoRegions dressed() {
  completion::PhotoRegions marked;
  marked.body[BodyRegion::UpperClothes] = box({0, 0, 12, 10}, 200);
  marked.body[BodyRegion::Shoes] = box({8, 0, 6, 10}, 255);
  marked.inFront = box({0, 0, 2, 10}, 130);
  return marked;
}

}  // namespace

class TestFiledRegions : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aPixelBelongsToTheFullerRegion() {
    const mask::Labels plane = planeOf(dressed(), kSize);
    QCOMPARE(int(plane.at(5, 5)), int(BodyPart::UpperClothes));
    QCOMPARE(int(plane.at(9, 5)), int(BodyPart::Shoes));
    QCOMPARE(int(plane.at(0, 5)), int(BodyPart::Arms));
    QCOMPARE(int(plane.at(18, 5)), 0);
  }

  void marksOfAnotherSizeAreLeftOut() {
    QCOMPARE(planeOf(dressed(), {5, 5}).counts()[0], std::size_t(25));
    QCOMPARE(planeOf({}, kSize).counts()[0], std::size_t(200));
  }

  void thePlaneIsAnIndexPictureInOurColours() {
    const auto files = filedRegions(planeOf(dressed(), kSize), dressed(), {"map.png", "atr", "abc"});
    QVERIFY(files.ok());
    QStringList names;
    for (const NamedFile& file : *files) {
      names << QString::fromStdString(file.name);
      m_files.write(file.name, std::string(reinterpret_cast<const char*>(file.bytes.data()), file.bytes.size()));
    }
    names.sort();
    QCOMPARE(names.join(QLatin1Char(' ')), QStringLiteral("in-front.png parts.json parts.png shoes.png upper-clothes.png"));
    const auto labels = image::readLabelPicture(m_files.path("parts.png"));
    QVERIFY(labels.ok());
    QCOMPARE(labels->samples.channels(), 1);
    QCOMPARE(int(labels->samples.view<std::uint8_t>().pixel(5, 5)[0]), 3);
    QCOMPARE(int(labels->samples.view<std::uint8_t>().pixel(0, 5)[0]), 7);  // arms are 8 to us alone
    const auto shown = image::readPhoto(m_files.path("parts.png"));
    const auto* upper = shown->pixels.view<std::uint8_t>().pixel(5, 5);
    QVERIFY(upper[0] == 51 && upper[1] == 102 && upper[2] == 204);
  }

  void theSidecarSaysWhatTheNumbersMean() {
    const auto files = filedRegions(planeOf(dressed(), kSize), {}, {"map.png", "atr", "abc"});
    QVERIFY(files.ok());
    const auto& bytes = files->front().bytes;
    const auto json = QJsonDocument::fromJson(QByteArray(reinterpret_cast<const char*>(bytes.data()), qsizetype(bytes.size()))).object();
    QCOMPARE(json.value(QLatin1String("ids")).toObject().value(QLatin1String("6")).toString(), QStringLiteral("shoes"));
    QCOMPARE(json.value(QLatin1String("photo")).toString(), QStringLiteral("abc"));
    QCOMPARE(json.value(QLatin1String("orientation")).toInt(), 1);
    QCOMPARE(json.value(QLatin1String("source")).toString(), QStringLiteral("map.png"));
  }

  void whatAnEarlierRunLeftIsRemoved() {
    const std::string folder = "again";
    for (const char* name : {"face.png", "hole-shoes.png", "labels.png"}) m_files.write(folder + "/" + name, std::string("old"));
    m_files.write(folder + "/mine.png", std::string("mine"));
    const auto files = filedRegions(planeOf(dressed(), kSize), dressed(), {"map.png", "atr"});
    QVERIFY(writeInto(m_files.path(folder), *files).ok());
    QVERIFY(isThere("again/face.png") && isThere("again/labels.png"));  // no parts.json was there: nobody knows whose they are
    QVERIFY(writeInto(m_files.path(folder), *files, m_files.path("again/labels.png")).ok());
    QVERIFY(!isThere("again/face.png") && !isThere("again/hole-shoes.png"));
    QVERIFY(isThere("again/mine.png") && isThere("again/labels.png") && isThere("again/shoes.png"));
    QVERIFY(writeInto(m_files.path(folder), {files->front()}, m_files.path(folder)).ok());
    QVERIFY(isThere("again/shoes.png"));  // read from there
    QVERIFY(writeInto(m_files.path(folder), {files->front()}).ok());
    QVERIFY(!isThere("again/shoes.png") && !isThere("again/labels.png"));
  }

  void foreignSidecarsSayNothing_data() {
    QTest::addColumn<QByteArray>("sidecar");
    QTest::newRow("no JSON") << QByteArray("parts");
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("other numbers") << QByteArray(R"({"schema": 1, "source": "a", "scheme": "atr", "ids": {"0": "nothing"}})");
  }
  void foreignSidecarsSayNothing() {
    QFETCH(QByteArray, sidecar);
    m_files.write("foreign/parts.json", sidecar.toStdString());
    m_files.write("foreign/face.png", std::string("theirs"));
    QVERIFY(writeInto(m_files.path("foreign"), *filedRegions(planeOf(dressed(), kSize), dressed(), {"map.png", "atr"})).ok());
    QVERIFY(isThere("foreign/face.png"));
  }

  void aFolderThatCannotBeMadeIsNamed() {
    const auto file = m_files.write("taken", std::string("a file"));
    const auto written = writeInto(file / "inside", {});
    QVERIFY(!written.ok());
    QVERIFY(written.failure().sentence.find("taken") != std::string::npos);
  }

 private:
  bool isThere(const std::string& name) const { return std::filesystem::exists(m_files.path(name)); }

  tests::LabelFiles m_files;
};

QTEST_GUILESS_MAIN(TestFiledRegions)
#include "test_filed_regions.moc"
