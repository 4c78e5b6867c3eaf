#include <QTest>
#include <thread>

#include "core/completion/latest_preview.h"

using namespace retailor;
using namespace retailor::completion;

namespace {

Preview numbered(std::uint64_t run) { return {run, {0, 0, 4, 4}, image::Bitmap({4, 4}, 3, image::SampleType::U8)}; }

}  // namespace

class TestLatestPreview : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void boxIsEmptyUntilFilledAndAfterTaking() {
    LatestPreview box;
    QVERIFY(!box.take());
    box.put(numbered(1));
    QVERIFY(box.take());
    QVERIFY(!box.take());
  }

  void newestWins() {
    LatestPreview box;
    for (std::uint64_t run = 1; run <= 3; ++run) box.put(numbered(run));
    QCOMPARE(box.take()->run, 3U);
  }

  void takerNeverSeesAnOlderOneAfterANewer() {
    LatestPreview box;
    std::uint64_t last = 0;
    bool backwards = false;
    {
      std::jthread worker([&box] {
        for (std::uint64_t run = 1; run <= 2000; ++run) box.put(numbered(run));
      });
      while (last < 2000) {
        const std::optional<Preview> preview = box.take();
        if (!preview) continue;
        backwards = backwards || preview->run <= last || preview->picture.empty();
        last = preview->run;
      }
    }
    QVERIFY(!backwards);
  }
};

QTEST_GUILESS_MAIN(TestLatestPreview)
#include "test_latest_preview.moc"
