#include <ATen/ATen.h>

#include <QTemporaryDir>
#include <QtTest>

#include <fstream>
#include <random>
#include <thread>

#include "core/methods/inpaint/inpaint_run.h"
#include "tests/core/methods/inpaint/heard_run.h"
#include "tests/core/methods/inpaint/limited_allocator.h"
#include "tests/core/methods/inpaint/tiny_model.h"
#include "tests/support/sanitized.h"

using namespace retailor;
using namespace retailor::tests;
using completion::Candidate;
using completion::CompletionOutcome;
using completion::CompletionRequest;
using Candidates = std::vector<Candidate>;

namespace {

// Resident memory of this program.
std::int64_t residentBytes() {
  std::int64_t all = 0, resident = 0;
  std::ifstream("/proc/self/statm") >> all >> resident;
  return resident * 4096;
}

const Candidates& candidatesOf(const CompletionOutcome& outcome) {
  static const Candidates none;
  if (const auto* failure = std::get_if<Failure>(&outcome)) qWarning("%s", failure->sentence.c_str());
  const auto* made = std::get_if<Candidates>(&outcome);
  return made != nullptr ? *made : none;
}

bool same(const CompletionOutcome& a, const CompletionOutcome& b) {
  const Candidates &one = candidatesOf(a), &other = candidatesOf(b);
  return one.size() == 1 && other.size() == 1 && *one[0].pixels == *other[0].pixels && *one[0].blend == *other[0].blend &&
         one[0].window == other[0].window;
}

double greatestDifference(const image::Bitmap& a, const image::Bitmap& b) {
  double most = 0;
  const auto* p = reinterpret_cast<const std::uint8_t*>(a.bytes());
  const auto* q = reinterpret_cast<const std::uint8_t*>(b.bytes());
  for (std::size_t i = 0; i < a.byteCount(); ++i) most = std::max(most, std::abs(double(p[i]) - q[i]));
  return most;
}

}  // namespace

class TestInpaintRun : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { writeTinyModel(model(), 9); }

  void previewsComeWithEveryStepAndStagesAddUp() {
    HeardRun heard;
    QCOMPARE(candidatesOf(run(request(), heard)).size(), std::size_t(1));
    QCOMPARE(heard.previews.size(), std::size_t(7));  // PNDM, the folder's own, asks the network once more than there are steps
    QCOMPARE(heard.previews.front().width(), 128);
    QVERIFY(heard.previews.front() != heard.previews.back());
    QVERIFY(std::abs(heard.weight() - 1) < 1e-9);
  }

  // libtorch's products of matrices round differently when they are shared by other numbers of threads.
  void sameSeedSamePixels() {
    CompletionRequest one = request(), two = request(), other = request();
    one.settings.threads = 1;
    two.settings.threads = 2;
    other.settings.seed = 4;
    HeardRun heard;
    const auto first = run(one, heard), shared = run(two, heard);
    QVERIFY(same(first, run(one, heard)));
    QVERIFY(same(shared, run(two, heard)));
    QVERIFY(greatestDifference(*candidatesOf(first).at(0).pixels, *candidatesOf(shared).at(0).pixels) <= 1);
    QVERIFY(greatestDifference(*candidatesOf(first).at(0).pixels, *candidatesOf(run(other, heard)).at(0).pixels) > 8);
  }

  void aVariationIsTheRunOfItsOwnSeed() {
    CompletionRequest both = request(), second = request();
    both.settings.variations = 2;
    second.settings.seed = 4;
    HeardRun heard;
    const auto made = run(both, heard), alone = run(second, heard);
    QCOMPARE(candidatesOf(made).size(), std::size_t(2));
    QVERIFY(*candidatesOf(made)[1].pixels == *candidatesOf(alone)[0].pixels);
    QCOMPARE(candidatesOf(made)[1].recipe.settings.seed, std::uint64_t(4));
  }

  void nothingIsBlendedOutsideTheMask() {
    HeardRun heard;
    CompletionRequest wanted = request();
    wanted.settings.window = completion::WindowChoice::Auto;
    const auto outcome = run(wanted, heard);
    const Candidate& made = candidatesOf(outcome).at(0);
    for (int y = 0; y < made.blend->height(); ++y)
      for (int x = 0; x < made.blend->width(); ++x) QVERIFY(made.blend->at(x, y) <= wanted.mask->at(made.window.x + x, made.window.y + y));
  }

  void aRunKeptEarlyCanBeMadeAgain() {
    HeardRun keeping, again;
    keeping.keepAt = 3;
    const auto kept = run(request(), keeping);
    QCOMPARE(candidatesOf(kept).at(0).recipe.settings.stopAfterStep, 3);
    CompletionRequest repeated = request();
    repeated.settings.stopAfterStep = 3;
    QVERIFY(same(kept, run(repeated, again)));
    QCOMPARE(again.steps.size(), std::size_t(3));
  }

  void guidanceInAnIntervalDiffersFromGuidanceThroughout() {
    CompletionRequest part = request();
    part.settings.guidanceUntil = 0.5;
    HeardRun heard;
    QVERIFY(!same(run(request(), heard), run(part, heard)));
  }

  // Promise 3, with the run cut at any moment, while loading too.
  void cancelsLeaveNoTrace() {
    HeardRun heard;
    const auto undisturbed = run(request(), heard);
    const std::int64_t before = residentBytes();
    auto whole = std::chrono::steady_clock::duration::max();
    for (int i = 0; i < 3; ++i) {
      const auto began = std::chrono::steady_clock::now();
      run(request(), heard);
      whole = std::min(whole, std::chrono::steady_clock::now() - began);
    }
    std::mt19937 random(7);
    int cancelled = 0;
    for (int i = 0; i < 20; ++i) {
      std::stop_source stop;
      const auto wait = std::chrono::duration_cast<std::chrono::microseconds>(whole * (random() % 100) / 100);
      const std::jthread hand([&stop, wait] {
        std::this_thread::sleep_for(wait);
        stop.request_stop();
      });
      HeardRun cut;
      cancelled += std::holds_alternative<completion::Cancelled>(inpaint::completeByInpainting(request(), cut, stop.get_token()));
    }
    QVERIFY2(cancelled >= 10, qPrintable(QString::number(cancelled)));
    const std::int64_t more = residentBytes() - before;
    QVERIFY2(tests::kSanitized || more < (std::int64_t{8} << 20), qPrintable(QStringLiteral("%1 bytes more than before").arg(more)));
    QVERIFY(same(undisturbed, run(request(), heard)));
  }

  void aStopAtAStepEndsThere() {
    std::stop_source stop;
    HeardRun heard;
    heard.atStep = [&stop](int step) {
      if (step == 2) stop.request_stop();
    };
    QVERIFY(std::holds_alternative<completion::Cancelled>(inpaint::completeByInpainting(request(), heard, stop.get_token())));
    QCOMPARE(heard.steps.size(), std::size_t(2));
  }

  // The ladder against a memory that is really too small: less by the step until nothing helps.
  void shortMemoryIsSteppedDownTo() {
    HeardRun undisturbed;
    CompletionOutcome whole;
    {
      const LimitedAllocator all(std::size_t{1} << 40);
      whole = run(request(), undisturbed);
    }
    QVERIFY(undisturbed.notes.empty());
    bool helped = false, failed = false;
    for (double share = 0.98; share > 0.3 && !failed; share -= 0.04) {
      const LimitedAllocator some(static_cast<std::size_t>(share * static_cast<double>(LimitedAllocator::peak())));
      HeardRun heard;
      const auto outcome = run(request(), heard);
      const auto* failure = std::get_if<Failure>(&outcome);
      failed = failure != nullptr;
      if (failed) {
        QCOMPARE(failure->kind, FailureKind::OutOfMemory);
        continue;
      }
      helped = helped || !heard.notes.empty();
      QVERIFY(greatestDifference(*candidatesOf(outcome).at(0).pixels, *candidatesOf(whole).at(0).pixels) <= 8);  // tiles differ a little
    }
    QVERIFY(helped && failed);
    QVERIFY(LimitedAllocator::live() < (std::size_t{1} << 20));
    HeardRun after;
    QVERIFY(same(whole, run(request(), after)));
  }

  void aSmallerWindowIsTakenOnlyWithLeave() {
    HeardRun probe;
    {
      const LimitedAllocator all(std::size_t{1} << 40);
      run(request(), probe);
    }
    CompletionRequest shrinking = request();
    shrinking.settings.allowSmallerWindow = true;
    bool shrunk = false;
    for (double share = 0.99; share > 0.3 && !shrunk; share -= 0.01) {
      const LimitedAllocator some(static_cast<std::size_t>(share * static_cast<double>(LimitedAllocator::peak())));
      HeardRun heard;
      const auto outcome = run(shrinking, heard);
      shrunk = std::ranges::any_of(heard.notes,
                                   [](const std::string& note) { return note.find("smaller working size") != std::string::npos; }) &&
               std::holds_alternative<Candidates>(outcome);
    }
    QVERIFY(shrunk);
  }

  void missingPartsAreNamed_data() {
    QTest::addColumn<QString>("file");
    for (const char* file : {"unet/diffusion_pytorch_model.safetensors", "vae/diffusion_pytorch_model.safetensors",
                             "text_encoder/model.safetensors", "tokenizer/vocab.json", "scheduler/scheduler_config.json"})
      QTest::newRow(file) << QString::fromLatin1(file);
  }

  void missingPartsAreNamed() {
    QFETCH(QString, file);
    const QTemporaryDir other;
    const std::filesystem::path copy = std::filesystem::path(other.path().toStdString()) / "model";
    std::filesystem::copy(model(), copy, std::filesystem::copy_options::recursive);
    std::filesystem::remove(copy / file.toStdString());
    CompletionRequest wanted = request();
    wanted.modelFolders.named = {copy.string()};
    HeardRun heard;
    const auto outcome = run(wanted, heard);
    const auto* failure = std::get_if<Failure>(&outcome);
    QVERIFY(failure != nullptr);
    QCOMPARE(failure->kind, FailureKind::MissingWeights);
    QVERIFY2(failure->sentence.find(file.section(QLatin1Char('/'), 0, 0).toStdString()) != std::string::npos, failure->sentence.c_str());
  }

  void referencesWithoutAnAdapterAreTold() {
    CompletionRequest wanted = request();
    completion::TaggedReference reference;
    reference.picture = std::make_shared<image::Bitmap>(wanted.photo->pixels);
    wanted.references = {reference};
    HeardRun heard;
    const auto outcome = run(wanted, heard);
    const auto* failure = std::get_if<Failure>(&outcome);
    QVERIFY(failure != nullptr && failure->kind == FailureKind::MissingWeights);
    QVERIFY(failure->sentence.find("IP-Adapter") != std::string::npos);
  }

 private:
  std::filesystem::path model() const { return std::filesystem::path(m_folder.path().toStdString()) / "model"; }
  CompletionRequest request() const { return tinyRequest(model()); }
  static CompletionOutcome run(const CompletionRequest& request, HeardRun& heard) {
    return inpaint::completeByInpainting(request, heard, {});
  }

  QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestInpaintRun)
#include "test_inpaint_run.moc"
