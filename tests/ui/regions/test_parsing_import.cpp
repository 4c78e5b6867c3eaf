#include <QLabel>
#include <QtTest>

#include "tests/support/own_settings.h"
#include "tests/ui/regions/import_bench.h"

using namespace retailor;
using namespace retailor::tests;
using completion::BodyRegion;
using document::PaintTarget;
using regions::BodyPart;
using Bench = ImportBench;

namespace {

constexpr image::Size kSize = kImportedPhoto;

}  // namespace

class TestParsingImport : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void chosenPartsAreMarkedInOneStep() {
    Bench bench;
    const regions::ParsingScheme& atr = *regions::schemeNamed("atr");
    bench.openMap(figureMap(atr, kSize, Dressed::TopAndTrousers, {"hair", "face"}));
    QCOMPARE(bench.part<QComboBox>("parsingScheme")->currentText(), QString::fromStdString(atr.title));
    QVERIFY(bench.row(BodyPart::Shoes) && bench.row(BodyPart::Arms) && !bench.row(BodyPart::WholeBody));
    bench.row(BodyPart::Shoes)->setCheckState(2, Qt::Unchecked);
    bench.row(BodyPart::UpperClothes)->setCheckState(3, Qt::Checked);
    bench.part<QPushButton>("parsingUse")->click();
    QVERIFY(!bench.worn(BodyRegion::UpperClothes).isEmpty());
    QVERIFY(!bench.worn(BodyRegion::Face).isEmpty());
    QVERIFY(bench.worn(BodyRegion::Shoes).isEmpty());
    QVERIFY(!bench.document().coverage(PaintTarget::inFront()).isEmpty());
    QVERIFY(bench.document().mask() == bench.worn(BodyRegion::UpperClothes));
    QCOMPARE(bench.document().undoStack().count(), 1);
    bench.document().undoStack().undo();
    QVERIFY(bench.document().mask().isEmpty() && bench.worn(BodyRegion::UpperClothes).isEmpty());
  }

  void anotherSchemeReadsTheMapAnew() {
    Bench bench;
    bench.openMap(figureMap(*regions::schemeNamed("lip"), kSize, Dressed::Dress, {"jumpsuits", "right-shoe", "face"}));
    QVERIFY(bench.row(BodyPart::WholeBody));
    auto* scheme = bench.part<QComboBox>("parsingScheme");
    const int cihp = scheme->findText(QString::fromStdString(regions::schemeNamed("cihp")->title));
    QVERIFY(cihp > 0);
    scheme->setCurrentIndex(cihp);
    Q_EMIT scheme->activated(cihp);
    QTRY_VERIFY_WITH_TIMEOUT(bench.row(BodyPart::Skin) && !bench.row(BodyPart::WholeBody), 30'000);
    QVERIFY(!(bench.row(BodyPart::Skin)->flags() & Qt::ItemIsUserCheckable) ||
            bench.row(BodyPart::Skin)->data(2, Qt::CheckStateRole).isNull());
  }

  // On its side as the photo's shape says, or upside down as the user says.
  void aTurnedMapIsReadByItsOwnScheme_data() {
    QTest::addColumn<int>("turn");
    QTest::newRow("right") << int(regions::MapTurn::QuarterRight);
    QTest::newRow("left") << int(regions::MapTurn::QuarterLeft);
    QTest::newRow("half") << int(regions::MapTurn::UpsideDown);
  }
  void aTurnedMapIsReadByItsOwnScheme() {
    QFETCH(int, turn);
    Bench bench;
    const regions::ParsingScheme& atr = *regions::schemeNamed("atr");
    const auto upright = figureMap(atr, kSize, Dressed::TopAndTrousers, {"hair", "face", "right-shoe"});
    bench.openMap(regions::turned(upright, static_cast<regions::MapTurn>(turn)));
    auto* scheme = bench.part<QComboBox>("parsingScheme");
    auto* asked = bench.part<QComboBox>("parsingTurn");
    if (turn == int(regions::MapTurn::UpsideDown)) {
      QVERIFY(scheme->currentText() != QString::fromStdString(atr.title));
      bench.choose("parsingTurn", asked->findData(turn));
      bench.becomesUsable();
    }
    QCOMPARE(scheme->currentText(), QString::fromStdString(atr.title));
    bench.part<QPushButton>("parsingUse")->click();
    QVERIFY(bench.worn(BodyRegion::Face) == regions::maskOf(regions::importedParts(upright, atr, kSize)->parts, BodyPart::Face));
  }

  void aSchemeFromAFileCanBeTaken() {
    Bench bench;
    bench.openMap(figureMap(*regions::schemeNamed("atr"), kSize));
    bench.prompts.files = {QString::fromStdString(
        bench.files.write("mine.json", std::string(R"({"name": "Mine", "ids": {"4": "shoes", "0": "none"}})")).string())};
    auto* scheme = bench.part<QComboBox>("parsingScheme");
    Q_EMIT scheme->activated(scheme->count() - 1);
    QCOMPARE(scheme->currentText(), QStringLiteral("Mine"));
    QTRY_VERIFY_WITH_TIMEOUT(bench.row(BodyPart::Shoes) && !bench.row(BodyPart::UpperClothes), 30'000);
    QVERIFY(!bench.part<QLabel>("parsingNotes")->text().isEmpty());  // of the ids it does not know
    bench.prompts.files = {QString::fromStdString(bench.files.write("bad.json", std::string("[]")).string())};
    Q_EMIT scheme->activated(scheme->count() - 1);
    QVERIFY(bench.part<QLabel>("parsingNotes")->text().contains(QStringLiteral("bad.json")));
    QCOMPARE(scheme->currentText(), QStringLiteral("Mine"));
  }

  void aMapOfAnotherShapeSaysSo() {
    Bench bench;
    bench.openFile(bench.files.write("wide.png", greyOf<std::uint8_t>(figureMap(*regions::schemeNamed("atr"), {220, 220}))));
    QTRY_VERIFY_WITH_TIMEOUT(bench.part<QLabel>("parsingNotes")->text().contains(QStringLiteral("wide.png")), 30'000);
    QVERIFY(!bench.part<QPushButton>("parsingUse")->isEnabled());
  }

  void whatIsNoMapOpensNoDialog() {
    Bench bench;
    QSignalSpy failed(&bench.import, &ui::ParsingImport::failed);
    bench.import.open(QString::fromStdString(bench.files.write("words.png", std::string("words")).string()));
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, 30'000);
    QVERIFY(failed[0][0].toString().contains(QStringLiteral("words.png")));
    QVERIFY(!bench.dialog());
  }

 private:
  const OwnSettings m_settings;
};

QTEST_MAIN(TestParsingImport)
#include "test_parsing_import.moc"
