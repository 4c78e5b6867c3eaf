#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QtTest>

#include "tests/support/own_settings.h"
#include "tests/ui/preferences/made_models.h"
#include "tests/ui/references/prepared_prompts.h"
#include "ui/preferences/models/model_tree.h"
#include "ui/preferences/models_page.h"
#include "ui/preferences/preference_keys.h"

using namespace retailor;
using namespace retailor::ui;

namespace {

struct Bench {
  Bench() : page(models.source(), prompts) {
    page.resize(700, 560);
    page.show();
    QTRY_VERIFY(page.settled());
  }
  ~Bench() { models.hold = false; }
  template <class T>
  T* part(const char* name) {
    return page.findChild<T*>(QString::fromLatin1(name));
  }
  void click(const char* name) { part<QPushButton>(name)->click(); }
  void choose(int model) { part<ModelTree>("modelTree")->setCurrentItem(part<ModelTree>("modelTree")->topLevelItem(model)); }
  void add(const QString& folder) {
    prompts.files = {folder};
    click("addModelFolder");
    QTRY_VERIFY(page.settled());
  }
  QString details() { return part<QLabel>("modelDetails")->text(); }

  const std::shared_ptr<tests::MadeModels> kept = std::make_shared<tests::MadeModels>();
  tests::MadeModels& models = *kept;
  tests::PreparedPrompts prompts;
  ModelsPage page;
};

}  // namespace

class TestModelsPage : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() { QSettings().clear(); }

  void modelsAreListedWithTheirPartsAndWhatIsMissing() {
    Bench bench;
    auto* tree = bench.part<ModelTree>("modelTree");
    QCOMPARE(tree->topLevelItemCount(), 2);
    QCOMPARE(tree->topLevelItem(0)->childCount(), 2);
    QCOMPARE(tree->topLevelItem(0)->text(2), QStringLiteral("F16"));
    QVERIFY(tree->topLevelItem(0)->text(3).contains(QStringLiteral("1.9")));
    QCOMPARE(tree->topLevelItem(0)->text(4), QStringLiteral("openrail"));
    bench.choose(1);
    QVERIFY(bench.details().contains(QStringLiteral("put it there")));
  }

  void foldersAreAddedOrderedAndRemoved() {
    Bench bench;
    QSignalSpy changed(&bench.page, &ModelsPage::modelsChanged);
    bench.add(QStringLiteral("/models/a"));
    bench.add(QStringLiteral("/models/b"));
    QCOMPARE(preferences::modelFolders.value(), QStringList({QStringLiteral("/models/a"), QStringLiteral("/models/b")}));
    QCOMPARE(bench.part<QListWidget>("modelFolders")->count(), 3);
    bench.click("modelFolderUp");
    QCOMPARE(preferences::modelFolders.value(), QStringList({QStringLiteral("/models/b"), QStringLiteral("/models/a")}));
    QTRY_VERIFY(bench.page.settled());
    bench.click("removeModelFolder");
    QCOMPARE(preferences::modelFolders.value(), QStringList{QStringLiteral("/models/a")});
    QCOMPARE(changed.count(), 4);
    QVERIFY(bench.models.searches >= 4);
  }

  void whatIsAlwaysSearchedCannotBeTakenAway() {
    Bench bench;
    bench.part<QListWidget>("modelFolders")->setCurrentRow(0);
    for (const char* way : {"removeModelFolder", "modelFolderUp", "modelFolderDown"})
      QVERIFY2(!bench.part<QPushButton>(way)->isEnabled(), way);
  }

  void aFolderAddedTwiceIsSearchedOnce() {
    Bench bench;
    bench.add(QStringLiteral("/models/a"));
    bench.add(QStringLiteral("/models/a"));
    QCOMPARE(preferences::modelFolders.value(), QStringList{QStringLiteral("/models/a")});
  }

  void aCheckTellsTheHashes() {
    Bench bench;
    bench.choose(0);
    bench.click("checkModel");
    QTRY_VERIFY(bench.page.settled());
    auto* tree = bench.part<ModelTree>("modelTree");
    tree->setCurrentItem(tree->topLevelItem(0)->child(0));
    QVERIFY(bench.details().contains(QStringLiteral("SHA-256 0123456789abcdef")));
  }

  void aRunningCheckSaysWhatItReadsAndCanBeCancelled() {
    Bench bench;
    bench.models.hold = true;
    bench.choose(0);
    bench.click("checkModel");
    QTRY_VERIFY(bench.part<QLabel>("workWords")->text().contains(QStringLiteral("unet")));
    QVERIFY(bench.part<QProgressBar>("workProgress")->isVisible());
    QVERIFY(!bench.part<QPushButton>("checkModel")->isEnabled());
    bench.click("cancelWork");
    QTRY_VERIFY(bench.page.settled());
    QVERIFY(!bench.part<QProgressBar>("workProgress")->isVisible());
    QVERIFY(bench.part<QPushButton>("checkModel")->isEnabled());
    QVERIFY(bench.part<ModelTree>("modelTree")->models()[0].parts[0].sha256.empty());
  }

  void aRefusedModelSaysWhy() {
    Bench bench;
    bench.models.refuses = true;
    bench.click("checkModel");
    QTRY_VERIFY(bench.details().contains(QStringLiteral("cut short")));
  }

  void closingDuringACheckWaitsForNothing() {
    const std::shared_ptr<tests::MadeModels> kept = std::make_shared<tests::MadeModels>();
    tests::MadeModels& models = *kept;
    tests::PreparedPrompts prompts;
    models.hold = true;
    {
      ModelsPage page(models.source(), prompts);
      page.show();
      QTRY_VERIFY(page.settled());
      page.findChild<QPushButton*>(QStringLiteral("checkModel"))->click();
    }
    models.hold = false;
    QTest::qWait(50);  // the check hears of the stop after the page is gone
  }

  void everyControlHasAName() {
    Bench bench;
    for (QWidget* control : bench.page.findChildren<QWidget*>()) {
      if (control->focusPolicy() == Qt::NoFocus || !control->isVisible()) continue;
      auto* button = qobject_cast<QAbstractButton*>(control);
      const bool named = !control->accessibleName().isEmpty() || (button != nullptr && !button->text().isEmpty());
      QVERIFY2(named, qPrintable(control->objectName() + QLatin1Char(' ') + QString::fromLatin1(control->metaObject()->className())));
    }
  }

 private:
  retailor::tests::OwnSettings m_settings;
};

QTEST_MAIN(TestModelsPage)
#include "test_models_page.moc"
