#include <QtTest>

#include "core/methods/models/bundle_manifest.h"
#include "core/methods/models/network_traits.h"
#include "core/methods/models/shipped_bundles.h"

using namespace retailor;
using models::BundleManifest;
using models::InputChannels;

namespace {

const char* const good = R"({"bundle": "x", "method": "inpaint", "recognised-by": {"pipelines": ["A"], "channels": 9},
  "parts": ["unet"], "input": ["latent", "masked-picture", "mask"], "mask": "keep", "condition": "example",
  "references": {"writer": "drawing-unet", "mask": "zero", "blocks": "midup", "blend": 0.5, "image-scale": 0.25,
                 "needs-tags": true, "label": "first", "region-masks": "ignored", "canvas": "stretch"},
  "image-slots": {"file": "a.pth", "count": 3}, "pose": "guider",
  "defaults": {"steps": 12, "guidance": 3.5, "scheduler": "ddim"}})";

const char* const pieces = R"({"bundle": "y", "method": "inpaint",
  "recognised-by": {"mark": "dictionaries", "folders": ["f"], "channels": 13}, "dictionaries": {"unet": "u"},
  "parts": ["unet"], "elsewhere": {"vae": "v"}, "base": "x", "hole": "black",
  "input": ["latent", "mask", "masked-picture", "depth"], "condition": "states", "regions": ["upper-clothes", "shoes"],
  "references": {"writer": "canvas", "timestep": "current", "picture": "square"},
  "scheduler": {"_class_name": "DDIMScheduler"}, "defaults": {"eta": 0.5, "width": 96, "height": 128}})";

}  // namespace

class TestBundleManifest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everyMemberIsRead() {
    const auto read = models::bundleManifest(good, "x.json");
    QVERIFY2(read.ok(), read.ok() ? "" : read.failure().sentence.c_str());
    QCOMPARE(read->pipelines, std::vector<std::string>{"A"});
    QVERIFY((read->input == std::vector{InputChannels::Latent, InputChannels::MaskedPicture, InputChannels::Mask}));
    QVERIFY(read->mask == BundleManifest::MaskMeans::Keep && read->condition == BundleManifest::Condition::Example);
    QVERIFY(read->references && read->references->writer == models::ReferenceReading::Writer::DrawingUnet);
    QVERIFY(read->references->zeroesMasked && read->references->middleAndUpOnly);
    QCOMPARE(read->references->blend, 0.5);
    QCOMPARE(read->references->imageScale, 0.25);
    QVERIFY(read->references->needsTags && read->references->firstLabelForAll);
    QVERIFY(read->references->ignoresMasks && read->references->stretches);
    QVERIFY(read->imageSlots && read->imageSlots->file == "a.pth" && read->imageSlots->count == 3);
    QCOMPARE(read->poseGuider, std::string("guider"));
    QCOMPARE(read->steps, 12);
    QCOMPARE(read->guidance, 3.5);
    QCOMPARE(read->scheduler, std::string("ddim"));
    QVERIFY(!read->keepsKnown());
  }

  void whatIsPublishedInPiecesIsDescribed() {
    const auto read = models::bundleManifest(pieces, "y.json");
    QVERIFY2(read.ok(), read.ok() ? "" : read.failure().sentence.c_str());
    QVERIFY(read->mark == BundleManifest::Mark::Dictionaries && read->condition == BundleManifest::Condition::States);
    QVERIFY(read->hole == BundleManifest::Hole::Black && read->sees(InputChannels::Depth) && read->stacksReference());
    QCOMPARE(read->dictionaries.at("unet"), std::string("u"));
    QCOMPARE(read->elsewhere.at("vae"), std::string("v"));
    QCOMPARE(read->base, std::string("x"));
    QCOMPARE(read->folders, std::vector<std::string>{"f"});
    QVERIFY((read->regions == std::set{completion::BodyRegion::UpperClothes, completion::BodyRegion::Shoes}));
    QVERIFY(read->references->everyStep && read->references->isSquare);
    QVERIFY(read->schedulerSettings.find("DDIMScheduler") != std::string::npos);
    QCOMPARE(read->eta, 0.5);
    QCOMPARE(read->width * 1000 + read->height, 96128);
  }

  void whatMakesNoSenseOfPiecesIsRefusedByName_data() {
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("named");
    const auto row = [](const char* name, const char* from, const char* to, const char* named) {
      QTest::newRow(name) << QString::fromLatin1(from) << QString::fromLatin1(to) << QString::fromLatin1(named);
    };
    row("no such region", "\"shoes\"", "\"hat\"", "hat");
    row("dictionaries without their mark", "\"mark\": \"dictionaries\", ", "", "dictionaries");
    row("a width alone", ", \"height\": 128", "", "width");
    row("a part that is no text", "{\"vae\": \"v\"}", "{\"vae\": 3}", "elsewhere");
    row("no such mark", "\"mark\": \"dictionaries\"", "\"mark\": \"pieces\"", "attention-list");
    row("a wild eta", "0.5", "2", "eta");
  }

  void whatMakesNoSenseOfPiecesIsRefusedByName() {
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(QString, named);
    const auto read = models::bundleManifest(QString::fromLatin1(pieces).replace(from, to).toStdString(), "y.json");
    QVERIFY(!read.ok());
    QVERIFY2(QString::fromStdString(read.failure().sentence).contains(named), read.failure().sentence.c_str());
  }

  void whatMakesNoSenseIsRefusedByName_data() {
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("named");
    const auto row = [](const char* name, const char* from, const char* to, const char* named) {
      QTest::newRow(name) << QString::fromLatin1(from) << QString::fromLatin1(to) << QString::fromLatin1(named);
    };
    row("misspelt", "\"blend\"", "\"blent\"", "blent");
    row("out of range", "0.5", "1.5", "blend");
    row("not a number", "0.5", "\"half\"", "blend");
    row("unknown word", "\"zero\"", "\"faded\"", "drop, zero");
    row("other channels", "\"channels\": 9", "\"channels\": 8", "8");
    row("no latent first", "[\"latent\", ", "[", "latent");
    row("no input", "\"input\"", "\"output\"", "input");
    row("a list of numbers", "[\"unet\"]", "[1]", "parts");
    row("slots without a file", "\"file\": \"a.pth\", ", "", "file");
    row("no slots", "\"count\": 3", "\"count\": 0", "count");
    row("cut", "}})", "", "x.json");
    row("not an object", "{\"steps\": 12, \"guidance\": 3.5, \"scheduler\": \"ddim\"}", "3", "defaults");
  }

  void whatMakesNoSenseIsRefusedByName() {
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(QString, named);
    QString text = QString::fromLatin1(good);
    text = from == QStringLiteral("}})") ? text.chopped(2) : text.replace(from, to);
    const auto read = models::bundleManifest(text.toStdString(), "x.json");
    QVERIFY(!read.ok());
    QVERIFY(read.failure().kind == FailureKind::MissingWeights);
    QVERIFY2(QString::fromStdString(read.failure().sentence).contains(named), read.failure().sentence.c_str());
  }

  void everyMethodWithNetworksHasABundle() {
    for (const auto& traits : models::networkTraits()) QVERIFY2(!models::shippedBundles(traits.key).empty(), traits.key.c_str());
    QVERIFY(models::shippedBundles("patch-diffusion").empty());
  }
};

QTEST_GUILESS_MAIN(TestBundleManifest)
#include "test_bundle_manifest.moc"
