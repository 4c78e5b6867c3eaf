// `retailor-cli evaluate` with a diffusion method and with metrics by networks, as a shell sees it. Small models, made up.
#include <ATen/Parallel.h>

#include <QJsonArray>
#include <QtTest>

#include "tests/app/command_line/workplace.h"
#include "tests/core/methods/inpaint/drawn_references.h"
#include "tests/core/methods/inpaint/tiny_model.h"
#include "tests/core/metrics/networks/dreamsim/published_dreamsim.h"

using namespace retailor;
using namespace retailor::tests;
using namespace Qt::StringLiterals;

namespace {

constexpr image::Rect kHole{40, 50, 50, 30};  // inside the mask, where it is full

image::Bitmap maskOf(int right) {
  mask::Mask mask({128, 128});
  for (int y = 40; y < 90; ++y) std::fill(mask.row(y) + 30, mask.row(y) + right, std::uint8_t{255});
  return mask.toBitmap();
}

QJsonObject named(const QJsonArray& list, QLatin1StringView metric, QLatin1StringView protocol) {
  for (const QJsonValue one : list)
    if (one["metric"_L1].toString() == metric && one["protocol"_L1].toString() == protocol) return one.toObject();
  return {};
}

QStringList outcomes(const Ended& ended) {
  QStringList list;
  for (const QJsonObject& event : events(ended.out))
    if (kind(event) == u"group"_s) list.append(event["outcome"_L1].toString());
  return list;
}

}  // namespace

class TestEvaluateNetworks : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    at::set_num_threads(1);
    qputenv("HF_HUB_CACHE", m_place.path(u"no-hub"_s).toUtf8());
    qputenv("XDG_DATA_HOME", m_place.path(u"no-data"_s).toUtf8());
    qunsetenv("RETAILOR_MODELS");
    writeTinyModel(m_place.file(u"model"_s), 9);
    writeTinyReferenceUnet(m_place.file(u"model"_s));
    writeTinyAdapter(m_place.file(u"model"_s));
  }

  void init() {
    QDir(m_place.path(u"bench"_s)).removeRecursively();
    QDir(m_place.path(u"out"_s)).removeRecursively();
  }

  void aDiffusionMethodIsMeasuredFromEndToEnd() {
    addGroup(u"a"_s), addGroup(u"b-other-size"_s), addGroup(u"c"_s);
    m_place.writePicture(u"bench/groups/b-other-size/mask.png"_s, image::Bitmap({64, 128}, 1, image::SampleType::U8));
    const Ended ended = evaluated();
    QCOMPARE(ended.code, 2);
    QCOMPARE(outcomes(ended), (QStringList{u"done"_s, u"failed"_s, u"done"_s}));
    QVERIFY2(ended.err.contains(u"b-other-size"_s), qPrintable(ended.err));
    const QByteArray table = m_place.bytes(u"out/table.md"_s);
    for (const char* part : {"# Evaluation of complete-me", "3 groups, 1 failed", "## Failed\n\n- b-other-size: "})
      QVERIFY2(table.contains(part), part);
    const QJsonObject results = json(u"out/results.json"_s);
    QCOMPARE(results["method"_L1].toString(), u"complete-me"_s);
    QCOMPARE(results["settings"_L1]["steps"_L1].toInt(), 3);
    const QJsonObject inside = named(results["results"_L1].toArray(), "psnr"_L1, "inside"_L1);
    QVERIFY(inside["n"_L1].toInt() == 2 && inside["value"_L1].toDouble() > 3 && inside["value"_L1].toDouble() < 60);
    QVERIFY(json(u"out/groups/c/score.json"_s)["seconds"_L1].toDouble() > 0);
    QCOMPARE(m_place.pixels(u"out/contact-sheet.png"_s).width(), 1040);
    QVERIFY(m_place.entries(u"out/groups/b-other-size"_s).isEmpty());
  }

  void aSecondRunTakesWhatIsFinished() {
    addGroup(u"a"_s), addGroup(u"b"_s);
    QCOMPARE(outcomes(evaluated()), (QStringList{u"done"_s, u"done"_s}));
    const QByteArray picture = m_place.bytes(u"out/groups/a/result.png"_s), table = m_place.bytes(u"out/table.csv"_s);
    QCOMPARE(outcomes(evaluated()), (QStringList{u"kept"_s, u"kept"_s}));
    QVERIFY(m_place.bytes(u"out/groups/a/result.png"_s) == picture && m_place.bytes(u"out/table.csv"_s) == table);
    m_place.writeText(u"bench/groups/b/prompt.txt"_s, "a blue coat\n");
    QCOMPARE(outcomes(evaluated()), (QStringList{u"kept"_s, u"done"_s}));
    m_place.writePicture(u"bench/groups/a/ref_mask-face.png"_s, mask::Mask({90, 60}, 255).toBitmap());
    QCOMPARE(outcomes(evaluated()), (QStringList{u"done"_s, u"kept"_s}));
    QCOMPARE(outcomes(evaluated(u"--image-scale 0.5"_s)), (QStringList{u"done"_s, u"done"_s}));
  }

  // Whatever ran before it, and with the references, their masks and the prompt just as `complete` takes them. References are named in a
  // group's order: sums over them round by it.
  void everyGroupIsWhatCompleteMakesWithTheSameSeed() {
    addGroup(u"a"_s), addGroup(u"b"_s, 80);
    QCOMPARE(evaluated().code, 0);
    const QString group = u"bench/groups/b/"_s;
    const QString again =
        u"complete --photo %1source.png --mask %1mask.png --reference face=%1reference-face.png,mask=%1ref_mask-face.png "
        "--reference upper-clothes=%1reference-upper-clothes.png,mask=%1ref_mask-upper-clothes.png --output again.png "_s.arg(group);
    const Ended ended = m_place.run(
        Workplace::realProgram(), (again + how()).split(u' ', Qt::SkipEmptyParts) + QStringList{u"--prompt"_s, u"a red coat, 2 buttons"_s});
    QVERIFY2(ended.code == 0, qPrintable(ended.err));
    QVERIFY(m_place.pixels(u"again.png"_s) == m_place.pixels(u"out/groups/b/result.png"_s));
    const QJsonObject recipe = json(u"out/groups/b/recipe.json"_s);
    QCOMPARE(recipe["references"_L1].toArray().size(), 2);
    QCOMPARE(recipe["settings"_L1]["prompt"_L1].toString(), u"a red coat, 2 buttons"_s);
  }

  void referencesTheirMasksAndThePromptCount_data() {
    QTest::addColumn<QString>("file");
    for (const char* file : {"reference-face.png", "ref_mask-upper-clothes.png", "prompt.txt"})
      QTest::addRow("%s", file) << QString::fromLatin1(file);
  }
  void referencesTheirMasksAndThePromptCount() {
    QFETCH(QString, file);
    addGroup(u"a"_s), addGroup(u"b"_s);
    QVERIFY(QFile::remove(m_place.path(u"bench/groups/b/"_s + file)));
    if (file.startsWith(u"reference"_s)) QVERIFY(QFile::remove(m_place.path(u"bench/groups/b/ref_mask-face.png"_s)));
    QCOMPARE(evaluated().code, 0);
    QVERIFY(m_place.pixels(u"out/groups/a/result.png"_s) != m_place.pixels(u"out/groups/b/result.png"_s));
  }

  void theTruthInTheHoleNeverReachesTheResult() {
    addGroup(u"a"_s), addGroup(u"b"_s);
    image::Bitmap spoilt = tinyRequest({}).photo->pixels;
    for (int y = 40; y < 90; ++y) std::fill_n(spoilt.span<std::uint8_t>().pixel(30, y), 70 * 3, std::uint8_t{7});
    m_place.writePicture(u"bench/groups/b/source.png"_s, spoilt);
    QCOMPARE(evaluated().code, 0);
    const image::Bitmap one = m_place.pixels(u"out/groups/a/result.png"_s), other = m_place.pixels(u"out/groups/b/result.png"_s);
    QVERIFY(one.cropped(kHole) == other.cropped(kHole));
    QVERIFY(one.cropped(kHole) != spoilt.cropped(kHole));
  }

  void aMethodWithoutItsModelRunsNoGroup() {
    addGroup(u"a"_s);
    const Ended ended = m_place.runReal(u"evaluate bench --method complete-me --model nowhere --out out --progress json"_s);
    QCOMPARE(ended.code, 3);
    QVERIFY(outcomes(ended).isEmpty() && m_place.entries(u"out"_s).isEmpty());
  }

  void dreamSimIsMeasuredWhereItIsInstalled() {
    addGroup(u"a"_s);
    QVERIFY(PublishedDreamSim(m_place.file(u"metrics/dreamsim"_s), "ensemble").write());
    const QString command = u"evaluate bench --results theirs --out out --progress none --model metrics"_s;
    QDir().mkpath(m_place.path(u"theirs"_s));
    m_place.writePicture(u"theirs/a.png"_s, image::Bitmap({128, 128}, 3, image::SampleType::U8));
    QCOMPARE(m_place.runReal(command).code, 0);
    const QJsonArray found = json(u"out/results.json"_s)["results"_L1].toArray();
    for (const auto protocol : {"full"_L1, "crop"_L1}) {
      const QJsonObject mean = named(found, "dreamsim"_L1, protocol);
      QVERIFY(mean["n"_L1].toInt() == 1 && mean["value"_L1].toDouble() > 1e-3 && mean["value"_L1].toDouble() < 2);
      QVERIFY(mean["better"_L1].toString() == u"lower"_s && mean["model"_L1].toString() == u"DreamSim, ensemble"_s);
    }
    QVERIFY(m_place.bytes(u"out/table.md"_s).contains("| DreamSim | crop |"));
    QVERIFY(QFile::remove(m_place.path(u"metrics/dreamsim/checkpoints/dino_vitbase16_pretrain.pth"_s)));
    QCOMPARE(m_place.runReal(command).code, 0);
    QVERIFY(m_place.bytes(u"out/table.md"_s).contains("| DreamSim | | not computed: model not installed: "));
  }

 private:
  void addGroup(const QString& id, int right = 100) const {
    const QString start = u"bench/groups/"_s + id + u'/';
    QDir().mkpath(m_place.path(start));
    m_place.writePicture(start + u"source.png"_s, tinyRequest({}).photo->pixels);
    m_place.writePicture(start + u"mask.png"_s, maskOf(right));
    for (const auto& [name, region, colour] : {std::tuple(u"upper-clothes"_s, completion::BodyRegion::UpperClothes, std::uint8_t{120}),
                                               {u"face"_s, completion::BodyRegion::Face, std::uint8_t{40}}}) {
      const completion::TaggedReference reference = drawnReference(region, colour);
      m_place.writePicture(start + u"reference-"_s + name + u".png"_s, *reference.picture);
      m_place.writePicture(start + u"ref_mask-"_s + name + u".png"_s, reference.mask->toBitmap());
    }
    m_place.writeText(start + u"prompt.txt"_s, "a red coat, 2 buttons\n");
  }

  static QString how() { return u"--method complete-me --model model --steps 3 --size 128:128 --seed 5 --device cpu --threads 1 "_s; }
  Ended evaluated(const QString& more = {}) const { return m_place.runReal(u"evaluate bench --out out --progress json "_s + how() + more); }
  QJsonObject json(const QString& name) const { return QJsonDocument::fromJson(m_place.bytes(name)).object(); }

  Workplace m_place;
};

QTEST_GUILESS_MAIN(TestEvaluateNetworks)
#include "test_evaluate_networks.moc"
