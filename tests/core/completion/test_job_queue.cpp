#include <QTest>
#include <atomic>
#include <future>
#include <random>
#include <thread>

#include "core/completion/job_queue.h"
#include "tests/fakes/fake_method.h"
#include "tests/fakes/small_request.h"

using namespace retailor;
using namespace retailor::completion;
using namespace std::chrono_literals;

namespace {

// Hears a run; any thread may ask.
class Ear : public CompletionListener {
 public:
  void stageBegan(const std::string&, double) override {}
  void stepDone(int, int, double) override { ++steps; }
  void previewReady(const image::Rect&, image::Bitmap) override {}
  void noted(const std::string&) override {}
  bool wantsToKeepNow() const override { return keepAfter > 0 && steps >= keepAfter; }

  std::atomic<int> steps = 0;
  std::atomic<int> keepAfter = 0;
};

fakes::FakeBehaviour slow(std::chrono::milliseconds stepTime = 5ms, int steps = 1000) {
  fakes::FakeBehaviour behaviour;
  behaviour.stepTime = stepTime;
  behaviour.steps = steps;
  return behaviour;
}

struct Run {
  std::shared_ptr<Ear> ear = std::make_shared<Ear>();
  std::shared_ptr<std::promise<CompletionOutcome>> promise = std::make_shared<std::promise<CompletionOutcome>>();
  std::future<CompletionOutcome> outcome = promise->get_future();
  std::uint64_t number = 0;
};

Run started(JobQueue& queue, const fakes::FakeBehaviour& behaviour = {}, CompletionRequest request = fakes::smallRequest()) {
  Run run;
  run.number = queue.start(std::move(request), std::make_shared<fakes::FakeMethod>(behaviour), run.ear,
                           [promise = run.promise](CompletionOutcome outcome) { promise->set_value(std::move(outcome)); });
  return run;
}

bool cancelled(const CompletionOutcome& outcome) { return std::holds_alternative<Cancelled>(outcome); }

const Candidate& candidate(const CompletionOutcome& outcome) { return std::get<std::vector<Candidate>>(outcome).at(0); }

bool equal(const Candidate& a, const Candidate& b) {
  return a.window == b.window && *a.pixels == *b.pixels && *a.blend == *b.blend && a.recipe == b.recipe;
}

void waitForStep(const Run& run) {
  while (run.ear->steps == 0) std::this_thread::sleep_for(1ms);
}

}  // namespace

class TestJobQueue : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void runsGoInTheOrderAsked();
  void waitingRunThatIsCancelledNeverBegins();
  void cancelEndsARunAtAnyMoment();
  void whatGoesWrongBecomesAFailure_data();
  void whatGoesWrongBecomesAFailure();
  void badRequestNeverReachesTheMethod();
  void runKeepsTheRequestItBeganWith();
  void stopAndKeepGivesWhatThereIsAndCanBeRepeated();
  void destructionEndsEveryRunOnce();
  void finishedMayAskForTheNextRun();
  void postedWorkTakesItsTurn();
  void postedWorkThatThrowsHarmsNothing();
  void cancellingWhatIsOverDoesNothing();
  void manyThreadsMayAskAndCancel();
};

void TestJobQueue::runsGoInTheOrderAsked() {
  std::vector<std::uint64_t> order;  // written by the worker alone
  std::vector<std::uint64_t> asked;
  {
    JobQueue queue;
    std::promise<void> last;
    for (int i = 0; i < 5; ++i)
      asked.push_back(queue.start(fakes::smallRequest(), std::make_shared<fakes::FakeMethod>(), std::make_shared<Ear>(),
                                  [&order, &last, i](const CompletionOutcome& outcome) {
                                    order.push_back(candidate(outcome).recipe.settings.seed + static_cast<unsigned>(i));
                                    if (i == 4) last.set_value();
                                  }));
    last.get_future().wait();
  }
  QCOMPARE(order, (std::vector<std::uint64_t>{5, 6, 7, 8, 9}));
  QCOMPARE(asked, (std::vector<std::uint64_t>{1, 2, 3, 4, 5}));
}

void TestJobQueue::waitingRunThatIsCancelledNeverBegins() {
  JobQueue queue;
  Run going = started(queue, slow());
  Run waiting = started(queue, slow());
  queue.cancel(waiting.number);
  waitForStep(going);
  queue.cancel(going.number);
  QVERIFY(cancelled(going.outcome.get()));
  QVERIFY(cancelled(waiting.outcome.get()));
  QCOMPARE(waiting.ear->steps.load(), 0);
}

void TestJobQueue::cancelEndsARunAtAnyMoment() {
  JobQueue queue;
  const CompletionOutcome undisturbed = started(queue).outcome.get();
  std::mt19937 random(20);
  for (int i = 0; i < 20; ++i) {
    Run run = started(queue, slow(2ms, 20));
    std::this_thread::sleep_for(std::chrono::microseconds(random() % 50000));
    const auto asked = std::chrono::steady_clock::now();
    queue.cancel(run.number);
    const CompletionOutcome outcome = run.outcome.get();
    QVERIFY(std::chrono::steady_clock::now() - asked < 100ms);
    QVERIFY(cancelled(outcome) || run.ear->steps == 20);
    QVERIFY(equal(candidate(started(queue).outcome.get()), candidate(undisturbed)));
  }
}

void TestJobQueue::whatGoesWrongBecomesAFailure_data() {
  QTest::addColumn<bool>("badAlloc");
  QTest::addColumn<bool>("givesNothing");
  QTest::addColumn<bool>("fails");
  QTest::addColumn<int>("kind");
  QTest::newRow("exception") << false << false << false << int(FailureKind::Internal);
  QTest::newRow("bad_alloc") << true << false << false << int(FailureKind::OutOfMemory);
  QTest::newRow("no candidate") << false << true << false << int(FailureKind::Internal);
  QTest::newRow("failure") << false << false << true << int(FailureKind::MissingWeights);
}

void TestJobQueue::whatGoesWrongBecomesAFailure() {
  QFETCH(bool, badAlloc);
  QFETCH(bool, givesNothing);
  QFETCH(bool, fails);
  QFETCH(int, kind);
  fakes::FakeBehaviour behaviour;
  behaviour.failAtStep = givesNothing ? 0 : 3;
  behaviour.throwsBadAlloc = badAlloc;
  behaviour.givesNothing = givesNothing;
  if (fails) behaviour.failure = Failure{FailureKind::MissingWeights, "gone"};
  JobQueue queue;
  const CompletionOutcome outcome = started(queue, behaviour).outcome.get();
  const auto* failure = std::get_if<Failure>(&outcome);
  QVERIFY(failure != nullptr);
  QCOMPARE(int(failure->kind), kind);
  QVERIFY(!failure->sentence.empty());
  QVERIFY(std::holds_alternative<std::vector<Candidate>>(started(queue).outcome.get()));  // the worker lives
}

void TestJobQueue::badRequestNeverReachesTheMethod() {
  JobQueue queue;
  CompletionRequest request = fakes::smallRequest();
  request.mask = std::make_shared<mask::Mask>(image::Size{3, 3}, std::uint8_t{255});
  Run run = started(queue, {}, request);
  const CompletionOutcome outcome = run.outcome.get();
  QCOMPARE(std::get<Failure>(outcome).kind, FailureKind::BadInput);
  QCOMPARE(run.ear->steps.load(), 0);
}

void TestJobQueue::runKeepsTheRequestItBeganWith() {
  JobQueue queue;
  auto photo = std::make_shared<image::Photo>();
  photo->pixels = fakes::smallPicture();
  CompletionRequest request = fakes::smallRequest();
  request.photo = photo;
  Run run = started(queue, slow(2ms, 10), request);
  request.settings.seed = 99;
  request.references.clear();
  request.photo.reset();
  photo.reset();
  const CompletionOutcome outcome = run.outcome.get();
  QCOMPARE(candidate(outcome).recipe.settings.seed, 5U);
  QCOMPARE(candidate(outcome).recipe.references.size(), 1U);
}

void TestJobQueue::stopAndKeepGivesWhatThereIsAndCanBeRepeated() {
  JobQueue queue;
  Run run = started(queue, slow(1ms, 8));
  run.ear->keepAfter = 3;
  const CompletionOutcome kept = run.outcome.get();
  QVERIFY(candidate(kept).recipe.settings.stopAfterStep >= 3);
  CompletionRequest again = fakes::smallRequest();
  again.settings = candidate(kept).recipe.settings;
  QVERIFY(equal(candidate(started(queue, slow(0ms, 8), again).outcome.get()), candidate(kept)));
}

void TestJobQueue::destructionEndsEveryRunOnce() {
  for (int i = 0; i < 10; ++i) {
    std::vector<Run> runs;
    {
      JobQueue queue;
      for (int k = 0; k < 3; ++k) runs.push_back(started(queue, slow()));
      if (i % 2 == 0) waitForStep(runs[0]);
    }
    for (Run& run : runs) {
      QCOMPARE(run.outcome.wait_for(0s), std::future_status::ready);
      QVERIFY(cancelled(run.outcome.get()));
    }
  }
}

void TestJobQueue::finishedMayAskForTheNextRun() {
  JobQueue queue;
  std::promise<CompletionOutcome> second;
  queue.start(fakes::smallRequest(), std::make_shared<fakes::FakeMethod>(), std::make_shared<Ear>(), [&](const CompletionOutcome&) {
    queue.start(fakes::smallRequest(), std::make_shared<fakes::FakeMethod>(), std::make_shared<Ear>(),
                [&second](CompletionOutcome outcome) { second.set_value(std::move(outcome)); });
  });
  QCOMPARE(candidate(second.get_future().get()).recipe.settings.seed, 5U);
}

void TestJobQueue::postedWorkTakesItsTurn() {
  std::atomic<int> posted = 0;
  JobQueue queue;
  Run run = started(queue, slow());
  queue.post([&posted](const std::stop_token&) { ++posted; });
  QVERIFY(!queue.idle());
  waitForStep(run);
  QCOMPARE(posted.load(), 0);
  queue.cancelAll();
  QTRY_VERIFY(queue.idle());
  QCOMPARE(posted.load(), 1);
}

void TestJobQueue::postedWorkThatThrowsHarmsNothing() {
  JobQueue queue;
  queue.post([](const std::stop_token&) { throw std::runtime_error("lost"); });
  QVERIFY(std::holds_alternative<std::vector<Candidate>>(started(queue).outcome.get()));
}

void TestJobQueue::cancellingWhatIsOverDoesNothing() {
  JobQueue queue;
  Run over = started(queue);
  over.outcome.wait();
  queue.cancel(over.number);
  queue.cancel(12345);
  QVERIFY(std::holds_alternative<std::vector<Candidate>>(started(queue).outcome.get()));
}

void TestJobQueue::manyThreadsMayAskAndCancel() {
  std::atomic<int> finished = 0;
  {
    JobQueue queue;
    std::vector<std::jthread> askers;
    for (int thread = 0; thread < 4; ++thread)
      askers.emplace_back([&] {
        for (int i = 0; i < 25; ++i) {
          const std::uint64_t run = queue.start(fakes::smallRequest(), std::make_shared<fakes::FakeMethod>(), std::make_shared<Ear>(),
                                                [&finished](const CompletionOutcome&) { ++finished; });
          if (i % 3 == 0) queue.cancel(run);
          if (i % 10 == 0) queue.cancelAll();
        }
      });
  }
  QCOMPARE(finished.load(), 100);
}

QTEST_GUILESS_MAIN(TestJobQueue)
#include "test_job_queue.moc"
