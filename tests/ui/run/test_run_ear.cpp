#include <QtTest>

#include "ui/run/run_ear.h"

using namespace retailor;
using namespace retailor::ui;

class TestRunEar : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void ofStepsInARowOnlyTheNewestIsKept() {
    completion::LatestPreview box;
    RunEar ear(1, box);
    ear.stageBegan("Drawing", 1);
    for (int step = 1; step <= 1000; ++step) ear.stepDone(step, 1000, 0.001);
    const auto news = ear.take();
    QCOMPARE(news.size(), std::size_t{2});
    QCOMPARE(std::get<StepNews>(news[1]).step, 1000);
    QVERIFY(ear.take().empty());
  }

  void stagesAndNotesAreAllKept() {
    completion::LatestPreview box;
    RunEar ear(1, box);
    ear.stageBegan("Placing", 0.5);
    ear.noted("aligned");
    ear.stageBegan("Drawing", 0.5);
    QCOMPARE(ear.take().size(), std::size_t{3});
  }

  void theGraphicsCardIsTold() {
    completion::LatestPreview box;
    RunEar ear(1, box);
    ear.deviceChosen("NVIDIA H100");
    const auto news = ear.take();
    QCOMPARE(news.size(), std::size_t{1});
    QCOMPARE(std::get<DeviceNews>(news[0]).name, std::string("NVIDIA H100"));
  }

  void howManyReferencesWereCachedIsTold() {
    completion::LatestPreview box;
    RunEar ear(1, box);
    ear.referencesRead(2, 1);
    const auto news = ear.take();
    QCOMPARE(news.size(), std::size_t{1});
    QCOMPARE(std::get<ReferencesNews>(news[0]).cached, 2);
    QCOMPARE(std::get<ReferencesNews>(news[0]).encoded, 1);
  }

  void theAreaThatMayChangeIsTold() {
    completion::LatestPreview box;
    RunEar ear(1, box);
    ear.areaChosen(mask::Mask({3, 4}, 255));
    const auto news = ear.take();
    QCOMPARE(news.size(), std::size_t{1});
    QVERIFY(*std::get<AreaNews>(news[0]).area == mask::Mask({3, 4}, 255));
  }

  void previewsCarryTheNumberOfTheRun() {
    completion::LatestPreview box;
    RunEar ear(7, box);
    ear.previewReady({1, 2, 3, 4}, image::Bitmap({3, 4}, 3, image::SampleType::U8));
    const auto preview = box.take();
    QVERIFY(preview.has_value());
    QCOMPARE(preview->run, std::uint64_t{7});
  }

  void givingUpFirstKeepsTheJobFromTheQueue() {
    completion::LatestPreview box;
    RunEar ear(1, box);
    QVERIFY(ear.giveUp());
    ear.handOver([] {
      QTest::qFail("the job was handed over all the same", __FILE__, __LINE__);
      return std::uint64_t{1};
    });
    QCOMPARE(ear.queueNumber(), std::uint64_t{0});
  }

  void handedOverFirstTheQueueHasToCancel() {
    completion::LatestPreview box;
    RunEar ear(1, box);
    ear.handOver([] { return std::uint64_t{5}; });
    QVERIFY(!ear.giveUp());
    QCOMPARE(ear.queueNumber(), std::uint64_t{5});
  }
};

QTEST_APPLESS_MAIN(TestRunEar)
#include "test_run_ear.moc"
