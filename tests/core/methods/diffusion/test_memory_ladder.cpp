#include <QtTest>

#include <new>

#include "core/methods/diffusion/memory_ladder.h"

using namespace retailor;
using namespace retailor::diffusion;

class TestMemoryLadder : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everyRungIsTakenOnceInOrderAndSaid() {
    MemoryLadder ladder({true, true, true}, [this](const std::string& sentence) { m_said.push_back(sentence); });
    m_said.clear();
    while (ladder.stepDown(Stage::Denoising)) {
    }
    QCOMPARE(m_said.size(), std::size_t(8));  // two calls, slices, offload, freeing, three halvings, the processor
    QVERIFY(ladder.plan().onProcessor && ladder.plan().guidanceInTwoCalls && ladder.plan().slicedAttention && ladder.plan().offload);
    QCOMPARE(ladder.plan().halvings, 3);
    QVERIFY(m_said.back().find("processor") != std::string::npos);
    QVERIFY(!ladder.plan().tiledAutoencoder);  // helps no drawing
  }

  void theProcessorAloneHasNoFallBackAndNoWindowIsShrunkUnasked() {
    MemoryLadder ladder({false, false, false}, [](const std::string&) {});
    while (ladder.stepDown(Stage::Encoding)) {
    }
    QVERIFY(ladder.plan().freeBetweenStages && ladder.plan().tiledAutoencoder);
    QVERIFY(!ladder.plan().onProcessor && !ladder.plan().offload && ladder.plan().halvings == 0);
  }

  void workIsTriedAgainUntilItFits() {
    MemoryLadder ladder({false, true, true}, [](const std::string&) {});
    int tries = 0, releases = 0;
    const auto work = [&]() -> Result<int> {
      ++tries;
      if (!ladder.plan().slicedAttention) throw std::bad_alloc();
      return 7;
    };
    const Result<int> done = ladder.attempt(Stage::Denoising, "Drawing", work, [&] { ++releases; });
    QCOMPARE(done.value(), 7);
    QCOMPARE(tries, 4);
    QCOMPARE(releases, 3);
  }

  void whatIsKeptForLaterIsLetGoFirst() {
    int letGo = 0;
    MemoryLadder ladder(
        {false, true, true}, [](const std::string&) {}, [&letGo] { ++letGo; });
    const auto work = [&]() -> Result<int> {
      if (letGo == 0) throw std::bad_alloc();
      return 7;
    };
    QCOMPARE(ladder.attempt(Stage::Denoising, "Drawing", work, [] {}).value(), 7);
    QCOMPARE(letGo, 1);
  }

  void theLastFailureIsOneSentence() {
    MemoryLadder ladder({false, false, true}, [](const std::string&) {});
    const auto work = [&]() -> Result<int> { throw std::bad_alloc(); };
    const Result<int> done = ladder.attempt(Stage::Decoding, "Finishing", work, [] {});
    QVERIFY(!done.ok());
    QCOMPARE(done.failure().kind, FailureKind::OutOfMemory);
    QVERIFY(done.failure().sentence.find("smaller window") != std::string::npos);
  }

  void aSmallerWindowEndsTheStage() {
    MemoryLadder ladder({true, false, false}, [](const std::string&) {});
    int tries = 0;
    const auto work = [&]() -> Result<int> {
      ++tries;
      throw std::bad_alloc();
    };
    const Result<int> done = ladder.attempt(Stage::Denoising, "Drawing", work, [] {});
    QVERIFY(!done.ok() && ladder.restarts() == 1);
    QCOMPARE(tries, 3);  // as it was, freed, sliced
  }

  void otherFailuresPassAtOnce() {
    MemoryLadder ladder({true, true, true}, [](const std::string&) {});
    const auto work = [&]() -> Result<int> { return badInput("no"); };
    QCOMPARE(ladder.attempt(Stage::Denoising, "Drawing", work, [] {}).failure().sentence, std::string("no"));
    QVERIFY(!ladder.plan().freeBetweenStages);
  }

 private:
  std::vector<std::string> m_said;
};

QTEST_GUILESS_MAIN(TestMemoryLadder)
#include "test_memory_ladder.moc"
