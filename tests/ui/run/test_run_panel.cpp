#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSlider>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>
#include <mutex>

#include "tests/support/own_settings.h"
#include "tests/ui/references/prepared_prompts.h"
#include "tests/ui/run/fake_runs.h"
#include "tests/ui/run/small_document.h"
#include "ui/run/run_notes.h"
#include "ui/run/run_panel.h"

using namespace retailor;
using namespace retailor::ui;
using namespace std::chrono_literals;
using fakes::FakeBehaviour;

namespace {

struct Bench {
  explicit Bench(const FakeBehaviour& behaviour = {}) : session(open, tests::source(behaviour)), panel(open, session) {
    panel.resize(330, 600);
    panel.show();
    session.loadMethods();
    QTRY_VERIFY(!session.methods().empty());
  }

  template <class T>
  T* part(const char* name) {
    return panel.findChild<T*>(QString::fromLatin1(name));
  }
  const completion::CompletionSettings& settings() { return open.document()->state().settings; }

  OpenDocument open;
  RunSession session;
  RunPanel panel;
};

}  // namespace

class TestRunPanel : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() { QSettings().clear(); }

  void generateSaysWhyItCannotRun() {
    Bench bench;
    auto* generate = bench.part<QPushButton>("generate");
    auto* why = bench.part<QLabel>("whyNotReady");
    QVERIFY(!generate->isEnabled());
    QCOMPARE(why->text(), QStringLiteral("Open a photo first."));
    document::Document& document = tests::openPainted(bench.open, {64, 64}, {});
    QCOMPARE(why->text(), QStringLiteral("Paint over the part to complete first."));
    tests::paint(document, {10, 10, 20, 20});
    QTRY_VERIFY(generate->isEnabled());
    QVERIFY(!why->isVisible());
    document.undoStack().undo();
    QTRY_VERIFY(!generate->isEnabled());
  }

  void thePoseIsAStepOfTheDocumentAndShownWhereTheMethodHeedsIt() {
    Bench plain;
    tests::openPainted(plain.open);
    QVERIFY(!plain.part<QWidget>("pose")->isVisible());
    FakeBehaviour heeding;
    heeding.settings = {completion::Setting::Pose};
    Bench bench(heeding);
    document::Document& document = tests::openPainted(bench.open);
    QVERIFY(bench.part<QWidget>("pose")->isVisible());
    QVERIFY(!bench.part<QToolButton>("removePose")->isVisible());
    const QTemporaryDir folder;
    tests::PreparedPrompts prompts;
    bench.panel.setPrompts(prompts);
    prompts.files = {folder.filePath(QStringLiteral("gone.png"))};
    bench.part<QToolButton>("choosePose")->click();
    QTRY_VERIFY(bench.part<RunNotes>("runNotes")->sentences().join(QString()).contains(QStringLiteral("gone.png")));
    QVERIFY(document.state().pose.picture == nullptr);
    prompts.files = {folder.filePath(QStringLiteral("pose.png"))};
    QImage(96, 64, QImage::Format_RGB888).save(prompts.files.front());
    bench.part<QToolButton>("choosePose")->click();
    QTRY_VERIFY(document.state().pose.picture != nullptr);
    QCOMPARE(document.state().pose.name, std::string("pose.png"));
    QVERIFY(bench.part<QToolButton>("removePose")->isVisible());
    bench.part<QToolButton>("removePose")->click();
    QVERIFY(document.state().pose.picture == nullptr);
    document.undoStack().undo();
    QVERIFY(document.state().pose.picture != nullptr);
    QVERIFY(bench.part<QToolButton>("removePose")->isVisible());
  }

  void aMethodThatLacksAFileSaysWhich() {
    Bench bench(tests::lacking("U-Net weights", "/models/unet"));
    tests::openPainted(bench.open);
    QVERIFY(!bench.part<QPushButton>("generate")->isEnabled());
    QVERIFY(bench.part<QLabel>("whyNotReady")->text().contains(QStringLiteral("U-Net weights")));
    QVERIFY(bench.part<QLabel>("whyNotReady")->toolTip().contains(QStringLiteral("/models/unet")));
    QSignalSpy wanted(&bench.panel, &RunPanel::modelsWanted);
    QVERIFY(bench.part<QPushButton>("openModels")->isVisible());
    bench.part<QPushButton>("openModels")->click();
    QCOMPARE(wanted.count(), 1);
  }

  void theModelsButtonIsThereOnlyWhereAModelLacks() {
    Bench bench;
    QVERIFY(!bench.part<QPushButton>("openModels")->isVisible());
    tests::openPainted(bench.open);
    QVERIFY(!bench.part<QPushButton>("openModels")->isVisible());
  }

  void oneOfSeveralModelsCanBeChosenAndTheRunUsesIt() {
    FakeBehaviour two;
    two.models = {{"first", "/models/first"}, {"second", "/models/second"}};
    std::mutex mutex;
    std::vector<std::string> named;
    two.heard = [&](const completion::ModelFolders& folders) {
      const std::lock_guard lock(mutex);
      named = folders.named;
    };
    Bench bench(two);
    tests::openPainted(bench.open);
    auto* model = bench.part<QComboBox>("model");
    QVERIFY(model->isVisible());
    QCOMPARE(model->count(), 3);
    QVERIFY(model->currentText().contains(QStringLiteral("first")));
    model->setCurrentIndex(2);
    QSignalSpy looked(&bench.session.watch(), &MethodWatch::changed);
    Q_EMIT model->activated(2);
    QTRY_COMPARE(looked.count(), 1);
    QCOMPARE(model->currentText(), QStringLiteral("second"));
    bench.part<QPushButton>("generate")->click();
    QTRY_VERIFY(!bench.session.running());
    const std::lock_guard lock(mutex);
    QCOMPARE(named, std::vector<std::string>{"/models/second"});
  }

  void onlyTheSettingsTheMethodHeedsAreShown() {
    Bench bench;
    tests::openPainted(bench.open);
    for (const char* heeded : {"preset", "steps", "strength", "refinePlacement", "seed", "variations"})
      QVERIFY2(bench.part<QWidget>(heeded)->isVisible(), heeded);
    for (const char* unheeded : {"prompt", "negativePrompt", "guidance", "stayInPlace", "keepReferenceColour", "imageScale"})
      QVERIFY2(!bench.part<QWidget>(unheeded)->isVisible(), unheeded);
  }

  void changesGoIntoTheDocumentAndCanBeUndone() {
    Bench bench;
    document::Document& document = tests::openPainted(bench.open);
    auto* preset = bench.part<QComboBox>("preset");
    preset->setCurrentIndex(2);
    Q_EMIT preset->activated(2);
    QCOMPARE(bench.settings().preset, completion::Preset::Quality);
    bench.part<QSpinBox>("variations")->setValue(4);
    QCOMPARE(bench.settings().variations, 4);
    bench.part<QWidget>("strength")->findChild<QSlider*>()->setValue(40);
    QCOMPARE(bench.settings().strength, 0.4);
    bench.part<QCheckBox>("refinePlacement")->click();
    QVERIFY(!bench.settings().refinePlacement);
    while (document.undoStack().canUndo()) document.undoStack().undo();
    QCOMPARE(bench.settings().variations, 1);
    QCOMPARE(bench.part<QSpinBox>("variations")->value(), 1);
    QCOMPARE(preset->currentIndex(), 1);
  }

  void theDiceRollANewSeed() {
    Bench bench;
    tests::openPainted(bench.open);
    bench.part<QToolButton>("seedDice")->click();
    const auto first = bench.settings().seed;
    bench.part<QToolButton>("seedDice")->click();
    QVERIFY(first != bench.settings().seed);
    QCOMPARE(bench.part<QLineEdit>("seedNumber")->text(), QString::number(bench.settings().seed));
  }

  void aTypedSeedIsTakenWhole() {
    Bench bench;
    tests::openPainted(bench.open);
    auto* number = bench.part<QLineEdit>("seedNumber");
    number->clear();
    QTest::keyClicks(number, QStringLiteral("18446744073709551615"));
    QTest::keyClick(number, Qt::Key_Return);
    QCOMPARE(bench.settings().seed, std::numeric_limits<std::uint64_t>::max());
  }

  void settingsOutsideAFieldsRangeStayWhatTheyAre() {
    Bench bench;
    document::Document& document = tests::openPainted(bench.open);
    completion::CompletionSettings odd = document.state().settings;
    odd.steps = 5000;
    odd.guidance = 7.55;
    document.undoStack().push(new document::ChangeSettingsEdit(document, odd));
    QCOMPARE(bench.settings().steps, 5000);
    QCOMPARE(bench.settings().guidance, 7.55);
  }

  void duringARunTheStageAndTheWaysOutAreShown() {
    Bench bench(tests::slow(200, 5ms));
    tests::openPainted(bench.open);
    auto* bar = bench.part<QWidget>("stageBar");
    QVERIFY(!bar->isVisible());
    bench.part<QPushButton>("generate")->click();
    QVERIFY(bar->isVisible());
    QVERIFY(!bench.part<QPushButton>("generate")->isVisible());
    QTRY_VERIFY(bench.part<QLabel>("runTime")->text().contains(QStringLiteral("to go")));
    QVERIFY(bench.part<QLabel>("runStep")->text().contains(QStringLiteral("of 200")));
    bench.part<QPushButton>("cancelRun")->click();
    QTRY_VERIFY(!bar->isVisible());
    QVERIFY(bench.part<QPushButton>("generate")->isVisible());
    QVERIFY(bench.open.document()->state().candidates.empty());
  }

  void stopAndKeepThisKeeps() {
    Bench bench(tests::slow(200, 5ms));
    tests::openPainted(bench.open);
    bench.part<QPushButton>("generate")->click();
    bench.part<QPushButton>("keepRun")->click();
    QTRY_COMPARE(bench.open.document()->state().candidates.size(), std::size_t{1});
  }

  void theFocusComesBackToGenerate_data() {
    QTest::addColumn<FakeBehaviour>("behaviour");
    QTest::addColumn<QString>("pressed");
    QTest::newRow("finished") << tests::slow(3, 5ms) << QString();
    QTest::newRow("failed") << tests::failing(1, "It does not fit.") << QString();
    QTest::newRow("cancelled") << tests::slow(200, 5ms) << QStringLiteral("cancelRun");
    QTest::newRow("kept") << tests::slow(200, 5ms) << QStringLiteral("keepRun");
  }
  void theFocusComesBackToGenerate() {
    QFETCH(FakeBehaviour, behaviour);
    QFETCH(QString, pressed);
    Bench bench(behaviour);
    tests::openPainted(bench.open);
    auto* generate = bench.part<QPushButton>("generate");
    generate->setFocus();
    generate->click();
    QTRY_VERIFY(bench.part<QWidget>("stageBar")->isVisible());
    QCOMPARE(bench.panel.focusWidget(), bench.part<QWidget>("stageBar"));
    if (auto* button = bench.panel.findChild<QPushButton*>(pressed); !pressed.isEmpty()) {
      button->setFocus();
      button->click();
    }
    QTRY_VERIFY(!bench.session.running());
    QCOMPARE(bench.panel.focusWidget(), generate);
  }

  void aRunLeavesTheFocusOfOthersAlone() {
    Bench bench(tests::slow(3, 5ms));
    tests::openPainted(bench.open);
    auto* seed = bench.part<QWidget>("seedDice");
    seed->setFocus();
    bench.session.start();
    QTRY_VERIFY(!bench.session.running());
    QCOMPARE(bench.panel.focusWidget(), seed);
  }

  void everyControlHasAName() {
    Bench bench;
    tests::openPainted(bench.open);
    for (QWidget* control : bench.panel.findChildren<QWidget*>()) {
      if (control->focusPolicy() == Qt::NoFocus || !control->isVisible() || control->parentWidget()->inherits("QAbstractSpinBox")) continue;
      auto* button = qobject_cast<QAbstractButton*>(control);
      const bool named = !control->accessibleName().isEmpty() || (button != nullptr && !button->text().isEmpty());
      QVERIFY2(named, qPrintable(control->objectName() + QLatin1Char(' ') + QString::fromLatin1(control->metaObject()->className())));
    }
  }

 private:
  retailor::tests::OwnSettings m_settings;
};

QTEST_MAIN(TestRunPanel)
#include "test_run_panel.moc"
