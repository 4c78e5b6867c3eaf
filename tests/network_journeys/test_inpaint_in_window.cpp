// The real window with the real libraries and a tiny model.
#include <QDialog>
#include <QPushButton>

#include "app/methods_library.h"
#include "core/document/edits/change_settings_edit.h"
#include "tests/core/methods/inpaint/tiny_model.h"
#include "tests/journeys/window_bench.h"

using namespace retailor;
using namespace retailor::journeys;

class TestInpaintInWindow : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    tests::writeTinyModel(m_models.filePath(QStringLiteral("tiny")).toStdString(), 9);
    qputenv("HF_HOME", QByteArray("/nonexistent"));
    qputenv("XDG_DATA_HOME", QByteArray("/nonexistent"));
  }

  void withoutAModelTheMethodIsListedAndSaysWhatItLacks() {
    qunsetenv("RETAILOR_MODELS");
    WindowBench bench(ui::MethodSource(app::openMethodsLibrary));
    QTRY_VERIFY(bench.window->session().method("inpaint") != nullptr);
    QVERIFY(!bench.window->session().method("inpaint")->readiness({}).ready());
  }

  void aFolderChosenInThePreferencesMakesItReady() {
    qunsetenv("RETAILOR_MODELS");
    WindowBench bench(ui::MethodSource(app::openMethodsLibrary));
    openPainted(bench);
    auto* generate = bench.window->findChild<QPushButton*>(QStringLiteral("generate"));
    QTRY_VERIFY(!generate->isEnabled());
    bench.window->findChild<QPushButton*>(QStringLiteral("openModels"))->click();
    bench.prompts.folderToChoose = m_models.path();
    bench.window->findChild<QPushButton*>(QStringLiteral("addModelFolder"))->click();
    QTRY_VERIFY(generate->isEnabled());
    bench.window->findChild<QDialog*>(QStringLiteral("preferencesDialog"))->close();
    generate->click();
    QTRY_COMPARE_WITH_TIMEOUT(bench.document().state().candidates.size(), std::size_t{1}, 240000);
  }

  void cancelThrowsAwayAndStopAndKeepKeeps() {
    qputenv("RETAILOR_MODELS", m_models.path().toUtf8());
    WindowBench bench(ui::MethodSource(app::openMethodsLibrary));
    openPainted(bench);
    ui::RunSession& session = bench.window->session();
    for (const char* end : {"run_cancel", "run_keep"}) {
      QSignalSpy previews(&session, &ui::RunSession::previewReady);
      bench.trigger("run_start");
      QTRY_VERIFY_WITH_TIMEOUT(!previews.isEmpty(), 60000);
      bench.trigger(end);
      QTRY_VERIFY_WITH_TIMEOUT(!session.running(), 10000);
    }
    QCOMPARE(bench.document().state().candidates.size(), std::size_t{1});
    QVERIFY(bench.document().state().candidates.front().result.recipe.settings.stopAfterStep < 40);
  }

  void previewsArriveFromTheFirstStepAndTheResultIsStaged() {
    qputenv("RETAILOR_MODELS", m_models.path().toUtf8());
    WindowBench bench(ui::MethodSource(app::openMethodsLibrary));
    openPainted(bench);
    ui::RunSession& session = bench.window->session();
    QSignalSpy previews(&session, &ui::RunSession::previewReady), steps(&session, &ui::RunSession::stepDone);
    bench.trigger("run_start");
    QTRY_VERIFY_WITH_TIMEOUT(!steps.isEmpty(), 60000);
    QTRY_VERIFY_WITH_TIMEOUT(!previews.isEmpty(), 2000);
    QVERIFY(session.running());
    QTRY_VERIFY_WITH_TIMEOUT(!session.running(), 120000);
    QCOMPARE(bench.document().state().candidates.size(), std::size_t{1});
    QCOMPARE(bench.document().state().candidates.front().result.recipe.settings.method, std::string("inpaint"));
  }

 private:
  static void openPainted(WindowBench& bench) {
    bench.open(bench.picture(QStringLiteral("person.png"), {320, 240}, 60));
    QTRY_VERIFY(bench.window->session().method("inpaint") != nullptr);
    choose(bench.document());
    bench.drag({{100, 100}, {200, 120}});
  }

  static void choose(document::Document& document) {
    completion::CompletionSettings settings = document.state().settings;
    settings.method = "inpaint";
    settings.steps = 40;
    settings.device = "cpu";
    document.undoStack().push(new document::ChangeSettingsEdit(document, settings));
  }

  QTemporaryDir m_models;
};

QTEST_MAIN(TestInpaintInWindow)
#include "test_inpaint_in_window.moc"
