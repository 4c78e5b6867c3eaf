#include <QPushButton>
#include <QtTest>

#include "core/mask/mask_combine.h"
#include "core/mask/shapes.h"
#include "tests/core/regions/drawn_figure.h"
#include "tests/core/regions/reading/label_files.h"
#include "tests/ui/references/mask_editor_bench.h"
#include "tests/ui/references/prepared_prompts.h"
#include "ui/regions/parser_dialog.h"
#include "ui/regions/parsing_map_dialog.h"
#include "ui/regions/part_look.h"

using namespace retailor;
using namespace retailor::tests;
using namespace retailor::ui;
using completion::BodyRegion;
using regions::BodyPart;
using Bench = MaskEditorBench;

namespace {

// Intersection over union with the drawn disc.
double likeTheDisc(const mask::Mask& found) {
  double both = 0, either = 0;
  for (int y = 0; y < 120; ++y)
    for (int x = 0; x < 160; ++x) {
      const bool disc = (x - 80) * (x - 80) + (y - 60) * (y - 60) < 30 * 30, inside = found.at(x, y) >= 128;
      both += disc && inside;
      either += disc || inside;
    }
  return both / either;
}

constexpr image::Size kPerson{150, 220};

regions::LabelMap figure() { return figureMap(*regions::schemeNamed("atr"), kPerson, Dressed::TopAndTrousers, {"hair", "face"}); }

completion::TaggedReference personTagged(BodyRegion region) {
  completion::TaggedReference reference;
  reference.name = "person.png";
  reference.region = region;
  reference.picture = std::make_shared<const image::Bitmap>(kPerson, 3, image::SampleType::U8);
  return reference;
}

// The look at a map that the editor asks for, once it can be used.
struct Review {
  explicit Review(Bench& bench) {
    const auto shown = [&] {
      dialog = bench.editor.findChild<ParsingMapDialog*>();
      return dialog && dialog->isVisible() && button()->isEnabled();
    };
    QTRY_VERIFY_WITH_TIMEOUT(shown(), 20'000);
  }
  QPushButton* button() { return dialog->findChild<QPushButton*>(QStringLiteral("parsingUse")); }
  void use() { button()->click(); }
  PartTable* table() { return dialog->findChild<PartTable*>(); }
  QTreeWidgetItem* row(BodyPart part) { return table()->findItems(partTitle(part), Qt::MatchExactly).value(0); }
  QStringList tickedRows() {
    QStringList titles;
    for (int i = 0; i < table()->topLevelItemCount(); ++i)
      if (table()->topLevelItem(i)->checkState(2) == Qt::Checked) titles << table()->topLevelItem(i)->text(0);
    return titles;
  }

  ParsingMapDialog* dialog = nullptr;
};

}  // namespace

class TestMaskFinding : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void anEllipseSaysWhatCounts() {
    Bench bench;
    bench.press("maskEllipse");
    bench.drag(bench.place(50, 30), bench.place(110, 90));
    QVERIFY2(likeTheDisc(bench.canvas->counts()) > 0.93, qPrintable(QString::number(likeTheDisc(bench.canvas->counts()))));
    bench.drag(bench.place(70, 50), bench.place(90, 70), Qt::AltModifier);
    QCOMPARE(int(bench.canvas->counts().at(80, 60)), 0);
    QCOMPARE(int(bench.canvas->counts().at(60, 60)), 255);
  }

  void theWandTakesOneColour() {
    Bench bench;
    bench.press("maskWand");
    QTest::mouseClick(bench.canvas, Qt::LeftButton, {}, bench.place(80, 60));
    QTRY_VERIFY_WITH_TIMEOUT(bench.canvas->canUndo(), 20'000);
    QVERIFY2(likeTheDisc(bench.canvas->counts()) > 0.97, qPrintable(QString::number(likeTheDisc(bench.canvas->counts()))));
    QTest::mouseClick(bench.canvas, Qt::LeftButton, Qt::AltModifier, bench.place(80, 60));
    QTRY_VERIFY_WITH_TIMEOUT(bench.canvas->nothingCounts(), 20'000);
  }

  void scribblesOfTwoKindsTellItApart() {
    Bench bench;
    bench.press("maskScribble");
    bench.drag(bench.place(70, 60), bench.place(90, 60));
    QVERIFY(!bench.canvas->canUndo());  // one kind says nothing yet
    bench.drag(bench.place(20, 15), bench.place(140, 15), Qt::AltModifier);
    QTRY_VERIFY_WITH_TIMEOUT(bench.canvas->canUndo(), 20'000);
    QVERIFY2(likeTheDisc(bench.canvas->counts()) > 0.95, qPrintable(QString::number(likeTheDisc(bench.canvas->counts()))));
    QTest::keyClick(bench.canvas, Qt::Key_Escape);
    QVERIFY(bench.canvas->scribbles().empty() && bench.editor.isVisible());
  }

  void aMaskComesFromAFile() {
    const LabelFiles files;
    PreparedPrompts prompts;
    Bench bench(disc(), &prompts);
    const mask::Mask drawn = mask::ellipseMask({160, 120}, {10, 20, 50, 40});
    prompts.files = {QString::fromStdString(files.write("mask.png", drawn.toBitmap()).string())};
    bench.press("maskFromFile");
    QTRY_VERIFY_WITH_TIMEOUT(bench.canvas->canUndo(), 20'000);
    QVERIFY(bench.canvas->counts() == drawn);
  }

  // The reference's region is ticked; the user may want other parts too, or none of it.
  void ofAParsingMapTheTickedPartsCount() {
    const LabelFiles files;
    PreparedPrompts prompts;
    Bench bench(personTagged(BodyRegion::UpperClothes), &prompts);
    prompts.files = {QString::fromStdString(files.write("map.png", greyOf<std::uint8_t>(figure())).string())};
    bench.press("maskFromFile");
    Review first(bench);
    QCOMPARE(first.tickedRows(), QStringList{partTitle(BodyPart::UpperClothes)});
    first.dialog->reject();
    QVERIFY(bench.canvas->counts().isFull() && bench.canvas->isEnabled());
    bench.press("maskFromFile");
    Review second(bench);
    second.row(BodyPart::Face)->setCheckState(2, Qt::Checked);
    second.use();
    const mask::Mask counts = bench.canvas->counts();
    QVERIFY(counts.at(75, 80) == 255 && counts.at(75, 31) == 255 && counts.at(60, 150) == 0);
    QVERIFY(bench.canvas->canUndo());
  }

  void aMapWithoutTheRegionSaysSo() {
    const LabelFiles files;
    PreparedPrompts prompts;
    Bench bench(personTagged(BodyRegion::WholeBody), &prompts);
    regions::LabelMap bare = figure();
    for (std::uint32_t& id : bare.ids)
      if (id == 4 || id == 5 || id == 6 || id == 7 || id == 8) id = 0;
    prompts.files = {QString::fromStdString(files.write("map.png", greyOf<std::uint8_t>(bare)).string())};
    bench.press("maskFromFile");
    const auto notes = [&] {
      auto* dialog = bench.editor.findChild<ParsingMapDialog*>();
      return dialog ? dialog->findChild<QLabel*>(QStringLiteral("parsingNotes"))->text() : QString();
    };
    QTRY_VERIFY_WITH_TIMEOUT(notes().contains(QStringLiteral("tick")), 20'000);
    QVERIFY(!bench.editor.findChild<ParsingMapDialog*>()->findChild<QPushButton*>(QStringLiteral("parsingUse"))->isEnabled());
  }

  void aParserFindsThePartsOfAReference() {
    PreparedPrompts prompts;
    ParserSource parsers;
    parsers.find = [](const QStringList&, const std::stop_token&) {
      return std::vector<OfferedParser>{{"clothes", "/models/clothes", ""}};
    };
    parsers.parse = [](const auto&, const image::Bitmap& picture, const auto&, const auto&) -> Result<std::optional<regions::LabelMap>> {
      if (picture.size() != kPerson) return badInput("another picture");
      regions::LabelMap map = figure();
      map.own = *regions::schemeNamed("atr");
      return std::optional(map);
    };
    Bench bench(personTagged(BodyRegion::LowerClothes), &prompts, parsers);
    bench.press("maskParser");
    auto* parser = bench.editor.findChild<ParserDialog*>();
    QVERIFY(parser);
    auto* find = parser->findChild<QPushButton*>(QStringLiteral("findParts"));
    QTRY_VERIFY_WITH_TIMEOUT(find->isVisible(), 20'000);
    find->click();
    Review(bench).use();
    QVERIFY(bench.canvas->counts().at(60, 150) == 255 && bench.canvas->counts().at(75, 80) == 0);
  }

  void withoutParsersNoneIsOffered() {
    PreparedPrompts prompts;
    Bench bench(disc(), &prompts);
    QVERIFY(!bench.editor.findChild<QToolButton*>(QStringLiteral("maskParser")));
  }

  void aFileThatIsNoMaskIsNamedAndChangesNothing() {
    const LabelFiles files;
    PreparedPrompts prompts;
    Bench bench(disc(), &prompts);
    prompts.files = {QString::fromStdString(files.write("words.png", std::string("words")).string())};
    bench.press("maskFromFile");
    QTRY_VERIFY_WITH_TIMEOUT(bench.sentence().contains(QStringLiteral("words.png")), 20'000);
    QVERIFY(bench.canvas->counts().isFull());
    QVERIFY(bench.editor.findChild<QPushButton*>(QStringLiteral("maskUse"))->isEnabled());
  }

  void withoutPromptsNoFileIsOffered() {
    Bench bench;
    QVERIFY(!bench.editor.findChild<QToolButton*>(QStringLiteral("maskFromFile")));
  }
};

QTEST_MAIN(TestMaskFinding)
#include "test_mask_finding.moc"
