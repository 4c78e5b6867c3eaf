#include <QtTest>

#include "core/image/read_photo.h"
#include "core/regions/suggestions/found_faces.h"
#include "tests/support/own_settings.h"
#include "ui/regions/parts_suggestion.h"
#include "ui/window/mask_menu.h"
#include "ui/window/message_bar.h"

using namespace retailor;
using namespace retailor::tests;
using completion::BodyRegion;
using document::PaintTarget;

namespace {

struct Bench {
  explicit Bench(image::Bitmap pixels, std::optional<std::filesystem::path> cascade = regions::faceCascade())
      : suggestion(open, tools, std::move(cascade), &window) {
    auto photo = std::make_shared<image::Photo>();
    photo->pixels = std::move(pixels);
    open.replace(document::Document::fromPhoto(photo, "person.png"), {}, {});
  }

  ui::OpenDocument open;
  QWidget window;
  ui::CanvasView canvas{open};
  ui::ActionTable table;
  ui::ToolBox tools{open, canvas, table};
  ui::MaskMenu menu{open, tools, table, &window};
  ui::PartsSuggestion suggestion;
};

image::Bitmap sample() { return *image::readAsSrgb8(std::filesystem::path(RETAILOR_SOURCE_DIR) / "resources/sample/astronaut.png"); }

}  // namespace

class TestPartsSuggestion : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aFaceProposesPartsThatAreTakenOrLeft() {
    if (!regions::faceCascade()) QSKIP("OpenCV's data (opencv-data) is not installed");
    Bench bench(sample());
    QSignalSpy noted(&bench.suggestion, &ui::PartsSuggestion::noted);
    bench.suggestion.suggest();
    QTRY_COMPARE_WITH_TIMEOUT(noted.count(), 1, 30'000);
    QCOMPARE(bench.tools.currentAction()->objectName(), QStringLiteral("tool_scribble"));
    ui::ScribbleBoard& board = bench.tools.scribbles();
    QTRY_VERIFY_WITH_TIMEOUT(!board.proposal().isNull(), 60'000);
    QVERIFY(bench.open.document()->state().regions.empty());  // nothing is marked unasked
    board.apply();
    QTRY_VERIFY_WITH_TIMEOUT(board.strokes().empty(), 60'000);
    QVERIFY(!bench.open.document()->coverage(PaintTarget::wornAt(BodyRegion::Face)).isEmpty());
    QVERIFY(!bench.open.document()->coverage(PaintTarget::wornAt(BodyRegion::Hair)).isEmpty());
  }

  // Enter applies the board, Esc clears it.
  void itsNoteGoesWithTheProposal_data() {
    QTest::addColumn<bool>("taken");
    QTest::newRow("taken") << true;
    QTest::newRow("discarded") << false;
  }
  void itsNoteGoesWithTheProposal() {
    QFETCH(bool, taken);
    if (!regions::faceCascade()) QSKIP("OpenCV's data (opencv-data) is not installed");
    Bench bench(sample());
    ui::MessageBar bar(&bench.window);
    connect(&bench.suggestion, &ui::PartsSuggestion::noted, &bar, &ui::MessageBar::showNote);
    connect(&bench.suggestion, &ui::PartsSuggestion::noteEnded, &bar, &ui::MessageBar::withdraw);
    bench.suggestion.suggest();
    QTRY_VERIFY_WITH_TIMEOUT(!bar.sentence().isEmpty(), 30'000);
    QVERIFY(!bench.tools.scribbles().strokes().empty());
    taken ? bench.tools.scribbles().apply() : bench.tools.scribbles().clear();
    QTRY_VERIFY_WITH_TIMEOUT(bar.sentence().isEmpty(), 60'000);
    bar.showFailure(QStringLiteral("Something else."));  // stays, whatever happens to the board
    bench.tools.scribbles().clear();
    QCOMPARE(bar.sentence(), QStringLiteral("Something else."));
  }

  void withoutAFaceItSaysSo() {
    if (!regions::faceCascade()) QSKIP("OpenCV's data (opencv-data) is not installed");
    Bench bench(image::Bitmap({200, 200}, 3, image::SampleType::U8));
    QSignalSpy failed(&bench.suggestion, &ui::PartsSuggestion::failed);
    bench.suggestion.suggest();
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, 30'000);
    QVERIFY(bench.tools.scribbles().strokes().empty());
  }

  void withoutTheCascadeTheMenuDoesNotOfferIt() {
    Bench bench(image::Bitmap({200, 200}, 3, image::SampleType::U8), std::nullopt);
    QVERIFY(!bench.suggestion.available());
    bench.menu.offerSuggestions(bench.suggestion.available());
    QVERIFY(!bench.table.action(QStringLiteral("mask_suggest_parts"))->isVisible());
    bench.suggestion.suggest();  // and nothing happens
    QTest::qWait(10);
    QVERIFY(bench.tools.scribbles().strokes().empty());
    bench.menu.offerSuggestions(true);
    QVERIFY(bench.table.action(QStringLiteral("mask_suggest_parts"))->isVisible());
  }

 private:
  const OwnSettings m_settings;
};

QTEST_MAIN(TestPartsSuggestion)
#include "test_parts_suggestion.moc"
