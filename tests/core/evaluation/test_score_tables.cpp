#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <limits>

#include "core/evaluation/contact_sheet.h"
#include "core/evaluation/score_tables.h"

using namespace retailor;
using namespace retailor::evaluation;
using namespace Qt::StringLiterals;

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

GroupScore score(const std::string& id, double psnr, double ssim) {
  GroupScore made{.id = id};
  made.measurements = {{"ssim", "paste", ssim}, {"psnr", "inside", psnr}};
  return made;
}

// Two groups with numbers, one identical to its truth, one that failed.
Evaluation someEvaluation() {
  Evaluation all{.folder = "bench", .method = "patch-diffusion", .settings = R"({"seed": 3})", .program = "Retailor 0.1.0"};
  all.groups = {score("a", 20, 0.5), score("b|c, \"d\"", 30, 0.75), score("same", infinite, 1)};
  all.groups.push_back({.id = "broken", .failure = badInput("mask.png is empty,\nso it goes.")});
  all.notInstalled = {{"lpips", "", "model not installed"}};
  return all;
}

QJsonObject meanIn(const QJsonObject& json, QLatin1StringView metric) {
  for (const QJsonValue one : json["results"_L1].toArray())
    if (one["metric"_L1].toString() == metric) return one.toObject();
  return {};
}

image::Bitmap flat(image::Size size, std::uint8_t value) {
  image::Bitmap picture(size, 3, image::SampleType::U8);
  std::fill_n(picture.bytes(), picture.byteCount(), std::byte{value});
  return picture;
}

}  // namespace

class TestScoreTables : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void meansLeaveInfinitiesAndFailuresOut() {
    const std::vector<MeanScore> means = meansOf(someEvaluation().groups);
    QCOMPARE(means.size(), std::size_t(2));
    QCOMPARE(means[0].metric, std::string("psnr"));  // tables list PSNR first whatever was measured first
    QCOMPARE(means[0].mean, 25.0);
    QVERIFY(means[0].groups == 2 && means[0].identical == 1);
    QVERIFY(means[1].mean == 0.75 && means[1].groups == 3 && means[1].identical == 0);
  }

  void jsonHoldsEveryNumberAndCount() {
    const QJsonObject json = QJsonDocument::fromJson(QByteArray::fromStdString(resultsJson(someEvaluation()))).object();
    const QJsonObject psnr = meanIn(json, "psnr"_L1);
    QCOMPARE(psnr["value"_L1].toDouble(), 25.0);
    QCOMPARE(psnr["n"_L1].toInt(), 2);
    QCOMPARE(psnr["identical"_L1].toInt(), 1);
    QVERIFY(psnr["model"_L1].isNull());
    QCOMPARE(json["settings"_L1]["seed"_L1].toInt(), 3);
    QCOMPARE(json["definitions"_L1]["ssim"_L1]["window"_L1].toInt(), 11);
    QCOMPARE(json["not-computed"_L1].toArray()[0]["metric"_L1].toString(), u"lpips"_s);
    const QJsonArray groups = json["groups"_L1].toArray();
    QVERIFY(groups[2]["measurements"_L1].toArray()[1]["value"_L1].isNull());
    QVERIFY(groups[3]["failed"_L1].toString().contains(u"mask.png"_s));
  }

  void csvSurvivesAnyName() {
    const QString csv = QString::fromStdString(csvTable(someEvaluation()));
    const QStringList lines = csv.split(u"\r\n"_s);
    QCOMPARE(lines[0], u"group,psnr.inside,ssim.paste,failed"_s);
    QCOMPARE(lines[1], u"a,20,0.5,"_s);
    QCOMPARE(lines[2], u"\"b|c, \"\"d\"\"\",30,0.75,"_s);
    QCOMPARE(lines[3], u"same,inf,1,"_s);
    QVERIFY(csv.contains(u"broken,,,\"mask.png is empty,\nso it goes.\""_s));
    QVERIFY(csv.contains(u"\r\nmean,25,0.75,\r\nn,2,3,\r\n"_s));
  }

  void markdownTellsWhatIsMissing() {
    const QString table = QString::fromStdString(markdownTable(someEvaluation()));
    QVERIFY(table.contains(u"| PSNR (dB) | inside | 25.00 | higher | 2 (1 identical left out) |"_s));
    QVERIFY(table.contains(u"| LPIPS (AlexNet) | | not computed: model not installed |"_s));
    QVERIFY(table.contains(u"b\\|c"_s));
    QVERIFY(table.contains(u"- broken: mask.png is empty, so it goes."_s));
  }

  void keptScoresAreReadBack() {
    GroupScore made = score("a", 20, 0.5);
    made.resultSha256 = "abc", made.seconds = 2.5;
    const auto kept = keptScore(toJson(made, {"models"}));
    QVERIFY(kept && kept->resultSha256 == "abc" && kept->seconds == 2.5 && kept->modelFolders == std::vector<std::string>{"models"});
    QVERIFY(!keptScore("{}") && !keptScore("nothing") && !keptScore("[1]"));
  }

  void sheetsStayWithinTheirBudget() {
    ContactSheet sheet;
    const image::Bitmap picture = flat({1500, 900}, 90), result = flat({1500, 900}, 100);
    for (std::size_t i = 0; i < ContactSheet::mostRows; ++i)
      sheet.add({"group \xc3\xa9", picture, mask::Mask(picture.size(), 255), {{&picture}, {&picture}, {&picture}}, result});
    const image::Bitmap drawn = sheet.drawn();
    QCOMPARE(drawn.size(), (image::Size{1040, 3598}));
    const auto view = drawn.view<std::uint8_t>();
    const int middle = 30 + 18 + 96;  // of the first row's cells
    QCOMPARE(static_cast<int>(view.pixel(13 + 96, middle)[1]), 90);
    QCOMPARE(static_cast<int>(view.pixel(13 + 205 + 96, middle)[1]), 0);        // covered by the hole's magenta
    QCOMPARE(static_cast<int>(view.pixel(13 + 3 * 205 + 96, middle)[1]), 100);  // the result
    QCOMPARE(static_cast<int>(view.pixel(13 + 4 * 205 + 96, middle)[1]), 40);   // four times the difference
  }

  void referencesTakeTheRoomThatTheirShapeLeaves_data() {
    QTest::addColumn<QList<int>>("size");
    QTest::addColumn<QPoint>("paper");  // in the cell, between the two
    QTest::newRow("wide ones lie one above the other") << QList<int>{400, 200} << QPoint(96, 95);
    QTest::newRow("tall ones stand side by side") << QList<int>{200, 400} << QPoint(95, 96);
  }
  void referencesTakeTheRoomThatTheirShapeLeaves() {
    QFETCH(QList<int>, size);
    QFETCH(QPoint, paper);
    ContactSheet sheet;
    const image::Bitmap picture = flat({size[0], size[1]}, 90);
    sheet.add({"two", picture, mask::Mask(picture.size(), 255), {{&picture}, {&picture}}, picture});
    const image::Bitmap drawn = sheet.drawn().cropped({13 + 2 * 205, 48, 192, 192});
    const auto view = drawn.view<std::uint8_t>();
    for (const QPoint at : {QPoint(48, 48), QPoint(144, 144)}) QCOMPARE(static_cast<int>(view.pixel(at.x(), at.y())[0]), 90);
    QCOMPARE(static_cast<int>(view.pixel(paper.x(), paper.y())[0]), 245);
  }

  void whatDoesNotCountOfAReferenceIsPale() {
    ContactSheet sheet;
    const image::Bitmap picture = flat({100, 100}, 90);
    mask::Mask counts(picture.size());
    for (int y = 0; y < 100; ++y) std::fill_n(counts.row(y), 50, std::uint8_t{255});
    sheet.add({"half", picture, mask::Mask(picture.size(), 255), {{&picture, &counts}}, picture});
    const image::Bitmap drawn = sheet.drawn();
    const auto cell = [&drawn](int x) { return static_cast<int>(drawn.view<std::uint8_t>().pixel(13 + 2 * 205 + 46 + x, 48 + 96)[0]); };
    QCOMPARE(cell(20), 90);
    QVERIFY(cell(80) > 200 && cell(80) < 245);
  }

  void narrowPicturesAndNoReferencesAreDrawn() {
    ContactSheet sheet;
    const image::Bitmap picture = flat({1, 700}, 90);
    sheet.add({"thin", picture, mask::Mask(picture.size(), 255), {}, picture});
    QCOMPARE(sheet.drawn().width(), 1040);
  }
};

QTEST_GUILESS_MAIN(TestScoreTables)
#include "test_score_tables.moc"
