#include "ui/regions/parser_dialog.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QtTest>
#include <atomic>
#include <thread>

#include "tests/core/regions/drawn_figure.h"
#include "tests/support/own_settings.h"
#include "tests/ui/references/prepared_prompts.h"
#include "ui/regions/parsing_import.h"
#include "ui/regions/parsing_map_dialog.h"

using namespace retailor;
using namespace retailor::tests;

namespace {

constexpr image::Size kSize{150, 220};

using Parsed = Result<std::optional<regions::LabelMap>>;

// A window with a photo, and parsers that are not there.
struct Bench {
  Bench() {
    auto photo = std::make_shared<image::Photo>();
    photo->pixels = image::Bitmap(kSize, 3, image::SampleType::U8);
    open.replace(document::Document::fromPhoto(photo, "person.png"), {}, {});
    source.find = [this](const QStringList&, const std::stop_token&) { return installed; };
    source.parse = [](const std::string& folder, const image::Bitmap& picture, const std::function<void(double)>& progress,
                      const std::stop_token&) -> Parsed {
      progress(0.5);
      regions::LabelMap map = figureMap(*regions::schemeNamed("atr"), picture.size(), Dressed::TopAndTrousers, {"right-shoe"});
      map.name = folder;
      map.own = *regions::schemeNamed("atr");
      return std::optional(map);
    };
    source.installFolder = "/home/someone/models";
  }

  // Shown, and done with the search.
  ui::ParserDialog& dialog() {
    if (!m_dialog) {
      m_dialog = std::make_unique<ui::ParserDialog>(import.picture(), source, &window);
      QObject::connect(m_dialog.get(), &ui::ParserDialog::parsed, &import, &ui::ParsingImport::review);
      m_dialog->open();
      (void)QTest::qWaitFor(
          [this] { return part<QPushButton>("findParts")->isVisible() || part<QPushButton>("parserFolders")->isVisible(); }, 30'000);
    }
    return *m_dialog;
  }
  template <class T>
  T* part(const char* name) {
    return dialog().findChild<T*>(QString::fromLatin1(name));
  }
  ui::ParsingMapDialog* review() { return window.findChild<ui::ParsingMapDialog*>(); }

  std::vector<ui::OfferedParser> installed{{"clothes", "/models/clothes", "mit"}, {"fashion", "/models/fashion", ""}};
  ui::ParserSource source;
  ui::OpenDocument open;
  PreparedPrompts prompts;
  QWidget window;
  ui::ParsingImport import{open, prompts, &window};

 private:
  std::unique_ptr<ui::ParserDialog> m_dialog;
};

}  // namespace

class TestParserDialog : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void theMapIsReviewedLikeOneFromAFile() {
    Bench bench;
    bench.part<QComboBox>("parser")->setCurrentIndex(1);
    bench.part<QPushButton>("findParts")->click();
    QTRY_VERIFY_WITH_TIMEOUT(bench.review(), 30'000);
    QVERIFY(!bench.dialog().isVisible());
    QVERIFY(bench.review()->windowTitle().contains(QStringLiteral("/models/fashion")));
    auto* use = bench.review()->findChild<QPushButton*>(QStringLiteral("parsingUse"));
    QTRY_VERIFY_WITH_TIMEOUT(use->isEnabled(), 30'000);
    use->click();
    QCOMPARE(bench.open.document()->undoStack().count(), 1);
    QVERIFY(!bench.open.document()->coverage(document::PaintTarget::wornAt(completion::BodyRegion::UpperClothes)).isEmpty());
  }

  void theLicenceIsToldBeforeAnythingRuns() {
    Bench bench;
    auto* licence = bench.part<QLabel>("parserLicence");
    QVERIFY(licence->isVisible() && licence->text().contains(QStringLiteral("mit")) &&
            licence->text().contains(QStringLiteral("research")));
    QTRY_VERIFY2(licence->height() >= licence->heightForWidth(licence->width()), "its last lines are cut off");
    bench.part<QComboBox>("parser")->setCurrentIndex(1);
    QVERIFY(!licence->text().contains(QStringLiteral("mit")) && licence->text().contains(QStringLiteral("research")));
  }

  void whereNoneIsInstalledItSaysWhatToInstall() {
    Bench bench;
    bench.installed.clear();
    QVERIFY(!bench.part<QPushButton>("findParts")->isVisible() && !bench.part<QComboBox>("parser")->isVisible());
    const auto* label = bench.part<QLabel>("parserWords");
    QTRY_VERIFY2(label->height() >= label->heightForWidth(label->width()), "its last lines are cut off");
    const QString words = bench.part<QLabel>("parserWords")->text();
    for (const char* named : {"segformer_b2_clothes", "model.safetensors", "/home/someone/models"})
      QVERIFY2(words.contains(QLatin1String(named)), qPrintable(words));
    QSignalSpy folders(&bench.dialog(), &ui::ParserDialog::modelFoldersWanted);
    bench.part<QPushButton>("parserFolders")->click();
    QCOMPARE(folders.count(), 1);
    QVERIFY(!bench.dialog().isVisible());
  }

  void aFailureIsToldAndAnotherTryIsPossible() {
    Bench bench;
    bench.source.parse = [](const auto&, const auto&, const auto&, const auto&) -> Parsed {
      return Failure{FailureKind::MissingWeights, "“model.safetensors” was refused."};
    };
    bench.part<QPushButton>("findParts")->click();
    QTRY_VERIFY_WITH_TIMEOUT(bench.part<QLabel>("parserWords")->text().contains(QStringLiteral("was refused")), 30'000);
    QVERIFY(bench.part<QPushButton>("findParts")->isEnabled() && bench.dialog().isVisible());
    QVERIFY(!bench.review());
  }

  void cancelStopsTheWorkAndLeavesTheDialog() {
    Bench bench;
    std::atomic<bool> started = false, stopped = false;
    bench.source.parse = [&](const auto&, const auto&, const auto&, const std::stop_token& stop) -> Parsed {
      started = true;
      while (!stop.stop_requested()) std::this_thread::yield();
      stopped = true;
      return std::optional<regions::LabelMap>();
    };
    bench.part<QPushButton>("findParts")->click();
    QTRY_VERIFY_WITH_TIMEOUT(started.load(), 30'000);
    QVERIFY(!bench.part<QPushButton>("findParts")->isEnabled());
    bench.part<QPushButton>("cancelWork")->click();
    QTRY_VERIFY_WITH_TIMEOUT(stopped && bench.part<QPushButton>("findParts")->isEnabled(), 30'000);
    QVERIFY(bench.dialog().isVisible() && !bench.review());
  }

 private:
  const OwnSettings m_settings;
};

QTEST_MAIN(TestParserDialog)
#include "test_parser_dialog.moc"
