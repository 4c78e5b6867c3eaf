#include <QtTest>
#include <atomic>
#include <numeric>
#include <stdexcept>

#include "core/methods/patch_diffusion/crew.h"

using retailor::patch_diffusion::Crew;

class TestCrew : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void coversEveryIndexOnce_data() {
    QTest::addColumn<int>("threads");
    for (const int threads : {1, 2, 7}) QTest::addRow("%d threads", threads) << threads;
  }
  void coversEveryIndexOnce() {
    QFETCH(int, threads);
    Crew crew(threads, {});
    std::vector<int> visits(1000);
    for (int round = 0; round < 50; ++round)
      crew.overRange(1000, 7, [&](std::ptrdiff_t first, std::ptrdiff_t last) {
        for (std::ptrdiff_t i = first; i < last; ++i) ++visits[static_cast<std::size_t>(i)];
      });
    QCOMPARE(std::accumulate(visits.begin(), visits.end(), 0), 50000);
    QCOMPARE(*std::max_element(visits.begin(), visits.end()), 50);
  }

  void passesTheFirstExceptionOn() {
    Crew crew(3, {});
    const auto failing = [](std::ptrdiff_t first, std::ptrdiff_t) {
      if (first == 40) throw std::runtime_error("forty");
    };
    QVERIFY_THROWS_EXCEPTION(std::runtime_error, crew.overRange(100, 1, failing));
    std::atomic<int> count = 0;
    crew.overRange(10, 1, [&](std::ptrdiff_t, std::ptrdiff_t) { ++count; });
    QCOMPARE(count.load(), 10);
  }

  void beginsNothingAfterAStop() {
    std::stop_source stop;
    Crew crew(2, stop.get_token());
    stop.request_stop();
    std::atomic<int> count = 0;
    crew.overRange(100, 1, [&](std::ptrdiff_t, std::ptrdiff_t) { ++count; });
    QCOMPARE(count.load(), 0);
    QVERIFY(crew.stopped());
  }
};

QTEST_GUILESS_MAIN(TestCrew)
#include "test_crew.moc"
