// The real window with the real libraries and a tiny model.
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

  void previewsArriveFromTheFirstStepAndTheResultIsStaged() {
    qputenv("RETAILOR_MODELS", m_models.path().toUtf8());
    WindowBench bench(ui::MethodSource(app::openMethodsLibrary));
    bench.open(bench.picture(QStringLiteral("person.png"), {320, 240}, 60));
    ui::RunSession& session = bench.window->session();
    QTRY_VERIFY(session.method("inpaint") != nullptr);
    choose(bench.document());
    bench.drag({{100, 100}, {200, 120}});
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
