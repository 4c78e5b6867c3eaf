#include <QtTest>

#include "tests/support/own_settings.h"
#include "tests/ui/run/fake_runs.h"
#include "ui/preferences/preference_keys.h"
#include "ui/run/method_watch.h"
#include "ui/run/model_folders.h"

using namespace retailor;
using namespace retailor::ui;
using namespace std::chrono_literals;

namespace {

Methods methodsOf(const fakes::FakeBehaviour& fake) { return {std::make_shared<fakes::FakeMethod>(fake)}; }

}  // namespace

class TestMethodWatch : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() { QSettings().clear(); }

  void theFoldersOfThePreferencesAreGivenToEveryMethodInTheirOrder() {
    preferences::modelFolders.set({QStringLiteral("/b, c"), QStringLiteral("/ä")});
    fakes::FakeBehaviour fake;
    completion::ModelFolders heard;
    fake.heard = [&heard](const completion::ModelFolders& folders) { heard = folders; };
    const MethodStates states = statesOf(methodsOf(fake));
    QCOMPARE(heard.preferred, (std::vector<std::string>{"/b, c", "/ä"}));
    QVERIFY(heard.named.empty());
    QCOMPARE(states.at("fake").folders.preferred, heard.preferred);
  }

  void aFolderAddedWhereTheModelIsMakesTheMethodReady() {
    fakes::FakeBehaviour fake = tests::lacking("a model", "/nowhere");
    fake.missingUntil = "/models";
    const Methods methods = methodsOf(fake);
    MethodWatch watch;
    watch.begin(methods, statesOf(methods));
    QVERIFY(!watch.stateOf("fake")->readiness.ready());
    preferences::modelFolders.set({QStringLiteral("/models")});
    QSignalSpy changed(&watch, &MethodWatch::changed);
    watch.lookAgain();
    QTRY_COMPARE(changed.count(), 1);
    QVERIFY(watch.stateOf("fake")->readiness.ready());
  }

  void lookingTakesNoTimeOfTheMainThread() {
    fakes::FakeBehaviour fake;
    std::atomic<QThread*> where = nullptr;
    fake.heard = [&where](const completion::ModelFolders&) { where = QThread::currentThread(); };
    MethodWatch watch;
    watch.begin(methodsOf(fake), {});
    QVERIFY(watch.stateOf("fake") == nullptr);
    watch.lookAgain();
    QTRY_VERIFY(watch.stateOf("fake") != nullptr);
    QVERIFY(where.load() != QThread::currentThread());
  }

  void aChosenModelThatIsGoneIsNotAskedFor() {
    fakes::FakeBehaviour fake;
    fake.models = {{"here", "/here"}};
    chooseModel("fake", QStringLiteral("/gone"));
    const MethodStates states = statesOf(methodsOf(fake));
    QVERIFY(states.at("fake").folders.named.empty());
    QVERIFY(states.at("fake").chosen.isEmpty());
    QCOMPARE(chosenModel("fake"), QStringLiteral("/gone"));
  }

 private:
  retailor::tests::OwnSettings m_settings;
};

QTEST_MAIN(TestMethodWatch)
#include "test_method_watch.moc"
