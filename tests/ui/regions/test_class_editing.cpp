#include <QCheckBox>
#include <QLabel>
#include <QTabWidget>
#include <QToolButton>
#include <QtTest>

#include "core/regions/schemes/scheme_file.h"
#include "tests/support/own_settings.h"
#include "tests/ui/regions/import_bench.h"
#include "ui/regions/class_table.h"

using namespace retailor;
using namespace retailor::tests;
using completion::BodyRegion;
using regions::BodyPart;

namespace {

const regions::ParsingScheme& atr() { return *regions::schemeNamed("atr"); }
regions::LabelMap figure() { return figureMap(atr(), kImportedPhoto, Dressed::TopAndTrousers, {"hair", "face", "upper-clothes"}); }

}  // namespace

class TestClassEditing : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void classesOfTheMapAreListedWithTheirPixels() {
    ImportBench bench;
    bench.openMap(figure());
    const auto* classes = bench.part<QTreeWidget>("parsingClasses");
    const auto counts = figure().counts();
    QCOMPARE(classes->topLevelItemCount(), int(counts.size()));
    QCOMPARE(classes->topLevelItem(0)->text(0), QStringLiteral("0  background"));
    QCOMPARE(classes->topLevelItem(0)->text(1), QLocale().toString(qulonglong(counts.at(0))));
    QCOMPARE(bench.part<QComboBox>("parsingClass4")->currentText(), ui::partTitle(BodyPart::UpperClothes));
  }

  void aClassGoesWhereItIsSent() {
    ImportBench bench;
    bench.openMap(figure());
    bench.send(4, BodyPart::WholeBody);
    bench.becomesUsable();
    QVERIFY(bench.row(BodyPart::WholeBody) && !bench.row(BodyPart::UpperClothes));
    QVERIFY(bench.part<QComboBox>("parsingScheme")->currentText().contains(QString::fromStdString(atr().title)));
    const int schemes = bench.part<QComboBox>("parsingScheme")->count();
    bench.send(4, BodyPart::LowerClothes);  // the same table, changed again
    bench.becomesUsable();
    QVERIFY(!bench.row(BodyPart::WholeBody));
    QCOMPARE(bench.part<QComboBox>("parsingScheme")->count(), schemes);
    bench.part<QPushButton>("parsingUse")->click();
    QVERIFY(bench.worn(BodyRegion::UpperClothes).isEmpty());
    QVERIFY(bench.worn(BodyRegion::LowerClothes).at(75, 80) > 0);
  }

  void aTableIsSavedAndTakenAgain() {
    const LabelFiles kept;
    const QString file = QString::fromStdString(kept.path("mine.json").string());
    {
      ImportBench bench;
      bench.openMap(figure());
      bench.send(4, BodyPart::WholeBody);
      bench.becomesUsable();
      bench.prompts.files = {file};
      bench.part<QPushButton>("parsingSaveScheme")->click();
    }
    const auto saved = regions::readScheme(file.toStdString());
    QVERIFY2(saved.ok(), saved.ok() ? "" : saved.failure().sentence.c_str());
    QCOMPARE(saved->title, std::string("mine"));
    QVERIFY(saved->classOf(4)->part == BodyPart::WholeBody);
    QVERIFY(saved->classOf(11)->part == BodyPart::Face);
    ImportBench bench;
    bench.openMap(figure());
    bench.prompts.files = {file};
    auto* scheme = bench.part<QComboBox>("parsingScheme");
    Q_EMIT scheme->activated(scheme->count() - 1);
    QTRY_VERIFY_WITH_TIMEOUT(bench.row(BodyPart::WholeBody), 30'000);
    QCOMPARE(scheme->currentText(), QStringLiteral("mine"));
  }

  void aTableThatCannotBeWrittenSaysSo() {
    ImportBench bench;
    bench.openMap(figure());
    bench.prompts.files = {QString::fromStdString(bench.files.path("nowhere/mine.json").string())};
    bench.part<QPushButton>("parsingSaveScheme")->click();
    QVERIFY2(bench.part<QLabel>("parsingNotes")->text().contains(QStringLiteral("nowhere")),
             qPrintable(bench.part<QLabel>("parsingNotes")->text()));
  }

  void coloursNobodyKnowsAreSentByHand() {
    ImportBench bench;
    std::vector<std::uint32_t> colours;
    for (std::uint32_t i = 0; i < 20; ++i) colours.push_back(0x0a1405 + i * 0x0b0d07);
    bench.openFile(bench.files.write("odd.png", colouredBy(figure(), colours)));
    QTRY_VERIFY_WITH_TIMEOUT(bench.part<QTreeWidget>("parsingClasses")->topLevelItemCount() > 0, 30'000);
    QVERIFY(!bench.part<QPushButton>("parsingUse")->isEnabled());
    bench.send(colours[4], BodyPart::UpperClothes);
    bench.becomesUsable();
    bench.part<QPushButton>("parsingUse")->click();
    QVERIFY(bench.worn(BodyRegion::UpperClothes).at(75, 80) > 0);
  }

  void aClassThatIsLookedAtIsLit() {
    ImportBench bench;
    bench.openMap(figure());
    bench.part<QTabWidget>("parsingPages")->setCurrentIndex(1);
    const QImage before = bench.part<QLabel>("parsingPicture")->pixmap().toImage();
    auto* classes = bench.part<QTreeWidget>("parsingClasses");
    classes->setCurrentItem(classes->topLevelItem(1));
    QVERIFY(bench.part<QLabel>("parsingPicture")->pixmap().toImage() != before);
  }

  void readingsThatComeNearAreShownSideBySide() {
    ImportBench bench;
    bench.openMap(drawnMap(kImportedPhoto, [](double x, double y) { return x > 0.3 && x < 0.7 && y > 0.2 && y < 0.6 ? 4U : 0U; }));
    QTRY_VERIFY_WITH_TIMEOUT(bench.dialog()->findChild<QToolButton*>(QStringLiteral("schemeCandidate1")), 30'000);
    auto* second = bench.part<QToolButton>("schemeCandidate1");
    QVERIFY(bench.part<QToolButton>("schemeCandidate0")->isChecked());
    QVERIFY(second->icon().pixmap(100).toImage() != bench.part<QToolButton>("schemeCandidate0")->icon().pixmap(100).toImage());
    second->click();
    QCOMPARE(bench.part<QComboBox>("parsingScheme")->currentIndex(), 1);
    QVERIFY(second->isChecked());
  }

  void whichWayTheMapLiesCanBeSaid() {
    ImportBench bench;
    bench.openFile(bench.files.write("wide.png", greyOf<std::uint8_t>(figureMap(atr(), {220, 220}))));
    QVERIFY(!bench.part<QCheckBox>("parsingStretch")->isHidden());
    bench.part<QCheckBox>("parsingStretch")->click();
    bench.becomesUsable();
    QVERIFY(bench.row(BodyPart::Shoes));
    bench.choose("parsingTurn", bench.part<QComboBox>("parsingTurn")->findData(int(regions::MapTurn::UpsideDown)));
    bench.becomesUsable();
    bench.part<QPushButton>("parsingUse")->click();
    QVERIFY(bench.worn(BodyRegion::Shoes).support().y < 20);  // they were at the bottom
  }

  void aDressMayBeDivided() {
    ImportBench bench;
    bench.openMap(figureMap(atr(), kImportedPhoto, Dressed::Dress, {"hair", "face"}));
    QVERIFY(bench.row(BodyPart::WholeBody));
    auto* divide = bench.part<QCheckBox>("parsingDivide");
    QVERIFY(!divide->isHidden() && !divide->isChecked());
    divide->click();
    QTRY_VERIFY_WITH_TIMEOUT(bench.row(BodyPart::LowerClothes) && !bench.row(BodyPart::WholeBody), 30'000);
    QVERIFY(divide->isChecked());
    divide->click();
    QTRY_VERIFY_WITH_TIMEOUT(bench.row(BodyPart::WholeBody), 30'000);
  }

 private:
  const OwnSettings m_settings;
};

QTEST_MAIN(TestClassEditing)
#include "test_class_editing.moc"
