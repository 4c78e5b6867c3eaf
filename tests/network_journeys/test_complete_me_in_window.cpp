// The sample photo completed from two dropped references by a tiny model, in the real window with the real libraries.
#include <QDialog>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>

#include "app/methods_library.h"
#include "core/document/edits/change_mask_edit.h"
#include "core/document/edits/change_settings_edit.h"
#include "core/image/read_photo.h"
#include "core/mask/shapes.h"
#include "tests/core/methods/inpaint/tiny_model.h"
#include "tests/journeys/window_bench.h"
#include "ui/references/region_row.h"
#include "ui/sight/sight_tile.h"

using namespace retailor;
using namespace retailor::journeys;
using completion::PreparedInput;

class TestCompleteMeInWindow : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    const std::string folder = m_models.filePath(QStringLiteral("tiny")).toStdString();
    tests::writeTinyModel(folder, 9);
    tests::writeTinyReferenceUnet(folder);
    tests::writeTinyAdapter(folder);
    qputenv("RETAILOR_MODELS", m_models.path().toUtf8());
    qputenv("HF_HOME", QByteArray("/nonexistent"));
    qputenv("XDG_DATA_HOME", QByteArray("/nonexistent"));
  }

  void wholeJourney() {
    WindowBench bench(ui::MethodSource(app::openMethodsLibrary));
    begin(bench);
    dropReferences(bench);
    lookAtWhatItSees(bench);
    runTwice(bench);
    acceptUndoRedo(bench);
    exportPicture(bench);
  }

 private:
  static QString sample(const char* name) { return QStringLiteral(RETAILOR_SOURCE_DIR "/resources/sample/") + QString::fromLatin1(name); }

  static void begin(WindowBench& bench) {
    bench.open(sample("astronaut.png"));
    QTRY_VERIFY(bench.window->session().method("complete-me") != nullptr);
    document::Document& document = bench.document();
    completion::CompletionSettings settings = document.state().settings;
    settings.method = "complete-me";
    settings.steps = 4;
    settings.threads = 1;  // small networks are not faster with more
    settings.device = "cpu";
    settings.workingSize = {128, 128};
    document.undoStack().push(new document::ChangeSettingsEdit(document, settings));
    bench.trigger("tool_brush");
    bench.drag({{200, 300}, {300, 340}, {240, 380}});
    QVERIFY(!document.mask().isEmpty());
  }

  static void drop(WindowBench& bench, const char* region, const QString& file) {
    auto* row = bench.window->findChild<ui::RegionRow*>(QStringLiteral("regionRow-") + QString::fromLatin1(region));
    QVERIFY2(row != nullptr, region);
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(file)});
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(row, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent dropped(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(row, &dropped);
  }

  static void dropReferences(WindowBench& bench) {
    drop(bench, "hair", sample("cap.png"));
    drop(bench, "upper-clothes", sample("suit.png"));
    QTRY_COMPARE(bench.document().state().references.size(), std::size_t{2});
    QTRY_VERIFY(bench.window->findChild<QPushButton*>(QStringLiteral("generate"))->isEnabled());
  }

  static void lookAtWhatItSees(WindowBench& bench) {
    bench.trigger("view_sight");
    const auto tiles = [&bench] {
      QList<PreparedInput::Kind> kinds;
      for (const auto* tile : bench.window->findChildren<ui::SightTile*>())
        if (!tile->isHidden()) kinds << tile->picture().kind;
      return kinds;
    };
    // Each reference twice: read inside its region, and seen as a whole.
    QTRY_COMPARE_WITH_TIMEOUT(tiles().count(PreparedInput::Kind::Reference), 4, 60000);
    QCOMPARE(tiles().size(), 8);
    bench.trigger("view_sight");
  }

  static void runTwice(WindowBench& bench) {
    ui::RunSession& session = bench.window->session();
    QSignalSpy previews(&session, &ui::RunSession::previewReady), references(&session, &ui::RunSession::referencesRead);
    QString said;
    connect(&session, &ui::RunSession::referencesRead, bench.window.get(),
            [&said, &bench] { said = bench.window->findChild<QLabel*>(QStringLiteral("statusReferences"))->text(); });
    for (const int runs : {1, 2}) {
      previews.clear();
      bench.trigger("run_start");
      QTRY_VERIFY_WITH_TIMEOUT(!previews.isEmpty(), 60000);
      QTRY_VERIFY_WITH_TIMEOUT(!session.running(), 120000);
      QCOMPARE(bench.document().state().candidates.size(), std::size_t(runs));
      changeSeed(bench.document());
    }
    QCOMPARE(references.size(), 2);
    QCOMPARE(references[0], (QList<QVariant>{0, 2}));
    QCOMPARE(references[1], (QList<QVariant>{2, 0}));
    QCOMPARE(said, QStringLiteral("References: 2 cached"));
    const auto& state = bench.document().state();
    QVERIFY(*state.candidates[0].result.pixels != *state.candidates[1].result.pixels);
    QCOMPARE(state.candidates[0].result.recipe.references.size(), std::size_t{2});
  }

  static void changeSeed(document::Document& document) {
    completion::CompletionSettings settings = document.state().settings;
    ++settings.seed;
    document.undoStack().push(new document::ChangeSettingsEdit(document, settings));
  }

  static void acceptUndoRedo(WindowBench& bench) {
    QTRY_VERIFY(bench.window->settled());
    bench.trigger("run_apply");
    QCOMPARE(bench.document().state().layers.size(), std::size_t{1});
    bench.trigger("edit_undo");
    QVERIFY(bench.document().state().layers.empty());
    bench.trigger("edit_redo");
    QCOMPARE(bench.document().state().layers.size(), std::size_t{1});
  }

  static void exportPicture(WindowBench& bench) {
    bench.prompts.fileToSave = bench.file(QStringLiteral("result.png"));
    bench.trigger("file_export");
    auto* dialog = bench.window->findChild<QDialog*>(QStringLiteral("exportDialog"));
    QVERIFY(dialog != nullptr);
    dialog->findChild<QLineEdit*>(QStringLiteral("exportFile"))->setText(bench.prompts.fileToSave);
    QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("exportNow")), Qt::LeftButton);
    QTRY_VERIFY(QFileInfo::exists(bench.prompts.fileToSave));
    const auto written = image::readPhoto(bench.prompts.fileToSave.toStdString()),
               before = image::readPhoto(sample("astronaut.png").toStdString());
    QVERIFY(written.ok() && before.ok());
    QVERIFY(written->pixels == document::flattened(bench.document().state()));
    QVERIFY(written->pixels != before->pixels);
    const mask::Mask& mask = bench.document().mask();
    for (int y = 0; y < mask.height(); ++y)
      for (int x = 0; x < mask.width(); ++x)
        if (mask.at(x, y) == 0)
          QVERIFY(std::equal(before->pixels.view<std::uint8_t>().pixel(x, y), before->pixels.view<std::uint8_t>().pixel(x, y) + 3,
                             written->pixels.view<std::uint8_t>().pixel(x, y)));
  }

  QTemporaryDir m_models;
};

QTEST_MAIN(TestCompleteMeInWindow)
#include "test_complete_me_in_window.moc"
