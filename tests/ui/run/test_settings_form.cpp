#include <QComboBox>
#include <QScrollBar>
#include <QSpinBox>
#include <QToolButton>
#include <QtTest>

#include "tests/support/own_settings.h"
#include "tests/ui/references/prepared_prompts.h"
#include "tests/ui/run/fake_runs.h"
#include "ui/controls/theme.h"
#include "ui/run/settings/prompt_field.h"
#include "ui/run/settings/settings_form.h"

using namespace retailor;
using namespace retailor::ui;
using completion::CompletionSettings;
using completion::Setting;

namespace {

constexpr std::array advanced{"scheduler", "loras", "guidanceInterval", "window", "workingSize", "smallerWindow", "precision", "device"};

// A form whose method heeds what diffusion models heed.
struct Bench {
  explicit Bench(std::vector<Setting> settings = {Setting::Prompt, Setting::NegativePrompt, Setting::Guidance, Setting::GuidanceInterval,
                                                  Setting::Scheduler, Setting::Loras, Setting::Window, Setting::WorkingSize,
                                                  Setting::SmallerWindow, Setting::Precision}) {
    fakes::FakeBehaviour fake;
    fake.settings = std::move(settings);
    form.setMethods({std::make_shared<fakes::FakeMethod>(fake)});
    CompletionSettings chosen;
    chosen.method = "fake";
    form.setSettings(chosen);
    QObject::connect(&form, &SettingsForm::edited, &form, [this](const CompletionSettings& after) { edited = after; });
    form.resize(330, 700);
    form.show();
  }
  template <class T>
  T* part(const char* name) {
    return form.findChild<T*>(QString::fromLatin1(name));
  }
  void unfold() { part<QToolButton>("advancedFold")->setChecked(true); }
  void choose(const char* name, const QString& title) {
    auto* box = part<QComboBox>(name);
    box->setCurrentIndex(box->findText(title));
    Q_EMIT box->activated(box->currentIndex());
  }
  void put(const char* pair, const char* side, int value) {
    part<QWidget>(pair)->findChild<QSpinBox*>(QString::fromLatin1(side))->setValue(value);
  }

  SettingsForm form;
  CompletionSettings edited;
};

}  // namespace

class TestSettingsForm : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() { QSettings().clear(); }

  void whatIsSeldomTouchedLiesUnderAFoldThatIsRemembered() {
    {
      Bench bench;
      for (const char* name : advanced) QVERIFY2(!bench.part<QWidget>(name)->isVisible(), name);
      bench.unfold();
      for (const char* name : advanced) QVERIFY2(bench.part<QWidget>(name)->isVisible(), name);
    }
    Bench later;
    for (const char* name : advanced) QVERIFY2(later.part<QWidget>(name)->isVisible(), name);
  }

  void aMethodThatHeedsNoneOfItHasNoFold() {
    Bench bench({Setting::Prompt});
    bench.form.setMethods({std::make_shared<fakes::FakeMethod>(fakes::FakeBehaviour{})});
    bench.unfold();
    for (const char* name : {"scheduler", "guidanceInterval", "precision", "device", "prompt"})
      QVERIFY2(!bench.part<QWidget>(name)->isVisible(), name);
  }

  void everySchedulerOfTheCommandLineCanBeChosen() {
    Bench bench;
    QStringList keys;
    for (int i = 0; i < bench.part<QComboBox>("scheduler")->count(); ++i)
      keys << bench.part<QComboBox>("scheduler")->itemData(i).toString();
    QCOMPARE(keys.join(QLatin1Char(' ')), QStringLiteral(" ddim ddpm pndm dpmpp-2m dpmpp-2m-karras euler euler-a unipc lcm"));
    QCOMPARE(bench.part<QComboBox>("scheduler")->currentText(), QStringLiteral("As the model"));
    bench.choose("scheduler", QStringLiteral("DPM++ 2M Karras"));
    QCOMPARE(bench.edited.scheduler, std::string("dpmpp-2m-karras"));
  }

  void deviceAndPrecisionGoIntoTheSettings() {
    Bench bench;
    bench.choose("device", QStringLiteral("Processor"));
    bench.choose("precision", QStringLiteral("Full (fp32)"));
    QCOMPARE(bench.edited.device, std::string("cpu"));
    QCOMPARE(bench.edited.precision, std::string("fp32"));
  }

  void theGuidanceIntervalIsAShareOfTheSteps() {
    Bench bench;
    bench.put("guidanceInterval", "first", 20);
    bench.put("guidanceInterval", "second", 80);
    QCOMPARE(bench.edited.guidanceFrom, 0.2);
    QCOMPARE(bench.edited.guidanceUntil, 0.8);
  }

  void loraFilesAreAddedScaledAndTakenOut() {
    Bench bench;
    tests::PreparedPrompts prompts;
    prompts.files = {QStringLiteral("/styles/wool.safetensors"), QStringLiteral("/styles/light.safetensors")};
    bench.form.setPrompts(prompts);
    bench.unfold();
    bench.part<QToolButton>("addLora")->click();
    QCOMPARE(bench.edited.loras.size(), std::size_t(2));
    QVERIFY((bench.edited.loras.front() == completion::LoraChoice{"/styles/wool.safetensors", 1.0}));
    bench.form.findChildren<QDoubleSpinBox*>(QStringLiteral("loraScale")).at(1)->setValue(-0.5);
    QCOMPARE(bench.edited.loras.at(1).scale, -0.5);
    bench.form.findChildren<QToolButton*>(QStringLiteral("removeLora")).front()->click();
    QVERIFY((bench.edited.loras == std::vector<completion::LoraChoice>{{"/styles/light.safetensors", -0.5}}));
  }

  void loraFilesOfTheSettingsAreShown() {
    Bench bench;
    CompletionSettings given;
    given.method = "fake";
    given.loras = {{"/styles/wool.safetensors", 0.75}};
    bench.form.setSettings(given);
    QCOMPARE(bench.part<QDoubleSpinBox>("loraScale")->value(), 0.75);
    QVERIFY(bench.edited.loras.empty());  // showing is no edit
  }

  void oneSideOfTheWorkingSizeMakesASquareAndNoneIsTheMethodsOwn() {
    Bench bench;
    bench.put("workingSize", "first", 640);
    QVERIFY((bench.edited.workingSize == image::Size{640, 640}));
    bench.form.setSettings(bench.edited);
    bench.put("workingSize", "second", 512);
    QVERIFY((bench.edited.workingSize == image::Size{640, 512}));
    bench.form.setSettings(bench.edited);
    bench.put("workingSize", "first", 0);
    QVERIFY((bench.edited.workingSize == image::Size{}));
  }

  void aGivenWindowIsShownAndStaysUntilAnotherIsChosen() {
    Bench bench;
    CompletionSettings given;
    given.method = "fake";
    given.window = completion::WindowChoice::Given;
    given.givenWindow = {10, 20, 300, 400};
    bench.form.setSettings(given);
    QCOMPARE(bench.part<QComboBox>("window")->currentIndex(), -1);
    QVERIFY(bench.part<QComboBox>("window")->placeholderText().contains(QStringLiteral("300 × 400")));
    bench.choose("window", QStringLiteral("The whole photo"));
    QVERIFY(bench.edited.window == completion::WindowChoice::Whole);
  }

  void thePromptGrowsWithItsTextAndThenScrolls() {
    Bench bench;
    auto* prompt = bench.part<PromptField>("prompt");
    const int before = prompt->height();
    QTest::keyClicks(prompt, QStringLiteral("a linen shirt"));
    QCOMPARE(bench.edited.prompt, std::string("a linen shirt"));
    QCOMPARE(prompt->height(), before);
    prompt->showText(QStringLiteral("line\n").repeated(6));
    QTRY_VERIFY(prompt->height() > before);
    prompt->showText(QStringLiteral("line\n").repeated(200));
    QTRY_VERIFY(prompt->height() < before * 6);
    prompt->showText({});
    QTRY_COMPARE(prompt->height(), before);
  }

  void aFieldThatHoldsItsTextHasNothingToScroll_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("text");
    QTest::newRow("empty prompt") << QStringLiteral("prompt") << QString();
    QTest::newRow("two lines") << QStringLiteral("prompt") << QStringLiteral("a linen shirt\nwith a collar");
    QTest::newRow("nothing to avoid") << QStringLiteral("negativePrompt") << QString();
    QTest::newRow("a word to avoid") << QStringLiteral("negativePrompt") << QStringLiteral("blurry");
  }
  void aFieldThatHoldsItsTextHasNothingToScroll() {
    QFETCH(QString, name);
    QFETCH(QString, text);
    applyTheme(*qApp);
    Bench bench;
    auto* field = bench.form.findChild<PromptField*>(name);
    QVERIFY(field != nullptr && field->isVisible());
    field->showText(text);
    QTest::qWait(0);
    QCOMPARE(field->verticalScrollBar()->maximum(), 0);
    QVERIFY(!field->verticalScrollBar()->isVisible());
  }

  void tabLeavesThePrompt() {
    Bench bench;
    auto* prompt = bench.part<PromptField>("prompt");
    prompt->setFocus();
    QTest::keyClick(prompt, Qt::Key_Tab);
    QVERIFY(prompt->toPlainText().isEmpty());
  }

  void everyControlHasAName() {
    Bench bench;
    bench.unfold();
    for (QWidget* control : bench.form.findChildren<QWidget*>()) {
      if (control->focusPolicy() == Qt::NoFocus || !control->isVisible() || control->parentWidget()->inherits("QAbstractSpinBox")) continue;
      auto* button = qobject_cast<QAbstractButton*>(control);
      const bool named = !control->accessibleName().isEmpty() || (button != nullptr && !button->text().isEmpty());
      QVERIFY2(named, qPrintable(control->objectName() + QLatin1Char(' ') + QString::fromLatin1(control->metaObject()->className())));
    }
  }

 private:
  retailor::tests::OwnSettings m_settings;
};

QTEST_MAIN(TestSettingsForm)
#include "test_settings_form.moc"
