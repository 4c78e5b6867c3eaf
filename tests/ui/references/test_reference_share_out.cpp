#include "ui/references/reference_share_out.h"

#include <QPushButton>
#include <QtTest>

#include "core/document/edits/reference_edits.h"
#include "tests/core/regions/drawn_figure.h"
#include "tests/core/regions/reading/label_files.h"
#include "tests/ui/references/prepared_prompts.h"
#include "ui/regions/parser_dialog.h"
#include "ui/regions/parsing_map_dialog.h"
#include "ui/regions/part_look.h"

using namespace retailor;
using namespace retailor::tests;
using namespace retailor::ui;
using completion::BodyRegion;
using regions::BodyPart;

namespace {

constexpr image::Size kPerson{150, 220};

regions::LabelMap figure() {
  regions::LabelMap map = figureMap(*regions::schemeNamed("atr"), kPerson, Dressed::TopAndTrousers, {"hair", "face"});
  map.own = *regions::schemeNamed("atr");
  return map;
}

// A document with one reference that shows a person.
struct Bench {
  explicit Bench(BodyRegion region = BodyRegion::UpperClothes, ParserSource parsers = {})
      : shareOut(open, prompts, std::move(parsers), &window) {
    auto photo = std::make_shared<image::Photo>();
    photo->pixels = image::Bitmap({60, 40}, 3, image::SampleType::U8);
    open.replace(document::Document::fromPhoto(photo, "photo.png"), {}, {});
    completion::TaggedReference reference;
    reference.name = "person.png";
    reference.region = region;
    reference.picture = std::make_shared<const image::Bitmap>(kPerson, 3, image::SampleType::U8);
    id = open.document()->newId();
    open.document()->undoStack().push(new document::AddReferenceEdit(*open.document(), {id, reference}));
    prompts.files = {QString::fromStdString(files.write("map.png", greyOf<std::uint8_t>(figure())).string())};
  }
  const std::vector<document::Reference>& references() { return open.document()->state().references; }
  std::set<BodyRegion> regionsShown() {
    std::set<BodyRegion> shown;
    for (const document::Reference& one : references()) shown.insert(one.tagged.region);
    return shown;
  }
  void useAll() {
    QTRY_VERIFY_WITH_TIMEOUT(window.findChild<ParsingMapDialog*>() && use()->isEnabled(), 20'000);
    use()->click();
  }
  QPushButton* use() { return window.findChild<ParsingMapDialog*>()->findChild<QPushButton*>(QStringLiteral("parsingUse")); }

  LabelFiles files;
  OpenDocument open;
  PreparedPrompts prompts;
  QWidget window;
  document::Id id = 0;
  ReferenceShareOut shareOut;
};

const std::set kWorn{BodyRegion::Face, BodyRegion::Hair, BodyRegion::UpperClothes, BodyRegion::LowerClothes, BodyRegion::Shoes};

}  // namespace

class TestReferenceShareOut : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everyRegionGetsItsPartInOneStep() {
    Bench bench;
    const int steps = bench.open.document()->undoStack().count();
    bench.shareOut.byMap(bench.id);
    bench.useAll();
    QTRY_COMPARE_WITH_TIMEOUT(bench.references().size(), kWorn.size(), 20'000);
    QVERIFY(bench.regionsShown() == kWorn);
    QVERIFY(bench.references().front().id == bench.id && bench.references().front().tagged.mask->at(75, 80) == 255);
    QCOMPARE(bench.open.document()->undoStack().count(), steps + 1);
    bench.open.document()->undoStack().undo();
    QCOMPARE(bench.references().size(), std::size_t{1});
    QVERIFY(!bench.references().front().tagged.mask);
  }

  void oneThatIsNoPartItselfGoes() {
    Bench bench(BodyRegion::Anything);
    bench.shareOut.byMap(bench.id);
    bench.useAll();
    QTRY_VERIFY_WITH_TIMEOUT(bench.regionsShown() == kWorn, 20'000);
    QVERIFY(!bench.open.document()->reference(bench.id));
  }

  void aParserTellsThePartsToo() {
    ParserSource parsers;
    parsers.find = [](const QStringList&, const std::stop_token&) {
      return std::vector<OfferedParser>{{"clothes", "/models/clothes", ""}};
    };
    parsers.parse = [](const auto&, const auto&, const auto&, const auto&) -> Result<std::optional<regions::LabelMap>> {
      return std::optional(figure());
    };
    Bench bench(BodyRegion::Face, parsers);
    bench.shareOut.byParser(bench.id);
    auto* find = bench.window.findChild<ParserDialog*>()->findChild<QPushButton*>(QStringLiteral("findParts"));
    QTRY_VERIFY_WITH_TIMEOUT(find->isVisibleTo(find->window()), 20'000);
    find->click();
    bench.useAll();
    QTRY_VERIFY_WITH_TIMEOUT(bench.regionsShown() == kWorn, 20'000);
  }

  void aFileThatIsNoMapIsNamed() {
    Bench bench;
    QSignalSpy failed(&bench.shareOut, &ReferenceShareOut::failed);
    bench.prompts.files = {QString::fromStdString(bench.files.write("words.png", std::string("words")).string())};
    bench.shareOut.byMap(bench.id);
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, 20'000);
    QVERIFY(failed[0][0].toString().contains(QStringLiteral("words.png")));
    QCOMPARE(bench.references().size(), std::size_t{1});
  }

  void aReferenceRemovedMeanwhileIsLeftAlone() {
    Bench bench;
    bench.shareOut.byMap(bench.id);
    QTRY_VERIFY_WITH_TIMEOUT(bench.window.findChild<ParsingMapDialog*>() && bench.use()->isEnabled(), 20'000);
    bench.open.document()->undoStack().undo();
    bench.use()->click();
    QTest::qWait(50);
    QVERIFY(bench.references().empty());
  }
};

QTEST_MAIN(TestReferenceShareOut)
#include "test_reference_share_out.moc"
