#include <QLabel>
#include <QSignalSpy>
#include <QtTest>

#include "ui/regions/map_questions.h"

using namespace retailor;

namespace {

ui::FaceFinder finding(std::vector<image::Rect> faces) {
  return [faces](const std::stop_token&) { return Result<std::vector<image::Rect>>(faces); };
}

struct Bench {
  QCheckBox& trim() { return *questions.findChild<QCheckBox*>(QStringLiteral("parsingTrim")); }
  QString aboutFaces() {
    auto* label = questions.findChild<QLabel*>(QStringLiteral("parsingFaces"));
    return label->isHidden() ? QString() : label->text();
  }
  ui::MapQuestions questions{{150, 220}, {150, 220}};
};

}  // namespace

class TestMapQuestions : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void theChinIsAskedAboutWhereItMayHelp_data() {
    QTest::addColumn<bool>("findable");
    QTest::addColumn<bool>("holdsNeck");
    QTest::newRow("both") << true << true;
    QTest::newRow("faces without necks") << true << false;
    QTest::newRow("no cascade") << false << true;
  }
  void theChinIsAskedAboutWhereItMayHelp() {
    QFETCH(bool, findable);
    QFETCH(bool, holdsNeck);
    Bench bench;
    QVERIFY(bench.trim().isHidden());
    bench.questions.findFacesBy(findable ? finding({{1, 2, 3, 4}}) : ui::FaceFinder());
    bench.questions.showNeck(holdsNeck);
    QCOMPARE(bench.trim().isHidden(), !(findable && holdsNeck));
  }

  void tickingFindsTheFacesOnce() {
    Bench bench;
    auto asked = std::make_shared<std::atomic<int>>(0);
    bench.questions.findFacesBy([asked](const std::stop_token&) {
      ++*asked;
      return Result<std::vector<image::Rect>>(std::vector<image::Rect>{{1, 2, 3, 4}});
    });
    bench.questions.showNeck(true);
    QSignalSpy changed(&bench.questions, &ui::MapQuestions::changed);
    QVERIFY(bench.questions.choices().trimmedFaces.empty());
    bench.trim().setChecked(true);
    QVERIFY(!bench.aboutFaces().isEmpty());
    QTRY_COMPARE(changed.count(), 1);
    QVERIFY(bench.questions.choices().trimmedFaces == (std::vector<image::Rect>{{1, 2, 3, 4}}));
    QVERIFY(bench.aboutFaces().isEmpty());
    bench.trim().setChecked(false);
    QVERIFY(bench.questions.choices().trimmedFaces.empty());
    bench.trim().setChecked(true);
    QCOMPARE(changed.count(), 3);
    QCOMPARE(asked->load(), 1);
    bench.questions.showNeck(false);  // another scheme, whose faces are as they should be
    QVERIFY(bench.questions.choices().trimmedFaces.empty());
  }

  void whereNoFaceIsFoundItSaysSo_data() {
    QTest::addColumn<bool>("broken");
    QTest::newRow("none") << false;
    QTest::newRow("a cascade that cannot be read") << true;
  }
  void whereNoFaceIsFoundItSaysSo() {
    QFETCH(bool, broken);
    Bench bench;
    bench.questions.findFacesBy([broken](const std::stop_token&) -> Result<std::vector<image::Rect>> {
      if (broken) return badInput("The trained file cannot be read.");
      return std::vector<image::Rect>();
    });
    bench.questions.showNeck(true);
    QSignalSpy changed(&bench.questions, &ui::MapQuestions::changed);
    bench.trim().setChecked(true);
    QTRY_VERIFY(!bench.trim().isEnabled());
    QVERIFY(!bench.trim().isChecked());
    QCOMPARE(bench.aboutFaces().contains(QStringLiteral("trained file")), broken);
    QVERIFY(bench.aboutFaces().endsWith(QLatin1Char('.')));
    QCOMPARE(changed.count(), 0);
  }
};

QTEST_MAIN(TestMapQuestions)
#include "test_map_questions.moc"
