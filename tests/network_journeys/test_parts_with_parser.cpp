// From the Mask menu to marked parts, with a small SegFormer in the networks' library.
#include "tests/core/regions/networks/small_parser.h"

#include <QComboBox>
#include <QPushButton>
#include <QtTest>

#include "app/networks_library.h"
#include "tests/journeys/window_bench.h"
#include "ui/regions/parser_dialog.h"
#include "ui/regions/parsing_map_dialog.h"

using namespace retailor;
using namespace retailor::journeys;

namespace {

constexpr int patience = 120'000;  // ms: sanitizers take their time

ui::ParserSource parsersIn(const std::filesystem::path& models) {
  ui::ParserSource source;
  source.find = [models](const QStringList&, const std::stop_token&) {
    std::vector<ui::OfferedParser> offered;
    for (const auto& parser : regions::findParsers({{models, weights::SearchedBecause::Asked}}))
      offered.push_back({parser.name, parser.folder.string(), parser.licence});
    return offered;
  };
  source.parse = [](const std::string& folder, const image::Bitmap& picture, const std::function<void(double)>& progress,
                    const std::stop_token& stop) { return app::parsedPicture(*regions::openParser(folder), picture, progress, stop); };
  return source;
}

}  // namespace

class TestPartsWithParser : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void foundPartsAreReviewedAndMarked() {
    const tests::SmallParser parser;
    WindowBench bench(WindowBench::standIn({}), {}, parsersIn(parser.above()));
    bench.open(bench.picture(QStringLiteral("photo.png"), {300, 200}, 90));
    bench.trigger("mask_parser");
    auto* dialog = bench.window->findChild<ui::ParserDialog*>();
    QVERIFY(dialog);
    auto* find = dialog->findChild<QPushButton*>(QStringLiteral("findParts"));
    QTRY_VERIFY_WITH_TIMEOUT(find->isVisible(), patience);
    QCOMPARE(dialog->findChild<QComboBox*>(QStringLiteral("parser"))->currentText(), QStringLiteral("small"));
    find->click();
    QTRY_VERIFY_WITH_TIMEOUT(bench.window->findChild<ui::ParsingMapDialog*>(), patience);
    auto* use = bench.window->findChild<ui::ParsingMapDialog*>()->findChild<QPushButton*>(QStringLiteral("parsingUse"));
    QTRY_VERIFY_WITH_TIMEOUT(use->isEnabled(), patience);
    use->click();
    QCOMPARE(bench.document().undoStack().count(), 1);
  }

  void withoutASourceItIsNotOffered() {
    WindowBench bench;
    QVERIFY(!bench.window->actionTable().action(QStringLiteral("mask_parser"))->isVisible());
  }
};

QTEST_MAIN(TestPartsWithParser)
#include "test_parts_with_parser.moc"
