#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QTreeWidget>
#include <QtTest>

#include "tests/ui/preferences/made_models.h"
#include "tests/ui/references/prepared_prompts.h"
#include "ui/preferences/models/download_dialog.h"

using namespace retailor;
using namespace retailor::ui;

namespace {

struct Bench {
  Bench() : dialog(models.source(), prompts) { dialog.show(); }
  ~Bench() { models.hold = false; }
  template <class T>
  T* part(const char* name) {
    return dialog.findChild<T*>(QString::fromLatin1(name));
  }
  void click(const char* name) { part<QPushButton>(name)->click(); }
  QString words() { return part<QLabel>("downloadWords")->text(); }
  void plan() {
    click("planDownload");
    QTRY_VERIFY(!words().isEmpty());
  }

  const std::shared_ptr<tests::MadeModels> kept = std::make_shared<tests::MadeModels>();
  tests::MadeModels& models = *kept;
  tests::PreparedPrompts prompts;
  DownloadDialog dialog;
};

}  // namespace

class TestDownloadDialog : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void nothingIsDownloadedBeforeItsLicenceSizeAndHashesWereShown() {
    Bench bench;
    QVERIFY(bench.part<QLabel>("offerAbout")->text().contains(QStringLiteral("creativeml-openrail-m")));
    QVERIFY(!bench.part<QPushButton>("startDownload")->isEnabled());
    bench.plan();
    auto* files = bench.part<QTreeWidget>("plannedFiles");
    QCOMPARE(files->topLevelItemCount(), 2);
    QCOMPARE(files->topLevelItem(1)->text(2), QStringLiteral("0123456789"));
    QVERIFY(bench.words().contains(QStringLiteral("5.0 MB")));
    QVERIFY(bench.part<QPushButton>("startDownload")->isEnabled());
  }

  void anotherModelMirrorOrFolderWantsAnotherPlan() {
    Bench bench;
    bench.plan();
    bench.part<QLineEdit>("mirror")->setText(QStringLiteral("/a/copy"));
    QVERIFY(!bench.part<QPushButton>("startDownload")->isEnabled());
    bench.plan();
    bench.part<QComboBox>("offer")->setCurrentIndex(1);
    QVERIFY(!bench.part<QPushButton>("startDownload")->isEnabled());
    QCOMPARE(bench.part<QLineEdit>("downloadTarget")->text(), QStringLiteral("/data/models/taesd"));
    QVERIFY(bench.part<QLabel>("offerAbout")->text().contains(QStringLiteral("mit")));
  }

  void aFinishedDownloadIsTold() {
    Bench bench;
    QSignalSpy downloaded(&bench.dialog, &DownloadDialog::downloaded);
    bench.plan();
    bench.click("startDownload");
    QTRY_COMPARE(downloaded.count(), 1);
    QVERIFY(bench.words().contains(QStringLiteral("hashes are right")));
  }

  void aCancelledDownloadGoesOnTheNextTime() {
    Bench bench;
    QSignalSpy downloaded(&bench.dialog, &DownloadDialog::downloaded);
    bench.plan();
    bench.models.hold = true;
    bench.click("startDownload");
    QTRY_VERIFY(bench.part<QLabel>("workWords")->text().contains(QStringLiteral("2.5 MB of 5.0 MB")));
    QTRY_VERIFY(bench.part<QProgressBar>("workProgress")->value() == 500);
    QVERIFY(!bench.part<QLineEdit>("mirror")->isEnabled());
    bench.click("cancelWork");
    QTRY_VERIFY(bench.words().contains(QStringLiteral("goes on from here")));
    QCOMPARE(downloaded.count(), 0);
    QVERIFY(bench.part<QLineEdit>("mirror")->isEnabled());
  }

  void aMirrorThatDoesNotAnswerIsASentence() {
    Bench bench;
    bench.models.refuses = true;
    bench.plan();
    QVERIFY(bench.words().contains(QStringLiteral("https://hub.example")));
    QVERIFY(!bench.part<QPushButton>("startDownload")->isEnabled());
  }

  void aCopyOnThisMachineCanBeTheSource() {
    Bench bench;
    bench.prompts.files = {QStringLiteral("/media/copy")};
    bench.click("mirrorBrowse");
    QCOMPARE(bench.part<QLineEdit>("mirror")->text(), QStringLiteral("/media/copy"));
  }
};

QTEST_MAIN(TestDownloadDialog)
#include "test_download_dialog.moc"
