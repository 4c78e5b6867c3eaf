// A small SegFormer in a folder as published: the ids of its pixels against transformers (tests/parity/networks/make_parser_goldens.py).
#include <ATen/ATen.h>

#include <QtTest>

#include "core/regions/networks/likeliest_classes.h"
#include "core/regions/networks/parsed_picture.h"
#include "tests/core/regions/networks/small_parser.h"

using namespace retailor;
using namespace retailor::regions;
using namespace retailor::tests;

namespace {

Result<std::optional<LabelMap>> parsed(const ParserModel& parser, const image::Bitmap& picture) {
  return parsedPicture(parser, picture, {}, {});
}

}  // namespace

class TestParsedPicture : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void idsAreThoseOfTheReference_data() {
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    for (const auto& [width, height] : {std::pair(90, 60), {61, 83}, {401, 300}, {33, 200}})
      QTest::newRow(qPrintable(QStringLiteral("%1 x %2").arg(width).arg(height))) << width << height;
  }
  // Where two classes score alike to the last digits, either may win: one pixel in a thousand.
  void idsAreThoseOfTheReference() {
    QFETCH(int, width);
    QFETCH(int, height);
    const SmallParser small;
    const auto map = parsed(openParser(small.folder()).value(), unsmoothPicture(width, height));
    QVERIFY2(map && *map, map ? "" : map.failure().sentence.c_str());
    QCOMPARE((*map)->size.width, width);
    QCOMPARE((*map)->size.height, height);
    QCOMPARE((*map)->own->key, std::string("atr"));
    const auto& golden = parserGoldens().tensors.at("parsed/" + std::to_string(width) + "x" + std::to_string(height));
    QCOMPARE(golden.bytes.size(), (*map)->ids.size());
    std::size_t unlike = 0;
    for (std::size_t i = 0; i < golden.bytes.size(); ++i)
      unlike += std::to_integer<std::uint32_t>(golden.bytes[i]) != (*map)->ids[i] ? 1 : 0;
    QVERIFY2(unlike * 1000 <= golden.bytes.size(), std::to_string(unlike).c_str());
  }

  void alphaIsLeftOut() {
    const SmallParser small;
    const auto opaque = parsed(openParser(small.folder()).value(), unsmoothPicture(50, 40)),
               transparent = parsed(openParser(small.folder()).value(), unsmoothPicture(50, 40, 4));
    QVERIFY(opaque && transparent && (*opaque)->ids == (*transparent)->ids);
  }

  // Enlarged all at once, as the definition says; in bands, as it is done.
  void bandsLeaveNoTrace() {
    const at::Tensor scores = support::normal(4, {1, 47, 128, 128});
    const image::Size size{1500, 1000};
    const auto ids = likeliestClasses(scores, size, [](double) { return true; });
    const at::Tensor whole = at::upsample_bilinear2d(scores, {size.height, size.width}, false).argmax(1).flatten().to(at::kInt);
    const auto* expected = whole.const_data_ptr<std::int32_t>();
    std::size_t unlike = 0;
    for (std::size_t i = 0; i < ids->size(); ++i) unlike += (*ids)[i] != static_cast<std::uint32_t>(expected[i]) ? 1 : 0;
    QVERIFY2(unlike * 10'000 <= ids->size(), std::to_string(unlike).c_str());
  }

  void progressGrowsToTheEnd() {
    const SmallParser small;
    std::vector<double> shares;
    QVERIFY(
        *parsedPicture(openParser(small.folder()).value(), unsmoothPicture(90, 60), [&](double share) { shares.push_back(share); }, {}));
    QVERIFY(std::ranges::is_sorted(shares) && shares.size() > 5);
    QCOMPARE(shares.back(), 1.0);
  }

  void stoppingLeavesNothing() {
    const SmallParser small;
    for (const double last : {0.0, 0.1, 0.5, 0.9}) {
      std::stop_source stop;
      const auto map = parsedPicture(
          openParser(small.folder()).value(), unsmoothPicture(90, 60),
          [&](double share) {
            if (share >= last) stop.request_stop();
          },
          stop.get_token());
      QVERIFY(map && !*map);
    }
  }

  void brokenFilesAreRefused_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("text");  // empty: the file is cut in two
    const auto row = [](const char* name, const char* file, const char* text) {
      QTest::newRow(name) << QString::fromLatin1(file) << QByteArray(text);
    };
    row("cut weights", "model.safetensors", "");
    row("words for weights", "model.safetensors", "these are no weights at all");
    row("cut processor", "preprocessor_config.json", "");
    row("a processor for tiny pictures", "preprocessor_config.json", R"({"size": {"height": 2, "width": 2}})");
  }
  void brokenFilesAreRefused() {
    QFETCH(QString, file);
    QFETCH(QByteArray, text);
    const SmallParser small;
    const ParserModel parser = openParser(small.folder()).value();
    const std::string name = file.toStdString();
    if (text.isEmpty())
      std::filesystem::resize_file(small.file(name), std::filesystem::file_size(small.file(name)) / 2);
    else
      small.write(name, text.toStdString());
    const auto map = parsed(parser, unsmoothPicture(20, 20));
    QVERIFY(!map && map.failure().kind == FailureKind::MissingWeights);
    QVERIFY2(map.failure().sentence.find(name) != std::string::npos, map.failure().sentence.c_str());
  }

  void aConfigOfOtherClassesIsRefused() {
    const SmallParser small;
    std::string config = parserGoldens().metadata.at("segformer");
    const std::string last = ", \"17\": \"Scarf\"";
    QVERIFY(config.find(last) != std::string::npos);
    small.write("config.json", config.replace(config.find(last), last.size(), ""));
    const auto map = parsed(openParser(small.folder()).value(), unsmoothPicture(20, 20));
    QVERIFY(!map && map.failure().kind == FailureKind::MissingWeights);
    QVERIFY2(map.failure().sentence.find("decode_head.classifier.weight") != std::string::npos, map.failure().sentence.c_str());
  }

  void withoutAProcessorThePublishedOneIsMeant() {
    const SmallParser small;
    std::filesystem::remove(small.file("preprocessor_config.json"));
    const auto absent = parsed(openParser(small.folder()).value(), unsmoothPicture(40, 30));
    small.write("preprocessor_config.json", R"({"size": 512, "do_normalize": true})");
    const auto usual = parsed(openParser(small.folder()).value(), unsmoothPicture(40, 30));
    QVERIFY(absent && usual && (*absent)->ids == (*usual)->ids);
  }
};

QTEST_GUILESS_MAIN(TestParsedPicture)
#include "test_parsed_picture.moc"
