// `retailor-cli evaluate`, as a shell sees it.
#include <signal.h>

#include <QJsonArray>
#include <QTest>

#include "tests/app/command_line/workplace.h"

using namespace retailor;
using namespace retailor::tests;
using namespace Qt::StringLiterals;

namespace {

// A workplace with groups in it. No models but its own are seen.
class Bench : public Workplace {
 public:
  explicit Bench(const QStringList& ids) {
    qputenv("HF_HUB_CACHE", path(u"no-hub"_s).toUtf8());
    qputenv("XDG_DATA_HOME", path(u"no-data"_s).toUtf8());
    qunsetenv("RETAILOR_MODELS");
    for (const QString& id : ids) addGroup(id);
  }

  void addGroup(const QString& id) const {
    QDir().mkpath(path(u"bench/groups/"_s + id));
    const QString start = u"bench/groups/"_s + id + u'/';
    writePicture(start + u"source.png"_s, fakes::smallPicture());
    writePicture(start + u"mask.png"_s, fakes::smallMask().toBitmap());
    writePicture(start + u"reference-upper-clothes.png"_s, *fakes::smallReference().picture);
    writeText(start + u"prompt.txt"_s, "a shirt\n");
  }

  QJsonObject json(const QString& name) const { return QJsonDocument::fromJson(bytes(name)).object(); }
};

QJsonObject meanOf(const QJsonObject& results, QLatin1StringView metric, QLatin1StringView protocol) {
  for (const QJsonValue one : results["results"_L1].toArray())
    if (one["metric"_L1].toString() == metric && one["protocol"_L1].toString() == protocol) return one.toObject();
  return {};
}

QStringList outcomes(const QString& out) {
  QStringList list;
  for (const QJsonObject& event : events(out))
    if (kind(event) == u"group"_s) list.append(event["outcome"_L1].toString());
  return list;
}

}  // namespace

class TestEvaluate : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void builtInMethodIsMeasuredFromEndToEnd() {
    const Bench bench({u"one"_s, u"two"_s});
    const Ended ended = bench.runReal(u"evaluate bench --method patch-diffusion --preset fast --seed 4 --out out --progress json"_s);
    QVERIFY2(ended.code == 0, qPrintable(ended.err));
    QCOMPARE(bench.entries(u"out"_s), (QStringList{u"contact-sheet.png"_s, u"results.json"_s, u"table.csv"_s, u"table.md"_s}));
    QCOMPARE(bench.entries(u"out/groups/two"_s), (QStringList{u"recipe.json"_s, u"result.png"_s, u"score.json"_s}));
    const QJsonObject results = bench.json(u"out/results.json"_s), psnr = meanOf(results, "psnr"_L1, "inside"_L1);
    QCOMPARE(psnr["n"_L1].toInt(), 2);
    QVERIFY(psnr["value"_L1].toDouble() > 5 && psnr["value"_L1].toDouble() < 90);
    QCOMPARE(results["not-computed"_L1].toArray().size(), 5);
    QCOMPARE(results["settings"_L1]["seed"_L1].toInt(), 4);
    QCOMPARE(outcomes(ended.out), (QStringList{u"done"_s, u"done"_s}));
    QVERIFY(bench.bytes(u"out/table.md"_s).contains("not computed: model not installed"));
    QVERIFY(bench.pixels(u"out/contact-sheet.png"_s).width() == 1040);
  }

  void resultsEqualThoseOfComplete() {
    const Bench bench({u"one"_s});
    QCOMPARE(bench.runReal(u"evaluate bench --preset fast --seed 9 --out out --progress none"_s).code, 0);
    const Ended ended = bench.runReal(
        u"complete --photo bench/groups/one/source.png --mask bench/groups/one/mask.png --preset fast --seed 9 "
        "--reference upper-clothes=bench/groups/one/reference-upper-clothes.png --output same.png"_s);
    QVERIFY2(ended.code == 0, qPrintable(ended.err));
    QVERIFY(bench.pixels(u"same.png"_s) == bench.pixels(u"out/groups/one/result.png"_s));
  }

  void theTruthInTheHoleNeverReachesTheResult() {
    const Bench bench({u"one"_s, u"two"_s});
    image::Bitmap spoilt = fakes::smallPicture();
    for (int y = 18; y < 30; ++y) std::fill_n(spoilt.span<std::uint8_t>().pixel(24, y), 16 * 3, std::uint8_t{7});
    bench.writePicture(u"bench/groups/two/source.png"_s, spoilt);
    QCOMPARE(bench.runReal(u"evaluate bench --preset fast --out out --progress none"_s).code, 0);
    QVERIFY(bench.pixels(u"out/groups/one/result.png"_s).cropped({24, 18, 16, 12}) ==
            bench.pixels(u"out/groups/two/result.png"_s).cropped({24, 18, 16, 12}));
  }

  void finishedGroupsAreKeptUntilSomethingChanges() {
    const Bench bench({u"one"_s, u"two"_s});
    const auto again = [&bench](const QString& more) {
      return outcomes(bench.run(u"evaluate bench --method fake --out out --progress json "_s + more).out);
    };
    const QStringList run{u"done"_s, u"done"_s}, kept{u"kept"_s, u"kept"_s};
    QCOMPARE(again({}), run);
    QCOMPARE(again({}), kept);
    QCOMPARE(again(u"--threads 1"_s), kept);
    QCOMPARE(again(u"--again"_s), run);
    QCOMPARE(again(u"--seed 2"_s), run);
    bench.writePicture(u"bench/groups/two/reference-upper-clothes.png"_s, fakes::smallPicture());
    QCOMPARE(again(u"--seed 2"_s), (QStringList{u"kept"_s, u"done"_s}));
    QCOMPARE(again(u"--seed 2 --model elsewhere"_s), run);
    QVERIFY(QFile::remove(bench.path(u"out/groups/one/score.json"_s)));
    QCOMPARE(again(u"--seed 2 --model elsewhere"_s), (QStringList{u"done"_s, u"kept"_s}));
  }

  void brokenGroupsAreNamedAndTheRestGoesOn() {
    const Bench bench(
        {u"a-good"_s, u"b-empty-mask"_s, u"c-other-size"_s, u"d-unreadable"_s, u"e-no-mask"_s, u"f-no-region"_s, u"g-good"_s});
    bench.writePicture(u"bench/groups/b-empty-mask/mask.png"_s, image::Bitmap({64, 48}, 1, image::SampleType::U8));
    bench.writePicture(u"bench/groups/c-other-size/mask.png"_s, image::Bitmap({32, 48}, 1, image::SampleType::U8));
    bench.writeText(u"bench/groups/d-unreadable/source.png"_s, "no picture");
    QVERIFY(QFile::remove(bench.path(u"bench/groups/e-no-mask/mask.png"_s)));
    bench.writePicture(u"bench/groups/f-no-region/reference-hat.png"_s, fakes::smallPicture());
    const Ended ended = bench.run(u"evaluate bench --method fake --out out --progress json"_s);
    QCOMPARE(ended.code, 2);
    QCOMPARE(outcomes(ended.out), (QStringList{u"done"_s, u"failed"_s, u"failed"_s, u"failed"_s, u"failed"_s, u"failed"_s, u"done"_s}));
    for (const char* part : {"b-empty-mask/", "c-other-size/", "group d-unreadable: ", "no mask in", "reference-hat.png"})
      QVERIFY2(ended.err.contains(QString::fromLatin1(part)), part);
    const QJsonObject results = bench.json(u"out/results.json"_s);
    QCOMPARE(meanOf(results, "ssim"_L1, "paste"_L1)["n"_L1].toInt(), 2);
    QVERIFY(bench.bytes(u"out/table.md"_s).contains("7 groups, 5 failed"));
  }

  void picturesMadeElsewhereAreMeasured() {
    const Bench bench({u"one"_s, u"two"_s, u"three"_s});
    QDir().mkpath(bench.path(u"theirs/two"_s));
    bench.writePicture(u"theirs/one.png"_s, fakes::smallPicture());
    bench.writePicture(u"theirs/two/result.png"_s, image::Bitmap({64, 48}, 3, image::SampleType::U8));
    const Ended ended = bench.run(u"evaluate bench --results theirs --out out --progress json"_s);
    QCOMPARE(ended.code, 2);
    QVERIFY(ended.err.contains(u"no picture for the group three"_s));
    const QJsonObject results = bench.json(u"out/results.json"_s), psnr = meanOf(results, "psnr"_L1, "full"_L1);
    QVERIFY(results["method"_L1].isNull());
    QCOMPARE(psnr["n"_L1].toInt(), 1);
    QCOMPARE(psnr["identical"_L1].toInt(), 1);
    QVERIFY(meanOf(results, "ssim"_L1, "full"_L1)["n"_L1].toInt() == 2);
  }

  void whatCannotBeAskedForIsRefused_data() {
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, const char* arguments, int code, const char* says) {
      QTest::newRow(name) << QString::fromLatin1(arguments) << code << QString::fromLatin1(says);
    };
    row("no folder", "evaluate gone --method fake --out out", 2, "gone");
    row("no groups", "evaluate programs --method fake --out out", 2, "no groups");
    row("no output", "evaluate bench --method fake", 2, "--out");
    row("output among the groups", "evaluate bench --method fake --out bench", 2, "where the groups lie");
    row("no such method", "evaluate bench --method none --out out", 2, "none");
    row("without weights", "evaluate bench --method fake-without-weights --out out", 3, "U-Net weights");
    row("several results", "evaluate bench --method fake --variations 2 --out out", 2, "--variations");
    row("a start from the truth", "evaluate bench --method fake --strength 0.5 --out out", 2, "truth");
    row("settings without a run", "evaluate bench --results bench --steps 3 --out out", 2, "--steps");
    row("a method that fails", "evaluate bench --method fake-failing --out out", 1, "group one: The fake was told to fail.");
    row("a method without memory", "evaluate bench --method fake-out-of-memory --out out", 4, "group one: ");
    row("a photo", "evaluate bench --method fake --photo photo.png --out out", 2, "--photo");
  }
  void whatCannotBeAskedForIsRefused() {
    QFETCH(QString, arguments);
    QFETCH(int, code);
    QFETCH(QString, says);
    const Bench bench({u"one"_s});
    const Ended ended = bench.run(arguments);
    QCOMPARE(ended.code, code);
    QVERIFY2(ended.err.contains(says), qPrintable(ended.err));
  }

  void interruptedEvaluationsGoOn() {
    const Bench bench({u"one"_s, u"two"_s});
    QCOMPARE(bench.run(u"evaluate bench --method fake --out out --progress none"_s).code, 0);
    QVERIFY(QFile::remove(bench.path(u"out/groups/two/score.json"_s)));
    QVERIFY(QFile::remove(bench.path(u"out/table.md"_s)));
    QProcess process;
    process.setWorkingDirectory(bench.folder());
    process.start(bench.fakeProgram(), u"evaluate bench --method fake-slow --out slow --progress json"_s.split(u' '));
    QVERIFY(process.waitForReadyRead(60000));  // a step: the run has begun
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished(60000));
    QCOMPARE(process.exitCode(), 5);
    QVERIFY(process.readAllStandardError().contains("goes on from there"));
    QVERIFY(bench.entries(u"slow"_s).isEmpty());
    const Ended ended = bench.run(u"evaluate bench --method fake --out out --progress json"_s);
    QCOMPARE(outcomes(ended.out), (QStringList{u"kept"_s, u"done"_s}));
    QVERIFY(bench.entries(u"out"_s).contains(u"table.md"_s));
  }
};

QTEST_GUILESS_MAIN(TestEvaluate)
#include "test_evaluate.moc"
